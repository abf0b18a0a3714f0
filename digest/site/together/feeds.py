"""The feeds: of the site, in three forms, with whole editions; of each tag, with whole entries."""

from __future__ import annotations

import datetime as dt
import functools
from collections import Counter
from html import escape
from typing import TYPE_CHECKING, Any

import msgspec

from digest.basics.text import canonical_json, fingerprint
from digest.settings.sitefile import SITE_FILE
from digest.site.addresses import ATOM, JSON, RSS, edition_address, public_url, site_path
from digest.site.dating import begin_of_day, edition_changed, entry_changed, entry_moment
from digest.site.mailpictures import MailPictures
from digest.site.outputs import Output, make_key
from digest.site.pages.made import MadeUnit
from digest.site.people.credits import People
from digest.site.published import PublishedEdition
from digest.site.views.feed import Feed, FeedForm, FeedHead, FeedItem, FeedPaper
from digest.site.views.pages import (
    EditionView,
    EntryPageView,
    FeedLink,
    SiteConstants,
    TagView,
    View,
)
from digest.site.views.parts import Editor, PapersBlock, Picture, Reference, ReferencesBlock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from digest.settings.config import Settings
    from digest.settings.theme import Theme
    from digest.site.views.parts import Citations, EntryView, Links

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
    "corrections": "Corrections",
    "discuss": "Discuss this edition",
    "sponsors": "Sponsors",
    "text_by": "Text by",
}
"""The words that a feed needs, and what stands in for one that the theme lacks."""
_WITH_ENGLISH = ("link_", "alert_", "watch")
_NEVER = "1970-01-01"


class _Item(msgspec.Struct, frozen=True):
    """An item, and the hash of all that it shows."""

    item: FeedItem
    shown: str


class ComposedEdition(msgspec.Struct, frozen=True):
    """An edition's pages, or one of them, and what else a feed must know of it."""

    published: PublishedEdition
    made: MadeUnit
    pictures: MailPictures
    """A feed reader, too, may show no SVG, and has a dark mode."""
    first: dict[str, str]
    """Where it and its entries were first published, by their addresses now."""

    def find(self, address: str) -> View:
        """Return the page at one of its addresses."""
        return next(page.view for page in self.made.pages if page.view.page.address == address)


def _name_marks(url: str, constants: SiteConstants) -> dict[str, Any]:
    """Return where the logo and the icon are, as feeds have them: what all readers show."""
    marks: dict[str, Any] = {}
    if constants.logo and constants.logo.feed:
        marks["logo"] = public_url(url, constants.logo.feed.address)
    if constants.icon and constants.icon.large:
        marks["icon"] = public_url(url, constants.icon.large.address)
    if constants.icon and (small := constants.icon.small):
        marks |= {"favicon": public_url(url, small.address), "favicon_size": small.size}
    return marks


class FeedMaker:
    """Plans feeds. `compose` returns an edition with its page at an address."""

    def __init__(
        self,
        settings: Settings,
        theme: Theme,
        constants: SiteConstants,
        compose: Callable[[str], ComposedEdition],
    ) -> None:
        self._settings = settings
        self._theme = theme
        self._marks = _name_marks(settings.url, constants)
        self._compose = compose
        self._first_url = settings.first_url or settings.url
        self._made: dict[str, _Item] = {}
        self._words = functools.cache(self._choose_words)

    def plan_site(self, editions: Iterable[str]) -> Iterator[Output]:
        """Plan the site's own feeds, of the `editions` with these ids, newest first."""
        items = _part_days([self._edition(id_) for id_ in editions])
        for form, link in FORMS.items():
            yield self._feed(form, link.address, "", self._settings.title, items)

    def plan_tag(self, view: TagView) -> Output:
        """Plan the feed of a tag's page."""
        listed = view.entries[: self._settings.feed_items]
        items = [self._entry(card.address) for card in listed]
        title = f"{self._settings.title}: {view.tag.name}"
        return self._feed("atom", view.feed, view.page.address, title, items)

    def _feed(
        self, form: FeedForm, address: str, page: str, title: str, items: Sequence[_Item]
    ) -> Output:
        """Plan one feed; `page` is the address of the page whose feed it is."""
        settings = self._settings
        langs = {settings.lang, *(one.item.lang for one in items)}
        editors = self._whole(People(settings).editors)
        head = FeedHead(
            form,
            id=public_url(self._first_url, address),
            url=public_url(settings.url, address),
            page_url=public_url(settings.url, page),
            site_url=settings.url,
            title=title,
            description=settings.tagline or title,
            lang=settings.lang,
            updated=max(
                (one.item.updated for one in items),
                key=dt.datetime.fromisoformat,
                default=self._begin(_NEVER),
            ),
            license=settings.license,
            editors=editors or (Editor(settings.title, settings.url),),
            words={lang: self._words(lang) for lang in sorted(langs)},
            **self._marks,
        )
        key = make_key("feed", head, *(one.shown for one in items))
        feed = Feed(head, tuple(one.item for one in items))
        return Output(site_path(address), "feed", key, SITE_FILE, view=feed)

    def _edition(self, id_: str) -> _Item:
        """Return an edition as an item."""
        address = edition_address(id_)
        composed = self._compose(address)
        view = composed.find(address)
        assert isinstance(view, EditionView)  # noqa: S101 -- what is published there
        entries = [
            entry
            for block in view.blocks
            if isinstance(block, PapersBlock)
            for entry in block.entries
        ]
        item = FeedItem(
            id=public_url(self._first_url, composed.first[address]),
            url=view.page.canonical,
            title=escape(view.edition.title, quote=False),
            summary=view.edition.description,
            lang=view.page.lang,
            published=self._begin(view.edition.date),
            updated=self._begin(edition_changed(composed.published.enriched)),
            editors=self._whole((*view.editors, *(one for entry in entries for one in entry.by))),
            tags=_tags(entries),
            papers=_papers(entries),
            deck=view.deck,
            sponsors=view.sponsors,
            blocks=view.blocks,
            corrections=view.corrections,
            earlier_corrections=view.earlier_corrections,
            notes=view.notes,
            citations=_shown_of(view.citations),
            linked=view.linked,
            pictures=_pictures(composed, view.linked, entries),
            discussion=view.discussion,
            draft=view.edition.draft,
            is_entry=False,
        )
        return _Item(item, fingerprint(canonical_json(item)))

    def _entry(self, address: str) -> _Item:
        """Return an entry as an item; made once for all of its tags."""
        if address not in self._made:
            self._made[address] = self._make_entry(address)
        return self._made[address]

    def _make_entry(self, address: str) -> _Item:
        composed = self._compose(address)
        view = composed.find(address)
        assert isinstance(view, EntryPageView)  # noqa: S101 -- what is published there
        entry, entries = view.entry, composed.published.enriched.entries
        covered = next(one for one in entries if one.entry.slug == entry.anchor)
        described = covered.entry.description
        title = f"{escape(entry.name, quote=False)}: {entry.title}" if entry.name else entry.title
        # what is not shown may change without the feed
        shown = msgspec.structs.replace(entry, number=0, authors=(), coins="", minutes=0)
        papers = PapersBlock((shown,), 1)
        zone = self._settings.timezone
        appeared = functools.partial(entry_moment, number=entry.number, timezone=zone)
        item = FeedItem(
            id=public_url(self._first_url, composed.first[address]),
            url=view.page.canonical,
            title=title,
            summary=described.plain if described else "",
            lang=view.page.lang,
            published=appeared(view.edition.date),
            updated=appeared(entry_changed(covered, view.edition.date)),
            editors=self._whole(entry.by or view.editors),
            tags=_tags([entry]),
            papers=_papers([entry]),
            deck=None,
            sponsors=(),
            blocks=(papers, ReferencesBlock()) if view.citations.references else (papers,),
            corrections=(),
            earlier_corrections=(),
            notes=None,
            citations=_shown_of(view.citations),
            linked=view.linked,
            pictures=_pictures(composed, view.linked, [entry]),
            discussion="",
            draft=entry.draft or view.edition.draft,
            is_entry=True,
        )
        return _Item(item, fingerprint(canonical_json(item)))

    def _whole(self, editors: Iterable[Editor]) -> tuple[Editor, ...]:
        """Return who made something, each once, with an address on the web as a feed names it."""
        base = self._settings.url
        return tuple(
            Editor(one.name, public_url(base, one.address) if one.address else one.url)
            for one in dict.fromkeys(editors)
        )

    def _begin(self, day: str) -> str:
        return begin_of_day(day, self._settings.timezone)

    def _choose_words(self, lang: str) -> dict[str, str]:
        """Return what the theme says in a language, as far as feeds say it."""
        words = self._theme.words_in(lang)
        # what has an English word of its own where the theme has none
        own = {name: word for name, word in words.items() if name.startswith(_WITH_ENGLISH)}
        return {name: words.get(name, english) for name, english in _WORDS.items()} | own


def _part_days(items: Sequence[_Item]) -> list[_Item]:
    """Let editions of one day, newest first, appear a second apart: see `entry_moment`."""
    before: Counter[str] = Counter()
    parted = []
    for one in reversed(items):
        item, day = one.item, one.item.published
        if seconds := before[day]:
            later = dt.datetime.fromisoformat(day) + dt.timedelta(seconds=seconds)
            moment = later.isoformat()
            updated = moment if item.updated == day else item.updated
            item = msgspec.structs.replace(item, published=moment, updated=updated)
        before[day] += 1
        parted.append(_Item(item, fingerprint(canonical_json(item))) if seconds else one)
    return parted[::-1]


def _pictures(
    composed: ComposedEdition, linked: Links, entries: Iterable[EntryView]
) -> dict[str, Picture]:
    figures = (entry.figure.picture for entry in entries if entry.figure)
    return {
        picture.address: shown
        for picture in (*linked.pictures.values(), *figures)
        if (shown := composed.pictures.fed.get(picture.address, picture)) != picture
    }


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
