"""Slips of the finger in ids, where one sign makes another paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.slips import is_one_slip

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest_id(typed: str, known: Iterable[str]) -> str:
    """Return the known id from which `typed` is one slip away, or an empty string.

    A slip is a sign dropped, added or changed, or two neighbours swapped. More than one would
    name papers that were never meant: arXiv's ids are dense. Ties go to the first in order.
    """
    return min((one for one in known if is_one_slip(typed, one)), default="")
