"""The exported files beside each edition: the works that it covers and cites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.exporting.formats import FORMATS, Export
from digest.exporting.keys import KeyedWork, make_keys
from digest.site.addresses import edition_address
from digest.site.outputs import Output, make_key, site_path
from digest.text import canonical_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digest.citing.library import Library
    from digest.site.pages import MadePage, MadeSite


def plan_exports(made: MadeSite, library: Library) -> Iterator[Output]:
    """Plan the works of each edition in every format; an edition without works has no files."""
    keys = make_keys(library.works.values())
    sources = _sources(made.pages)
    for id_, works in made.works.items():
        if not works:
            continue
        keyed = tuple(KeyedWork(keys[work.id], work) for work in works)
        # hashed once for all formats
        shown = canonical_json(keyed)
        for name, form in FORMATS.items():
            path = site_path(edition_address(id_) + form.file)
            key = make_key("export", name, shown)
            yield Output(path, "export", key, sources[edition_address(id_)], Export(name, keyed))


def _sources(pages: tuple[MadePage, ...]) -> Mapping[str, str]:
    return {page.view.page.address: page.source for page in pages}
