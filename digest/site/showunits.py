"""What is published of each unit, and what is wrong with it among the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic
from digest.basics.recent import Recent
from digest.content.mentions import (
    cited_in_edition,
    cited_in_entry,
    cited_in_page,
    list_promises,
)
from digest.site.checks.citations import check_citations, check_forms
from digest.site.checks.doubts import check_edition, check_filled
from digest.site.index import Exports
from digest.site.join import EnrichedEdition, join_edition
from digest.site.pages.corrections import check_sent
from digest.site.people.credits import People, check_folder
from digest.site.published import (
    PublishedEdition,
    PublishedPage,
    export_published,
    export_published_page,
    publish_edition,
    publish_page,
)

if TYPE_CHECKING:
    from digest.content.units import Units
    from digest.settings.config import Settings
    from digest.site.index import Imports
    from digest.site.select import Selection
    from digest.site.works import Works

_MOST = 100
"""Of so many editions the works are at hand; those of others are found again."""


class Joined(msgspec.Struct, frozen=True):
    """An edition with its works, and what of it is published."""

    edition: EnrichedEdition
    published: PublishedEdition | None
    found: tuple[Diagnostic, ...]
    """What is wrong with its works, and with how it is laid out."""


class Shown(msgspec.Struct, frozen=True):
    """What others may see of a unit."""

    exports: Exports
    found: tuple[Diagnostic, ...]
    """What is wrong with it among the others."""
    asked: frozenset[str]
    """The names that it asked for."""


class UnitShower:
    """Finds what is published of editions and free pages, one by one."""

    def __init__(
        self,
        units: Units,
        settings: Settings,
        selection: Selection,
        imports: Imports,
        works: Works,
    ) -> None:
        self._units = units
        self._settings = settings
        self._selection = selection
        self._imports = imports
        self._works = works
        self._people = People(settings)
        self._joined: Recent[Joined] = Recent(_MOST)

    def edition(self, id_: str) -> Joined | None:
        """Return an edition with what of it is published; None where it cannot be one."""
        if id_ not in self._joined:
            folder = self._units.edition(id_).value
            if folder is None:
                return None
            joined = join_edition(folder, self._works)
            published = publish_edition(
                joined.value, self._selection, self._works.library, self._settings
            )
            found = (*joined.diagnostics, *published.diagnostics)
            self._joined[id_] = Joined(joined.value, published.value, found)
        return self._joined[id_]

    def page(self, id_: str) -> PublishedPage | None:
        """Return a free page as it is published, if it is."""
        page, library = self._units.page(id_).value, self._works.library
        return publish_page(page, self._selection, library, self._settings)

    def show(self, id_: str) -> Shown:
        """Return what others may see of a unit."""
        self._imports.begin()
        is_edition = self._units.all[id_].kind == "edition"
        exports, found = self._show_edition(id_) if is_edition else self._show_page(id_)
        return Shown(exports, found, frozenset(self._imports.asked))

    def _show_edition(self, id_: str) -> tuple[Exports, tuple[Diagnostic, ...]]:
        joined, folder = self.edition(id_), self._units.edition(id_).value
        if joined is None or folder is None:
            return {}, ()
        library = self._works.library
        shown = export_published(joined.edition, joined.published, self._works, self._settings)
        entries = [one for one in folder.entries if not one.draft]
        # of what could not be read nobody knows whether anything is in it
        is_shown = joined.published and not self._units.edition(id_).diagnostics
        citations = [*cited_in_edition(folder.edition)]
        citations += (one for entry in folder.entries for one in cited_in_entry(entry))
        found = (
            *joined.found,
            *check_citations(citations, library),
            *check_forms((*citations, *list_promises(folder.edition)), library),
            *check_edition(folder, self._selection.today, self._settings.lang, self._imports),
            *check_folder(folder, self._people),
            *(check_filled(folder.edition, has_entries=bool(entries)) if is_shown else ()),
            *check_sent(folder, self._units.texts.plain, self._settings.timezone, self._imports),
        )
        return shown, found

    def _show_page(self, id_: str) -> tuple[Exports, tuple[Diagnostic, ...]]:
        read, library = self._units.page(id_), self._works.library
        page = read.value
        citations = [*cited_in_page(page)]
        published = self.page(id_)
        found = (
            *check_citations(citations, library),
            *check_forms(citations, library),
            *(check_filled(page, has_entries=False) if published and not read.diagnostics else ()),
        )
        return export_published_page(page, published), found
