"""The dates of CSL-JSON items, Crossref's own among them."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from digest.records.dates import ReadDate, check_date, read_date

Item = dict[str, Any]

_PUBLISHED = ("published", "published-print", "published-online", "posted")


def read_csl_date(value: object) -> ReadDate:
    """Read a CSL date, or a text, of which any part but the year may lack.

    Of a date that cannot be, as much as can be is kept; it is not whole.
    """
    circa = False
    if isinstance(value, dict):
        circa = value.get("circa") not in (None, False, 0, "", "0", "false")
        parts = value.get("date-parts")
        value = value.get("raw") or value.get("literal") if parts is None else parts
    if isinstance(value, list):
        # of a range, the beginning
        first = value[0] if value and isinstance(value[0], list) else value
        numbers = [str(part).strip() for part in first if part is not None]
        if not all(re.fullmatch("-?[0-9]{1,6}", number) for number in numbers):
            return ReadDate(is_whole=False)
        found = check_date(tuple(map(int, numbers)), circa=circa)
        return msgspec.structs.replace(found, typed="-".join(numbers))
    if value is None or value == "":
        return ReadDate()
    if not isinstance(value, str):
        return ReadDate(is_whole=False)
    found = read_date(value)
    return msgspec.structs.replace(found, circa=circa or found.circa, typed=value)


def read_issued(item: Item) -> ReadDate:
    """Read the date of publication; where there is none, the earliest that Crossref has.

    Crossref's `issued` is the earliest of all. What has a volume and a place in it is dated as
    that volume is, in print, and not as what was online before it.
    """
    issued = read_csl_date(item.get("issued"))
    others = (read_csl_date(item[name]) for name in _PUBLISHED if isinstance(item.get(name), dict))
    found = issued if issued.parts else next((one for one in others if one.parts), issued)
    printed = _printed(item)
    return found if found.parts[: len(printed)] == printed else ReadDate(printed)


def _printed(item: Item) -> tuple[int, ...]:
    """Return when the volume or the issue that a work is in came out, where that is told."""
    if not (item.get("volume") and (item.get("issue") or item.get("page"))):
        return ()
    issue = item.get("journal-issue")
    several = (item, issue if isinstance(issue, dict) else {})
    dates = (read_csl_date(one.get("published-print")).parts for one in several)
    return next(filter(None, dates), ())
