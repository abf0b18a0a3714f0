"""The dates of CSL-JSON items, Crossref's own among them."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.records.csltypes import IN_BOOKS, OTHER_TYPES
from digest.records.dateparsing import ReadDate, check_date, read_date

if TYPE_CHECKING:
    from digest.records.cslitems import Item

_NUMBER = lazy_regex("-?[0-9]{1,6}")
_PUBLISHED = (
    "published", "published-print", "published-online", "posted", "published-other", "approved",
)  # fmt: skip
"""The dates of publication, and of a thesis when it was accepted."""


def read_csl_date(value: object) -> ReadDate:
    """Read a CSL date, or a text, of which any part but the year may lack.

    Of a date that cannot be, as much as can be is kept; it is not whole.
    """
    circa = False
    value = str(value) if type(value) is int else value
    if isinstance(value, dict):
        circa = value.get("circa") not in (None, False, 0, "", "0", "false")
        parts = value.get("date-parts")
        told = value.get("raw") or value.get("literal") or value.get("date-time")
        value = told if parts is None else parts
    if isinstance(value, list):
        # of a range, the beginning
        first = value[0] if value and isinstance(value[0], list) else value
        numbers = [str(part).strip() for part in takewhile(_is_told, first)]
        known = tuple(int(one) for one in takewhile(_NUMBER.fullmatch, numbers))
        found = check_date(known, circa=circa)
        is_whole = found.is_whole and len(known) == len(numbers)
        return msgspec.structs.replace(found, typed="-".join(numbers), is_whole=is_whole)
    if value is None or value == "":
        return ReadDate()
    if not isinstance(value, str):
        return ReadDate(is_whole=False)
    found = read_date(value)
    return msgspec.structs.replace(found, circa=circa or found.circa, typed=value)


def _is_told(part: object) -> bool:
    return part is not None


def read_issued(item: Item) -> ReadDate:
    """Read the date of publication; where there is none, the earliest that Crossref has.

    Crossref's `issued` is the earliest of all. What has a place in a volume or a book is dated as
    that is, in print, and not as what was online before it.
    """
    issued, event = read_csl_date(item.get("issued")), item.get("event")
    # what has no other date was out when people met
    dates = (*map(item.get, _PUBLISHED), event.get("start") if isinstance(event, dict) else None)
    others = map(read_csl_date, dates)
    found = issued if issued.parts else next((one for one in others if one.parts), issued)
    placed = _printed(item) or _of_issue(item, found.parts)
    return found if found.parts[: len(placed)] == placed else ReadDate(placed)


def _printed(item: Item) -> tuple[int, ...]:
    """Return when the volume, issue or book that a work is in, or is, was printed, if told."""
    kind = item.get("type")
    kind = OTHER_TYPES.get(kind, kind) if isinstance(kind, str) else ""
    is_in_book = kind in IN_BOOKS
    is_placed = item.get("page") or (not is_in_book and (item.get("issue") or item.get("number")))
    if kind != "book" and not (is_placed and (is_in_book or item.get("volume"))):
        return ()
    dates = (read_csl_date(one.get("published-print")).parts for one in (item, _issue(item)))
    return next(filter(None, dates), ())


def _of_issue(item: Item, found: tuple[int, ...]) -> tuple[int, ...]:
    """Return when the issue came out that an article is in, if that was in a later year.

    What is online alone is often so in the December before its volume.
    """
    issue = _issue(item)
    if not item.get("volume") or item.get("published-print") or issue.get("published-print"):
        return ()
    parts = read_csl_date(issue.get("published-online")).parts
    return parts if parts[:1] > found[:1] else ()


def _issue(item: Item) -> Item:
    issue = item.get("journal-issue")
    return issue if isinstance(issue, dict) else {}
