"""Slips of the finger in ids, where one sign makes another paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.typos import is_one_slip

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest_ids(typed: str, known: Iterable[str]) -> list[str]:
    """Return the known ids from which `typed` is one slip away, sorted.

    A slip is a sign dropped, added or changed, or two neighbours swapped. More than one would
    name papers that were never meant: arXiv's ids are dense.
    """
    return sorted({one for one in known if is_one_slip(typed, one)})
