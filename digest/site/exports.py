"""The exported files beside each edition: the works that it covers and cites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.text import canonical_json
from digest.citing.formats import FORMATS, Export
from digest.citing.formats.keys import KeyedWork, make_keys
from digest.site.addresses import export_address, site_path
from digest.site.outputs import Output, make_key
from digest.site.views import EditionView

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digest.basics.works import Work
    from digest.site.pages import MadePage, MadeSite

_LATE = (10_000,)
"""Later than every year: where works without a date stand."""


def plan_exports(made: MadeSite) -> Iterator[Output]:
    """Plan the works of each edition in every format; an edition without works has no files."""
    editions = {
        page.view.edition.id: page for page in made.pages if isinstance(page.view, EditionView)
    }
    keys = make_keys(_by_arrival(editions, made.works))
    for id_, page in editions.items():
        if not made.works[id_]:
            continue
        keyed = tuple(KeyedWork(keys[work.id], work) for work in made.works[id_])
        # hashed once for all formats
        shown = canonical_json(keyed)
        for name in FORMATS:
            path = export_path(id_, name)
            key = make_key("export", name, shown)
            yield Output(path, "export", key, page.source, view=Export(name, keyed))


def export_path(edition: str, form: str) -> str:
    """Return the path of an edition's exported file in a format: a key of `FORMATS`."""
    return site_path(export_address(edition, FORMATS[form].file))


def _by_arrival(
    editions: Mapping[str, MadePage], works: Mapping[str, tuple[Work, ...]]
) -> Iterator[Work]:
    """Yield the works of all editions in the order in which they came into the newsletter.

    A draft comes last, so that it changes nothing that is. Within an edition the
    older work is first, and not the one that the text names first: moving is free.
    """
    for waits in (False, True):
        for id_, page in editions.items():
            if isinstance(page.view, EditionView) and page.view.edition.draft == waits:
                yield from sorted(works[id_], key=lambda work: (work.issued or _LATE, work.id))
