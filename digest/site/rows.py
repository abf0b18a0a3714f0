"""What is known of a newsletter once it is linked: all that a later build need not find anew."""

from __future__ import annotations

from typing import Literal

import msgspec

from digest.basics.diagnostics import Allowance, Diagnostic
from digest.content.discover import Source
from digest.content.divide import Kind
from digest.site.index import Parts
from digest.site.pages.following import Doubtful


class Row(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    """A unit, linked. What it exports, asks for and makes is in the index."""

    kind: Kind | Literal[""] = ""
    """Of its sources; empty where it has none, and is made of what others export."""
    sources: tuple[Source, ...] = ()
    """As they were read; without its time is one that is to be read again."""
    state: str = ""
    """How what is asked for, the day included, bears on it."""
    read: tuple[Diagnostic, ...] = ()
    """What is wrong with its sources by themselves."""
    found: tuple[Diagnostic, ...] = ()
    """What is wrong with it among the others."""
    doubtful: tuple[Doubtful, ...] = ()
    """Its links that are broken unless something that is no page is published there."""
    allowances: tuple[Allowance, ...] = ()
    date: str = ""
    """Of an edition, `YYYY-MM-DD`."""
    drafts: tuple[str, ...] = ()
    """The paths of its texts that are drafts, or belong to one."""
    waiting: tuple[str, ...] = ()
    """The paths of those that are not published."""
    corrected: str = ""
    """The day of an edition's last correction; empty where it has none."""

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of its sources."""
        return tuple(one.path for one in self.sources)

    @property
    def is_unread(self) -> bool:
        """Whether something of it could not be read: it may be by now, with no change of it."""
        found = (*self.read, *self.found)
        return bool(found) and any(one.rule == "file-unreadable" for one in found)


class Rows(msgspec.Struct, frozen=True):
    """The rows of all units, and what they all depend on."""

    base: str = ""
    """A hash of the settings, of the theme, and of digest itself."""
    constants: bytes = b""
    """What every page may use as `site`."""
    clashes: tuple[Diagnostic, ...] = ()
    """What is published in one place with something else."""
    units: dict[str, Row] = {}
    published: str = ""
    """The state of the output folder that had all that was planned; empty where that is not known.
    """
    parts: Parts = Parts()
    """Those of the index."""
    revision: str = ""
    """Tells them from all that were kept before; empty where they are not kept."""

    def lack_any_of(self, before: Rows) -> bool:
        """Tell whether a source of earlier rows is none any more."""
        for id_, known in before.units.items():
            row = self.units.get(id_, Row())
            # nearly all rows stand as they were
            if row is not known and {*known.paths} - {*row.paths}:
                return True
        return False
