"""Lines of a title: as large as they may be, as even as they can be, and never too many."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Measure = Callable[[str], float]
    """How wide a line is, in pixels."""

ELLIPSIS = "…"


def break_evenly(words: Sequence[str], width: float, measure: Measure) -> list[str]:
    """Return words in as few lines as `width` allows, all of about one width.

    A word that is wider than that has a line of its own.
    """
    lines = break_greedily(words, width, measure)
    low, high = width / 2, width
    # the narrowest measure that gives no more lines than the widest
    while high - low > 1:
        middle = (low + high) / 2
        narrower = break_greedily(words, middle, measure)
        if len(narrower) == len(lines) and all(measure(line) <= width for line in narrower):
            high, lines = middle, narrower
        else:
            low = middle
    return lines


def break_greedily(words: Sequence[str], width: float, measure: Measure) -> list[str]:
    """Return words in lines, each as full as it can be."""
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def cut(lines: Sequence[str], most: int, width: float, measure: Measure) -> list[str]:
    """Return at most so many lines, none wider than `width`; where text is lost, `…` says so."""
    kept = [_cut_line(line, width, measure) for line in lines[:most]]
    if len(lines) > most:
        whole = lines[most - 1].rstrip(" ,.;:–—-")
        kept[-1] = _cut_line(f"{whole}{ELLIPSIS}", width, measure)
    return kept


def _cut_line(line: str, width: float, measure: Measure) -> str:
    if measure(line) <= width:
        return line
    kept = line.removesuffix(ELLIPSIS)
    while kept and measure(kept + ELLIPSIS) > width:
        shorter = kept.rpartition(" ")[0]
        # between words, unless that would leave too little
        kept = shorter if measure(shorter + ELLIPSIS) > width * 2 / 3 else kept[:-1]
    return kept.rstrip(" ,.;:–—-") + ELLIPSIS
