"""Pages about papers, looked at for what they say of them: one after another, each once.

Nothing of a page is kept but its head: `pagefacts.py` reads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.records.pagefacts import PageFacts, read_page_facts
from digest.records.webfiles import fetch_pages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Page(msgspec.Struct, frozen=True):
    """A page that was looked at."""

    url: str
    """As it was asked for."""
    facts: PageFacts = PageFacts()
    problem: str = ""
    """Why nothing is known of it, as `answers '403 Forbidden'`; empty where it was read."""
    remedy: str = ""
    """What to do, where it may be read another time."""


def look_at_pages(urls: Sequence[str], contact: str) -> Iterator[Page]:
    """Look at pages, and return what each says of its paper.

    `contact` is an address that a site may write to. Whatever goes wrong with a page is in it.
    """
    for found in fetch_pages(urls, contact):
        facts = PageFacts() if found.problem else read_page_facts(found.data, found.charset)
        yield Page(found.url, facts, found.problem, found.remedy)
