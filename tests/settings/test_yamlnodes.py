"""YAML to nodes: places, and every way in which it can be broken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.basics.diagnostics import Place
from digest.settings.yamlnodes import ListNode, MapNode, Reading, Scalar, parse_yaml
from digest.settings.yamlplaces import Start


def read(text: str, first_line: int = 1) -> tuple[object, list[tuple[int, int, str, str]]]:
    reading = Reading("x.yaml")
    node = parse_yaml(text, reading, first_line=first_line)
    return node, [(d.line, d.column, d.rule, d.message) for d in reading.diagnostics]


def test_every_scalar_stays_the_text_that_was_typed() -> None:
    node, problems = read("arxiv: 2202.06990\nlang: no\nwhen: 2022-03-02\nhex: 0x1F\n")
    assert isinstance(node, MapNode)
    assert [pair.value.text for pair in node.pairs if isinstance(pair.value, Scalar)] == [
        "2202.06990",
        "no",
        "2022-03-02",
        "0x1F",
    ]
    assert problems == []


def test_a_control_character_written_as_an_escape_is_reported() -> None:
    node, problems = read('title: "a\\x0bb"\nlist: ["c\\0", "\\u2028\\t"]\n', first_line=2)
    assert isinstance(node, MapNode)
    title = node.pairs[0].value
    assert isinstance(title, Scalar)
    assert title.text == "a b"
    message = "a control character, U+{}, which no page can show"
    assert problems == [
        (2, 8, "encoding", message.format("000B")),
        (3, 8, "encoding", message.format("0000")),
    ]


def test_nodes_know_line_and_column_in_the_file() -> None:
    node, _ = read("tags: [vision, 'é b', \"x\"]\n", first_line=5)
    assert isinstance(node, MapNode)
    tags = node.pairs[0].value
    assert isinstance(tags, ListNode)
    places = [item.place for item in tags.items if isinstance(item, Scalar)]
    assert places == [Place("x.yaml", 5, column) for column in (8, 16, 23)]
    texts = [item.text_place.column for item in tags.items if isinstance(item, Scalar)]
    assert texts == [8, 17, 24]


def test_a_key_that_stands_twice_is_named_and_the_first_is_kept() -> None:
    node, problems = read("a: 1\nb: 2\na: 3\n")
    assert isinstance(node, MapNode)
    assert [pair.key.text for pair in node.pairs] == ["a", "b"]
    assert problems == [(3, 1, "yaml-duplicate-key", "the key 'a' stands twice")]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: [1,\nb: 2\n", 1, 4),
        ("a: 'open\nb: 2\n", 1, 4),
        ("a: @x\n", 1, 4),
        ("title: one: two\n", 1, 11),
        ("\tx: 1\n", 1, 1),
        ("a: *nobody\n", 1, 4),
        ("a: !!python/object:os.system {}\n", 1, 4),
        ("a: 1\n---\nb: 2\n", 2, 1),
        ("{[x]: 1}\n", 1, 2),
        ("a: \x07\n", 1, 4),
        ('a: 1\nb: "c\u2028d"\ne: [\n', 2, 6),
        ("a: b # c\u2029d\n", 1, 9),
        ("a: |\n  b\x85c\n", 2, 4),
    ],
)
def test_what_cannot_be_read_is_named_where_it_begins(text: str, line: int, column: int) -> None:
    node, problems = read(text)
    assert node is None
    assert [(found[0], found[1], found[2]) for found in problems] == [(line, column, "yaml-syntax")]


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 5_000, "{a: " * 5_000])
def test_depth_is_bounded(text: str) -> None:
    node, problems = read(text)
    assert node is None
    assert problems[0][2] == "yaml-syntax"


def test_aliases_that_multiply_are_bounded() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    node, problems = read("\n".join(lines))
    assert node is None
    assert "more than" in problems[0][3]


def test_a_plain_alias_works() -> None:
    node, problems = read("a: &x [1]\nb: *x\n")
    assert isinstance(node, MapNode)
    assert isinstance(node.pairs[1].value, ListNode)
    assert problems == []


def test_nothing_is_nothing() -> None:
    assert read("") == (None, [])
    assert read("# only a comment\n") == (None, [])


@given(st.text())
def test_no_text_raises(text: str) -> None:
    read(text)


WORDS = st.lists(st.sampled_from(["one", "é🎉", "(two)", "x."]), min_size=1, max_size=3)


@given(
    st.sampled_from(["|", ">", "|-", ">+", "|2", "", "'", '"']),
    st.lists(st.tuples(WORDS, st.integers(0, 2), st.integers(0, 2)), min_size=2, max_size=5),
)
def test_every_word_of_a_text_on_several_lines_is_found(
    opening: str, lines: list[tuple[list[str], int, int]]
) -> None:
    is_quoted = opening in {"'", '"'}
    block = "\n".join(
        "\n" * blank + "  " + " " * indent * (index > 0) + " ".join(words) + " " * blank
        for index, (words, blank, indent) in enumerate(lines)
    )
    source = f"a: b\nc: {opening if not is_quoted else ''}\n{block}\nd: e\n"
    if is_quoted:
        source = f"a: b\nc: {opening}{block.strip()}{opening}\nd: e\n"
    node = parse_yaml(source, Reading("a.yaml"), first_line=2)
    assert isinstance(node, MapNode)
    value = node.pairs[1].value
    assert isinstance(value, Scalar)
    file = ["---", *source.split("\n")]
    assert value.text.split() == block.split()
    starts = value.starts
    assert starts
    for start, after in zip(starts, (*starts[1:], None), strict=True):
        piece = value.text[start.offset : after.offset if after else None].rstrip()
        assert file[start.line - 1][start.column - 1 :].startswith(piece)
    # what stands before the first line, between two, and behind the last is space
    assert value.text[: starts[0].offset].strip() == ""
    assert value.text_place == Place("a.yaml", starts[0].line, starts[0].column)


ESCAPED = {
    '"': [('\\"', '"'), ("\\u00e9", "é"), ("\\U0001f389", "🎉"), ("\\x41", "A"), ("\\\\", "\\")],
    "'": [("''", "'")],
}


@given(st.data())
def test_every_word_behind_an_escape_is_found(data: st.DataObject) -> None:
    quote = data.draw(st.sampled_from(sorted(ESCAPED)))
    plain = st.sampled_from(["one", "é🎉", " ", "\n   ", "\n\n  "]).map(lambda text: (text, text))
    ends = [("\\\n  w", "w")] if quote == '"' else []
    signs = plain | st.sampled_from(ESCAPED[quote] + ends)
    pieces = [("w", "w"), *data.draw(st.lists(signs, max_size=12)), ("w", "w")]
    source = f"a: {{b: {quote}{''.join(typed for typed, _ in pieces)}{quote}, c: d}}\n"
    node = parse_yaml(source, Reading("a.yaml"))
    assert isinstance(node, MapNode)
    inner = node.pairs[0].value
    assert isinstance(inner, MapNode)
    value = inner.pairs[0].value
    assert isinstance(value, Scalar)
    assert value.text.split() == "".join(meant for _, meant in pieces).split()
    starts = value.starts or (Start(0, 1, 9),)
    file = source.split("\n")
    for start, after in zip(starts, (*starts[1:], None), strict=True):
        piece = value.text[start.offset : after.offset if after else None].rstrip()
        behind = file[start.line - 1][start.column - 1 :]
        # the last sign of a piece may be one that an escape stands for
        assert behind.startswith((piece, piece[:-1] + quote, piece[:-1] + "\\"))
