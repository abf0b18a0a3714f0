"""Which signs of a text are prose, where numbers may be citations."""

from __future__ import annotations

import time

import pytest

from digest.importing.citations.prose import OPAQUE, find_prose


@pytest.mark.parametrize(
    "text",
    [
        "a [1]\n\n    code [X]\n\nb [2]",
        "- a [1]\n\n      code [X]\n- b [2]",
        "1. a\n\n   still [1]\n\n    the item's [2]",
        "> ```\n> [X]\n> ```\n\n[1] and [2]",
        "[1] [2]\n\n```\nleft open [X]",
        "[1] [2]\n\n$$\nx_[X]\n\n$$",
        "[1] `[X]` [2] <!-- [X] -->",
    ],
)
def test_code_and_formulas_are_none(text: str) -> None:
    prose = find_prose(text)
    assert len(prose.words) == len(prose.markup) == len(text)
    assert "[1]" in prose.words
    assert "[2]" in prose.words
    assert text.count("X") > prose.markup.count("X") == 0 or OPAQUE not in prose.markup


def test_formulas_that_are_never_closed_are_read_in_time() -> None:
    start = time.process_time()
    find_prose("\\[^1] " * 20_000 + "\\( a " * 20_000)
    assert time.process_time() - start < 5
    # a line's end within a formula begins none
    assert "y" not in find_prose(r"a \[x \\[2pt] y\] b").markup
