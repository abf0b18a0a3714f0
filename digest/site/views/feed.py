"""What a feed shows. Feeds owe nothing to a theme but its words, so no template sees this."""

from __future__ import annotations

from typing import ClassVar, Literal

import msgspec

from digest.settings.licenses import License
from digest.site.views.cards import Markup
from digest.site.views.pages import EarlierCorrection
from digest.site.views.parts import (
    Citations,
    CorrectionView,
    EditionBlock,
    Editor,
    Links,
    Picture,
    Use,
)

FeedForm = Literal["atom", "rss", "json"]


class FeedPaper(msgspec.Struct, frozen=True):
    """A paper that an item covers."""

    title: Markup
    url: str


class FeedItem(msgspec.Struct, frozen=True):
    """An edition or an entry, in full."""

    id: str
    """Never another's, and the same for ever: see `digest.site.together.feedids`."""
    url: str
    """The whole address of its page."""
    title: Markup
    summary: str
    """Plain text; may be empty."""
    lang: str
    published: str
    """A date-time of RFC 3339, as all of a feed's dates."""
    updated: str
    editors: tuple[Editor, ...]
    """Who made it; their `url` is where one reads of them."""
    tags: tuple[str, ...]
    papers: tuple[FeedPaper, ...]
    deck: Use | None
    sponsors: tuple[Use, ...]
    blocks: tuple[EditionBlock, ...]
    """In reading order. An entry is a single block of papers at level 1, then its references."""
    corrections: tuple[CorrectionView, ...]
    """Of the edition's own text."""
    earlier_corrections: tuple[EarlierCorrection, ...]
    notes: Use | None
    citations: Citations
    """As they are numbered on the item's page."""
    linked: Links
    pictures: dict[str, Picture]
    """From the address of a picture on the web to one that every feed reader shows, where that is
    another."""
    discussion: str
    """The whole address at which it is discussed; may be empty."""
    draft: bool
    """Not public yet."""
    is_entry: bool


class FeedHead(msgspec.Struct, frozen=True):
    """What a feed says of itself."""

    form: FeedForm
    id: str
    url: str
    """Its own whole address."""
    page_url: str
    """That of the page whose feed it is."""
    site_url: str
    """The site's public address, with a slash at its end."""
    title: str
    description: str
    """What it is about: plain text, never empty."""
    lang: str
    updated: str
    """The latest of its items' dates; the beginning of 1970 where there is none."""
    editors: tuple[Editor, ...]
    """The site's; if none are named, the newsletter itself."""
    words: dict[str, dict[str, str]]
    """By an item's language, what the theme says in it."""
    license: License | None = None
    """That of its texts."""
    logo: str = ""
    """The whole address of a picture that every reader shows, as those below; may be empty."""
    icon: str = ""
    """That of a square one."""
    favicon: str = ""
    """That of a small square one: 144 pixels at most."""
    favicon_size: int = 0
    """Of each side, in pixels."""


class Feed(msgspec.Struct, frozen=True):
    """A feed."""

    kind: ClassVar[str] = "feed"
    head: FeedHead
    items: tuple[FeedItem, ...]
    """Newest first."""
