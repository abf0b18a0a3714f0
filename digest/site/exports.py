"""The exported files beside each edition: the works that it covers and cites."""

from __future__ import annotations

from itertools import chain
from string import ascii_lowercase
from typing import TYPE_CHECKING

import msgspec

from digest.basics.text import canonical_json
from digest.citing.formats import FORMATS, Export
from digest.citing.formats.keys import KeyedWork, key_base, make_keys
from digest.site.addresses import export_address, site_path
from digest.site.outputs import Output, make_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.basics.works import Work
    from digest.citing.library import Library
    from digest.site.index import Exporter, Imports
    from digest.site.views.cards import EditionCard

_LATE = (10_000,)
"""Later than every year: where works without a date stand."""


class Arrival(msgspec.Struct, frozen=True, order=True, array_like=True):
    """A work of an edition, in the order in which works came into the newsletter.

    A draft comes last, so that it changes nothing that is. Within an edition the older work is
    first, and not the one that the text names first: moving is free.
    """

    draft: bool
    date: str
    edition: str
    index: int
    id: str
    base: str
    """The work's key before a letter is put behind it."""


def export_keys(
    exporter: Exporter, edition: EditionCard, works: Iterable[Work], library: Library
) -> None:
    """Export how the keys of an edition's works begin: by work, and by what they may clash with.

    A work that would have another key elsewhere, because of what this edition alone says of it, is
    exported as such: there are few.
    """
    groups: dict[str, list[Arrival]] = {}
    ordered = sorted(works, key=lambda work: (work.issued or _LATE, work.id))
    for index, work in enumerate(ordered):
        base = key_base(work)
        one = Arrival(edition.draft, edition.date, edition.id, index, work.id, base)
        exporter.add("arrival", work.id, one)
        known = library.work(work.id)
        if known and known is not work and key_base(known) != base:
            exporter.add("rekeyed", work.id, None)
        groups.setdefault(_group(base), []).append(one)
    for group, arrivals in groups.items():
        exporter.add("citekey", group, arrivals)


def _group(base: str) -> str:
    """Return what keys have in common that may be alike but for the letters behind them."""
    return base.rstrip(ascii_lowercase)


def plan_exports(
    edition: str, source: str, works: Iterable[Work], imports: Imports
) -> Iterator[Output]:
    """Plan the works of an edition in every format; an edition without works has no files."""
    keyed = tuple(KeyedWork(_find_key(work, imports), work) for work in works)
    if not keyed:
        return
    # hashed once for all formats
    shown = canonical_json(keyed)
    for name in FORMATS:
        key = make_key("export", name, shown)
        yield Output(export_path(edition, name), "export", key, source, view=Export(name, keyed))


def _find_key(work: Work, imports: Imports) -> str:
    is_same = work.id not in imports.keys("rekeyed")
    group = _group(key_base(work) if is_same else _first(work.id, imports).base)
    keys = imports.remember(("citekeys", group), lambda: _make_keys(group, imports))
    return keys[work.id]


def _first(id_: str, imports: Imports) -> Arrival:
    """Return how a work came first: its key is made of its own words then."""
    return min(imports.ask("arrival", id_, Arrival))


def _make_keys(group: str, imports: Imports) -> dict[str, str]:
    """Return the keys of all works whose keys begin alike."""
    arrivals = sorted(chain.from_iterable(imports.ask("citekey", group, list[Arrival])))
    rekeyed = imports.keys("rekeyed")
    return make_keys(
        (one.id, one.base)
        for one in arrivals
        if one.id not in rekeyed or one == _first(one.id, imports)
    )


def export_path(edition: str, form: str) -> str:
    """Return the path of an edition's exported file in a format: a key of `FORMATS`."""
    return site_path(export_address(edition, FORMATS[form].file))
