"""What a post is made of: text of the edition, and entries, in the order of the post."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from digest.importing.post import LeftOut

if TYPE_CHECKING:
    from collections.abc import Callable


class FoundEntry(msgspec.Struct, frozen=True):
    """A paper that a post covers, with what the post says of it."""

    title: str
    """As the post has it, Markdown without what marks it as a title; not the editor's numbering.
    Empty where the post links to the paper and says no title: `- Words of it ([paper](…))`."""
    text: str
    """Markdown: all that the post says of the paper, less what stands in the fields here. Parts
    with a name of their own, as "Why", are level-2 headings in it."""
    line: int
    """Of the post's text, 1-based: where the entry begins."""
    byline: str = ""
    """Who wrote the paper, as typed, without "By"."""
    paper: str = ""
    """The address or id of the paper as typed, also where that is a placeholder as `link`; `#` for
    an empty address; empty where the post has none. It need not be a scholarly page: a row of a
    table of papers, or a title above names, may link to a blog."""
    links: tuple[tuple[str, str], ...] = ()
    """Further links that belong to the entry and not to its text: a name, as `code`, and an
    address. A name stands once."""
    date: str = ""
    """The paper's date or year, as typed."""
    note: str = ""
    """A line of distinction or of where it appeared, as typed: `Best paper award`, `WSDM 2022`."""
    name: str = ""
    """The short name that the post has for the paper beside its title."""
    is_named: bool = False
    """Whether its title is a short name that the post has for the paper, as it has for others."""


class ListedReference(msgspec.Struct, frozen=True):
    """An item of a post's list of references."""

    label: str
    """What it is cited by, as `6`; `^1` where it is a footnote, which the text cites by `[^1]`;
    empty in a list without numbers."""
    text: str
    """Markdown, as typed, less the label."""
    line: int
    """Of the post's text, 1-based."""


class Stretch(msgspec.Struct, frozen=True):
    """A part of a post: text of the edition, or entries that follow one another; never both."""

    text: str = ""
    line: int = 0
    """Of the post's text, 1-based: where the stretch begins."""
    entries: tuple[FoundEntry, ...] = ()


class Parts(msgspec.Struct, frozen=True):
    """A post told apart. Every word of its text is in one of these once.

    Definitions of links and footnotes stand in each part that uses them.
    """

    stretches: tuple[Stretch, ...]
    """The deck, news, entries and closing words, in the order of the post."""
    references: tuple[ListedReference, ...] = ()
    """The list of references at its end; the heading above it is not kept."""
    description: str = ""
    """The deck, where it is one short paragraph that the post itself does not have as subtitle
    and that stands in the stretches too."""
    left_out: tuple[LeftOut, ...] = ()
    """Words that went as the structure says the same: the heading above the references, the names
    of a table's columns, "By", "1." before a title, "Paper" as the words of the link to it."""

    @property
    def entries(self) -> tuple[FoundEntry, ...]:
        """All entries, in the order of the post."""
        return tuple(entry for stretch in self.stretches for entry in stretch.entries)

    def change_entries(self, change: Callable[[FoundEntry], FoundEntry]) -> Parts:
        """Return the same with what `change` makes of each entry."""
        stretches = tuple(
            msgspec.structs.replace(stretch, entries=tuple(map(change, stretch.entries)))
            for stretch in self.stretches
        )
        return msgspec.structs.replace(self, stretches=stretches)


FaultKind = Literal[
    "number-undefined",
    "number-order",
    "number-gap",
    "number-none",
    "number-double",
    "reference-uncited",
    "reference-double",
    "reference-unread",
    "paper-differs",
    "author-differs",
    "title-differs",
    "title-old",
    "year-differs",
    "placeholder",
    "address-broken",
    "paper-unknown",
    "covered-twice",
    "link-broken",
    "word-lost",
]
"""The kinds of faults that an import finds; `report.py` has a line on each.

`number-double` is a number that stands twice in a list, `reference-double` a work that does;
`reference-unread` a reference without a title that can be told; `paper-differs` an id or a link
that leads to another paper than the title names.
"""


class Fault(msgspec.Struct, frozen=True):
    """Something wrong in the source, and what was done about it."""

    kind: FaultKind
    path: str
    """Of the source, as in `Place`."""
    line: int
    """1-based, in the post's text as `FoundEntry.line` counts; 0 where it is not known."""
    message: str
    """What is wrong, in plain words, with the words of the source in quotes."""
    done: str = ""
    """What was done: `cited as arxiv:2202.06991`; empty where it is left to the editor."""


class EntryPaper(msgspec.Struct, frozen=True):
    """Which paper an entry covers, in the words of its front matter."""

    key: str = ""
    """`arxiv:2202.06991` or `doi:10.…`, canonical; empty where the paper has neither."""
    url: str = ""
    """Its address where it has no key, or none that is sure; empty where the post has none."""
    name: str = ""
    """A short name, where the post has that in place of the title that the record has."""
    title: str = ""
    """Typed facts, here and below: empty where a record has them. Where there is none yet they are
    kept, so that no word is lost."""
    authors: tuple[str, ...] = ()
    date: str = ""
    """`YYYY-MM-DD`, `YYYY-MM` or `YYYY`."""


class Resolved(msgspec.Struct, frozen=True):
    """A post's parts, with its papers known and its numbers made citations."""

    parts: Parts
    """`[@key]` stands where numbers led to a reference. Its list of references has only what could
    not be made a work or an entry of references.bib: it is printed as it was typed."""
    papers: tuple[EntryPaper, ...] = ()
    """One for each entry, in the order of the entries."""
    has_references: bool = False
    """Whether the post had a list of references, so that the edition is to show one."""
    references: tuple[str, ...] = ()
    """Keys of works that the post lists and does not cite."""
    faults: tuple[Fault, ...] = ()


class ResolvedPosts(msgspec.Struct, frozen=True):
    """What is known of all posts together."""

    posts: tuple[Resolved, ...]
    """In the order in which the posts were given."""
    bibliography: str = ""
    """BibTeX, to be added to references.bib as it is; empty where there is nothing to add."""
