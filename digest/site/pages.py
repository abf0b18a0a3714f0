"""Every page of the site as a view: editions, entries, free pages, and the lists of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic, Found, Place
from digest.basics.fragments import Prose
from digest.basics.works import Work
from digest.citing.library import Unresolved
from digest.markdown import render_title
from digest.settings.config import SITE_FILE
from digest.site import lists
from digest.site.addresses import page_address, public_url
from digest.site.aliases import check_base, list_aliases
from digest.site.atlas import make_atlas
from digest.site.cards import make_edition_card, make_entry_card, make_export_links
from digest.site.compose import Composer, Doubtful, Finished, PageText
from digest.site.coverage import make_coverage
from digest.site.descriptions import describe_text, shorten
from digest.site.editionblocks import BlockMaker
from digest.site.entries import make_entry
from digest.site.ids import check_ids, ids_of
from digest.site.naming import Namer
from digest.site.parts import (
    EditionCard,
    Editor,
    EntryCard,
    Page,
    ReferencesBlock,
)
from digest.site.placement import place_entries
from digest.site.sharing import share
from digest.site.views import (
    EditionView,
    EntryPageView,
    FreePageView,
    RedirectView,
    View,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from digest.basics.editions import Edition, FreePage
    from digest.basics.fragments import Body
    from digest.content.filefacts import FileFacts
    from digest.content.load import Content
    from digest.site.join import CoveredEntry, EnrichedEdition, Joined
    from digest.site.placement import Placed
    from digest.site.select import Selected


class MadePage(msgspec.Struct, frozen=True):
    """A page, and the source that messages about it name."""

    view: View
    source: str
    place: Place | None = None
    """Where the alias was typed that the page stands at, if it does."""


class MadeSite(msgspec.Struct, frozen=True):
    """All pages, and the files that they show or link to."""

    pages: tuple[MadePage, ...]
    files: dict[str, str]
    """From the address of a file to its path below the site's root."""
    works: dict[str, tuple[Work, ...]]
    """What each edition covers and cites, by its id; in reading order, each once. What has no
    record is not among them: nothing true could be said of it."""
    doubtful: tuple[Doubtful, ...]
    """Links that lead to no page, and may lead to something else that is published."""


class SiteMaker:
    """Makes the view of every page of a site."""

    def __init__(
        self,
        content: Content,
        joined: Joined,
        selected: Selected,
        words: Mapping[str, str],
        facts: Callable[[str], FileFacts],
    ) -> None:
        """Take the site apart into what its pages need.

        `words` are the theme's own in the site's language, for the titles of lists; `facts`
        gives hash and size of a file below content/.
        """
        self.settings = content.settings
        self.content = content
        self.free_pages = selected.pages
        self.words = words
        self.diagnostics: list[Diagnostic] = []
        self.doubtful: list[Doubtful] = []
        self.files: dict[str, str] = {}
        self.works: dict[str, tuple[Work, ...]] = {}
        entries = (covered for one in joined.editions for covered in one.entries)
        self.unknown = {covered.work.id for covered in entries if not covered.is_known}
        slugs = {
            one.edition.id: frozenset(covered.entry.slug for covered in one.entries)
            for one in joined.editions
        }
        self.layouts: dict[str, tuple[Placed, ...]] = {}
        self.editions: list[EnrichedEdition] = []
        for one in selected.editions:
            placed = place_entries(one, slugs[one.edition.id])
            self.diagnostics += placed.diagnostics
            self.layouts[one.edition.id] = placed.value.blocks
            self.editions.append(placed.value.edition)
        self.cards = {
            one.edition.id: make_edition_card(one, self.settings) for one in self.editions
        }
        self.aliases = tuple(list_aliases(selected))
        self.authors = lists.find_author_pages(self.editions)
        self.namer = Namer(joined.library)
        self.blocks = BlockMaker(self.settings, self.authors, self.namer)
        self.coverage = make_coverage(self.editions, self.cards, joined.library)
        self.composer = Composer(
            make_atlas(
                content,
                selected,
                lists.list_addresses(self.editions, self.authors),
                {alias.address: alias.target for alias in self.aliases},
            ),
            joined.library,
            self.coverage,
            facts,
            self.settings,
        )

    def make(self) -> Found[MadeSite]:
        """Make all pages, with every problem met on them."""
        listed = lists.ListMaker(
            self.editions, self.cards, self.settings, self.authors, self._page, self.words
        )
        # what digest makes comes first: of two pages at one address the editor's is to move
        made = [MadePage(view, SITE_FILE) for view in listed.make()]
        made += (*self._editions(), *self._free_pages(), *self._redirects())
        pages = tuple(
            msgspec.structs.replace(page, view=share(page.view, self.settings)) for page in made
        )
        site = MadeSite(pages, self.files, self.works, tuple(self.doubtful))
        return Found(site, tuple(self.diagnostics))

    def _page(self, address: str, title: str, description: str, lang: str = "") -> Page:
        url = public_url(self.settings.url, address)
        described = shorten(description or self.settings.tagline or self.settings.title)
        return Page(address, title, described, url, lang or self.settings.lang)

    def _finish(self, page: PageText) -> Finished:
        """Finish a page, and keep what the site must know of it."""
        finished = page.finish()
        self.diagnostics += finished.diagnostics
        self.doubtful += finished.doubtful
        self.files |= page.files
        return finished

    # --- editions and their entries ---

    def _editions(self) -> Iterator[MadePage]:
        for index, enriched in enumerate(self.editions):
            older = self.editions[index - 1] if index else None
            newer = self.editions[index + 1] if index + 1 < len(self.editions) else None
            yield self._edition(enriched, newer, older)
            yield from self._entries(enriched)

    def _edition(
        self,
        enriched: EnrichedEdition,
        newer: EnrichedEdition | None,
        older: EnrichedEdition | None,
    ) -> MadePage:
        edition = enriched.edition
        card = self.cards[edition.id]
        lang = edition.lang or self.settings.lang
        page = self.composer.page(edition.id, lang)
        deck = page.use(edition.description, edition.path)
        ids = ids_of(enriched)
        self.diagnostics += check_ids(enriched)
        blocks, contents = self.blocks.make(edition, self.layouts[edition.id], page, ids)
        notes = page.use(edition.body.notes, edition.path, ids)
        finished = self._finish(page)
        self.works[edition.id] = tuple(one for one in page.works() if one.id not in self.unknown)
        if not finished.citations.references:
            blocks = [block for block in blocks if not isinstance(block, ReferencesBlock)]
        self._check_promised(enriched, finished.citations.numbers)
        view = EditionView(
            page=self._page(card.address, card.title, self._describe(enriched), lang),
            edition=card,
            deck=deck,
            editors=self._editors(edition),
            contents=tuple(contents),
            blocks=tuple(blocks),
            notes=notes,
            exports=make_export_links(edition.id) if self.works[edition.id] else (),
            newer=self.cards[newer.edition.id] if newer else None,
            older=self.cards[older.edition.id] if older else None,
            citations=finished.citations,
            linked=finished.links,
        )
        return MadePage(view, edition.path)

    def _describe(self, enriched: EnrichedEdition) -> str:
        """Return an edition's description; without one what it covers, or how it begins."""
        edition = enriched.edition
        if edition.description:
            return edition.description.plain
        names = ", ".join(
            covered.entry.name or render_title(covered.work.title)[1]
            for covered in enriched.entries
        )
        return names or self._beginning(edition.body, edition.id, edition.lang)

    def _beginning(self, body: Body, edition: str, lang: str) -> str:
        prose = next((block for block in body.blocks if isinstance(block, Prose)), None)
        if prose is None:
            return ""
        lang = lang or self.settings.lang
        parts = self.content.texts[prose.fragment.hash]
        return describe_text(parts, lambda key: self.namer.name(key, edition, lang))

    def _editors(self, edition: Edition) -> tuple[Editor, ...]:
        known = {person.name: person.url for person in self.settings.editors}
        names = edition.editors or tuple(known)
        return tuple(Editor(name, known.get(name, "")) for name in names)

    def _check_promised(self, enriched: EnrichedEdition, numbers: dict[str, int]) -> None:
        """Report works that the edition's `references:` lists and its page never cites."""
        edition = enriched.edition
        cited = {self._work_id(key, edition.id) for key in numbers}
        for key, place in edition.references:
            found = self.composer.library.find(key, edition.id)
            if isinstance(found, Unresolved):
                fix = place.edit(key, found.meant)
                self.diagnostics.append(place.diagnose(found.rule, found.message, found.hint, fix))
            elif found.id not in cited:
                message = f"'{key}' is listed and never cited"
                hint = f"cite it with [@{key}], or take it off the list"
                self.diagnostics.append(place.diagnose("reference-unused", message, hint))

    def _work_id(self, key: str, edition_id: str) -> str:
        found = self.composer.library.find(key, edition_id)
        return "" if isinstance(found, Unresolved) else found.id

    def _entries(self, enriched: EnrichedEdition) -> Iterator[MadePage]:
        for index, covered in enumerate(enriched.entries):
            older = enriched.entries[index - 1] if index else None
            newer = enriched.entries[index + 1] if index + 1 < len(enriched.entries) else None
            yield self._entry(enriched, covered, newer, older)

    def _entry(
        self,
        enriched: EnrichedEdition,
        covered: CoveredEntry,
        newer: CoveredEntry | None,
        older: CoveredEntry | None,
    ) -> MadePage:
        entry, card = covered.entry, self.cards[enriched.edition.id]
        lang = entry.lang or enriched.edition.lang or self.settings.lang
        page = self.composer.page(entry.edition, lang)
        made = make_entry(covered, page, self.settings, self.authors, prefix="", level=1)
        finished = self._finish(page)
        title = f"{made.name}: {made.title_text}" if made.name else made.title_text
        described = entry.description.plain if entry.description else ""
        facts = ". ".join(filter(None, (made.title_text, made.byline)))
        view = EntryPageView(
            page=self._page(made.address, title, described or facts, lang),
            edition=card,
            editors=self._editors(enriched.edition),
            entry=made,
            newer=self._neighbour(newer, card),
            older=self._neighbour(older, card),
            mentions=self.coverage.mentions_of(covered.work.id, made.address),
            citations=finished.citations,
            linked=finished.links,
        )
        return MadePage(view, entry.path)

    def _neighbour(self, covered: CoveredEntry | None, card: EditionCard) -> EntryCard | None:
        if covered is None:
            return None
        return make_entry_card(covered, card, self.settings, with_edition=False)

    # --- free pages and old addresses ---

    def _free_pages(self) -> Iterator[MadePage]:
        for free in self.free_pages:
            yield self._free_page(free)

    def _free_page(self, free: FreePage) -> MadePage:
        lang = free.lang or self.settings.lang
        page = self.composer.page("", lang)
        body = tuple(
            used
            for block in free.body.blocks
            if isinstance(block, Prose) and (used := page.use(block.fragment, free.path))
        )
        notes = page.use(free.body.notes, free.path)
        finished = self._finish(page)
        described = (
            free.description.plain
            if free.description
            else self._beginning(free.body, "", free.lang)
        )
        view = FreePageView(
            page=self._page(page_address(free.slug), free.title, described, lang),
            body=body,
            notes=notes,
            citations=finished.citations,
            linked=finished.links,
        )
        return MadePage(view, free.path)

    def _redirects(self) -> Iterable[MadePage]:
        for alias in self.aliases:
            self.diagnostics += check_base(alias, self.settings.base_path)
            page = self._page(alias.address, alias.title, "")
            # a search engine is told the new address, not the old one
            canonical = public_url(self.settings.url, alias.target)
            page = msgspec.structs.replace(page, canonical=canonical)
            yield MadePage(RedirectView(page, alias.target), alias.place.path, alias.place)
