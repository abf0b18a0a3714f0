"""All outputs of an edition or of a free page, and what others must know of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic
from digest.basics.text import canonical_json, fingerprint
from digest.site.addresses import entry_address, site_path
from digest.site.compose import Composer, Doubtful
from digest.site.coverage import Coverage
from digest.site.dating import edition_changed, entry_changed
from digest.site.exports import plan_exports
from digest.site.feedids import find_first_addresses
from digest.site.feeds import ComposedEdition
from digest.site.index import Exporter, Exports
from digest.site.neighbours import Neighbours
from digest.site.outputs import Output
from digest.site.pages import PageMaker
from digest.site.plan import Planner
from digest.site.targets import Targets

if TYPE_CHECKING:
    from digest.content.units import Units
    from digest.settings.config import Settings
    from digest.settings.theme import Theme
    from digest.site.index import Imports
    from digest.site.published import PublishedEdition, PublishedPage
    from digest.site.views import SiteConstants
    from digest.site.works import Works


class MadeOutputs(msgspec.Struct, frozen=True):
    """The outputs of a unit."""

    outputs: tuple[Output, ...] = ()
    exports: Exports = {}
    diagnostics: tuple[Diagnostic, ...] = ()
    doubtful: tuple[Doubtful, ...] = ()


class UnitMaker:
    """Makes the outputs of editions and free pages, one by one."""

    def __init__(
        self,
        units: Units,
        settings: Settings,
        theme: Theme,
        constants: SiteConstants,
        imports: Imports,
        works: Works,
    ) -> None:
        self._imports = imports
        composer = Composer(
            Targets(imports), works.library, Coverage(imports), units.facts, settings
        )
        self._pages = PageMaker(settings, imports, composer, works, units.texts.__getitem__)
        self.planner = Planner(settings, theme, constants, imports, units.facts)

    def compose(self, published: PublishedEdition) -> ComposedEdition:
        """Make the pages of an edition."""
        imports, id_ = self._imports, published.card.id
        (neighbours,) = imports.ask("beside", id_, Neighbours)
        made = self._pages.make_edition(published, neighbours)
        pictures = self.planner.pictures(made)
        first = find_first_addresses(
            published.enriched, lambda address: imports.has("claimed", address)
        )
        return ComposedEdition(published, made, pictures, first)

    def edition(self, composed: ComposedEdition, email: str) -> MadeOutputs:
        """Make the outputs of an edition; `email` says whose mails are made."""
        published, made, pictures = composed.published, composed.made, composed.pictures
        (neighbours,) = self._imports.ask("beside", published.card.id, Neighbours)
        pages = tuple(self.planner.pages(made.pages))
        files = self.planner.files(made)
        source = published.enriched.edition.path
        exports = plan_exports(published.card.id, source, made.works, self._imports)
        is_newest = neighbours.newer is None
        mail = self.planner.mail(published, made, pictures, email, is_newest=is_newest)
        return MadeOutputs(
            (*pages, *files.value, *pictures.outputs, *exports, *mail.value),
            _export(composed, pages),
            (*made.diagnostics, *files.diagnostics, *mail.diagnostics),
            made.doubtful,
        )

    def page(self, published: PublishedPage) -> MadeOutputs:
        """Make the outputs of a free page."""
        made = self._pages.make_page(published)
        files = self.planner.files(made)
        outputs = (*self.planner.pages(made.pages), *files.value)
        return MadeOutputs(outputs, {}, (*made.diagnostics, *files.diagnostics), made.doubtful)


def _export(composed: ComposedEdition, pages: tuple[Output, ...]) -> Exports:
    """Return what feeds must know of an edition's pages."""
    exporter = Exporter()
    one, card = composed.published.enriched, composed.published.card
    # of two at one address a feed shows the first, and so does what is exported last
    keys = {output.path: output.key for output in reversed(pages)}
    shown = canonical_json(composed.pictures.shown)

    def add(address: str, *more: str) -> None:
        key = keys[site_path(address)]
        exporter.add("made", address, fingerprint(key, shown, composed.first[address], *more))

    add(card.address, edition_changed(one))
    for covered in reversed(one.entries):
        described = covered.entry.description
        address = entry_address(card.id, covered.entry.slug)
        add(address, entry_changed(covered, card.date), described.plain if described else "")
    return exporter.exports
