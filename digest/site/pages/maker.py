"""The pages of an edition, its entries and free pages as views."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.fragments import Prose
from digest.citing.library import Unresolved, cite
from digest.content.readingtime import count_minutes
from digest.markdown import render_title
from digest.settings.readerconfig import discussion_of
from digest.site.addresses import entry_address, page_address, public_url
from digest.site.aliases import check_base, choose_aliases
from digest.site.links.ids import check_ids, ids_of
from digest.site.pages.cards import make_entry_card, make_export_links
from digest.site.pages.corrections import find_earlier, make_corrections
from digest.site.pages.descriptions import cut_description, describe_text
from digest.site.pages.editionblocks import BlockMaker, put_sponsors
from digest.site.pages.entries import describe_entry, put_entry
from digest.site.pages.made import MadePage, MadeUnit
from digest.site.pages.naming import Namer
from digest.site.people.authors import AuthorPages
from digest.site.people.credits import People
from digest.site.sharing.sharing import share
from digest.site.views.pages import EditionView, EntryPageView, FreePageView, RedirectView
from digest.site.views.parts import EntryView, Page, ReferencesBlock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from digest.basics.diagnostics import Diagnostic, Place
    from digest.basics.fragments import Body, Parts
    from digest.basics.works import Work
    from digest.settings.config import Settings
    from digest.site.aliases import Aliases
    from digest.site.index import Imports
    from digest.site.join import CoveredEntry
    from digest.site.neighbours import Neighbours
    from digest.site.pages.compose import Composer, Finished, PageText
    from digest.site.pages.following import Doubtful
    from digest.site.published import PublishedEdition, PublishedPage
    from digest.site.views.cards import EntryCard
    from digest.site.works import Works


def make_page(settings: Settings, address: str, title: str, described: str, lang: str = "") -> Page:
    """Return what every page has; `described` may be empty."""
    url = public_url(settings.url, address)
    described = cut_description(described or settings.tagline or settings.title)
    return Page(address, title, described, url, lang or settings.lang)


class PageMaker:
    """Makes the pages of editions and free pages."""

    def __init__(
        self,
        settings: Settings,
        imports: Imports,
        composer: Composer,
        works: Works,
        texts: Callable[[str], Parts],
    ) -> None:
        """`texts` gives a fragment's text by its hash."""
        self.settings = settings
        self.imports = imports
        self.composer = composer
        self.works = works
        self.texts = texts
        self.authors = AuthorPages(imports)
        self.people = People(settings)
        self.namer = Namer(composer.library)
        self.blocks = BlockMaker(settings, self.namer)

    def make_edition(self, published: PublishedEdition, neighbours: Neighbours) -> MadeUnit:
        """Make the pages of an edition, its entries and their aliases."""
        return _EditionMaker(self, published, neighbours).make()

    def make_edition_page(
        self, published: PublishedEdition, neighbours: Neighbours, address: str
    ) -> MadeUnit:
        """Make one page of an edition, its own or that of an entry, by its address."""
        return _EditionMaker(self, published, neighbours).make_one(address)

    def make_page(self, published: PublishedPage) -> MadeUnit:
        """Make a free page, and its aliases."""
        return _FreePageMaker(self, published).make()


class _Maker:
    """Makes the pages of one unit, and gathers what the site must know of them."""

    def __init__(self, maker: PageMaker) -> None:
        self.maker = maker
        self.settings = maker.settings
        self.composer = maker.composer
        self.files: dict[str, str] = {}
        self.variants: dict[str, str] = {}
        self.elsewhere: dict[str, Place] = {}
        self.doubtful: list[Doubtful] = []
        self.diagnostics: list[Diagnostic] = []

    def finish(self, pages: Iterable[MadePage], works: tuple[Work, ...] = ()) -> MadeUnit:
        """Return the unit, its pages with the pictures that they are shared with."""
        shared = tuple(
            msgspec.structs.replace(page, view=share(page.view, self.settings)) for page in pages
        )
        return MadeUnit(
            shared,
            self.files,
            self.variants,
            self.elsewhere,
            works,
            tuple(self.doubtful),
            tuple(self.diagnostics),
        )

    def finish_page(self, page: PageText) -> Finished:
        """Finish a page, and keep what the site must know of it."""
        finished = page.finish()
        self.diagnostics += finished.diagnostics
        self.doubtful += finished.doubtful
        self.files |= page.followed.files
        self.variants |= page.followed.variants
        self.elsewhere = page.followed.elsewhere | self.elsewhere
        return finished

    def redirect(self, aliases: Aliases) -> Iterator[MadePage]:
        """Make the pages that lead on from old addresses."""
        for alias in choose_aliases(aliases, self.maker.imports):
            self.diagnostics += check_base(
                "alias", alias.typed, alias.place, self.settings.base_path
            )
            page = make_page(self.settings, alias.address, alias.title, "")
            # a search engine is told the new address, not the old one
            canonical = public_url(self.settings.url, alias.target)
            page = msgspec.structs.replace(page, canonical=canonical)
            yield MadePage(RedirectView(page, alias.target), alias.place.path, alias.place)

    def beginning(self, body: Body, edition: str, lang: str) -> str:
        """Return how a text begins, in plain text."""
        prose = next((block for block in body.blocks if isinstance(block, Prose)), None)
        if prose is None:
            return ""
        parts = self.maker.texts(prose.fragment.hash)
        lang = lang or self.settings.lang
        return describe_text(parts, lambda key: self.maker.namer.name(key, edition, lang))


class _EditionMaker(_Maker):
    def __init__(
        self, maker: PageMaker, published: PublishedEdition, neighbours: Neighbours
    ) -> None:
        super().__init__(maker)
        self.published = published
        self.enriched = published.enriched
        self.edition = published.enriched.edition
        self.neighbours = neighbours
        people = maker.people
        self.editors = people.find_all(people.named_in(self.edition))
        self._described: dict[str, EntryView] = {}
        """Entries without their texts, by slug: two pages have each."""
        self._cards: dict[int, EntryCard] = {}

    def make(self) -> MadeUnit:
        edition, works = self._edition()
        entries = map(self._entry, range(len(self.enriched.entries)))
        pages = [edition, *entries, *self.redirect(self.published.aliases)]
        return self.finish(pages, works)

    def make_one(self, address: str) -> MadeUnit:
        if address == self.published.card.address:
            return self.finish([self._edition()[0]])
        id_, entries = self.edition.id, self.enriched.entries
        addresses = [entry_address(id_, one.entry.slug) for one in entries]
        return self.finish([self._entry(addresses.index(address))])

    def _edition(self) -> tuple[MadePage, tuple[Work, ...]]:
        enriched, edition, card = self.enriched, self.edition, self.published.card
        lang = edition.lang or self.settings.lang
        page = self.composer.page(edition.id, lang)
        deck = page.use(edition.description, edition.path)
        sponsors = tuple(put_sponsors(edition, page))
        ids = ids_of(enriched)
        self.diagnostics += check_ids(enriched)
        layout = self.published.layout
        blocks, contents = self.maker.blocks.make(edition, layout, page, ids, self._describe_entry)
        own = (one for one in edition.corrections if not one.entry)
        corrections = make_corrections(own, page)
        notes = page.use(edition.body.notes, edition.path, ids)
        finished = self.finish_page(page)
        covered = enriched.covered_works
        works = tuple(
            covered.get(one.id, one) for one in page.works() if self.maker.works.is_known(one)
        )
        if not finished.citations.references:
            blocks = [block for block in blocks if not isinstance(block, ReferencesBlock)]
        self._check_promised(finished.citations.numbers)
        described = self._describe()
        view = EditionView(
            page=make_page(self.settings, card.address, card.title, described, lang),
            edition=card,
            deck=deck,
            editors=self.editors,
            sponsors=sponsors,
            contents=tuple(contents),
            blocks=tuple(blocks),
            corrections=corrections,
            earlier_corrections=find_earlier(edition.id, self.maker.imports),
            notes=notes,
            exports=make_export_links(edition.id) if works else (),
            discussion=self._discussion(),
            minutes=count_minutes(
                edition.seconds + sum(one.entry.seconds for one in enriched.entries)
            ),
            newer=self.neighbours.newer,
            older=self.neighbours.older,
            citations=finished.citations,
            linked=finished.links,
        )
        return MadePage(view, edition.path), works

    def _describe(self) -> str:
        """Return the edition's description; without one what it covers, or how it begins."""
        enriched, edition = self.enriched, self.edition
        if edition.description:
            return edition.description.plain
        names = ", ".join(
            covered.entry.name or render_title(covered.work.title)[1]
            for covered in enriched.entries
        )
        return names or self.beginning(edition.body, edition.id, edition.lang)

    def _discussion(self) -> str:
        """Return where the edition is discussed: as itself says, or as all are."""
        url = public_url(self.settings.url, self.published.card.address)
        own, of_all = self.edition.comments, self.settings.comments
        return discussion_of(own.value if own else of_all, self.edition.id, url)

    def _check_promised(self, numbers: dict[str, int]) -> None:
        """Report works that the edition's `references:` lists and its page never cites."""
        edition = self.edition
        cited = {self._work_id(key, edition.id) for key in numbers}
        for key, place in edition.references:
            found = self.composer.library.find(key, edition.id)
            if isinstance(found, Unresolved):
                fix = place.edit(key, found.meant)
                self.diagnostics.append(place.diagnose(found.rule, found.message, found.hint, fix))
            elif found.id not in cited:
                message = f"'{key}' is listed and never cited"
                hint = f"cite it with [{cite(key)}], or take it off the list"
                self.diagnostics.append(place.diagnose("reference-unused", message, hint))

    def _work_id(self, key: str, edition_id: str) -> str:
        found = self.composer.library.find(key, edition_id)
        return "" if isinstance(found, Unresolved) else found.id

    def _entry(self, index: int) -> MadePage:
        """Make the page of the entry at an index."""
        covered, card = self.enriched.entries[index], self.published.card
        entry = covered.entry
        lang = entry.lang or self.edition.lang or self.settings.lang
        page = self.composer.page(entry.edition, lang)
        described = self._describe_entry(covered)
        made = put_entry(described, covered, page, self.settings, prefix="", level=1)
        finished = self.finish_page(page)
        title = f"{made.name}: {made.title_text}" if made.name else made.title_text
        description = entry.description.plain if entry.description else ""
        facts = ". ".join(filter(None, (made.title_text, made.byline)))
        view = EntryPageView(
            page=make_page(self.settings, made.address, title, description or facts, lang),
            edition=card,
            editors=self.editors,
            entry=made,
            newer=self._card(index + 1),
            older=self._card(index - 1),
            mentions=self.composer.coverage.mentions_of(covered.work.id, made.address),
            citations=finished.citations,
            linked=finished.links,
        )
        return MadePage(view, entry.path)

    def _describe_entry(self, covered: CoveredEntry) -> EntryView:
        slug, lang = covered.entry.slug, self.edition.lang or self.settings.lang
        if slug not in self._described:
            authors, people = self.maker.authors, self.maker.people
            self._described[slug] = describe_entry(covered, lang, self.settings, authors, people)
        return self._described[slug]

    def _card(self, index: int) -> EntryCard | None:
        """Return the card of the entry at an index, which the pages beside it show."""
        if not 0 <= index < len(self.enriched.entries):
            return None
        if index not in self._cards:
            covered, card = self.enriched.entries[index], self.published.card
            made = make_entry_card(covered, card, self.settings, with_edition=False)
            self._cards[index] = made
        return self._cards[index]


class _FreePageMaker(_Maker):
    def __init__(self, maker: PageMaker, published: PublishedPage) -> None:
        super().__init__(maker)
        self.published = published

    def make(self) -> MadeUnit:
        return self.finish([self._page(), *self.redirect(self.published.aliases)])

    def _page(self) -> MadePage:
        free = self.published.page
        lang = free.lang or self.settings.lang
        page = self.composer.page("", lang)
        body = tuple(
            used
            for block in free.body.blocks
            if isinstance(block, Prose) and (used := page.use(block.fragment, free.path))
        )
        notes = page.use(free.body.notes, free.path)
        finished = self.finish_page(page)
        described = (
            free.description.plain if free.description else self.beginning(free.body, "", free.lang)
        )
        view = FreePageView(
            page=make_page(self.settings, page_address(free.slug), free.title, described, lang),
            body=body,
            notes=notes,
            citations=finished.citations,
            linked=finished.links,
        )
        return MadePage(view, free.path)
