"""The dates of a BibTeX entry, and the words that stand in place of one.

BibTeX has `year`, `month` and `day`; biblatex `date` and `urldate` in the form of ISO 8601 (its
manual, section 2.3.8). Of a range the beginning counts. A season is no month.
"""

from __future__ import annotations

import contextlib
import datetime
import re
from typing import TYPE_CHECKING

from digest.records.bibentry import FieldProblem
from digest.records.tex import tex_to_text

if TYPE_CHECKING:
    from digest.records.bibentry import RawEntry

ReadDate = tuple[tuple[int, ...], tuple[FieldProblem, ...]]
"""Year, month and day, as many as are known, and what is wrong with the fields they stand in."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = re.compile("|".join(_MONTHS))
_SEASON = re.compile(r"spring|summer|autumn|fall|winter|quarter|\bq[1-4]\b|\b2[1-4]\b")
_SEASONS = range(21, 25)
"""biblatex's months of them."""
# a day that is not certain, a time of day and the end of a range say nothing of the beginning
_ISO = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{1,2})(?:-(?P<day>[0-9]{1,2}))?)?[?~%]?(?:[T/].*)?"
)
_YEAR = re.compile(r"(?<![0-9-])[0-9]{4}(?![0-9])")
_EARLY_YEAR = re.compile("[1-9][0-9]{2}")
_NO_YEAR = re.compile(r"n\.?\s?d\.?|no date|undated|s\.?\s?a\.?|o\.?\s?j\.?|\W*", re.IGNORECASE)
"""What says that there is none."""
_NUMBER = re.compile("(?<![0-9])[0-9]{1,2}(?![0-9])")

_STATES = {"inpress": "in press", "inpreparation": "in preparation"} | {
    "in print": "in press", "to be published": "forthcoming", "to appear": "forthcoming",
    "under review": "submitted", "under submission": "submitted",
    "submitted for publication": "submitted",
    "accepted for publication": "accepted",
}  # fmt: skip
"""From biblatex's words for states (its manual, section 4.9.2), and others', to ours."""
_KNOWN_STATES = frozenset({
    "accepted", "advance online publication", "early access", "forthcoming", "in preparation",
    "in press", "online first", "prepublished", "retracted", "submitted", "withdrawn",
})  # fmt: skip


def read_issued(entry: RawEntry) -> ReadDate:
    """Read when an entry's work came out."""
    dated, problems = read_date(entry, "date")
    if dated:
        return dated, problems
    year, wrong = _read_year(entry)
    if not year:
        return (), (*problems, *wrong)
    month, wrong_month = _read_month(entry)
    day, wrong_day = _read_day(entry, month)
    wrong = (*problems, *wrong_month, *wrong_day)
    parts = (year, month, day) if day else (year, month) if month else (year,)
    existing = _existing(parts)
    if len(existing) < len(parts):
        field = "day" if len(existing) > 1 and entry.fields.get("day") else "month"
        told = "-".join(f"{part:02}" for part in parts)
        wrong += (FieldProblem(field, f"there is no day {told}", "look it up"),)
    return existing, wrong


def read_date(entry: RawEntry, field: str) -> ReadDate:
    """Read a field that holds a date of ISO 8601, or a range of two."""
    typed = tex_to_text(entry.fields.get(field, ""))
    if not typed:
        return (), ()
    found = _ISO.fullmatch(typed)
    parts = tuple(int(part) for part in found.groups() if part) if found else ()
    if len(parts) > 1 and parts[1] in _SEASONS:
        parts = parts[:1]
    existing = _existing(parts) if parts else ()
    if existing and len(existing) == len(parts):
        return existing, ()
    hint = f"write {field} = {{2022-02-14}}, {{2022-02}} or {{2022}}"
    year = _YEAR.match(typed)
    existing = existing or ((int(year[0]),) if year else ())
    return existing, (FieldProblem(field, f"there is no date '{typed}'", hint),)


def read_state(entry: RawEntry) -> str:
    """Return the state of a work in words, `in press` say, wherever an entry has it."""
    told = entry.first("pubstate")
    if told:
        return state_named(told) or told
    return next(filter(None, (state_named(entry.first(name)) for name in ("year", "note"))), "")


def state_named(text: str) -> str:
    """Return the state of a work that a text is the name of; nothing where it is anything else."""
    words = text.lower().rstrip(".").strip()
    state = _STATES.get(words, words)
    return state if state in _KNOWN_STATES else ""


def _read_year(entry: RawEntry) -> tuple[int, tuple[FieldProblem, ...]]:
    typed = entry.first("year")
    found = _YEAR.search(typed) or _EARLY_YEAR.fullmatch(typed)
    if found:
        return int(found[0]), ()
    if _NO_YEAR.fullmatch(typed) or state_named(typed):
        return 0, ()
    hint = "write year = {2022}; what has none yet has pubstate = {inpress} in place of it"
    return 0, (FieldProblem("year", f"there is no year in '{typed}'", hint),)


def _read_month(entry: RawEntry) -> tuple[int, tuple[FieldProblem, ...]]:
    typed = entry.first("month").lower()
    name, number = _MONTH_NAME.search(typed), _NUMBER.search(typed)
    if name:
        return _MONTHS.index(name[0]) + 1, ()
    if number and 1 <= int(number[0]) <= len(_MONTHS):
        return int(number[0]), ()
    if not typed or _SEASON.search(typed):
        return 0, ()
    hint = "write month = feb, without braces, or its number"
    return 0, (FieldProblem("month", f"there is no month '{entry.first('month')}'", hint),)


def _read_day(entry: RawEntry, month: int) -> tuple[int, tuple[FieldProblem, ...]]:
    """Read the day, which may stand with the month's name, as in `jan # "~31"`."""
    typed, beside = entry.first("day"), entry.first("month").lower()
    found = _NUMBER.search(typed or (beside if _MONTH_NAME.search(beside) else ""))
    if not month or found or not typed:
        return (int(found[0]) if found and month else 0), ()
    return 0, (FieldProblem("day", f"there is no day '{typed}'", "write day = {14}"),)


def _existing(parts: tuple[int, ...]) -> tuple[int, ...]:
    """Return as many parts of a date as there can be."""
    for count in range(len(parts), 0, -1):
        with contextlib.suppress(ValueError):
            datetime.date(*(*parts[:count], 1, 1)[:3])
            return parts[:count]
    return ()
