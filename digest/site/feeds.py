"""The feeds: of the site, in three forms, with whole editions; of each tag, with whole entries."""

from __future__ import annotations

import functools
from html import escape
from typing import TYPE_CHECKING

import msgspec

from digest.basics.text import canonical_json, fingerprint
from digest.settings.config import SITE_FILE
from digest.site.addresses import (
    ATOM,
    JSON,
    RSS,
    edition_address,
    entry_address,
    public_url,
    site_path,
)
from digest.site.dating import begin_of_day, edition_changed, entry_changed
from digest.site.feedids import find_first_addresses
from digest.site.feedview import Feed, FeedForm, FeedHead, FeedItem, FeedPaper
from digest.site.outputs import Output, make_key
from digest.site.parts import Editor, PapersBlock, Reference, ReferencesBlock
from digest.site.views import EditionView, EntryPageView, FeedLink, TagView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digest.settings.config import Settings
    from digest.settings.theme import Theme
    from digest.site.join import EnrichedEdition
    from digest.site.pages import MadeSite
    from digest.site.parts import Citations, EntryView, Links, Picture

FORMS: dict[FeedForm, FeedLink] = {
    "atom": FeedLink(ATOM, "application/atom+xml", "Atom"),
    "rss": FeedLink(RSS, "application/rss+xml", "RSS"),
    "json": FeedLink(JSON, "application/feed+json", "JSON Feed"),
}
"""The feeds of the site, by their form."""

_WORDS = {
    "reference": "reference",
    "references": "References",
    "notes": "Notes",
    "covered_here": "Covered here:",
    "draft": "Draft",
}
"""The words that a feed needs, and what stands in for one that the theme lacks."""
_WITH_ENGLISH = ("link_", "alert_", "watch")
_NEVER = "1970-01-01"


class _Item(msgspec.Struct, frozen=True):
    """An item, the day on which it changed, and the hash of all that it shows."""

    item: FeedItem
    changed: str
    shown: str


def plan_feeds(
    made: MadeSite,
    editions: Sequence[EnrichedEdition],
    settings: Settings,
    theme: Theme,
    shown: Mapping[str, Picture],
) -> Iterator[Output]:
    """Plan all feeds.

    `editions` are those that are published, oldest first. `shown` has the pictures of mails by
    the addresses of those on the web: a feed reader, too, may show no SVG, and has a dark mode.
    """
    planner = _Planner(made, editions, settings, theme, shown)
    newest = [one.edition.id for one in reversed(editions)][: settings.feed_items]
    items = [planner.edition(id_) for id_ in newest]
    for form, link in FORMS.items():
        yield planner.feed(form, link.address, "", settings.title, items)
    for page in made.pages:
        view = page.view
        if isinstance(view, TagView):
            items = [planner.entry(card.address) for card in view.entries[: settings.feed_items]]
            title = f"{settings.title}: {view.tag.name}"
            yield planner.feed("atom", view.feed, view.page.address, title, items)


class _Planner:
    def __init__(
        self,
        made: MadeSite,
        editions: Sequence[EnrichedEdition],
        settings: Settings,
        theme: Theme,
        shown: Mapping[str, Picture],
    ) -> None:
        self._settings = settings
        self._theme = theme
        self._shown = shown
        self._first_url = settings.first_url or settings.url
        self._first = find_first_addresses(editions)
        self._editions = {edition_address(one.edition.id): one for one in editions}
        self._entries = {
            entry_address(covered.entry.edition, covered.entry.slug): covered
            for one in editions
            for covered in one.entries
        }
        self._views = {
            page.view.page.address: page.view
            for page in made.pages
            if isinstance(page.view, EditionView | EntryPageView)
        }
        self._made: dict[str, _Item] = {}
        self._words = functools.cache(self._choose_words)

    def feed(
        self, form: FeedForm, address: str, page: str, title: str, items: Sequence[_Item]
    ) -> Output:
        """Plan one feed; `page` is the address of the page whose feed it is."""
        settings = self._settings
        langs = {settings.lang, *(one.item.lang for one in items)}
        editors = tuple(Editor(person.name, person.url) for person in settings.editors)
        head = FeedHead(
            form,
            id=public_url(self._first_url, address),
            url=public_url(settings.url, address),
            page_url=public_url(settings.url, page),
            site_url=settings.url,
            title=title,
            description=settings.tagline or title,
            lang=settings.lang,
            updated=self._begin(max((one.changed for one in items), default=_NEVER)),
            editors=editors or (Editor(settings.title, settings.url),),
            words={lang: self._words(lang) for lang in sorted(langs)},
        )
        key = make_key("feed", head, *(one.shown for one in items))
        feed = Feed(head, tuple(one.item for one in items))
        return Output(site_path(address), "feed", key, SITE_FILE, view=feed)

    def edition(self, id_: str) -> _Item:
        """Return an edition as an item."""
        address = edition_address(id_)
        enriched, view = self._editions[address], self._views[address]
        assert isinstance(view, EditionView)  # noqa: S101 -- what is published there
        entries = [
            entry
            for block in view.blocks
            if isinstance(block, PapersBlock)
            for entry in block.entries
        ]
        item = FeedItem(
            id=public_url(self._first_url, self._first[address]),
            url=view.page.canonical,
            title=escape(view.edition.title, quote=False),
            summary=view.edition.description,
            lang=view.page.lang,
            published=self._begin(view.edition.date),
            updated=self._begin(changed := edition_changed(enriched)),
            editors=view.editors,
            tags=_tags(entries),
            papers=_papers(entries),
            deck=view.deck,
            blocks=view.blocks,
            notes=view.notes,
            citations=_shown_of(view.citations),
            linked=view.linked,
            pictures=self._pictures(view.linked, entries),
            draft=view.edition.draft,
            is_entry=False,
        )
        return _Item(item, changed, fingerprint(canonical_json(item)))

    def entry(self, address: str) -> _Item:
        """Return an entry as an item; made once for all of its tags."""
        if address not in self._made:
            self._made[address] = self._make_entry(address)
        return self._made[address]

    def _make_entry(self, address: str) -> _Item:
        covered, view = self._entries[address], self._views[address]
        assert isinstance(view, EntryPageView)  # noqa: S101 -- what is published there
        entry, edition = view.entry, self._views[view.edition.address]
        described = covered.entry.description
        title = f"{escape(entry.name, quote=False)}: {entry.title}" if entry.name else entry.title
        # what is not shown may change without the feed
        shown = msgspec.structs.replace(entry, number=0, authors=(), coins="")
        papers = PapersBlock((shown,), 1)
        item = FeedItem(
            id=public_url(self._first_url, self._first[address]),
            url=view.page.canonical,
            title=title,
            summary=described.plain if described else "",
            lang=view.page.lang,
            published=self._begin(view.edition.date),
            updated=self._begin(changed := entry_changed(covered, view.edition.date)),
            editors=edition.editors if isinstance(edition, EditionView) else (),
            tags=_tags([entry]),
            papers=_papers([entry]),
            deck=None,
            blocks=(papers, ReferencesBlock()) if view.citations.references else (papers,),
            notes=None,
            citations=_shown_of(view.citations),
            linked=view.linked,
            pictures=self._pictures(view.linked, [entry]),
            draft=entry.draft or view.edition.draft,
            is_entry=True,
        )
        return _Item(item, changed, fingerprint(canonical_json(item)))

    def _pictures(self, linked: Links, entries: Iterable[EntryView]) -> dict[str, Picture]:
        figures = (entry.figure.picture for entry in entries if entry.figure)
        return {
            picture.address: shown
            for picture in (*linked.pictures.values(), *figures)
            if (shown := self._shown.get(picture.address, picture)) != picture
        }

    def _begin(self, day: str) -> str:
        return begin_of_day(day, self._settings.timezone)

    def _choose_words(self, lang: str) -> dict[str, str]:
        """Return what the theme says in a language, as far as feeds say it."""
        words = self._theme.words_in(lang)
        # what has an English word of its own where the theme has none
        own = {name: word for name, word in words.items() if name.startswith(_WITH_ENGLISH)}
        return {name: words.get(name, english) for name, english in _WORDS.items()} | own


def _shown_of(citations: Citations) -> Citations:
    """Return what a feed shows of citations and references; the rest may change without it."""
    references = tuple(
        Reference(
            one.number, one.html, "", "", one.authors, one.year, places=0, entries=one.entries
        )
        for one in citations.references
    )
    return msgspec.structs.replace(citations, references=references)


def _papers(entries: Iterable[EntryView]) -> tuple[FeedPaper, ...]:
    """Return the papers that some entries cover, those that are to be read somewhere."""
    return tuple(FeedPaper(entry.title, entry.url) for entry in entries if entry.url)


def _tags(entries: Sequence[EntryView]) -> tuple[str, ...]:
    """Return the tags of some entries, one that is spelt in several ways as it is spelt first."""
    spelt: dict[str, str] = {}
    for entry in entries:
        for tag in entry.tags:
            spelt.setdefault(tag.address, tag.name)
    return tuple(spelt.values())
