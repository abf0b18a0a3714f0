"""A work that can be covered or cited, as records say it, with its people."""

from __future__ import annotations

import msgspec

from digest.basics.richtext import without_styles


class Name(msgspec.Struct, frozen=True, omit_defaults=True):
    """A person or body, in CSL's terms. A body has a `literal` alone."""

    family: str = ""
    """With the particles that belong to it: `van den Oord`."""
    given: str = ""
    suffix: str = ""
    """`Jr.`, `III`."""
    literal: str = ""
    """The whole name as the source printed it, in reading order; never empty."""


class ArxivFacts(msgspec.Struct, frozen=True, omit_defaults=True):
    """What arXiv says of a paper beyond CSL."""

    id: str
    """Without version, as `2202.06991` or `hep-th/9901001`."""
    version: int = 0
    """The newest known; 0 where the record does not say."""
    primary_category: str = ""
    categories: tuple[str, ...] = ()
    comment: str = ""
    journal_ref: str = ""
    doi: str = ""
    """The publisher's DOI, where there is one."""
    license: str = ""
    withdrawn: bool = False


class Work(msgspec.Struct, frozen=True, omit_defaults=True):
    """A thing that can be covered or cited. Fields are CSL's; empty where unknown."""

    id: str
    """`arxiv:2202.06991`, `doi:10.1038/…` (lower case), `bib:key`, or `entry:2022-03/dsi`."""
    type: str
    """A CSL type: `article` (a preprint), `article-journal`, `paper-conference`, `book`, …"""
    title: str
    """Rich text, see `digest.basics.richtext`, as are those of its containers and the abstract."""
    author: tuple[Name, ...] = ()
    """A last name whose literal is `others` stands for those that the source left out."""
    editor: tuple[Name, ...] = ()
    issued: tuple[int, ...] = ()
    """Year, month, day: as many as are known, in this order. A year before Christ is below zero."""
    circa: bool = False
    """Whether that is about when it was, and no more is known."""
    translator: tuple[Name, ...] = ()
    collection_editor: tuple[Name, ...] = ()
    """Of the series."""
    director: tuple[Name, ...] = ()
    """Those of its authors who directed it."""
    container_author: tuple[Name, ...] = ()
    """Of the book in which it is a part of another's."""
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
