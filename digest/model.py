"""The types that flow through the pipeline. Frozen, and plain enough to be stored as JSON.

A text that an editor wrote becomes a *fragment*: HTML with holes. The holes are what depends on
the page that shows it (the number of a citation, the address of a link, the level of a heading),
so one fragment serves the edition's page, the entry's page and every other output alike.
"""

from __future__ import annotations

import re

import msgspec

from digest.diagnostics import Diagnostic, Edit
from digest.plain import Plain
from digest.richtext import without_styles

# names and ids as they nearly all are: harmless in YAML, quoted or not, and in Markdown
_PLAIN = re.compile(r"\w(?:[\w./:;+()<>&$%?~-]*[\w)>])?")


class Place(msgspec.Struct, frozen=True, order=True):
    """A point in a file."""

    path: str
    """POSIX path from the site's root."""
    line: int
    """1-based."""
    column: int
    """1-based, in characters (code points)."""

    def diagnose(
        self, rule: str, message: str, hint: str = "", fix: tuple[Edit, ...] = ()
    ) -> Diagnostic:
        """Return the problem that a rule finds here."""
        return Diagnostic(self.path, self.line, self.column, rule, message, hint, fix=fix)

    def edit(self, old: str, new: str) -> tuple[Edit, ...]:
        """Return the fix that writes `new` in place of `old`, which stands here.

        Nothing where `new` has signs that mean something in YAML or Markdown.
        """
        return (Edit(self.line, self.column, old, new),) if _PLAIN.fullmatch(new) else ()


# --- fragments: HTML with holes ---------------------------------------------------------------


Words = tuple["str | Address | Image | Anchor", ...]
"""HTML within a citation, and the holes in it. No citation stands within another."""


class CiteItem(msgspec.Struct, frozen=True):
    """One key within a citation: `see @key, p. 3`."""

    key: str
    """As written, without the `@` and without braces."""
    place: Place
    """Where the `@` stands."""
    prefix: Words = ()
    """What stands before the key, as `see `, with its space."""
    suffix: Words = ()
    """What stands after the key, as `, p. 3`, with its comma."""
    suppress_author: bool = False
    """Written `-@key`: the sentence has named the authors already."""
    typed: str = ""
    """What stands at the place, from the `@` to the second character behind the key."""


class Citation(msgspec.Struct, frozen=True, tag="cite"):
    """A hole for a citation: one bracket, or one key in running text."""

    items: tuple[CiteItem, ...]
    in_text: bool = False
    """Written `@key` without brackets: the sentence names the authors of the first item."""
    closing: str = ""
    """Tags to close behind these names: those of a link that they are part of."""


class Address(msgspec.Struct, frozen=True, tag="address"):
    """A hole for the value of an `href` that stays within the site."""

    target: str
    """As written, percent-decoded: `../2022-02/01-cot.md#why`, `#why`, `/about/`."""
    place: Place


class Image(msgspec.Struct, frozen=True, tag="image", omit_defaults=True):
    """A hole for the attributes `src`, `width` and `height` of an image."""

    target: str
    """As written, percent-decoded; a path beside the file that shows it, or an https address."""
    place: Place
    width: str = ""
    """How wide the editor wants it: `50%` of the column, or `300` pixels of CSS."""


class Anchor(msgspec.Struct, frozen=True, tag="anchor"):
    """A hole for an id, or for the part of an `href` behind `#`, made unique on the page."""

    name: str


class Level(msgspec.Struct, frozen=True, tag="level"):
    """A hole for the digit in `<h2>`."""

    level: int
    """As written: 1 to 6. An entry's or edition's own top level is 2."""


class Word(msgspec.Struct, frozen=True, tag="word", omit_defaults=True):
    """A hole for a word of the theme's."""

    key: str
    """As in `theme.yaml`."""
    english: str
    """What stands in for one that the theme lacks."""
    site: str = ""
    """What is put in place of `{site}` in it."""


Hole = Citation | Address | Image | Anchor | Level | Word
Parts = tuple[str | Hole, ...]
"""A fragment's text: finished HTML and holes in turn."""


class Fragment(msgspec.Struct, frozen=True):
    """What the pipeline carries of a fragment; its text is stored apart, under its hash."""

    hash: str
    citations: tuple[Citation, ...] = ()
    """In the order in which they stand."""
    addresses: tuple[Address, ...] = ()
    outward: tuple[Address, ...] = ()
    """Where its links to other sites lead, whole and as written; these are no holes."""
    images: tuple[Image, ...] = ()
    anchors: tuple[str, ...] = ()
    """Names that a link may lead to."""
    own_ids: tuple[Address, ...] = ()
    """Those of them that the editor has given, each with its place."""
    plain: str = ""
    """The text alone, for fragments of inline text (captions, descriptions). Where it names works,
    the names are still open: see `digest.markdown.words.fill_names`."""


# --- bodies: what Markdown is parsed into -----------------------------------------------------


class Heading(msgspec.Struct, frozen=True):
    """A heading within prose, for tables of contents."""

    level: int
    anchor: str
    text: str
    """Plain text, names open as in `Fragment.plain`."""


class Prose(msgspec.Struct, frozen=True, tag="prose"):
    """A run of ordinary Markdown blocks."""

    fragment: Fragment
    headings: tuple[Heading, ...] = ()


class Section(msgspec.Struct, frozen=True, tag="section"):
    """A part of an entry that site.yaml names, less its heading."""

    id: str
    fragment: Fragment
    headings: tuple[Heading, ...] = ()


class Directive(msgspec.Struct, frozen=True, tag="directive"):
    """`:::{name}` on lines of its own, with its options (`:tag: vision`) as written."""

    name: str
    options: tuple[tuple[str, str, Place], ...]
    """Name, value as written, and the place of the option's name."""
    place: Place
    """Where the name stands."""


Block = Prose | Section | Directive


class Body(msgspec.Struct, frozen=True):
    """A Markdown text, parsed."""

    blocks: tuple[Block, ...] = ()
    notes: Fragment | None = None
    """The footnotes, as a list, to be shown behind the blocks; None where there are none."""


class ParsedMarkdown(msgspec.Struct, frozen=True):
    """A body and the texts of its fragments, by hash."""

    body: Body
    texts: dict[str, Parts]
    plain: dict[str, Plain]
    """The same texts in their plain form."""


class ParsedInline(msgspec.Struct, frozen=True):
    """A line of inline Markdown (a description, a caption) and the texts of its fragments."""

    fragment: Fragment
    texts: dict[str, Parts]
    plain: dict[str, Plain]


# --- works: what records say ------------------------------------------------------------------


class Name(msgspec.Struct, frozen=True):
    """A person or body, in CSL's terms. A body has a `literal` alone."""

    family: str = ""
    """With the particles that belong to it: `van den Oord`."""
    given: str = ""
    suffix: str = ""
    """`Jr.`, `III`."""
    literal: str = ""
    """The whole name as the source printed it, in reading order; never empty."""


class ArxivFacts(msgspec.Struct, frozen=True):
    """What arXiv says of a paper beyond CSL."""

    id: str
    """Without version, as `2202.06991` or `hep-th/9901001`."""
    version: int = 0
    """The newest known; 0 where the record does not say."""
    published: str = ""
    """Date of version 1, `YYYY-MM-DD`, as far as known."""
    updated: str = ""
    """Date of `version`, `YYYY-MM-DD`, as far as known."""
    primary_category: str = ""
    categories: tuple[str, ...] = ()
    comment: str = ""
    journal_ref: str = ""
    doi: str = ""
    """The publisher's DOI, where there is one."""
    license: str = ""
    withdrawn: bool = False


class Work(msgspec.Struct, frozen=True):
    """A thing that can be covered or cited. Fields are CSL's; empty where unknown."""

    id: str
    """`arxiv:2202.06991`, `doi:10.1038/…` (lower case), `bib:key`, or `entry:2022-03/dsi`."""
    type: str
    """A CSL type: `article` (a preprint), `article-journal`, `paper-conference`, `book`, …"""
    title: str
    """Rich text, see `digest.richtext`, as are those of its containers and the abstract."""
    author: tuple[Name, ...] = ()
    """A last name whose literal is `others` stands for those that the source left out."""
    editor: tuple[Name, ...] = ()
    issued: tuple[int, ...] = ()
    """Year, month, day: as many as are known, in this order. A year before Christ is below zero."""
    circa: bool = False
    """Whether that is about when it was, and no more is known."""
    translator: tuple[Name, ...] = ()
    container_title: str = ""
    """The journal, the proceedings, the book of a chapter, the website."""
    container_title_short: str = ""
    """`Phys. Rev. Lett.`; empty where it is the whole title."""
    collection_title: str = ""
    """The series."""
    collection_number: str = ""
    """Of a volume within its series, where that is no `volume`."""
    kept_words: tuple[str, ...] = ()
    """Words of its titles, and runs of them, whose capitals an editor protects from styles."""
    publisher: str = ""
    """For a thesis or a report, the institution."""
    publisher_place: str = ""
    edition: str = ""
    """`2`, or in words."""
    volume: str = ""
    issue: str = ""
    page: str = ""
    number: str = ""
    """Of a report, a patent or a standard; the number of an article that has no pages."""
    chapter_number: str = ""
    """Of a part of a book."""
    genre: str = ""
    """What kind of its type it is: `PhD thesis`, `Technical report`."""
    version: str = ""
    """Of software or data: `3.3.070`."""
    event_title: str = ""
    """The conference."""
    event_place: str = ""
    status: str = ""
    """`retracted` or `withdrawn` where it has been taken back; else in the source's words."""
    note: str = ""
    """What else there is to say of it: `Reprinted 2010`."""
    isbn: str = ""
    """Of several, with commas between."""
    issn: str = ""
    """As `isbn`."""
    doi: str = ""
    """As who registered it, or the editor, spells it; its letter case is no difference."""
    url: str = ""
    """The address to read it at: arXiv's abstract page, the DOI's, or the one given."""
    accessed: tuple[int, ...] = ()
    """When the address was looked at, as `issued`: of pages that change."""
    original_date: tuple[int, ...] = ()
    """When what is translated or printed again came out first, as `issued`."""
    abstract: str = ""
    arxiv: ArxivFacts | None = None
    aliases: tuple[str, ...] = ()
    """Other ids of the same work, as `doi:10.48550/arxiv.2202.06991`."""

    @property
    def plain_title(self) -> str:
        """The title without styles, its math as `$…$`."""
        return without_styles(self.title)

    @property
    def is_withdrawn(self) -> bool:
        """Whether its authors or its publisher have taken it back."""
        is_told = self.status in {"retracted", "withdrawn"}
        return is_told or bool(self.arxiv and self.arxiv.withdrawn)

    @property
    def state(self) -> str:
        """`retracted`, `withdrawn`, or what else its status is."""
        return "withdrawn" if self.is_withdrawn and self.status != "retracted" else self.status


# --- content: what the editors wrote ----------------------------------------------------------


class Person(msgspec.Struct, frozen=True):
    """An editor of the newsletter."""

    name: str
    url: str = ""
    orcid: str = ""


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
    """`arxiv:…` or `doi:…` in canonical form; empty where the entry has neither."""
    other_key: str = ""
    """`doi:…`, where the entry gives a DOI besides the arXiv id."""
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
    fold: bool = True
    """Whether the mail may show the entry as one line."""
    updated: str = ""
    """`YYYY-MM-DD`: when the editors changed it so that readers should know; may be empty."""
    draft: bool = False
    aliases: tuple[Override, ...] = ()
    lang: str = ""


class Edition(msgspec.Struct, frozen=True):
    """One issue of the newsletter, as parsed, without its entries."""

    id: str
    path: str
    """POSIX path of its index.md from the site's root."""
    title: str
    date: str
    """`YYYY-MM-DD`."""
    body: Body
    description: Fragment | None = None
    number: int = 0
    """0 where it has none."""
    number_place: Place | None = None
    date_place: Place | None = None
    editors: tuple[str, ...] = ()
    references: tuple[tuple[str, Place], ...] = ()
    """Keys that the edition promises to cite."""
    updated: str = ""
    """As an entry's."""
    draft: bool = False
    aliases: tuple[Override, ...] = ()
    lang: str = ""


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
