"""What of the content is published: drafts and future editions wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.editions import FreePage
from digest.site.join import EnrichedEdition

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.basics.editions import Edition
    from digest.content.load import Content
    from digest.site.join import Joined


class Selection(msgspec.Struct, frozen=True):
    """Which editions, entries and pages are published."""

    today: str
    """`YYYY-MM-DD`; an edition with a later date waits."""
    drafts: bool = False
    """Whether drafts are published too."""
    future: bool = False
    """Whether editions dated later than `today` are published too."""
    email: str = "newest"
    """Whose mail is made: that of the `newest` edition, of `all`, of `none`, or of the ids named,
    with commas between them."""

    def takes(self, edition: Edition) -> bool:
        """Whether the edition is published by this selection."""
        return (self.drafts or not edition.draft) and (self.future or edition.date <= self.today)


class Selected(msgspec.Struct, frozen=True):
    """What a selection lets through."""

    editions: tuple[EnrichedEdition, ...]
    """Oldest first, without the entries that wait."""
    pages: tuple[FreePage, ...]
    waiting: frozenset[str]
    """The paths of the files that wait."""


def select(joined: Joined, content: Content, selection: Selection) -> Selected:
    """Choose what is published."""
    editions = []
    waiting = {page.path for page in content.pages if page.draft and not selection.drafts}
    for enriched in joined.editions:
        edition = enriched.edition
        if not selection.takes(edition):
            waiting |= {edition.path, *(covered.entry.path for covered in enriched.entries)}
            continue
        ready = [e for e in enriched.entries if selection.drafts or not e.entry.draft]
        waiting |= {e.entry.path for e in enriched.entries} - {e.entry.path for e in ready}
        editions.append(EnrichedEdition(edition, tuple(ready)))
    pages = tuple(page for page in content.pages if page.path not in waiting)
    return Selected(tuple(editions), pages, frozenset(waiting))


def draft_paths(content: Content) -> frozenset[str]:
    """Return the paths of all files that are drafts, or belong to one."""
    return frozenset(_drafts(content))


def _drafts(content: Content) -> Iterable[str]:
    yield from (page.path for page in content.pages if page.draft)
    for folder in content.editions:
        if folder.edition.draft:
            yield folder.edition.path
        for entry in folder.entries:
            if entry.draft or folder.edition.draft:
                yield entry.path
