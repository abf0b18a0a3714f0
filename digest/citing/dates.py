"""When a work came out, as references say it."""

from __future__ import annotations

import functools
from datetime import date
from typing import TYPE_CHECKING

from digest.citing.terms import terms

if TYPE_CHECKING:
    import babel

    from digest.basics.works import Work

# the IEEE abbreviates every month that has more than three letters to three
_SHORT = (
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "Jun.", "Jul.", "Aug.", "Sep.", "Oct.", "Nov.", "Dec."
)  # fmt: skip
_LONG = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_YEAR_BEFORE_MONTH = frozenset({"ja", "ko", "zh"})
_COMING = frozenset({"in press", "forthcoming", "in preparation", "submitted"})
"""States of a work that stand where its year would."""


def year_of(work: Work, lang: str, letter: str = "") -> str:
    """Return the year with a letter behind it, `2022a`; `n.d.-a` or `in press-a` without one."""
    words = terms(lang)
    if work.issued:
        year = say_year(work.issued[0], lang) + letter
        return words.circa.format(year) if work.circa else year
    known = work.status.strip() if is_coming(work) else words.no_date
    if known.lower() == "in press" and not words.is_english:
        known = words.in_press
    return f"{known}-{letter}" if letter else known


def say_year(year: int, lang: str) -> str:
    """Return a year, `300 B.C.E.` where it is one before Christ and below zero."""
    if year >= 0:
        return str(year)
    is_english = terms(lang).is_english
    return f"{-year} {'B.C.E.' if is_english else find_locale(lang).eras['abbreviated'][0]}"


def is_coming(work: Work) -> bool:
    """Tell whether a work without a year has a state in place of it."""
    return not work.issued and work.status.strip().lower() in _COMING


def date_year_last(issued: tuple[int, ...], lang: str, letter: str = "") -> str:
    """Return `Jan. 20, 2014`, `Jan. 2014` or `2014`, in the words of `lang`; months are short."""
    if len(issued) < 2 or not _is_date(issued):  # noqa: PLR2004 -- year and month
        return say_year(issued[0], lang) + letter if issued else ""
    if not terms(lang).is_english:
        return _with_letter(_in_words(issued, lang, "short"), issued[0], letter)
    day = f" {issued[2]}," if len(issued) > 2 else ""  # noqa: PLR2004 -- a day
    return f"{_SHORT[issued[1] - 1]}{day} {issued[0]}{letter}"


def date_year_first(issued: tuple[int, ...], lang: str, letter: str) -> str:
    """Return `2014, January 20`, `2014, January` or `2014`, in the words of `lang`."""
    year = say_year(issued[0], lang) + letter if issued else ""
    if len(issued) < 2 or not _is_date(issued):  # noqa: PLR2004 -- year and month
        return year
    if terms(lang).is_english:
        day = f" {issued[2]}" if len(issued) > 2 else ""  # noqa: PLR2004 -- a day
        return f"{year}, {_LONG[issued[1] - 1]}{day}"
    if lang.lower().partition("-")[0] in _YEAR_BEFORE_MONTH:
        return _with_letter(_in_words(issued, lang, "long"), issued[0], letter)
    return f"{year}, {_in_words(issued, lang, 'day')}"


def date_in_text(issued: tuple[int, ...], lang: str) -> str:
    """Return `January 20, 2014` in the words of `lang`."""
    if len(issued) < 2 or not _is_date(issued):  # noqa: PLR2004 -- year and month
        return say_year(issued[0], lang) if issued else ""
    if not terms(lang).is_english:
        return _in_words(issued, lang, "long")
    day = f" {issued[2]}," if len(issued) > 2 else ""  # noqa: PLR2004 -- a day
    return f"{_LONG[issued[1] - 1]}{day} {issued[0]}"


def _is_date(issued: tuple[int, ...]) -> bool:
    try:
        date(*(*issued, 1)[:3])
    except (ValueError, OverflowError):
        return False
    return True


def _with_letter(text: str, year: int, letter: str) -> str:
    return text.replace(str(year), f"{year}{letter}", 1)


@functools.lru_cache(maxsize=4096)
def _in_words(issued: tuple[int, ...], lang: str, form: str) -> str:
    """Return month and year, or day, month and year; the form `day` is without the year."""
    from babel.dates import format_date, format_skeleton  # noqa: PLC0415 -- English needs none

    locale = find_locale(lang)
    day = date(*(*issued, 1)[:3])
    has_day = len(issued) > 2  # noqa: PLR2004 -- year, month and day
    if form == "day" and not has_day:
        return str(locale.months["stand-alone"]["wide"][day.month])
    if form == "long" and has_day:
        return format_date(day, "long", locale=locale)
    skeleton = {"short": "yMMMd" if has_day else "yMMM", "long": "yMMMM", "day": "MMMMd"}[form]
    return format_skeleton(skeleton, day, locale=locale)


@functools.cache
def find_locale(lang: str) -> babel.Locale:
    """Return what the CLDR knows of a language; of one that it lacks, what it knows of English."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 -- English sites do without it

    for tag in (lang, lang.partition("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")
