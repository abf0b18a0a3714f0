"""What of the content is published: drafts and future editions wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.settings.buildoptions import NEWEST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.basics.editions import Edition
    from digest.content.units import EditionFolder


class Selection(msgspec.Struct, frozen=True):
    """Which editions, entries and pages are published."""

    today: str
    """`YYYY-MM-DD`; an edition with a later date waits."""
    drafts: bool = False
    """Whether drafts are published too."""
    future: bool = False
    """Whether editions dated later than `today` are published too."""
    email: str = NEWEST
    """Whose mail is made: that of the `newest` edition, of `all`, of `none`, or of the ids named,
    with commas between them."""

    def takes(self, edition: Edition) -> bool:
        """Whether the edition is published by this selection."""
        return (self.drafts or not edition.draft) and (self.future or edition.date <= self.today)


def list_drafts(folder: EditionFolder) -> Iterator[str]:
    """List the paths of an edition's files that are drafts, or belong to one."""
    if folder.edition.draft:
        yield folder.edition.path
    for entry in folder.entries:
        if entry.draft or folder.edition.draft:
            yield entry.path
