"""An entry of a BibTeX file to a work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.identifiers import Identifier, parse_identifier
from digest.model import ArxivFacts, Work
from digest.records.bibaddresses import (
    find_arxiv,
    find_doi,
    find_url,
    is_arxiv_id,
    without_address,
)
from digest.records.bibdates import read_date, read_issued, read_state, state_named
from digest.records.bibentry import FieldProblem
from digest.records.bibtypes import work_genre, work_type
from digest.records.casing import kept_words
from digest.records.csl import with_aliases
from digest.records.names import parse_names
from digest.records.pages import read_pages

if TYPE_CHECKING:
    from digest.records.bibentry import RawEntry

_TEXTS = {
    "container_title_short": ("shortjournal",),
    "event_title": ("eventtitle",),
    "collection_title": ("series",),
    "publisher": ("publisher", "institution", "school", "organization", "holder"),
    "edition": ("edition",),
    "volume": ("volume",),
    "chapter_number": ("chapter",),
    "version": ("version",),
    "isbn": ("isbn",),
    "issn": ("issn",),
}
"""From a field of `Work` to the BibTeX fields that it is taken from, the first that is there."""
_TITLES = ("title", "subtitle", "booktitle", "booksubtitle", "series")
"""Fields of which styles may lower the capitals."""
_PREPRINTS = frozenset({"article-journal", "document", "manuscript", "webpage"})
"""What preprints are in BibTeX, which has no type for them."""


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
    doi, doi_problem = find_doi(entry)
    arxiv, arxiv_problem = find_arxiv(entry)
    url, url_problem = find_url(entry, doi, arxiv)
    issued, issued_problem = read_issued(entry)
    accessed, accessed_problem = read_date(entry, "urldate")
    original_date, original_problem = read_date(entry, "origdate")
    work = Work(
        id=f"bib:{entry.key}",
        type=work_type(entry),
        title=title,
        kept_words=_kept_words(entry),
        author=parse_names(entry.fields.get("author", "") or _responsible(entry)),
        editor=parse_names(entry.fields.get("editor", "")),
        translator=parse_names(entry.fields.get("translator", "")),
        issued=issued,
        genre=work_genre(entry),
        status=read_state(entry),
        accessed=accessed,
        original_date=original_date,
        page=read_pages(entry.first("pages")),
        doi=doi.doi.lower() if doi else "",
        url=url,
        arxiv=_facts(entry, doi, arxiv) if arxiv else None,
    )
    texts = {field: entry.first(*names) for field, names in _TEXTS.items()}
    texts |= _numbers(entry) | _places(entry)
    if not entry.fields.get("author") and work.author:
        texts["publisher"] = entry.first("publisher")
    work = msgspec.structs.replace(work, container_title=_container(entry), **texts)
    work = _with_notes(work, entry)
    if arxiv and _is_preprint(work):
        preprint = {"type": "article", "container_title": "", "volume": "", "publisher": "arXiv"}
        work = msgspec.structs.replace(work, **preprint)
    ids = (*doi_problem, *arxiv_problem, *url_problem)
    dates = (*issued_problem, *accessed_problem, *original_problem)
    return MadeWork(with_aliases(work), (*ids, *dates))


def _titled(entry: RawEntry, title: str, subtitle: str) -> str:
    """Join a title and its subtitle, which follows a colon unless there is a mark already."""
    first, second = entry.first(title), entry.first(subtitle)
    joint = " " if first.endswith((":", "?", "!", ".")) else ": "
    return joint.join(part for part in (first, second) if part)


def _kept_words(entry: RawEntry) -> tuple[str, ...]:
    found = (word for name in _TITLES for word in kept_words(entry.fields.get(name, "")))
    return tuple(dict.fromkeys(found))


def _container(entry: RawEntry) -> str:
    journal = _titled(entry, "journaltitle", "journalsubtitle")
    return entry.first("journal") or journal or _titled(entry, "booktitle", "booksubtitle")


def _with_notes(work: Work, entry: RawEntry) -> Work:
    """Return a work with its note, and with how it was published where nothing else says so.

    `howpublished` is where a work is found (`Blog post`, `Lecture notes, MIT`); beside a series or
    a publisher it is one more note.
    """
    published = without_address(entry.fields.get("howpublished", ""))
    notes = [entry.first("note"), entry.first("addendum"), published]
    notes = [note for note in notes if note and not _is_told(note, work)]
    is_found = work.container_title or work.collection_title or work.publisher
    if published in notes and not is_found:
        notes.remove(published)
        work = msgspec.structs.replace(work, container_title=published)
    return msgspec.structs.replace(work, note=". ".join(note.rstrip(".") for note in notes))


def _is_told(note: str, work: Work) -> bool:
    """Tell whether other fields of a work say what a note says: its state, its id, its address."""
    named = parse_identifier(note)
    is_id = isinstance(named, Identifier) and named.key in with_aliases(work).aliases
    return is_id or note == work.url or is_arxiv_id(note) or bool(state_named(note))


def _responsible(entry: RawEntry) -> str:
    """Return who made a manual that names no author (BibTeXing, section 3.2, "organization")."""
    organization = entry.fields.get("organization", "")
    if entry.type != "manual" or not organization or entry.fields.get("editor"):
        return ""
    return f"{{{organization}}}"


def _places(entry: RawEntry) -> dict[str, str]:
    """Tell where a publisher is from where people met; `location` may be either."""
    address, location = entry.first("address"), entry.first("location")
    met = location if work_type(entry) == "paper-conference" and address else ""
    return {
        "publisher_place": address or location,
        "event_place": entry.first("venue", "eventplace") or met,
    }


def _is_preprint(work: Work) -> bool:
    """Tell whether a work on arXiv is out nowhere else: no thesis, book or report of somebody's."""
    container, publisher = work.container_title.lower(), work.publisher.lower()
    if container and "arxiv" not in container and container != "corr":
        return False
    return "arxiv" in publisher or (not publisher and work.type in _PREPRINTS)


def _numbers(entry: RawEntry) -> dict[str, str]:
    """Tell an issue's number from a report's, and an article's where it has no pages."""
    number, issue = entry.first("number"), entry.first("issue")
    own = entry.first("eid", "articleno")
    if own or entry.type in {"article", "review", "suppperiodical"}:
        return {"issue": number or issue, "number": own}
    return {"issue": issue, "number": number}


def _facts(entry: RawEntry, doi: Identifier | None, arxiv: Identifier) -> ArxivFacts:
    return ArxivFacts(
        id=arxiv.value,
        version=arxiv.version,
        primary_category=entry.first("primaryclass", "eprintclass"),
        doi=doi.value if doi and doi.kind == "doi" else "",
    )
