"""What views hold: pieces of pages.

Fields whose type is `Markup` are finished HTML; `Use` is a fragment, which the filter `prose`
prints; all else is plain text that the template engine escapes. Addresses are paths from the
site's root without a leading slash (`editions/2022-03/`).
"""

from __future__ import annotations

from typing import ClassVar

import msgspec

from digest.settings.theme import TemplateMistakeError
from digest.site.views.cards import CoveringEntry, EditionCard, Markup, TagCard
from digest.site.views.work import WorkView


class Use(msgspec.Struct, frozen=True):
    """A fragment in its place on a page. Printed with `{{ use | prose }}`."""

    hash: str
    prefix: str = ""
    """What its ids begin with, so that they are unique on the page."""
    shift: int = 0
    """Added to the level of its headings."""
    kept: tuple[str, ...] = ()
    """The ids that begin with nothing all the same: those that the editor has given."""
    rel: str = ""
    """What its links to other sites are marked with on the web: `sponsored`."""

    def id_of(self, name: str) -> str:
        """Return the id on the page that has this name in the text."""
        return name if name in self.kept else self.prefix + name

    def __html__(self) -> str:
        """Refuse to be printed as it is: what it stands for depends on the page."""
        message, hint = "a fragment is printed with '| prose'", "write '| prose' behind its name"
        raise TemplateMistakeError(message, hint)

    __str__ = __html__


class Variant(msgspec.Struct, frozen=True):
    """A picture in another format or size, which weighs less; or the file itself, among them."""

    address: str
    """From the site's root."""
    media_type: str
    """`image/avif` or `image/webp`."""
    width: int
    """In pixels."""


class Picture(msgspec.Struct, frozen=True):
    """An image file that the site publishes."""

    address: str
    """From the site's root, or a whole https address."""
    width: int = 0
    """In pixels; 0 where unknown."""
    height: int = 0
    variants: tuple[Variant, ...] = ()
    """By format, the one that weighs least first, and by width."""


class PagePicture(msgspec.Struct, frozen=True):
    """The picture that is shown beside a page's address where someone shares it."""

    url: str
    """The whole public address."""
    width: int
    """In pixels."""
    height: int
    alt: str


class Page(msgspec.Struct, frozen=True):
    """What every page has."""

    address: str
    """From the site's root: empty for the home page, `editions/2022-03/`, `404.html`."""
    title: str
    """Plain text, without the newsletter's name; empty for the home page."""
    description: str
    """Plain text for search engines and link previews; never empty."""
    canonical: str
    """The whole public address."""
    lang: str
    picture: PagePicture | None = None
    """None where the site or its theme has no such pictures."""


class Reference(msgspec.Struct, frozen=True):
    """A work in a page's list of references. Its anchor is `ref-<number>`."""

    number: int
    html: Markup
    """Formatted in the site's style, with its link."""
    text: str
    """The same as plain text, to be shown where the citation stands."""
    url: str
    authors: str
    """Short, as an author-year citation names them: `Tay et al.`"""
    year: str
    """With a letter where one author has two works in a year: `2022a`."""
    places: int
    """How many citations of it the page has; the n-th has the anchor `cite-<number>-<n>`."""
    entries: tuple[CoveringEntry, ...] = ()
    """The published entries that cover it, newest first; never the one whose own page this is."""
    work: WorkView = WorkView()
    """What its record says, for themes that format references themselves."""


class Citations(msgspec.Struct, frozen=True):
    """What a page needs to print its fragments' holes."""

    style: str = "superscript"
    """`superscript`, `bracket` or `author-year`."""
    numbers: dict[str, int] = {}
    """From a key as written to the number of the reference."""
    references: tuple[Reference, ...] = ()
    """In the order of their numbers, from 1."""


class Links(msgspec.Struct, frozen=True):
    """Where the links and images in a page's fragments lead, by their target as written."""

    addresses: dict[str, str] = {}
    pictures: dict[str, Picture] = {}


class SiteText(Use, frozen=True):
    """A fragment that stands on pages of all kinds, and so brings its own links."""

    linked: Links = Links()
    """Its links as written in site.yaml, whatever the page itself has."""


class Editor(msgspec.Struct, frozen=True):
    """One who made an edition, or wrote an entry."""

    name: str
    url: str
    """A page of the editor's own, elsewhere; may be empty."""
    address: str = ""
    """Of the page here; empty for one who has none."""
    orcid: str = ""
    """The whole address of the ORCID; may be empty."""


class Author(msgspec.Struct, frozen=True):
    """An author of a covered paper."""

    name: str
    address: str
    """Of the author's page; empty where there is none (one covered paper only)."""


class EntryLink(msgspec.Struct, frozen=True):
    """A link in an entry's row of links."""

    kind: str
    """`abstract`, `pdf`, `html`, `doi`, `code`, `demo`, … : what the editor's key says."""
    label: str
    """`Abstract`, `PDF`, `Code`, …: in English; a theme may translate by `kind`."""
    url: str


class FigureView(msgspec.Struct, frozen=True):
    """An entry's leading figure."""

    picture: Picture
    alt: str
    caption: Use | None
    credit: Use | None


class SectionView(msgspec.Struct, frozen=True):
    """A named part of an entry."""

    anchor: str
    title: str
    icon: str
    body: Use


class CorrectionView(msgspec.Struct, frozen=True):
    """What was wrong on this page, and what is right."""

    date: str
    """When it was corrected."""
    text: Use


class EntryView(msgspec.Struct, frozen=True):
    """An entry in full, on its edition's page and on its own."""

    anchor: str
    """Its id on the edition's page."""
    address: str
    number: int
    """Its place in the edition, from 1."""
    name: str
    """The short name; empty where it has none."""
    title: Markup
    title_text: str
    type: str
    """CSL's type of the paper: `article` (a preprint), `article-journal`, `book`, …"""
    url: str
    """Where the paper is to be read."""
    same_as: tuple[str, ...]
    """The addresses by which others name the paper: arXiv's, and those of its DOIs."""
    byline: str
    """`Yi Tay et al.`: by the site's rule."""
    authors: tuple[Author, ...]
    """All of them, in full."""
    issued: str
    """`YYYY-MM-DD`, `YYYY-MM` or `YYYY`; print it with the filter `date`. May be empty."""
    venue: str
    """The journal, conference or `arXiv`; may be empty."""
    category: str
    """arXiv's primary category, as `cs.CL`; empty for other works."""
    identifier: str
    """As people write it: `arXiv:2202.06991` or `doi:10.…`; may be empty."""
    coins: str
    """What reference managers take the paper by: the `title` of a `<span class="Z3988">`."""
    note: Use | None
    description: Use | None
    links: tuple[EntryLink, ...]
    tags: tuple[TagCard, ...]
    figure: FigureView | None
    lead: tuple[Use, ...]
    """Text before the first section."""
    sections: tuple[SectionView, ...]
    corrections: tuple[CorrectionView, ...]
    """By date."""
    notes: Use | None
    """Footnotes."""
    minutes: int
    """How long it takes to read; 0 where there is no text."""
    by: tuple[Editor, ...]
    """Who wrote what is said of the paper; none where nobody is named."""
    draft: bool
    lang: str
    """That of the editor's text, which may be another than the page's."""


class Contents(msgspec.Struct, frozen=True):
    """A line of an edition's table of contents."""

    anchor: str
    text: str
    number: int
    """The entry's number; 0 for a heading of the edition's own text."""
    level: int
    """1 for the outer list, 2 below it."""


class ProseBlock(msgspec.Struct, frozen=True, tag="prose"):
    """Text of the edition itself."""

    kind: ClassVar[str] = "prose"
    body: Use


class PapersBlock(msgspec.Struct, frozen=True, tag="papers"):
    """A run of entries."""

    kind: ClassVar[str] = "papers"
    entries: tuple[EntryView, ...]
    level: int
    """Of the entries' headings: 2, or 3 below a heading of the edition's text."""


class ReferencesBlock(msgspec.Struct, frozen=True, tag="references"):
    """The place of the list of references: `citations.references`."""

    kind: ClassVar[str] = "references"


EditionBlock = ProseBlock | PapersBlock | ReferencesBlock


class ExportLink(msgspec.Struct, frozen=True):
    """A file beside an edition's page with the works that the edition covers and cites."""

    name: str
    """What its format is called: `BibTeX`."""
    address: str
    media_type: str


class ShareLink(msgspec.Struct, frozen=True):
    """A link by which a reader tells others of the page."""

    service: str
    """`bluesky`, `mastodon`, … : which sign stands before it."""
    name: str
    """`Bluesky`; a theme may translate `Email`."""
    url: str
    """The service's own page for writing a post, with title and address in it."""


class PersonCard(msgspec.Struct, frozen=True):
    """A person, where the page of all people names one."""

    name: str
    address: str
    affiliation: str
    """May be empty."""
    about: str
    """How the bio begins, in plain text; may be empty."""
    picture: Picture | None
    alt: str
    """What the picture shows."""


class Year(msgspec.Struct, frozen=True):
    """A year of the archive."""

    year: str
    editions: tuple[EditionCard, ...]
