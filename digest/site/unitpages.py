"""All outputs of an edition or of a free page, and what others must know of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic
from digest.basics.text import canonical_json, fingerprint
from digest.site.addresses import entry_address, is_static, site_path
from digest.site.coverage import Coverage
from digest.site.dating import edition_changed, entry_changed
from digest.site.exports import plan_exports
from digest.site.index import Exporter, Exports
from digest.site.links.targets import make_targets
from digest.site.neighbours import Neighbours
from digest.site.outputs import Output
from digest.site.pages.compose import Composer
from digest.site.pages.following import Doubtful
from digest.site.pages.maker import PageMaker
from digest.site.people.pages import PersonPageMaker
from digest.site.plan import Planner
from digest.site.together.feedids import find_first_addresses
from digest.site.together.feeds import ComposedEdition

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digest.content.units import Units
    from digest.settings.config import Settings
    from digest.settings.theme import Theme
    from digest.site.index import Imports
    from digest.site.pages.made import MadeUnit
    from digest.site.published import PublishedEdition, PublishedPage
    from digest.site.views.pages import SiteConstants
    from digest.site.worker import Worker
    from digest.site.works import Works


class MadeOutputs(msgspec.Struct, frozen=True):
    """The outputs of a unit."""

    outputs: tuple[Output, ...] = ()
    exports: Exports = {}
    diagnostics: tuple[Diagnostic, ...] = ()
    doubtful: tuple[Doubtful, ...] = ()


class UnitMaker:
    """Makes the outputs of editions and free pages, one by one."""

    def __init__(  # noqa: PLR0913, PLR0917 -- all that pages are made of
        self,
        units: Units,
        settings: Settings,
        theme: Theme,
        constants: SiteConstants,
        imports: Imports,
        works: Works,
        worker: Worker,
    ) -> None:
        self._units = units
        self._settings = settings
        self._imports = imports
        self.targets = make_targets(settings, imports)
        self.composer = Composer(
            self.targets,
            works.library,
            Coverage(imports),
            units.facts,
            worker.find_variants,
            settings,
        )
        texts = units.texts.__getitem__
        self._pages = PageMaker(settings, imports, self.composer, works, texts)
        self.planner = Planner(settings, theme, constants, imports, units.facts)

    def compose(self, published: PublishedEdition, address: str) -> ComposedEdition:
        """Make one page of an edition, its own or that of an entry, by its address."""
        neighbours = self._find_neighbours(published)
        return self._complete(
            published, self._pages.make_edition_page(published, neighbours, address)
        )

    def _complete(self, published: PublishedEdition, made: MadeUnit) -> ComposedEdition:
        imports = self._imports
        first = find_first_addresses(
            published.enriched, lambda address: imports.has("claimed", address)
        )
        return ComposedEdition(published, made, self.planner.pictures(made), first)

    def _find_neighbours(self, published: PublishedEdition) -> Neighbours:
        (neighbours,) = self._imports.ask("beside", published.card.id, Neighbours)
        return neighbours

    def edition(self, published: PublishedEdition, email: str) -> MadeOutputs:
        """Make the outputs of an edition; `email` says whose mails are made."""
        neighbours = self._find_neighbours(published)
        composed = self._complete(published, self._pages.make_edition(published, neighbours))
        made, pictures = composed.made, composed.pictures
        pages = tuple(self.planner.pages(made.pages))
        files, variants = self.planner.files(_beside(made)), self.planner.variants(made)
        source = published.enriched.edition.path
        exports = plan_exports(published.card.id, source, made.works, self._imports)
        is_newest = neighbours.newer is None
        mail = self.planner.mail(published, made, pictures, email, is_newest=is_newest)
        return MadeOutputs(
            (*pages, *files.value, *variants, *pictures.outputs, *exports, *mail.value),
            _export(composed, pages),
            (*made.diagnostics, *files.diagnostics, *mail.diagnostics),
            made.doubtful,
        )

    def make_people(self, words: Mapping[str, str]) -> PersonPageMaker:
        """Return what makes the pages of people; `words` are the theme's own."""
        units = self._units
        return PersonPageMaker(
            self._settings,
            words,
            self._imports,
            self.composer,
            units.site_texts,
            units.texts.__getitem__,
        )

    def page(self, published: PublishedPage) -> MadeOutputs:
        """Make the outputs of a free page."""
        return self.plan(self._pages.make_page(published))

    def plan(self, made: MadeUnit) -> MadeOutputs:
        """Plan pages of which nobody else must know anything, with the files beside them."""
        files = self.planner.files(_beside(made))
        variants = self.planner.variants(made)
        outputs = (*self.planner.pages(made.pages), *files.value, *variants)
        return MadeOutputs(outputs, {}, (*made.diagnostics, *files.diagnostics), made.doubtful)


def _beside(made: MadeUnit) -> Iterator[str]:
    """List the files that are published only because a page shows them or links to them."""
    return (path for path in made.files.values() if not is_static(path))


def _export(composed: ComposedEdition, pages: tuple[Output, ...]) -> Exports:
    """Return what feeds must know of an edition's pages."""
    exporter = Exporter()
    one, card = composed.published.enriched, composed.published.card
    # of two at one address a feed shows the first, and so does what is exported last
    keys = {output.path: output.key for output in reversed(pages)}
    shown = canonical_json(composed.pictures.fed)

    def add(address: str, *more: str) -> None:
        key = keys[site_path(address)]
        exporter.add("made", address, fingerprint(key, shown, composed.first[address], *more))

    add(card.address, edition_changed(one))
    for covered in reversed(one.entries):
        described = covered.entry.description
        address = entry_address(card.id, covered.entry.slug)
        add(address, entry_changed(covered, card.date), described.plain if described else "")
    return exporter.exports
