"""Wherever a citation stands, its reported place is that of its `@` in the file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digest.basics.diagnostics import Place
from digest.basics.fragments import Address, Citation, Image
from digest.markdown import parse_body, parse_inline
from tests.markdown.shown import holes, items

WORDS = (
    st.sampled_from(["@k", "[@k]", "[see @k, p. 3; -@k]", "*@k*", "**b [@k]**", "~~@k~~", "@{k}"])
    | st.sampled_from(["word", "`@no`", "é", "数", "|", "\\|", "[a](u) @k", "$x$", "\\*", "&amp;"])
    | st.sampled_from(["<!-- @no -->", "“", "a\\@no"])
)
LINE = st.lists(WORDS, min_size=1, max_size=5).map(lambda words: " ".join(["w", *words]))


def _paragraph(lines: list[str]) -> str:
    return "\n".join(lines)


def _table(lines: list[str]) -> str:
    cells = [line.replace("\\|", "\0").replace("|", "\\|").replace("\0", "\\|") for line in lines]
    rows = [f"| {cell} | | {cell} |" for cell in cells]
    return "\n".join([rows[0], "|---|--|:-:|", *rows[1:], "| | a"])


LEAVES = st.lists(LINE, min_size=1, max_size=3).flatmap(
    lambda lines: st.sampled_from(
        [
            _paragraph(lines),
            f"## {lines[0]}",
            f"### {lines[0]} ##",
            f"{lines[0]}\n---",
            _table(lines),
            f"term {lines[0]}\n: {lines[-1]}",
            f'![alt](a.png "A \\* {lines[0]} &lt; {lines[-1]}")',
            f'![alt](a.png\n  "{lines[0]}\n{lines[-1]}")',
        ]
    )
)


def _indented(text: str, first: str, rest: str) -> str:
    lines = text.split("\n")
    return "\n".join([first + lines[0], *(rest + line if line else rest for line in lines[1:])])


def _containers(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    blocks = st.lists(inner, min_size=1, max_size=2).map("\n\n".join)
    return st.one_of(
        blocks,
        blocks.map(lambda text: _indented(text, "> ", "> ")),
        blocks.map(lambda text: _indented(text, ">", ">")),
        blocks.map(lambda text: _indented(text, "- ", "  ")),
        blocks.map(lambda text: _indented(text, "10. ", "    ")),
        blocks.map(lambda text: _indented(text, "-   ", "\t")),
        blocks.map(lambda text: f"w[^n]\n\n{_indented(text, '[^n]: ', '    ')}"),
        blocks.map(lambda text: f"term\n{_indented(text, ': ', '  ')}"),
    )


@given(st.recursive(LEAVES, _containers, max_leaves=4), st.integers(1, 9))
def test_the_place_of_a_citation_is_that_of_its_sign(text: str, first_line: int) -> None:
    lines = ["front matter"] * (first_line - 1) + text.split("\n")
    parsed = parse_body(text, "a.md", first_line=first_line).value
    parts = [part for parts in parsed.texts.values() for part in parts]
    for item in [item for part in parts if isinstance(part, Citation) for item in part.items]:
        behind = lines[item.place.line - 1][item.place.column - 1 :]
        assert behind.startswith((f"@{item.key}", f"@{{{item.key}}}")), item.place


def test_links_and_images_know_their_places() -> None:
    text = "> a ![x](i.png)\n> - b [y](../z.md) \n>   [*w*](v.md)"
    found = [hole for hole in holes(text) if isinstance(hole, Address | Image)]
    assert [(hole.target, hole.place.line, hole.place.column) for hole in found] == [
        ("i.png", 1, 5),
        ("../z.md", 2, 7),
        ("v.md", 3, 5),
    ]


def test_lines_end_at_line_feeds_alone() -> None:
    text = "a\u2028b\x0bc\x0cd\x85 @k\n@l"
    assert [(i.key, i.place.line, i.place.column) for i in items(text)] == [
        ("k", 1, 10),
        ("l", 2, 1),
    ]


def test_a_caption_defined_elsewhere_has_its_places_there() -> None:
    text = '![x][f]\n\n> [f]: a.png\n>   "It\'s \\* @k"'
    assert [(i.place.line, i.place.column) for i in items(text)] == [(4, 14)]


def test_a_line_of_front_matter_begins_where_it_stands() -> None:
    parsed = parse_inline("a @k", Place("a.md", 4, 14)).value
    assert parsed.fragment.citations[0].items[0].place == Place("a.md", 4, 16)


def test_a_text_of_several_lines_of_front_matter_has_its_places_on_them() -> None:
    pieces = [(0, Place("a.md", 3, 5)), (5, Place("a.md", 4, 3)), (11, Place("a.md", 6, 9))]
    parsed = parse_inline("a @k @l [b\n@m]", pieces[0][1], pieces=pieces).value
    places = [item.place for one in parsed.fragment.citations for item in one.items]
    assert places == [Place("a.md", 3, 7), Place("a.md", 4, 3), Place("a.md", 6, 9)]
