"""Numbers of references that were typed by hand, in texts whose references digest numbers."""

from __future__ import annotations

import pytest

from digest.markdown import parse_body
from tests.hints import unwritten


def told(text: str) -> list[tuple[int, str]]:
    found = parse_body(text, "a.md", is_numbered=True).diagnostics
    return [(one.column, one.message) for one in found if one.rule == "markup-left"]


@pytest.mark.parametrize(
    ("text", "column", "number", "meant"),
    [
        ("as in [1] here", 7, "[1]", "as in [@key] here"),
        ("see [2, 3], not [1].", 5, "[2, 3]", "see [@key], not [@key]."),
        ("city.[4-6] And [7]", 6, "[4-6]", "city.[@key] And [@key]"),
        (
            "\u89c1\u6587\u732e[3]\u7684\u7ed3\u679c",
            4,
            "[3]",
            "\u89c1\u6587\u732e[@key]\u7684\u7ed3\u679c",
        ),
        ("\u201c[8]\u201d and [1, 5, 7]", 2, "[8]", "\u201c[@key]\u201d and [@key]"),
    ],
)
def test_a_number_is_told(text: str, column: int, number: str, meant: str) -> None:
    assert told(text)[0] == (column, f"'{number}' would be shown as it is typed")
    first = parse_body(text, "a.md", is_numbered=True).diagnostics[0]
    assert unwritten(first.hint, meant) == []
    assert told(text.replace("[", "\\[")) == []
    # on a page that is no edition's nothing is numbered but what it cites
    assert parse_body(text, "a.md").diagnostics == ()


@pytest.mark.parametrize(
    "text",
    [
        "x[1], [2020], [0], [sic], M[1][2], [1][2], [a, b], `[1]`, $[1]$",
        "a scale of [1, 5], In [1, 10], from [2, 3], x \u2208 [1, 2], `[1]`",
        "zwischen [1, 5], im Bereich [2, 3], \u533a\u95f4[1, 5]\u4e0a, `[1]`",
        "45 [38-52] years, 70% [60-80], 2.1 (sd 3) [1, 4] and $[1]$",
        "a list [1, 2, 3], sizes [3, 224, 224], clipped at [1, 2], [[1, 2], [3, 4]], [5-7]",
        "a link [3] to it\n\n[3]: https://example.org/",
        "a note [21].\n\n[21] The note.",
        "a note [7].\n\n- [7] The note.",
        "a note [2].\n\n1. One.\n2. Another.",
    ],
)
def test_what_may_be_meant_is_left_alone(text: str) -> None:
    assert told(text) == []
