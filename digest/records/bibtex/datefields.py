"""The dates of a BibTeX entry, and the words that stand in place of one.

BibTeX has `year`, `month` and `day`; biblatex `date` and `urldate` (its manual, section 2.3.8).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.days import MONTHS
from digest.basics.lazyregex import lazy_regex
from digest.records.bibtex.entry import FieldProblem
from digest.records.dateparsing import ReadDate, existing, read_date, state_named
from digest.records.tex import tex_to_text

if TYPE_CHECKING:
    from digest.records.bibtex.entry import RawEntry

Dated = tuple[ReadDate, tuple[FieldProblem, ...]]
"""A date, and what is wrong with the fields it stands in."""

_MONTH_NAME = lazy_regex("|".join(MONTHS))
_SEASON = lazy_regex(r"spring|summer|autumn|fall|winter|quarter|\bq[1-4]\b|\b2[1-4]\b")
_NUMBER = lazy_regex("(?<![0-9])[0-9]{1,2}(?![0-9])")
_OLD = "{1723~} is about that year, {-0299} is 300 B.C."
_SPAN = lazy_regex(r"[0-9]{2}[0-9Xx][Xx]|[0-9]{3}0s|.*\bcentury", re.IGNORECASE)
"""A decade or a century."""
_SPAN_HINT = "write one year; of a range, {1990/1999}, the first is printed"


def parse_issued(entry: RawEntry) -> Dated:
    """Return when an entry's work came out."""
    dated, problems = parse_date(entry, "date")
    # beside a `date` that is but a year, the month may stand in its own field
    if dated.parts and not entry.first("date").isdigit():
        return dated, problems
    dated, wrong_year = (dated, ()) if dated.parts else _parse_year(entry)
    if not dated.parts:
        return dated, (*problems, *wrong_year)
    month, wrong_month = _parse_month(entry)
    day, wrong_day = _parse_day(entry, month)
    # a whole date may stand in `year`
    parts = dated.parts
    if month:
        parts = (parts[0], month, day) if day else (parts[0], month)
    kept = existing(parts)
    wrong = (*problems, *wrong_year, *wrong_month, *wrong_day)
    if len(kept) < len(parts):
        field = "day" if entry.fields.get("day") else "month"
        told = "-".join(f"{part:02}" for part in parts)
        wrong += (FieldProblem(field, f"there is no day {told}", "look it up"),)
    return ReadDate(kept, dated.circa), wrong


def parse_date(entry: RawEntry, field: str) -> Dated:
    """Return the date that one field holds, or the beginning of a range of two."""
    typed = _typed(entry, field)
    found = read_date(typed)
    if found.is_whole:
        return found, ()
    hint = f"write {field} = {{2022-02-14}}, {{2022-02}} or {{2022}}; {_OLD}"
    hint = _SPAN_HINT if _SPAN.fullmatch(typed) else hint
    return found, (FieldProblem(field, f"there is no date '{typed}'", hint),)


def find_state(entry: RawEntry) -> str:
    """Return the state of a work in words, `in press` say, that a field of its own tells."""
    told = entry.first("pubstate")
    beside = re.split(r"[,;()]| in (?=[0-9])", f"{entry.first('date')},{entry.first('year')}")
    return state_named(told) or told or next(filter(None, map(state_named, beside)), "")


def _typed(entry: RawEntry, field: str) -> str:
    """Return a field as it is read: `~` joins words for TeX, and at the end is a mark of doubt."""
    tex = entry.fields.get(field)
    if not tex:
        return ""
    plain = tex_to_text(tex) if "\\" in tex else re.sub("[{}]", "", tex).replace("--", "\u2013")
    return re.sub(r"~(?=\w)", " ", plain).strip()


def _parse_year(entry: RawEntry) -> Dated:
    typed = _typed(entry, "year")
    found = read_date(typed)
    if found.is_whole:
        return found, ()
    if not found.parts:
        hint = f"write year = {{2022}}; {_OLD}; what has none yet has pubstate = {{inpress}}"
        hint = _SPAN_HINT if _SPAN.fullmatch(typed) else hint
        return found, (FieldProblem("year", f"there is no year in '{typed}'", hint),)
    rest = typed.replace(str(found.parts[0]), "", 1)
    if not re.search("[0-9]", rest):
        return found, ()
    told = "-".join(f"{part:02}" for part in found.parts)
    message = f"of the year '{typed}' only {told} is read"
    return found, (
        FieldProblem("year", message, f"write date = {{2022-02-14}}, or year = {{{told}}}"),
    )


def _parse_month(entry: RawEntry) -> tuple[int, tuple[FieldProblem, ...]]:
    typed = entry.first("month").lower()
    name, number = _MONTH_NAME.search(typed), _NUMBER.search(typed)
    if name:
        return MONTHS.index(name[0]) + 1, ()
    if not typed or _SEASON.search(typed):
        return 0, ()
    if number and 1 <= int(number[0]) <= len(MONTHS):
        return int(number[0]), ()
    hint = "write month = feb, without braces, or its number"
    return 0, (FieldProblem("month", f"there is no month '{entry.first('month')}'", hint),)


def _parse_day(entry: RawEntry, month: int) -> tuple[int, tuple[FieldProblem, ...]]:
    """Return the day, which may stand with the month's name, as in `jan # "~31"`."""
    typed, beside = entry.first("day"), entry.first("month").lower()
    found = _NUMBER.search(typed or (beside if _MONTH_NAME.search(beside) else ""))
    if not month or found or not typed:
        return (int(found[0]) if found and month else 0), ()
    return 0, (FieldProblem("day", f"there is no day '{typed}'", "write day = {14}"),)
