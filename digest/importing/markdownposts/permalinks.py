"""Addresses of posts as generators make them of patterns: `/:year/:month/:title/`, `{date:%Y}`."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    import datetime as dt
    import re
    from collections.abc import Mapping

_PLACEHOLDER = lazy_regex(r":(\w+)(?:\[\w*\])?")
_FIELD = lazy_regex(r"\{(\w+)(?::([^{}]*))?\}")
_DIRECTIVE = lazy_regex(r"%-?([YymdBbjHMS])")
_SLASHES = lazy_regex(r"(?<!:)/{2,}")


def parts_of_date(date: dt.date | None) -> dict[str, str]:
    """Return the parts of a date by the names that Jekyll and Hugo have for them."""
    if date is None:
        return {}
    year, week, weekday = date.isocalendar()
    of_year = date.timetuple().tm_yday
    return {
        "year": f"{date.year}",
        "short_year": f"{date.year % 100:02}",
        "month": f"{date.month:02}",
        "i_month": f"{date.month}",
        "monthname": calendar.month_name[date.month].lower(),
        "long_month": calendar.month_name[date.month],
        "short_month": calendar.month_abbr[date.month],
        "day": f"{date.day:02}",
        "i_day": f"{date.day}",
        "y_day": f"{of_year:03}",
        "yearday": f"{of_year}",
        "week": f"{week:02}",
        "w_year": f"{year}",
        "w_day": f"{weekday}",
        "weekday": f"{weekday % 7}",
        "weekdayname": calendar.day_name[date.weekday()].lower(),
        "long_day": calendar.day_name[date.weekday()],
        "short_day": calendar.day_abbr[date.weekday()],
        "hour": "00",
        "minute": "00",
        "second": "00",
    }


def fill_colons(pattern: str, parts: Mapping[str, str]) -> str:
    """Return a pattern of Jekyll's or Hugo's with its parts; nothing where one is not known."""
    unknown = False

    def fill(found: re.Match[str]) -> str:
        nonlocal unknown
        part = parts.get(found[1])
        unknown = unknown or part is None
        return part or ""

    made = _SLASHES.sub("/", _PLACEHOLDER.sub(fill, pattern))
    return "" if unknown else made


def fill_braces(pattern: str, parts: Mapping[str, str], date: dt.date | None) -> str:
    """Return a pattern of Pelican's, `{date:%Y}/{slug}.html`, with its parts; or nothing."""
    unknown = False

    def fill(found: re.Match[str]) -> str:
        nonlocal unknown
        if found[1] == "date" and date:
            return _DIRECTIVE.sub(lambda one: date.strftime(f"%{one[1]}"), found[2] or "")
        part = parts.get(found[1])
        unknown = unknown or part is None
        return part or ""

    made = _FIELD.sub(fill, pattern)
    return "" if unknown else made


def join_address(url: str, path: str) -> str:
    """Return the address of a path at a site; from its top where its own address is not known."""
    if "://" in path:
        return path
    return f"{url.rstrip('/')}/{path.lstrip('/')}"
