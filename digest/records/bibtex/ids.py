"""The ids of a BibTeX entry's work, in whichever fields people have them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.records.bibtex.entry import FieldProblem
from digest.records.bibtex.urlfields import as_typed
from digest.records.identifiers import (
    Identifier,
    parse_arxiv,
    parse_doi,
    parse_identifier,
)
from digest.records.namedids import named_id

if TYPE_CHECKING:
    from digest.records.bibtex.entry import RawEntry

_ID = r"(?P<id>[a-z.-]+/\d{7}|\d{4}\.\d{4,5})"
_IN_TEXT = lazy_regex(rf"arxiv(?:\.org/[a-z]+/|[:\s]+){_ID}", re.IGNORECASE)
NOTES = ("note", "addendum", "howpublished")
"""Fields that may be nothing but a DOI."""
_PUBMED = r"(?:\[(?:pubmed|pmc)(?:\s*central)?:\s*\w+\]\s*)*"
_DOI_ALONE = lazy_regex(
    rf"(?P<before>{_PUBMED})\[?(?:doi:?\s*|https?://(?:dx\.)?doi\.org/)"
    rf"(?P<doi>10\.[0-9]{{4,}}/[^\s\]]+?)\]?\.?\s*(?P<behind>{_PUBMED})",
    re.IGNORECASE,
)
"""A note that is nothing but ids, as PubMed's exports have it."""


def find_doi(entry: RawEntry) -> tuple[Identifier | None, tuple[FieldProblem, ...]]:
    """Find the DOI of an entry's work, and what is wrong with one that is none."""
    text = as_typed(entry.fields.get("doi", ""))
    if not text:
        notes = map(_DOI_ALONE.fullmatch, filter(None, map(entry.first, NOTES)))
        noted = next((note["doi"] for note in notes if note), "")
        told = entry.fields.get("url", "") or noted
        found = parse_identifier(told) if told else None
        if isinstance(found, Identifier) and found.kind == "doi" and not found.follows:
            return found, ()
        return None, ()
    found = parse_doi(text)
    if isinstance(found, Identifier):
        return found, ()
    return None, (FieldProblem("doi", found.message, found.hint),)


def without_doi(note: str, doi: str) -> str:
    """Return a note, without a DOI that is known where the note is nothing but ids."""
    found = _DOI_ALONE.fullmatch(note)
    is_known = found and found["doi"].lower() == doi.lower()
    return f"{found['before']}{found['behind']}".strip() if found and is_known else note


def find_arxiv(entry: RawEntry) -> tuple[Identifier | None, tuple[FieldProblem, ...]]:
    """Find the arXiv id of an entry's work, in any of the fields where people have it."""
    archive = entry.first("archiveprefix", "eprinttype").lower()
    if entry.fields.get("eprint") and archive in {"", "arxiv"}:
        found = parse_arxiv(entry.first("eprint"))
        if isinstance(found, Identifier):
            return found, ()
        if archive:
            return None, (FieldProblem("eprint", found.message, found.hint),)
    for name in ("url", "doi", "journal", "howpublished", "note", "addendum", "volume", "number"):
        text = entry.first(name)
        if not text:
            continue
        is_note = name in {"note", "addendum"}
        # a note that is no id alone may be about any paper
        named = None if is_note else _IN_TEXT.search(text)
        # DBLP writes arXiv papers as CoRR, volume abs/2202.06991 or cs.CL/0102003
        is_id = name in {"url", "doi"} or (name == "volume" and "/" in text)
        id_ = named["id"] if named else text if is_id else ""
        found = parse_arxiv(named_id(text).removeprefix("arxiv:") if is_note else id_)
        if isinstance(found, Identifier):
            return found, ()
    return None, ()
