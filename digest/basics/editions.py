"""What the editors wrote, as parsed: editions, their entries, and free pages."""

from __future__ import annotations

import msgspec

from digest.basics.diagnostics import Place
from digest.basics.fragments import Body, Fragment, Image


class Link(msgspec.Struct, frozen=True):
    """A link under an entry's title, as `code: https://…`."""

    label: str
    url: str
    place: Place


class Figure(msgspec.Struct, frozen=True):
    """An entry's leading figure."""

    image: Image
    alt: str
    caption: Fragment | None = None
    credit: Fragment | None = None


class Override(msgspec.Struct, frozen=True):
    """A fact typed by hand, which stands in place of the record's."""

    value: str
    place: Place


class Entry(msgspec.Struct, frozen=True):
    """One paper's note, as parsed."""

    edition: str
    slug: str
    path: str
    """POSIX path of the file from the site's root."""
    body: Body
    work_key: str = ""
    """`arxiv:…` or `doi:…` in canonical form; empty where the entry has no id."""
    other_keys: tuple[str, ...] = ()
    """The keys of the other ids that the entry gives: `doi:…`, besides an arXiv id."""
    doi: str = ""
    """As typed, where it is the `work_key`."""
    work_place: Place | None = None
    version: int = 0
    """The arXiv version that the editor named; 0 where none."""
    url: str = ""
    title: Override | None = None
    authors: tuple[Override, ...] = ()
    date: Override | None = None
    name: str = ""
    description: Fragment | None = None
    tags: tuple[str, ...] = ()
    tag_places: tuple[Place, ...] = ()
    """Where each was typed, the first time."""
    links: tuple[Link, ...] = ()
    note: Fragment | None = None
    byline: int = 0
    """How many authors to name before "et al."; 0 for the site's rule."""
    figure: Figure | None = None
    by: tuple[Override, ...] = ()
    """Who wrote it: names, or ids of people."""
    fold: bool = True
    """Whether the mail may show the entry as one line."""
    updated: str = ""
    """`YYYY-MM-DD`: when the editors changed it so that readers should know; may be empty."""
    updated_place: Place | None = None
    draft: bool = False
    aliases: tuple[Override, ...] = ()
    lang: str = ""
    seconds: int = 0
    """How long its text takes to read."""


class Correction(msgspec.Struct, frozen=True):
    """What was wrong in an edition when it was published, and what is right."""

    date: str
    """`YYYY-MM-DD`: when it was corrected."""
    place: Place
    """Where the date stands: in the edition's index.md, whatever was wrong."""
    text: Fragment
    entry: str = ""
    """The slug of the entry that was wrong; empty where the edition's own text was."""
    entry_place: Place | None = None
    mail: bool = False
    """Whether the next edition says so, too, and with it the next mail."""


class Edition(msgspec.Struct, frozen=True):
    """One issue of the newsletter, as parsed, without its entries."""

    id: str
    path: str
    """POSIX path of its index.md from the site's root."""
    title: str
    date: str
    """`YYYY-MM-DD`."""
    body: Body
    subject: str = ""
    """Of its mail; may be empty."""
    description: Fragment | None = None
    number: int = 0
    """0 where it has none."""
    number_place: Place | None = None
    date_place: Place | None = None
    editors: tuple[Override, ...] = ()
    """Names, or ids of people; none where the site's are meant."""
    sponsors: tuple[Body, ...] = ()
    """What is said of each who pays for it."""
    references: tuple[tuple[str, Place], ...] = ()
    """Keys that the edition promises to cite."""
    updated: str = ""
    """As an entry's."""
    updated_place: Place | None = None
    corrections: tuple[Correction, ...] = ()
    """By date."""
    comments: Override | None = None
    """The address at which it is discussed, where that is another than the site says."""
    draft: bool = False
    aliases: tuple[Override, ...] = ()
    lang: str = ""
    seconds: int = 0
    """How long its own text takes to read, without its entries."""


class FreePage(msgspec.Struct, frozen=True):
    """A free-standing page from content/pages."""

    slug: str
    """Its address from the site's root, less the slashes at its ends: `about`, `about/team`."""
    path: str
    title: str
    body: Body
    description: Fragment | None = None
    draft: bool = False
    aliases: tuple[Override, ...] = ()
    lang: str = ""


class SiteTexts(msgspec.Struct, frozen=True):
    """The texts in Markdown that site.yaml has, as parsed."""

    bios: dict[str, Body] = {}
    """By the id of the person."""
    footer: Fragment | None = None
    """What stands at the foot of every page."""
