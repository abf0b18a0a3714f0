"""The pages that list others: home, archive, tags, authors; and the page for what is not there."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from digest.markdown import plain_math
from digest.site.addresses import ATOM, author_address
from digest.site.neighbours import list_editions
from digest.site.pages.descriptions import describe_list
from digest.site.pages.maker import make_page
from digest.site.runs import Listed, Run, newest_first
from digest.site.views.cards import EditionCard, EntryCard, TagCard
from digest.site.views.pages import (
    ArchiveView,
    AuthorView,
    HomeView,
    NotFoundView,
    TagsView,
    TagView,
)
from digest.site.views.parts import Page, Year

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from digest.settings.config import Settings
    from digest.site.index import Imports


class ListMaker:
    """Makes the lists of one site."""

    def __init__(self, settings: Settings, words: Mapping[str, str], imports: Imports) -> None:
        """`words` are the theme's own in the site's language, for the titles of lists."""
        self.settings = settings
        self.words = words
        self.imports = imports

    def home(self) -> HomeView:
        """Make the home page."""
        editions = list_editions(self.imports)
        newest = editions[-1] if editions else None
        return HomeView(
            page=make_page(
                self.settings, "", "", self.settings.tagline or self._describe_archive(editions)
            ),
            newest=newest,
            entries=self._entries_of(newest) if newest else (),
            editions=tuple(reversed(editions[:-1])),
            tags=self._tags(),
        )

    def archive(self) -> ArchiveView:
        """Make the page of all editions."""
        editions = list_editions(self.imports)
        years = groupby(reversed(editions), key=lambda card: card.date[:4])
        page = self._page("archive/", "archive", "Archive", self._describe_archive(editions))
        return ArchiveView(page, tuple(Year(year, tuple(cards)) for year, cards in years))

    def tags(self) -> TagsView:
        """Make the page of all tags."""
        tags = self._tags()
        topics = self._describe("all_topics", (card.name for card in tags))
        return TagsView(self._page("tags/", "tags", "Tags", topics), tags)

    def lost(self) -> NotFoundView:
        """Make the page for what is not there."""
        lost = self.words.get("not_found_text", "")
        return NotFoundView(self._page("404.html", "not_found", "Page not found", lost))

    def tag(self, address: str) -> TagView:
        """Make the page of a tag that published entries have."""
        card = self._tag(address)
        runs = self.imports.ask("tag", address, Run[Listed])
        entries = self._cards(one.address for one in newest_first(runs))
        about = self._describe("papers_on", (one.name for one in entries), name=card.name)
        page = make_page(self.settings, address, card.name, about)
        return TagView(page, card, entries, address + ATOM)

    def author(self, slug: str) -> AuthorView:
        """Make the page of an author who has one."""
        listed = [*newest_first(self.imports.ask("author", slug, Run[Listed]))]
        name = listed[0].spelt
        entries = self._cards(one.address for one in listed)
        about = self._describe("papers_by", (one.name for one in entries), name=name)
        page = make_page(self.settings, author_address(slug), name, about)
        return AuthorView(page, name, entries)

    def _page(self, address: str, word: str, english: str, description: str) -> Page:
        return make_page(self.settings, address, self.words.get(word, english), description)

    def _describe(self, form: str, names: Iterable[str], **named: str) -> str:
        return describe_list(self.words, form, names, title=self.settings.title, **named)

    def _describe_archive(self, editions: Sequence[EditionCard]) -> str:
        return self._describe("all_editions", (card.title for card in reversed(editions)))

    def _tags(self) -> tuple[TagCard, ...]:
        """Return all tags by name."""
        cards = map(self._tag, self.imports.keys("tag"))
        return tuple(sorted(cards, key=lambda card: (card.name.casefold(), card.name)))

    def _tag(self, address: str) -> TagCard:
        """Return a tag's card; one that is spelt in several ways as its oldest entry has it."""
        listed = [*newest_first(self.imports.ask("tag", address, Run[Listed]))]
        return TagCard(plain_math(listed[-1].spelt), address, len(listed))

    def _entries_of(self, edition: EditionCard) -> tuple[EntryCard, ...]:
        """Return the cards of an edition's entries, in their order, as a page of it shows them."""
        (entries,) = self.imports.ask("entries", edition.id, tuple[str, ...])
        return tuple(msgspec.structs.replace(card, edition="") for card in self._cards(entries))

    def _cards(self, addresses: Iterable[str]) -> tuple[EntryCard, ...]:
        return tuple(
            card for address in addresses for card in self.imports.ask("card", address, EntryCard)
        )
