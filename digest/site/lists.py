"""The pages that list others: home, archive, tags, authors; and the page for what is not there."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from digest.markdown import plain_math
from digest.records.names import known_names
from digest.site.addresses import (
    ATOM,
    JSON,
    RSS,
    author_address,
    author_slug,
    tag_address,
    tag_feed_address,
)
from digest.site.cards import make_entry_card
from digest.site.descriptions import describe_list
from digest.site.parts import EditionCard, EntryCard, Page, TagCard, Year
from digest.site.views import (
    ArchiveView,
    AuthorView,
    HomeView,
    NotFoundView,
    TagsView,
    TagView,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from digest.settings.config import Settings
    from digest.site.join import CoveredEntry, EnrichedEdition
    from digest.site.views import View


def find_author_pages(editions: Iterable[EnrichedEdition]) -> dict[str, str]:
    """Return the addresses of the authors of two entries or more, by the name as a slug."""
    counts: dict[str, int] = {}
    for covered in _all_entries(editions):
        for slug in {author_slug(name.literal) for name in known_names(covered.work.author)}:
            counts[slug] = counts.get(slug, 0) + 1
    return {slug: author_address(slug) for slug in sorted(counts) if slug and counts[slug] > 1}


def list_addresses(editions: Iterable[EnrichedEdition], authors: Mapping[str, str]) -> list[str]:
    """Return the addresses of all pages that list others, and of the feeds."""
    tags = {tag for covered in _all_entries(editions) for tag in covered.entry.tags}
    pages = ["", "archive/", "tags/", *sorted({*map(tag_address, tags)}), *authors.values()]
    return [*pages, ATOM, RSS, JSON, *sorted({*map(tag_feed_address, tags)})]


def _all_entries(editions: Iterable[EnrichedEdition]) -> Iterator[CoveredEntry]:
    for enriched in editions:
        yield from enriched.entries


class ListMaker:
    """Makes the lists of one site."""

    def __init__(
        self,
        editions: Sequence[EnrichedEdition],
        cards: Mapping[str, EditionCard],
        settings: Settings,
        authors: Mapping[str, str],
        make_page: Callable[[str, str, str], Page],
        words: Mapping[str, str],
    ) -> None:
        self.editions = editions
        self.cards = cards
        self.settings = settings
        self.authors = authors
        self.make_page = make_page
        self.words = words

    def make(self) -> Iterator[View]:
        """Make the view of every list."""
        tags = self._entries_by_tag()
        yield self._home(tags)
        yield self._archive()
        every = self._tag_cards(tags)
        topics = self._describe("all_topics", (card.name for card in every))
        yield TagsView(self._page("tags/", "tags", "Tags", topics), every)
        for card in every:
            entries = tuple(self._cards(tags[card.address]))
            about = self._describe("papers_on", (one.name for one in entries), name=card.name)
            page = self.make_page(card.address, card.name, about)
            yield TagView(page, card, entries, card.address + ATOM)
        yield from self._author_pages()
        lost = self.words.get("not_found_text", "")
        yield NotFoundView(self._page("404.html", "not_found", "Page not found", lost))

    def _page(self, address: str, word: str, english: str, description: str) -> Page:
        return self.make_page(address, self.words.get(word, english), description)

    def _describe(self, form: str, names: Iterable[str], **named: str) -> str:
        return describe_list(self.words, form, names, title=self.settings.title, **named)

    def _describe_archive(self) -> str:
        newest_first = (one.edition.title for one in reversed(self.editions))
        return self._describe("all_editions", newest_first)

    def _home(self, tags: Mapping[str, list[CoveredEntry]]) -> HomeView:
        newest = self.editions[-1] if self.editions else None
        card = self.cards[newest.edition.id] if newest else None
        entries = newest.entries if newest else ()
        return HomeView(
            page=self.make_page("", "", self.settings.tagline or self._describe_archive()),
            newest=card,
            entries=tuple(self._cards(entries, with_edition=False)),
            editions=tuple(self.cards[one.edition.id] for one in reversed(self.editions[:-1])),
            tags=self._tag_cards(tags),
        )

    def _archive(self) -> ArchiveView:
        newest_first = [self.cards[one.edition.id] for one in reversed(self.editions)]
        years = groupby(newest_first, key=lambda card: card.date[:4])
        page = self._page("archive/", "archive", "Archive", self._describe_archive())
        return ArchiveView(page, tuple(Year(year, tuple(cards)) for year, cards in years))

    def _entries_by_tag(self) -> dict[str, list[CoveredEntry]]:
        """Return the entries of each tag, newest first, by the address of the tag's page."""
        found: dict[str, list[CoveredEntry]] = {}
        for covered in self._newest_first():
            for address in dict.fromkeys(tag_address(tag) for tag in covered.entry.tags):
                found.setdefault(address, []).append(covered)
        return found

    def _tag_cards(self, tags: Mapping[str, list[CoveredEntry]]) -> tuple[TagCard, ...]:
        """Return all tags by name; one that is spelt in several ways as its oldest entry has it."""
        cards = []
        for address, entries in tags.items():
            spelt = next(tag for tag in entries[-1].entry.tags if tag_address(tag) == address)
            cards.append(TagCard(plain_math(spelt), address, len(entries)))
        return tuple(sorted(cards, key=lambda card: (card.name.casefold(), card.name)))

    def _author_pages(self) -> Iterator[AuthorView]:
        names: dict[str, str] = {}
        covered_by: dict[str, list[CoveredEntry]] = {}
        for covered in self._newest_first():
            spelt = {
                author_slug(name.literal): name.literal for name in known_names(covered.work.author)
            }
            for slug in spelt.keys() & self.authors.keys():
                names.setdefault(slug, spelt[slug])
                covered_by.setdefault(slug, []).append(covered)
        for slug in sorted(names):
            entries = tuple(self._cards(covered_by[slug]))
            about = self._describe("papers_by", (one.name for one in entries), name=names[slug])
            page = self.make_page(self.authors[slug], names[slug], about)
            yield AuthorView(page, names[slug], entries)

    def _newest_first(self) -> Iterator[CoveredEntry]:
        for enriched in reversed(self.editions):
            yield from enriched.entries

    def _cards(
        self, entries: Iterable[CoveredEntry], *, with_edition: bool = True
    ) -> Iterator[EntryCard]:
        for covered in entries:
            card = self.cards[covered.entry.edition]
            yield make_entry_card(covered, card, self.settings, with_edition=with_edition)
