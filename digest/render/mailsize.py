"""How long a mail is, as it is made and as a provider sends it."""

from __future__ import annotations

import re
from html import unescape

from digest.basics.lazyregex import lazy_regex

_LINK = lazy_regex(r'<a [^>]*?href="(https?://[^"]*)"')
"""What a provider puts another address in place of, to count the clicks on it."""


def measure(html: str, tracked_link: int = 0) -> int:
    """Return how many bytes a mail's HTML has with no link shorter than `tracked_link` bytes."""
    links = (len(found[1].encode()) for found in _LINK.finditer(html))
    return len(html.encode()) + sum(max(0, tracked_link - link) for link in links)


def measure_entries(html: str, tracked_link: int = 0) -> tuple[tuple[str, int], ...]:
    """Return the bytes that each entry takes of a mail's HTML, by its anchor, as `measure` counts.

    An entry is what stands between its `data-entry` and the next one.
    """
    marks = [*re.finditer(r' data-entry="([^"]*)"', html)]
    ends = [mark.start() for mark in marks[1:]] + [len(html)]
    return tuple(
        (unescape(mark[1]), measure(html[mark.start() : end], tracked_link))
        for mark, end in zip(marks, ends, strict=True)
        if mark[1]
    )


def describe_size(size: int, tracked: int, budget: int) -> str:
    """Say how long a mail is: as it is made, and as a provider sends it."""
    longer = f", {tracked:,} with its links as long as a provider's" if tracked > size else ""
    return f"{size:,} bytes{longer}, of {budget:,}"
