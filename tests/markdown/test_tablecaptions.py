"""A table has the caption that Pandoc would give it."""

from __future__ import annotations

import re

import pytest

from digest.markdown import parse_body
from tests.markdown.shown import problems, show

TABLE = "| a | b |\n|---|---|\n| c | d |\n"


def read(text: str) -> tuple[str, str, str]:
    """Return what stands before a figure, its caption, and what is behind it."""
    html = re.sub(r'<div class="table".*?</table></div>', "TABLE", show(text), flags=re.DOTALL)
    found = re.fullmatch(
        r"(.*?)<figure>\n<figcaption>(.*?)</figcaption>\nTABLE\n</figure>(.*)", html, re.DOTALL
    )
    return (found[1].strip(), found[2], found[3].strip()) if found else (html, "", "")


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        (f"{TABLE}\n: The *words* [@k]\n", ("", "The <em>words</em> ⟨cite k⟩", "")),
        (f"{TABLE}\nTable: Words\nthat go on\n\nMore.", ("", "Words\nthat go on", "<p>More.</p>")),
        (f"{TABLE}: Words\n\nMore.", ("", "Words", "<p>More.</p>")),
        (f"First.\n\ntable: Words\n\n{TABLE}", ("<p>First.</p>", "Words", "")),
        (f"First.\n\n{TABLE}\n: Words\n", ("<p>First.</p>", "Words", "")),
    ],
)
def test_a_caption_is_a_paragraph_beside_its_table(
    text: str, read_as: tuple[str, str, str]
) -> None:
    assert read(text) == read_as
    assert problems(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"{TABLE}\nWords: more\n",
        f"{TABLE}\nWords.\n\n: more\n",
        f"{TABLE}\n\\: Words\n",
        f"{TABLE}| : Words |\n",
        f"{TABLE}\n- Table: Words\n",
        f"{TABLE}\nTable:\n",
        "Table: Words\n\nno | table\n",
    ],
)
def test_other_words_are_none(text: str) -> None:
    assert "<figcaption>" not in show(text)


def test_each_table_has_its_own() -> None:
    quoted = "".join(f"> {line}\n" for line in f"{TABLE}\n: Three".split("\n"))
    html = show(f"{TABLE}\n: One\n\n{TABLE}: Two\n\n{TABLE}\n{quoted}")
    assert re.findall("<figcaption>(.*?)</figcaption>", html) == ["One", "Two", "Three"]
    assert html.count("<table>") == 4


@pytest.mark.parametrize(
    ("text", "line", "column"), [(f"{TABLE}\n: By [@k]\n", 5, 7), (f"{TABLE}: By [@k]\n", 4, 7)]
)
def test_what_stands_in_it_has_its_place(text: str, line: int, column: int) -> None:
    (block,) = parse_body(text, "a.md").value.body.blocks
    place = block.fragment.citations[0].items[0].place  # type: ignore[union-attr]
    assert (place.line, place.column) == (line, column)
