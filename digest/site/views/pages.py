"""What a page shows: the whole of what a theme's template may use, kind by kind.

A view holds what its page prints and nothing else, so that a page depends on exactly what it
shows. Another edition or entry appears in it as a small card. What views are made of is in
`digest.site.views.parts` and `digest.site.views.cards`.
"""

from __future__ import annotations

from typing import ClassVar

import msgspec

from digest.settings.headconfig import HeadTag
from digest.settings.licenses import License
from digest.site.views.brand import Icon, Logo, Script
from digest.site.views.cards import EditionCard, EntryCard, Mention, TagCard
from digest.site.views.parts import (
    Citations,
    Contents,
    CorrectionView,
    EditionBlock,
    Editor,
    EntryView,
    ExportLink,
    Links,
    Page,
    PersonCard,
    Picture,
    ShareLink,
    SiteText,
    Use,
    Year,
)


class HomeView(msgspec.Struct, frozen=True):
    """`/`, template `home.html`."""

    kind: ClassVar[str] = "home"
    page: Page
    newest: EditionCard | None
    """None while nothing is published."""
    entries: tuple[EntryCard, ...]
    """The newest edition's."""
    editions: tuple[EditionCard, ...]
    """The earlier ones, newest first."""
    tags: tuple[TagCard, ...]


class EarlierCorrection(msgspec.Struct, frozen=True):
    """A correction of an earlier edition, which this one tells of, too."""

    date: str
    text: str
    """In plain words: the whole of it, with its links, stands at `address`."""
    entry: str
    """The short name of the entry that was wrong; empty where the edition's own text was."""
    edition: str
    """The title of the edition."""
    address: str
    """Where it stands."""
    lang: str


class EditionView(msgspec.Struct, frozen=True):
    """`/editions/<id>/`, template `edition.html`."""

    kind: ClassVar[str] = "edition"
    page: Page
    edition: EditionCard
    deck: Use | None
    editors: tuple[Editor, ...]
    sponsors: tuple[Use, ...]
    """What is said of those who pay for it."""
    contents: tuple[Contents, ...]
    blocks: tuple[EditionBlock, ...]
    """In reading order. The references' place is among them, if there are any references."""
    corrections: tuple[CorrectionView, ...]
    """Of the edition's own text, by date; those of its entries are theirs."""
    earlier_corrections: tuple[EarlierCorrection, ...]
    """Of earlier editions, which this one tells of, too."""
    notes: Use | None
    """Footnotes of the edition's own text."""
    exports: tuple[ExportLink, ...]
    """None where the edition covers and cites nothing."""
    discussion: str
    """The whole address at which it is discussed; may be empty."""
    minutes: int
    """How long it takes to read, its entries with it."""
    newer: EditionCard | None
    older: EditionCard | None
    citations: Citations
    linked: Links
    share: tuple[ShareLink, ...] = ()
    """Ways to tell others of it."""


class EntryPageView(msgspec.Struct, frozen=True):
    """`/editions/<id>/<slug>/`, template `entry.html`."""

    kind: ClassVar[str] = "entry"
    page: Page
    edition: EditionCard
    editors: tuple[Editor, ...]
    """The edition's."""
    entry: EntryView
    newer: EntryCard | None
    """The next entry of the edition."""
    older: EntryCard | None
    """The one before it."""
    mentions: tuple[Mention, ...]
    """Every other published text that covers or cites the entry's work, newest first; of an
    edition, its own text, and then its entries in their order."""
    citations: Citations
    linked: Links
    share: tuple[ShareLink, ...] = ()


class ArchiveView(msgspec.Struct, frozen=True):
    """`/archive/`, template `archive.html`."""

    kind: ClassVar[str] = "archive"
    page: Page
    years: tuple[Year, ...]
    """Newest first."""


class TagsView(msgspec.Struct, frozen=True):
    """`/tags/`, template `tags.html`."""

    kind: ClassVar[str] = "tags"
    page: Page
    tags: tuple[TagCard, ...]
    """By name."""


class TagView(msgspec.Struct, frozen=True):
    """`/tags/<tag>/`, template `tag.html`."""

    kind: ClassVar[str] = "tag"
    page: Page
    tag: TagCard
    entries: tuple[EntryCard, ...]
    """Newest first."""
    feed: str
    """The address of the tag's feed, in Atom."""


class AuthorView(msgspec.Struct, frozen=True):
    """`/authors/<name>/`, template `author.html`: an author of two covered papers or more."""

    kind: ClassVar[str] = "author"
    page: Page
    name: str
    entries: tuple[EntryCard, ...]
    """Newest first."""


class PersonView(msgspec.Struct, frozen=True):
    """`/people/<id>/`, template `person.html`: one of `people:` in site.yaml."""

    kind: ClassVar[str] = "person"
    page: Page
    name: str
    affiliation: str
    """May be empty."""
    url: str
    """A page of the person's own, elsewhere; may be empty."""
    orcid: str
    """The whole address of the ORCID; may be empty."""
    picture: Picture | None
    alt: str
    """What the picture shows."""
    bio: tuple[Use, ...]
    entries: tuple[EntryCard, ...]
    """Those that the person wrote, newest first."""
    editions: tuple[EditionCard, ...]
    """Those that the person edited, newest first."""
    citations: Citations
    linked: Links


class PeopleView(msgspec.Struct, frozen=True):
    """`/people/`, template `people.html`: where there are two people or more."""

    kind: ClassVar[str] = "people"
    page: Page
    people: tuple[PersonCard, ...]
    """In the order of site.yaml."""
    linked: Links


class FreePageView(msgspec.Struct, frozen=True):
    """`/<page>/`, template `page.html`."""

    kind: ClassVar[str] = "page"
    page: Page
    body: tuple[Use, ...]
    notes: Use | None
    citations: Citations
    linked: Links


class NotFoundView(msgspec.Struct, frozen=True):
    """`/404.html`, template `404.html`."""

    kind: ClassVar[str] = "404"
    page: Page


class RedirectView(msgspec.Struct, frozen=True):
    """An address (`aliases:`, `redirects:`) that leads to another one, template `redirect.html`."""

    kind: ClassVar[str] = "redirect"
    page: Page
    target: str
    """The new address, from the site's root or, of another site, whole."""


View = (
    HomeView
    | EditionView
    | EntryPageView
    | ArchiveView
    | TagsView
    | TagView
    | AuthorView
    | PersonView
    | PeopleView
    | FreePageView
    | NotFoundView
    | RedirectView
)


class MenuItem(msgspec.Struct, frozen=True):
    """A page, or an address elsewhere, in the site's menu."""

    title: str
    """Empty where it is one of the theme's words."""
    address: str
    word: str = ""
    """Which of the pages that digest makes it is: `archive`, `tags`, `people`, `subscribe`."""
    lang: str = ""
    """That of a page's own title, where it differs from the site's; else empty."""


class FeedLink(msgspec.Struct, frozen=True):
    """A feed of the site."""

    address: str
    type: str
    """Its media type."""
    name: str
    """What its form is called: `Atom`."""


class SocialLink(msgspec.Struct, frozen=True):
    """A place where the newsletter or its editors are, too."""

    name: str
    url: str
    icon: str
    """Which sign stands for it: `mastodon`, `github`, …; `link` for any other place."""


class HiddenField(msgspec.Struct, frozen=True):
    """What a form posts besides what its reader writes."""

    name: str
    value: str


class Subscribe(msgspec.Struct, frozen=True):
    """How one subscribes by mail: `subscribe:` in site.yaml."""

    page: str
    """Where: a page of the site with the form, or a whole address at the provider's."""
    form: str
    """The whole address that the form posts to; empty where `page` is the provider's own."""
    field: str
    """The name of the field for the reader's address."""
    hidden: tuple[HiddenField, ...]
    privacy: str
    """The page that says what becomes of the address; may be empty."""
    hosts: tuple[str, ...]
    """The hosts that the form may lead to."""


class SiteConstants(msgspec.Struct, frozen=True):
    """What every page may use as `site`. A change here renders every page again."""

    title: str
    tagline: str
    """May be empty."""
    url: str
    """The public address, with a slash at its end."""
    base_path: str
    """Its path: `/` or `/newsletter/`."""
    lang: str
    editors: tuple[Editor, ...]
    menu: tuple[MenuItem, ...]
    """The free-standing pages in the menu, and what else has a title of the site's own."""
    navigation: tuple[MenuItem, ...]
    """The whole of the menu, in its order."""
    feeds: tuple[FeedLink, ...]
    options: dict[str, str | bool]
    """The theme's options, with the site's choices."""
    logo: Logo | None
    icon: Icon | None
    """None where it is the theme's."""
    head: tuple[HeadTag, ...]
    scripts: tuple[Script, ...]
    subscribe: Subscribe | None
    """None where the site has no such way."""
    social: tuple[SocialLink, ...]
    license: License | None
    """That of the site's own texts; None where it says nothing of it."""
    footer: SiteText | None
    """None where the site has no text at the foot of its pages."""
    has_tags: bool
    has_people: bool
    """Whether there is a page that lists all people."""
    uses_arxiv: bool
    """Whether facts come from arXiv, which asks for a line of thanks."""
