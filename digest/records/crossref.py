"""Crossref's dialect of CSL-JSON: what it has under names of its own, under those of CSL.

Its names are those of its REST API ("Works", api.crossref.org/swagger-ui), which the items of
doi.org keep.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from digest.basics.lazyregex import lazy_regex
from digest.records.csltypes import IN_BOOKS
from digest.records.series import split_titles
from digest.records.servers import PREFIXES, numbered, prefixed

if TYPE_CHECKING:
    from digest.records.cslitems import Item

_NAMES = {
    "container-title-short": "short-container-title",
    "number": "article-number",
    "edition": "edition-number",
    "publisher-place": "publisher-location",
    # which is all that some records have
    "title": "original-title",
}
_EMPTY: tuple[object, ...] = (None, "", [], [""])
_COMPANIES = frozenset({"", "cold spring harbor laboratory", "openrxiv"})
_HELD = frozenset({"article", "thesis", "report"})
_DEGREES = (
    (lazy_regex(r"doctor|ph\.?\s?d|d\.?\s?phil", re.IGNORECASE), "PhD thesis"),
    (lazy_regex(r"master|\bm\.?\s?(?:sc|[as]\b|eng\b)", re.IGNORECASE), "Master\u2019s thesis"),
    (lazy_regex(r"bachelor|\bb\.?\s?(?:sc|[as]\b|eng\b)", re.IGNORECASE), "Bachelor\u2019s thesis"),
)


def as_csl(item: Item, kind: str) -> Item:
    """Return an item of the CSL type `kind` with CSL's names; what has them already stays."""
    given = {name: item.get(theirs) for name, theirs in _NAMES.items() if item.get(theirs)}
    given |= _event(item.get("event"))
    report, body = item.get("report-number"), _name(item.get("standards-body"))
    body = body or _name(item.get("publisher"))
    given |= {"number": report} if report else {}
    made = given | {name: value for name, value in item.items() if value not in _EMPTY}
    # of these, Crossref's own say more
    made |= _titles(item, kind) | _holder(item, kind) | ({"publisher": body} if body else {})
    if kind == "thesis":
        made |= _genre(item)
    return made


def _event(event: object) -> Item:
    """Read the conference, whose name stood in this field before CSL 1.0.2."""
    if not isinstance(event, dict):
        return {"event-title": event} if event else {}
    return {"event-title": event.get("name"), "event-place": event.get("location")}


def _titles(item: Item, kind: str) -> Item:
    """Tell the series from the book."""
    titles = item.get("container-title")
    titles = [one for one in titles if isinstance(one, str)] if isinstance(titles, list) else []
    if kind in IN_BOOKS and len(titles) > 1:
        book, series = split_titles(titles)
        return {"container-title": book, "collection-title": item.get("collection-title") or series}
    return {}


def _holder(item: Item, kind: str) -> Item:
    """Return who keeps a preprint, as bioRxiv, and not the company behind it."""
    server = _server(item, kind)
    is_contained = item.get("container-title") not in _EMPTY
    if kind not in _HELD or (is_contained and server not in PREFIXES.values()):
        return {}
    # who is named may run the server, or be one of its services
    holder = server or _name(item.get("institution"))
    if not holder:
        return {}
    place = "" if kind == "article" else _first(item.get("institution"), "place")
    return {"publisher": holder, "container-title": ""} | (
        {"publisher-place": place} if place else {}
    )


def _server(item: Item, kind: str) -> str:
    """Return a server of preprints that its DOIs tell and its record does not name.

    The ids of bioRxiv and medRxiv are as long as they are; older records name neither.
    """
    doi = str(item.get("DOI"))
    if kind == "article" and (own := prefixed(doi)):
        return own
    is_company = str(item.get("publisher", "")).lower() in _COMPANIES
    return numbered(doi) if is_company else ""


def _name(body: object) -> Any:  # noqa: ANN401 -- what is no text is reported by who reads it
    """Return the name of a body, or of the first of several."""
    return _first(body, "name")


def _first(body: object, field: str) -> Any:  # noqa: ANN401 -- as above
    body = body[0] if isinstance(body, list) and body else body
    return body.get(field) if isinstance(body, dict) else None


def _genre(item: Item) -> Item:
    """Return what kind of thesis one is, by its genre, or else by the degree."""
    degree = item.get("genre") or item.get("degree")
    degree = degree[0] if isinstance(degree, list) and degree else degree
    if not isinstance(degree, str) or not degree.strip():
        return {}
    named = (genre for pattern, genre in _DEGREES if pattern.search(degree))
    return {"genre": next(named, degree if item.get("genre") else f"{degree.strip()} thesis")}
