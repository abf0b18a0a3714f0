"""The plain form of a fragment: its Markdown as a small tree, for what is no HTML.

It is made from the same tokens as the fragment's HTML and kept beside it, under the same hash.
What depends on the place where it is shown (the number of a citation, the whole address of a link)
is not in it yet, as with HTML. Nothing in it is escaped.
"""

from __future__ import annotations

import msgspec

# --- within a line ----------------------------------------------------------------------------


class Marked(msgspec.Struct, frozen=True, tag="mark"):
    """Words that stand out."""

    sign: str
    """`*` for emphasis, `**` for strong emphasis, `~~` for words that are struck out."""
    inner: Inlines


class Element(msgspec.Struct, frozen=True, tag="element", omit_defaults=True):
    """Words in an element of HTML."""

    name: str
    """`sub`, `kbd` or the like."""
    inner: Inlines
    title: str = ""
    """What an `abbr` stands for."""


class Code(msgspec.Struct, frozen=True, tag="code"):
    """Code within a line."""

    text: str


class Formula(msgspec.Struct, frozen=True, tag="math"):
    """A formula."""

    tex: str
    display: bool
    """Whether it has lines of its own."""


class Link(msgspec.Struct, frozen=True, tag="link", omit_defaults=True):
    """Words that lead somewhere."""

    target: str
    """Of another site, the address; of this one, the target as written, percent-decoded."""
    is_local: bool
    inner: Inlines
    title: str = ""
    again: bool = False
    """Whether it goes on with a link that a citation has parted."""


class Picture(msgspec.Struct, frozen=True, tag="image", omit_defaults=True):
    """An image."""

    target: str
    """As in a link."""
    is_local: bool
    alt: str
    title: str = ""


class NoteMark(msgspec.Struct, frozen=True, tag="note"):
    """The mark of a footnote."""

    letters: str


class Break(msgspec.Struct, frozen=True, tag="break"):
    """The end of a line that the editor wants."""


class Box(msgspec.Struct, frozen=True, tag="box"):
    """The box before a task."""

    is_done: bool


class Names(msgspec.Struct, frozen=True, tag="names"):
    """The authors of a work, as a sentence names them: `@key`."""

    key: str


class CitedItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """One key within a citation, as `digest.basics.fragments.CiteItem` has it."""

    key: str
    prefix: Inlines = ()
    suffix: Inlines = ()
    suppress_author: bool = False


class Cited(msgspec.Struct, frozen=True, tag="cite"):
    """A citation. The names that a sentence gives before it stand before it."""

    items: tuple[CitedItem, ...]
    in_text: bool
    """Whether the names of the first item have just been printed."""


Inline = (
    str
    | Marked
    | Element
    | Code
    | Formula
    | Link
    | Picture
    | NoteMark
    | Break
    | Box
    | Names
    | Cited
)
Inlines = tuple["Inline", ...]
"""A line break as typed is a newline in a text."""


# --- blocks -----------------------------------------------------------------------------------


class Paragraph(msgspec.Struct, frozen=True, tag="p", omit_defaults=True):
    """A paragraph; of a text that is one line, all of it."""

    inner: Inlines
    is_tight: bool = False
    """Whether it stands in a list whose items stand close together."""


class Heading(msgspec.Struct, frozen=True, tag="h"):
    """A heading."""

    level: int
    """As written: 1 to 6."""
    inner: Inlines


class CodeBlock(msgspec.Struct, frozen=True, tag="pre"):
    """Code on lines of its own."""

    text: str
    language: str


class FormulaBlock(msgspec.Struct, frozen=True, tag="mathblock"):
    """A formula on lines of its own."""

    tex: str


class Quote(msgspec.Struct, frozen=True, tag="quote", omit_defaults=True):
    """What someone else says, or an alert."""

    blocks: Blocks
    alert: str = ""
    """Which alert it is: `note` or another of five."""


class Details(msgspec.Struct, frozen=True, tag="details"):
    """What is folded on a page until a reader asks for it."""

    summary: Inlines
    blocks: Blocks


class Items(msgspec.Struct, frozen=True, tag="list"):
    """A list."""

    items: tuple[Blocks, ...]
    start: int
    """The number of the first item; -1 where items have no numbers."""


class Term(msgspec.Struct, frozen=True, omit_defaults=True):
    """A term of a list of definitions, or one of its definitions."""

    inner: Inlines = ()
    """The term itself."""
    blocks: Blocks = ()
    """What it means."""


class Terms(msgspec.Struct, frozen=True, tag="terms"):
    """A list of terms, each with what it means behind it."""

    terms: tuple[Term, ...]


class Table(msgspec.Struct, frozen=True, tag="table"):
    """A table."""

    rows: tuple[tuple[Inlines, ...], ...]
    """The first is the row of headings."""
    align: tuple[str, ...]
    """Of each column: `left`, `right`, `center` or nothing."""


class FigureBlock(msgspec.Struct, frozen=True, tag="figure"):
    """An image with a caption."""

    image: Inlines
    """The picture; its text alone where it may not be shown."""
    caption: Inlines


class Rule(msgspec.Struct, frozen=True, tag="rule"):
    """A line across."""


class Note(msgspec.Struct, frozen=True, tag="footnote"):
    """A footnote."""

    letters: str
    blocks: Blocks


Block = (
    Paragraph
    | Heading
    | CodeBlock
    | FormulaBlock
    | Quote
    | Details
    | Items
    | Terms
    | Table
    | FigureBlock
    | Rule
    | Note
)
Blocks = tuple["Block", ...]


class Plain(msgspec.Struct, frozen=True):
    """The plain form of a fragment."""

    blocks: Blocks = ()

    @property
    def line(self) -> Inlines:
        """What the first paragraph says: all of a text that is one line, as a description."""
        return next((one.inner for one in self.blocks if isinstance(one, Paragraph)), ())
