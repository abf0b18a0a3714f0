"""The levels of headings, made to fit."""

from __future__ import annotations

import pytest

from digest.importing.writing.headings import find_highest, list_headings, shift_headings


@pytest.mark.parametrize(
    ("text", "by", "shifted"),
    [
        ("# A\n\n### B", 1, "## A\n\n#### B"),
        ("#### A\n\n##### B", -2, "## A\n\n### B"),
        ("A\n=\n\nB\n---", 1, "## A\n\n### B"),
        ("##### A", 3, "###### A"),
        ("```\n# A\n```", 1, "```\n# A\n```"),
        ("#hashtag\n\nText\nof two\n---", 1, "#hashtag\n\nText\nof two\n---"),
        ("- a\n---", 1, "- a\n---"),
        ("|a|b|\n---|---", 1, "|a|b|\n---|---"),
    ],
)
def test_headings_are_shifted_and_nothing_else(text: str, by: int, shifted: str) -> None:
    assert shift_headings(text, by) == shifted


def test_headings_are_listed_with_their_words() -> None:
    text = "## On *C#* ##\n\nMy part\n---\n\n```\n# no heading\n```\n\n### "
    listed = [(one.line, one.level, one.words) for one in list_headings(text)]
    assert listed == [(0, 2, "On *C#*"), (2, 2, "My part"), (9, 3, "")]


def test_the_highest_is_found() -> None:
    assert find_highest(["### A", "A\n===", "#### B"]) == 1
    assert find_highest(["no heading", "#1 of them"]) == 0
