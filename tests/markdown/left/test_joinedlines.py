"""Lines that Markdown would join to one, though each was meant to stand by itself."""

from __future__ import annotations

import pytest

from digest.markdown import parse_body

JOINED = "the lines here would be joined to one"


def told(text: str) -> list[tuple[int, str, str]]:
    found = (one for one in parse_body(text, "a.md").diagnostics if one.rule == "markup-left")
    return [(one.line, one.message, one.hint) for one in found]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("• one\n• two", "- one"),
        ("We saw:\n•\tone\n•\ttwo\n•\tthree", "- one"),
        ("\uf0b7 one\n\uf0b7 two", "- one"),
        ("– one\n– two", "- one"),
        ("§ one\n§ two", "- one"),
        ("o\tone\no\ttwo", "- one"),
        ("✅ one\n❌ two", "- ✅ one"),
        ("🚀 one\n🦀 two", "- 🚀 one"),
        ("→ one\n→ two", "- one"),
        ("*one\n*two", "- one"),
        (". one\n. two", "- one"),
        ("#. one\n#. two", "- #. one"),
        ("(1) one\n(2) two", "1. one"),
        ("They say:\na) one\nb) two", "1. one"),
        ("1、一\n2、二", "1. 一"),
        ("- words\n  • one\n  • two", "- one"),
        ("We saw:\n• one", "- one"),
    ],
)
def test_items_with_other_marks_are_told_once(text: str, item: str) -> None:
    (found,) = told(text)
    assert found[1] == JOINED
    assert found[2].startswith(f"write '{item}' for an item of a list")


def test_a_list_that_is_written_as_the_hint_says_is_one() -> None:
    assert told("We saw:\n- one\n- two") == told("• one  \n• two") == told("✅ one\\\n✅ two") == []


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("* one\n** two", 2, "write '  - two' for an item below another one"),
        ("a\tb\n1\t2", 1, "write '|' between the cells and around each row, and '|---|---|'"),
        ("| roses\n| violets", 1, "take the bars away, and put two spaces"),
    ],
)
def test_inner_items_rows_and_verses_are_told(text: str, line: int, hint: str) -> None:
    (found,) = told(text)
    assert found[0] == line
    assert found[2].startswith(hint)


@pytest.mark.parametrize(
    "text",
    [
        "We show that\n(1) one holds, and\n(2) two.",
        "Home · About\n· Contact · More",
        "one – and\n– two",
        "Words with a\ttab\nand more words.",
        "• one\n\n• two",
        "words  \n• words",
        "*one*\n*two*",
        "| a |\n|---|\n| • b |",
        "    • one\n    • two",
    ],
)
def test_what_reads_right_on_one_line_is_left_alone(text: str) -> None:
    assert told(text) == []
