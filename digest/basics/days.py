"""Days as people write them, where only one day can be meant."""

from __future__ import annotations

import datetime as dt
import re

from digest.basics.lazyregex import lazy_regex

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""BibTeX's names of them, which all their English names begin with."""
_MONTH = (
    "(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_NUMBERS = lazy_regex(
    r"(\d{4})[-/.年\u2010-\u2015\u2212](\d{1,2})(?:[-/.月\u2010-\u2015\u2212](\d{1,2})日?|月)?[.,]?"
    r"|(\d{4})(\d\d)(\d\d)",
    re.ASCII,
)
_DAY_FIRST = lazy_regex(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})", re.ASCII)
"""With stops the day comes first everywhere; `3/4` may be March or April."""
_NAMED_MONTH = lazy_regex(
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -](?P<month>{_MONTH})\.?"
    rf"|(?P<first>{_MONTH})\.?(?: (?P<second>\d{{1,2}})(?:st|nd|rd|th)?)?),?[ -](?P<year>\d{{4}})",
    re.ASCII,
)


def day_exists(day: str) -> bool:
    """Tell whether there is a day, which is written `YYYY-MM-DD`."""
    try:
        return dt.date.fromisoformat(day).year > 0
    except ValueError:
        return False


def meant_date(typed: str, *, may_be_partial: bool) -> str:
    """Return the date, as `YYYY-MM-DD`, that a text can only mean: `2 March 2022`; or nothing.

    Where it `may_be_partial`, a month and its year are one, too.
    """
    typed = typed.strip(" \t‘’“”'\"")
    parts = None
    if numbers := _NUMBERS.fullmatch(typed):
        parts = [part.zfill(2) for part in numbers.groups() if part]
    elif day_first := _DAY_FIRST.fullmatch(typed):
        parts = [part.zfill(2) for part in reversed(day_first.groups())]
    elif named := _NAMED_MONTH.fullmatch(typed):
        month = MONTHS.index((named["month"] or named["first"])[:3].lower()) + 1
        day = named["day"] or named["second"]
        parts = [named["year"], f"{month:02}", *([day.zfill(2)] if day else [])]
    is_whole = parts and (len(parts) > len(("year", "month")) or may_be_partial)
    return (
        "-".join(parts) if parts and is_whole and day_exists("-".join([*parts, "01"][:3])) else ""
    )
