"""What Markdown is parsed into: fragments of HTML with holes, and the bodies made of them.

A text that an editor wrote becomes a *fragment*: HTML with holes. The holes are what depends on
the page that shows it (the number of a citation, the address of a link, the level of a heading),
so one fragment serves the edition's page, the entry's page and every other output alike.
"""

from __future__ import annotations

import msgspec

from digest.basics.diagnostics import Place
from digest.basics.plain import Plain

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
    """A hole for an image: the whole element."""

    target: str
    """As written, percent-decoded; a path beside the file that shows it, or an https address."""
    place: Place
    width: str = ""
    """How wide the editor wants it: `50%` of the column, or `300` pixels of CSS."""
    alt: str = ""
    title: str = ""
    row: tuple[str, ...] = ()
    """The targets of all images that stand in a row with it, its own too."""


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
    is_value: bool = False
    """Whether it is the value of an attribute."""


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

    @property
    def fragments(self) -> tuple[Fragment, ...]:
        """All its texts, in the order in which they are read."""
        texts = tuple(one.fragment for one in self.blocks if not isinstance(one, Directive))
        return (*texts, self.notes) if self.notes else texts


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
