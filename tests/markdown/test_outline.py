"""Where blocks and marks stand in a text."""

from __future__ import annotations

import pytest

from digest.markdown.outline import Block, find_marks, parse_outline

TEXT = """\
# A *title*

Words on
two lines.

| a | b |
|---|---|
| 1 | x\\|y | more |

1. first

   - nested
2. second

[^n]: A note.

[Label]: https://example.org
"""


def kinds(blocks: tuple[Block, ...]) -> list[object]:
    return [
        (one.kind, one.first, one.end, kinds(one.children))
        if one.children
        else (one.kind, one.first, one.end)
        for one in blocks
    ]


def test_blocks_know_their_lines() -> None:
    outline = parse_outline(TEXT)
    nested = [("paragraph", 9, 10), ("list", 11, 12, [("item", 11, 12, [("paragraph", 11, 12)])])]
    assert kinds(outline.blocks) == [
        ("heading", 0, 1),
        ("paragraph", 2, 4),
        ("table", 5, 8, [("row", 5, 6), ("row", 7, 8)]),
        ("list", 9, 13, [("item", 9, 12, nested), ("item", 12, 13, [("paragraph", 12, 13)])]),
        ("footnote", 14, 15, [("paragraph", 14, 15)]),
    ]
    assert outline.source(2, 4) == "Words on\ntwo lines."
    assert [item.label for item in outline.blocks[3].children] == ["1.", "2."]


def test_a_row_keeps_cells_that_no_column_is_left_for() -> None:
    table = parse_outline(TEXT).blocks[2]
    assert table.children[1].cells == ("1", "x|y", "more")


def test_definitions_of_links_have_lines_too() -> None:
    outline = parse_outline(TEXT)
    assert outline.addresses == {"LABEL": "https://example.org"}
    assert (outline.definitions[0].first, outline.definitions[0].end) == (16, 17)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("a **b [c](http://d.e)**", [("strong", "b [c](http://d.e)"), ("link", "c")]),
        ("***x***", [("emphasis", "**x**"), ("strong", "x")]),
        ("`a*b*` $x_1$ _y_", [("code", "a*b*"), ("math", "x_1"), ("emphasis", "y")]),
        ("<https://a.b> https://c.d,", [("link", "https://a.b"), ("link", "https://c.d")]),
        ("[x][label] [Label] [none]", [("link", "x"), ("link", "Label")]),
        ("![p](q.png) [![b](c.svg)](d)", [("image", "p"), ("link", "![b](c.svg)"), ("image", "b")]),
        ("9) *8Rank** and 2 * 3", [("emphasis", "8Rank")]),
    ],
)
def test_marks_know_what_stands_in_them(text: str, marks: list[tuple[str, str]]) -> None:
    found = find_marks(text, (("LABEL", "https://example.org"),))
    assert [(one.kind, text[slice(*one.inner)]) for one in found] == marks
