"""Which parts a newsletter has that are read by themselves, and which files each is made of."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Literal

import msgspec

from digest.content.discover import LOST, Source, classify

if TYPE_CHECKING:
    from collections.abc import Iterable

Kind = Literal["edition", "page", "record", "bibliography", "sent", "dismissed", "file", "static"]


class Unit(msgspec.Struct, frozen=True):
    """A part of a newsletter that is read by itself."""

    id: str
    """The path of its folder or file."""
    kind: Kind
    sources: tuple[Source, ...]


_TOGETHER = frozenset({"edition", "entry"})
"""The kinds of sources of which a folder's are one unit."""


def divide(sources: Iterable[Source]) -> Iterable[Unit]:
    """Part sources into units, in the order of their ids."""
    editions: dict[str, list[Source]] = {}
    units: list[Unit] = []
    for source in sources:
        # there are tens of thousands
        match source.kind:
            case "page" | "record" | "bibliography" | "sent" | "dismissed" | "file" | "static":
                units.append(Unit(source.path, source.kind, (source,)))
            case "edition" | "entry":
                editions.setdefault(source.path.rpartition("/")[0], []).append(source)
            case kind if kind in LOST and classify(source.path) in _TOGETHER:
                # what is in the place of a text and cannot be read is of the edition, too
                editions.setdefault(source.path.rpartition("/")[0], []).append(source)
            case _:
                # settings are read by themselves, and the rest is not read
                continue
    units += (Unit(id_, "edition", tuple(some)) for id_, some in editions.items())
    return sorted(units, key=attrgetter("id"))
