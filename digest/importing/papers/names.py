"""Posts that call papers by names of their own, as `Fact-checking with LLMs`."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from digest.importing.parts import FoundEntry, Parts

_FEWEST, _USUAL, _MOST = 3, 5, 10
"""Titles that tell how a post calls papers; and the words of a name, as they mostly are and at
most. Titles of papers mostly have eight or more."""


def mark_names(parts: Parts) -> Parts:
    """Say of entries whose title is a name that it is one, where those of a post mostly are."""
    counts = [len(entry.title.split()) for entry in parts.entries if entry.title]
    if len(counts) < _FEWEST or statistics.median(counts) > _USUAL:
        return parts
    return parts.change_entries(_mark)


def _mark(entry: FoundEntry) -> FoundEntry:
    # names of authors come with titles, and one with a colon has more than a name
    is_name = len(entry.title.split()) <= _MOST and not entry.byline and ": " not in entry.title
    return msgspec.structs.replace(entry, is_named=bool(entry.title) and is_name)
