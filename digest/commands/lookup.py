"""Papers that the editor names by the addresses of pages which do not have their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.text import join_words
from digest.basics.works import Work
from digest.records.identifiers import Identifier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.records.pages import Page


class PageAsked(msgspec.Struct, frozen=True):
    """What a page said of its paper."""

    url: str
    id: Identifier | None
    work: Work
    """What is known where there is no id; its title may be empty."""
    remark: str = ""
    """What to tell the user of it."""
    failure: str = ""
    """Why nothing is known of it, where it may be another time; empty elsewhere."""


def look_up(urls: Sequence[str], contact: str) -> tuple[PageAsked, ...]:
    """Look at the pages at `urls`; `contact` is an address that a site may write to."""
    # requests takes 100 ms, and few papers need it
    from digest.records.pages import look_at_pages  # noqa: PLC0415

    return tuple(map(_describe, look_at_pages(urls, contact)))


def _describe(page: Page) -> PageAsked:
    facts = page.facts
    work = Work(page.url, "webpage", facts.title, facts.authors, issued=facts.date, url=page.url)
    if page.remedy:
        failure = f"'{page.url}' {page.problem}; {page.remedy}"
        return PageAsked(page.url, None, work, failure=failure)
    if facts.id:
        return PageAsked(page.url, facts.id, work)
    given = {"title": facts.title, "authors": facts.authors, "date": facts.date}
    lacking = [f"'{name}'" for name, value in given.items() if not value]
    if not lacking:
        remark = f"'{page.url}' names no id: its title, authors and date are in the entry"
        return PageAsked(page.url, None, work, remark)
    why = page.problem or "does not say all of its paper"
    remark = f"'{page.url}' {why}: type {join_words(lacking)} into the entry"
    return PageAsked(page.url, None, work, remark)
