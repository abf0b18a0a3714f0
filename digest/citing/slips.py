"""Slips of the finger in ids, where one sign makes another paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest_id(typed: str, known: Iterable[str]) -> str:
    """Return the known id from which `typed` is one slip away, or an empty string.

    A slip is a sign dropped, added or changed, or two neighbours swapped. More than one would
    name papers that were never meant: arXiv's ids are dense. Ties go to the first in order.
    """
    return min((one for one in known if _is_one_slip(typed, one)), default="")


def _is_one_slip(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    start = _common_start(one, other)
    one, other = one[start:], other[start:]
    end = _common_start(one[::-1], other[::-1])
    one, other = one[: len(one) - end], other[: len(other) - end]
    is_swap = len(one) == 2 and one == other[::-1]  # noqa: PLR2004 -- two neighbours
    return is_swap or max(len(one), len(other)) == 1


def _common_start(one: str, other: str) -> int:
    for index, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return index
    return min(len(one), len(other))
