"""Titles in lines: even, whole where there is room, and cut where one sees it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digest.render.titlelines import ELLIPSIS, break_evenly, break_greedily, cut

words = st.lists(st.text("abcde", min_size=1, max_size=12), max_size=30)
widths = st.integers(4, 60)


def measure(line: str) -> float:
    """Every letter is as wide as every other."""
    return len(line)


def test_lines_are_about_as_wide_as_each_other() -> None:
    title = ["Transformer", "Memory", "as", "a", "Differentiable", "Search", "Index"]
    assert break_greedily(title, 43, measure) == [
        "Transformer Memory as a Differentiable",
        "Search Index",
    ]
    assert break_evenly(title, 43, measure) == [
        "Transformer Memory as a",
        "Differentiable Search Index",
    ]


@given(words, widths)
def test_every_word_is_there_in_as_few_lines_as_can_be(words: list[str], width: int) -> None:
    lines = break_evenly(words, width, measure)
    assert " ".join(lines).split() == words
    assert len(lines) == len(break_greedily(words, width, measure))
    assert all(measure(line) <= width or " " not in line for line in lines)


@given(words, widths, st.integers(1, 4))
def test_what_is_cut_fits_and_says_so(words: list[str], width: int, most: int) -> None:
    lines = break_evenly(words, width, measure)
    shown = cut(lines, most, width, measure)
    assert len(shown) <= most
    assert all(measure(line) <= width for line in shown)
    if shown != lines:
        assert any(line.endswith(ELLIPSIS) for line in shown)
    for line, whole in zip(shown, lines, strict=False):
        assert whole.startswith(line.removesuffix(ELLIPSIS))
