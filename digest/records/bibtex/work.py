"""An entry of a BibTeX file to a work."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.richtext import without_italics_around
from digest.basics.works import ArxivFacts, Work
from digest.records.bibtex.casing import kept_words
from digest.records.bibtex.datefields import find_state, parse_date, parse_issued
from digest.records.bibtex.entry import FieldProblem
from digest.records.bibtex.ids import NOTES, find_arxiv, find_doi
from digest.records.bibtex.journals import named_journal
from digest.records.bibtex.notes import with_notes
from digest.records.bibtex.people import find_people, people_fields, responsible
from digest.records.bibtex.types import find_patent, work_genre, work_type
from digest.records.bibtex.urlfields import as_typed, find_url
from digest.records.csl import with_aliases
from digest.records.csltypes import IN_BOOKS
from digest.records.identifiers import spelled_doi
from digest.records.namedids import named_id
from digest.records.names.bibtex import check_names
from digest.records.numbers import parse_pages, with_numbers
from digest.records.series import with_series
from digest.records.servers import with_server
from digest.records.states import state_of_title
from digest.records.subtitles import join_subtitle
from digest.records.tex import unknown_command

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.records.bibtex.entry import RawEntry
    from digest.records.identifiers import Identifier

_TEXTS = {
    "event_title": ("eventtitle",),
    "edition": ("edition",),
    "chapter_number": ("chapter",),
    "version": ("version",),
}
"""From a field of `Work` to the BibTeX fields that it is taken from, the first that is there."""
_TITLES = (
    *("title", "subtitle", "booktitle", "booksubtitle", "series", "maintitle", "mainsubtitle"),
    "eventtitle",
)
"""Fields of which styles may lower the capitals."""
_SCHOOLS = ("school", "institution")
_PUBLISHERS = {
    "thesis": _SCHOOLS,
    "report": ("institution", "school", "publisher", "organization"),
    # the organization is what the website is called
    "webpage": ("publisher", "institution"),
}
_ANY_PUBLISHER = ("publisher", "institution", "school", "organization", "holder")
"""Who may have published what is of another type; all that are there are named."""
_BETWEEN = lazy_regex(r"\s*[,;]\s*|(?<=[0-9Xx])\s+(?=[0-9-]{8})")
"""What parts several ISBNs: spaces only where what follows is one whole."""
_PREPRINTS = frozenset({"article-journal", "document", "manuscript", "webpage"})
"""What preprints are in BibTeX, which has no type for them."""
_SHOWN = (
    *_TITLES,
    *("collaboration", "journal", "journaltitle", "journalsubtitle", "shortjournal"),
    *_ANY_PUBLISHER,
    *("address", "location", "venue", "edition", "note", "addendum", "howpublished"),
)
"""Fields in which no command must be left out, beside names."""

_PLACEHOLDER = lazy_regex(r"(?<![A-Za-z0-9])X{4,}(?![A-Za-z0-9])")
"""As of the id of a paper that is not out, `10.5281/zenodo.XXXXXXX`."""

_Value = TypeVar("_Value")


class MadeWork(msgspec.Struct, frozen=True):
    """The work of an entry, or None where the entry has no title."""

    work: Work | None
    problems: tuple[FieldProblem, ...] = ()


def make_work(entry: RawEntry) -> MadeWork:
    """Make the work that an entry describes. Its id is `bib:` and the entry's key.

    An arXiv id or a DOI, wherever the entry has it, becomes an alias: so the work is the same as
    that of the record. An id, an address or a date that cannot be one is a problem, and left out.
    """
    title = _titled(entry, "title", "subtitle")
    if not title:
        message = f"the entry '{entry.key}' has no title"
        return MadeWork(None, (FieldProblem("title", message, "add 'title = {…}'"),))
    problems = list(_check_texts(entry))

    def value(found: tuple[_Value, tuple[FieldProblem, ...]]) -> _Value:
        problems.extend(found[1])
        return found[0]

    kind, genre = work_type(entry), work_genre(entry)
    doi, arxiv = value(find_doi(entry)), value(find_arxiv(entry))
    issued = value(parse_issued(entry))
    first_day = "origdate" if entry.fields.get("origdate") else "origyear"
    work = Work(
        id=f"bib:{entry.key}",
        type=kind,
        title=title,
        kept_words=_kept_words(entry),
        issued=issued.parts,
        circa=issued.circa,
        genre=genre,
        status=find_state(entry) or state_of_title(title, genre),
        accessed=value(parse_date(entry, "urldate")).parts,
        original_date=value(parse_date(entry, first_day)).parts,
        page=parse_pages(entry.first("pages")),
        doi=spelled_doi(as_typed(entry.first("doi", "url", *NOTES)), doi) if doi else "",
        url=value(find_url(entry, doi, arxiv)),
        arxiv=_facts(entry, doi, arxiv) if arxiv else None,
    )
    work = msgspec.structs.replace(work, **_texts(entry, kind), **find_people(entry))
    work = with_server(work)
    if work.publisher == "arXiv" and work.type == "article" and not arxiv:
        message = "the entry names arXiv, and no paper there"
        problems.append(FieldProblem("journal", message, "add 'eprint = {2202.06991}', say"))
    is_preprint = bool(arxiv) and _is_preprint(work, entry)
    work = with_notes(work, entry, is_preprint=is_preprint)
    work = _as_preprint(work) if is_preprint else work
    return MadeWork(with_aliases(with_series(with_numbers(work))), tuple(problems))


def _texts(entry: RawEntry, kind: str) -> dict[str, str]:
    """Return the fields of a work that are texts, but for its title."""
    texts = {field: entry.first(*names) for field, names in _TEXTS.items()}
    texts |= {name: _several(entry.first(name)) for name in ("isbn", "issn")}
    texts |= _containers(entry, kind) | _numbers(entry, kind) | {"volume": _volume(entry, kind)}
    return texts | _places(entry, kind) | _publisher(entry, kind)


def _as_preprint(work: Work) -> Work:
    """Return a work as arXiv has it, whatever journal its entry makes of that."""
    fields = {"type": "article", "container_title": "", "volume": "", "publisher": "arXiv"}
    # as astronomers' records have its id
    fields |= {name: "" for name in ("page", "number") if named_id(getattr(work, name))}
    return msgspec.structs.replace(work, **fields)


def _check_texts(entry: RawEntry) -> Iterator[FieldProblem]:
    """Find names that are parted wrongly, and commands that are not known."""
    for name in people_fields(entry):
        for message, hint in check_names(entry.fields[name]):
            yield FieldProblem(name, message, hint)
    for name in ("doi", "url", "eprint"):
        if _PLACEHOLDER.search(entry.first(name)):
            message = f"'{entry.first(name)}' is yet to be filled in"
            yield FieldProblem(name, message, f"write what it is, or take out '{name}'")
    for name in (*people_fields(entry), *_SHOWN):
        tex = entry.fields.get(name, "")
        command = "" if not tex or named_journal(tex)[0] else unknown_command(tex)
        if command:
            message = f"the command '\\{command}' is not known, and is left out"
            yield FieldProblem(name, message, "write what it stands for")


def _several(numbers: str) -> str:
    """Return ISBNs or ISSNs with commas between, whatever parts them."""
    return ", ".join(filter(None, _BETWEEN.split(numbers)))


def _titled(entry: RawEntry, title: str, subtitle: str) -> str:
    """Join a title and its subtitle."""
    return join_subtitle(entry.rich(title), entry.rich(subtitle))


def _kept_words(entry: RawEntry) -> tuple[str, ...]:
    found = (word for name in _TITLES for word in kept_words(entry.fields.get(name, "")))
    return tuple(dict.fromkeys(found))


def _containers(entry: RawEntry, kind: str) -> dict[str, str]:
    """Return what a work is in, its abbreviation, and the series."""
    name, short = named_journal(entry.fields.get("journal", ""))
    journal = name or entry.rich("journal") or _titled(entry, "journaltitle", "journalsubtitle")
    journal = without_italics_around(journal)
    book, series = _book_of(entry, kind), _collection(entry)
    if kind in IN_BOOKS and book and journal:
        # proceedings that are an issue of a journal
        is_other = journal.casefold() != book.casefold() and "arxiv" not in journal.casefold()
        journal, series = "", series or (journal if is_other else "")
    return {
        "container_title": journal or book or _place_of(entry, kind),
        "container_title_short": entry.rich("shortjournal") or ("" if series == name else short),
        "collection_title": series,
    }


def _book_of(entry: RawEntry, kind: str) -> str:
    """Return the book that a work is in; an edited volume only tells its chapters its own title."""
    is_volume = kind == "book" and not entry.fields.get("author")
    title = "" if is_volume else _titled(entry, "booktitle", "booksubtitle")
    main = _titled(entry, "maintitle", "mainsubtitle") if kind in IN_BOOKS else ""
    return without_italics_around(title or main)


def _volume(entry: RawEntry, kind: str) -> str:
    """Return the volume, with its part, or how many there are of a book in several."""
    volume, part, count = entry.first("volume"), entry.first("part"), entry.first("volumes")
    if volume or kind != "book":
        return ".".join(filter(None, (volume, part)))
    return f"1-{count}" if count.isdigit() and int(count) > 1 else ""


def _collection(entry: RawEntry) -> str:
    """Return the series, or the work in volumes of which this is one."""
    main = _titled(entry, "maintitle", "mainsubtitle")
    return main if main and entry.is_of_main else entry.rich("series") or main


def _place_of(entry: RawEntry, kind: str) -> str:
    """Return the website that a page is on, or who keeps a thesis, as ProQuest."""
    if kind == "webpage" and entry.first("organization") != entry.first("author"):
        return entry.first("organization")
    return entry.first("publisher") if kind == "thesis" and entry.first(*_SCHOOLS) else ""


def _publisher(entry: RawEntry, kind: str) -> dict[str, str]:
    fields = _PUBLISHERS.get(kind, _ANY_PUBLISHER)
    if responsible(entry) and not entry.fields.get("author"):
        fields = ("publisher",)
    names = dict.fromkeys(filter(None, map(entry.first, fields)))
    # `IEEE` beside `Institute of Electrical and Electronics Engineers (IEEE)`
    found = "; ".join(one for one in names if not any(f"({one})" in other for other in names))
    return {"publisher": found or (entry.first("publisher") if kind == "thesis" else "")}


def _places(entry: RawEntry, kind: str) -> dict[str, str]:
    """Tell where a publisher is from where people met; `location` may be either."""
    address, location = entry.first("address"), entry.first("location")
    met = location if kind == "paper-conference" and address else ""
    return {
        "publisher_place": address or location,
        "event_place": entry.first("venue", "eventplace") or met,
    }


def _is_preprint(work: Work, entry: RawEntry) -> bool:
    """Tell whether a work on arXiv is out nowhere else: no thesis, book or report of somebody's."""
    container, publisher = work.container_title.lower(), work.publisher.lower()
    if not container and entry.fields.get("journal", "").strip():
        # a journal, though TeX leaves nothing of its name
        return False
    if container and "arxiv" not in container and container != "corr":
        return False
    return "arxiv" in publisher or (not publisher and work.type in _PREPRINTS)


def _numbers(entry: RawEntry, kind: str) -> dict[str, str]:
    """Tell apart the numbers of an issue, a report, a volume of a series and an article."""
    number, issue = entry.first("number"), entry.first("issue")
    own = entry.first("eid", "elocation-id", "articleno", "article-number", "art_number")
    if kind == "patent":
        patent = find_patent(entry)
        return {"issue": issue, "number": patent.number if patent else number}
    if kind in {"book", *IN_BOOKS} and entry.is_of_main:
        return {"issue": issue, "number": own}
    if kind in {"book", *IN_BOOKS} and entry.first("series", "maintitle"):
        return {"collection_number": number, "issue": issue, "number": own}
    if own or kind in IN_BOOKS or entry.type in {"article", "review", "suppperiodical"}:
        return {"issue": number or issue, "number": own}
    return {"issue": issue, "number": number or entry.first("reportnumber")}


def _facts(entry: RawEntry, doi: Identifier | None, arxiv: Identifier) -> ArxivFacts:
    return ArxivFacts(
        id=arxiv.value,
        version=arxiv.version,
        primary_category=entry.first("primaryclass", "eprintclass"),
        doi=doi.value if doi and doi.kind == "doi" else "",
    )
