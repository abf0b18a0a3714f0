"""Works as RIS, the form that EndNote and all other reference managers read.

Tags and types are those of "RIS Format Specifications" (Research Information Systems, 2011), and
of EndNote's and Zotero's readings where these go further. Abstracts are left out: they are their
publishers'.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.richtext import without_styles
from digest.basics.text import iso_date, one_line
from digest.records.names import known_names
from digest.records.numbers import join_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.basics.works import Name, Work
    from digest.citing.formats.keys import KeyedWork

_TYPES = {
    "article": "UNPB",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "chapter": "CHAP",
    "classic": "CLSWK",
    "collection": "BOOK",
    "dataset": "DATA",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "figure": "FIGURE",
    "graphic": "ART",
    "hearing": "HEAR",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "UNPB",
    "map": "MAP",
    "motion_picture": "MPCT",
    "pamphlet": "PAMP",
    "paper-conference": "CONF",
    "patent": "PAT",
    "personal_communication": "PCOMM",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "review": "JOUR",
    "review-book": "JOUR",
    "software": "COMP",
    "song": "MUSIC",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
"""From a CSL type to RIS's; all others are `GEN`."""
_KINDS_TOLD = frozenset({"THES", "RPRT", "UNPB", "ELEC", "BLOG"})
"""Types whose M3 says what kind of it a work is; for others some programs take M3 for a DOI."""
_WITHIN = frozenset({"CHAP", "CONF", "DICT", "ENCYC", "JOUR"})
"""Types whose A2 is an editor of what contains the work; of a book, A2 is the series' editor."""
_NUMBERED = {"JOUR": "C7", "RPRT": "SN", "PAT": "SN", "STAND": "SN"}
"""From a type to the tag of its own number: of an article, a report, a patent; M1 for others."""


def format_ris(works: Iterable[KeyedWork]) -> str:
    """Return the works as the text of a .ris file, in their order; lines end in CR LF."""
    lines = []
    for one in works:
        for tag, value in _tags(one.work, one.key):
            # most fields of a work are empty
            if value and (text := one_line(value)):
                lines.append(f"{tag}  - {text}")
        lines += ["ER  - ", ""]
    return "\r\n".join([*lines, ""]) if lines else ""


def _tags(work: Work, key: str) -> Iterator[tuple[str, str]]:
    """Yield the tags of a work with their values, of which some are empty."""
    kind = _TYPES.get(work.type, "GEN")
    yield "TY", kind
    yield "ID", key
    yield from (("AU", _name(name)) for name in known_names(work.author))
    editor = "A2" if kind in _WITHIN else "ED"
    yield from ((editor, _name(name)) for name in known_names(work.editor))
    yield from (("A3", _name(name)) for name in known_names(work.collection_editor))
    yield from (("A4", _name(name)) for name in known_names(work.translator))
    yield "TI", work.plain_title
    yield from _containers(work, kind)
    yield from _date(work.issued)
    yield "Y2", _slashed(work.accessed)
    yield "OP", iso_date(work.original_date)
    yield "VL", work.volume
    yield "IS", work.issue
    yield "M1", work.collection_number
    yield _NUMBERED.get(kind, "C7" if work.collection_number else "M1"), work.number
    yield "SE", work.chapter_number
    yield from _pages(work.page)
    yield "ET", work.edition or work.version
    yield "PB", work.publisher
    if kind == "CONF":
        yield "CY", work.event_place
        yield "C1", work.publisher_place
    else:
        yield "CY", work.publisher_place
    if kind in _KINDS_TOLD:
        yield "M3", work.genre or ("Preprint" if work.type == "article" else "")
    if work.arxiv:
        yield "DB", "arXiv"
        yield "AN", f"arXiv:{work.arxiv.id}"
    yield "DO", work.doi
    yield "UR", work.url
    if _NUMBERED.get(kind) != "SN":
        yield "SN", "; ".join(filter(None, (work.isbn, work.issn)))
    yield from (("N1", note) for note in _notes(work, kind))


def _containers(work: Work, kind: str) -> Iterator[tuple[str, str]]:
    container = without_styles(work.container_title)
    if kind == "CONF":
        # T2 is the conference, to those who tell it from its proceedings
        yield "T2", work.event_title or container
        yield "C3", container
    else:
        yield "T2", container
    yield "J2", without_styles(work.container_title_short)
    yield "T3", without_styles(work.collection_title)


def _date(issued: tuple[int, ...]) -> Iterator[tuple[str, str]]:
    if issued:
        yield "PY", iso_date(issued[:1])
    if len(issued) > 1:
        yield "DA", _slashed(issued)


def _slashed(date: tuple[int, ...]) -> str:
    """Return year/month/day/other: parts that are not known stay empty, and their slashes."""
    parts = (*(f"{part:02}" for part in date[1:]), "", "")[:2]
    return f"{date[0]:04}/{'/'.join(parts)}/" if date else ""


def _pages(page: str) -> Iterator[tuple[str, str]]:
    first, *last = join_pages(page.strip(), "\u2013").split("\u2013")
    is_range = bool(first) and len(last) == 1 and bool(last[0]) and not set(page) & set(",;")
    yield "SP", first if is_range else page
    yield "EP", last[0] if is_range else ""


def _name(name: Name) -> str:
    """Return `King, Martin Luther, Jr.`, or a body without commas: they part a person's name."""
    if not (name.family and name.given):
        return (name.literal or name.family or name.given).replace(",", "")
    return ", ".join(part for part in (name.family, name.given, name.suffix) if part)


def _notes(work: Work, kind: str) -> Iterator[str]:
    """Yield what is said of a work for which its type has no tag."""
    if kind not in _KINDS_TOLD:
        yield work.genre
    yield work.state[:1].upper() + work.state[1:]
    if work.edition and work.version:
        yield f"Version {work.version}"
    yield from (f"Author of the book: {_name(name)}" for name in known_names(work.container_author))
    if _NUMBERED.get(kind) == "SN":
        yield f"ISBN {work.isbn}" if work.isbn else ""
        yield f"ISSN {work.issn}" if work.issn else ""
    yield work.note
