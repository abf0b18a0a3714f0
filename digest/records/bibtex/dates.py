"""The dates of a BibTeX entry, and the words that stand in place of one.

BibTeX has `year`, `month` and `day`; biblatex `date` and `urldate` in the form of ISO 8601 (its
manual, section 2.3.8). Of a range the beginning counts. A season is no month.
"""

from __future__ import annotations

import contextlib
import datetime
import re
from typing import TYPE_CHECKING

from digest.records.bibtex.entry import FieldProblem
from digest.records.tex import tex_to_text

if TYPE_CHECKING:
    from digest.records.bibtex.entry import RawEntry

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""BibTeX's names of them, which all their English names begin with."""

Dated = tuple[tuple[int, ...], tuple[FieldProblem, ...]]
"""Year, month and day, as many as are known, and what is wrong with the fields they stand in."""

_MONTH_NAME = re.compile("|".join(MONTHS))
_SEASON = re.compile(r"spring|summer|autumn|fall|winter|quarter|\bq[1-4]\b|\b2[1-4]\b")
_SEASONS = range(21, 25)
"""biblatex's months of them."""
# marks of doubt, a time of day and the end of a range say nothing of the beginning
_ISO = re.compile(
    r"(?:(?:\.\.)?/)?(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{1,2})(?:-(?P<day>[0-9]{1,2}))?)?"
    r"(?:-[Xx]{2})*[?~%]?(?:T.*|/(?:[0-9]{4}.*|\.\.)?)?"
)
_YEAR = re.compile(r"(?<![0-9])(?!0000)[0-9]{4}(?![0-9])")
_EARLY_YEAR = re.compile("[1-9][0-9]{2}")
_NO_YEAR = re.compile(r"n\.?\s?d\.?|no date|undated|s\.?\s?a\.?|o\.?\s?j\.?|\W*", re.IGNORECASE)
"""What says that there is none."""
_NUMBER = re.compile("(?<![0-9])[0-9]{1,2}(?![0-9])")
_WORDS = re.compile(
    r"(?:(?P<before>[0-9]{1,2})(?:st|nd|rd|th)?[ -])?(?P<month>[A-Za-z]{3,9})\.?"
    r"(?:[ -](?P<behind>[0-9]{1,2})(?:st|nd|rd|th)?)?,?[ -](?P<year>[0-9]{4})"
)
"""`14 February 2022`, `22-July-2004`, `Feb. 14, 2022` or `February 2022`."""

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


def parse_issued(entry: RawEntry) -> Dated:
    """Return when an entry's work came out."""
    dated, problems = parse_date(entry, "date")
    if dated:
        return dated, problems
    year, wrong_year = _parse_year(entry)
    if not year:
        return (), (*problems, *wrong_year)
    month, wrong_month = _parse_month(entry)
    day, wrong_day = _parse_day(entry, month)
    parts = (year, month, day) if day else (year, month) if month else (year,)
    existing = _existing(parts)
    wrong = (*problems, *wrong_month, *wrong_day)
    if len(existing) < len(parts):
        field = "day" if entry.fields.get("day") else "month"
        told = "-".join(f"{part:02}" for part in parts)
        wrong += (FieldProblem(field, f"there is no day {told}", "look it up"),)
    return existing, wrong


def parse_date(entry: RawEntry, field: str) -> Dated:
    """Return the date that one field holds, or the beginning of a range of two."""
    typed = re.sub("[{}]", "", entry.fields.get(field, "")).strip()
    dated = parse_day(typed)
    if dated or not typed:
        return dated, ()
    iso, year = _ISO.fullmatch(typed), _YEAR.match(typed)
    parts = tuple(int(part) for part in iso.groups() if part) if iso else ()
    rest = _existing(parts) or ((int(year[0]),) if year else ())
    hint = f"write {field} = {{2022-02-14}}, {{2022-02}} or {{2022}}"
    return rest, (FieldProblem(field, f"there is no date '{tex_to_text(typed)}'", hint),)


def parse_day(text: str) -> tuple[int, ...]:
    """Return the date that a text is, in ISO's form or in English words; nothing for any other."""
    if found := _ISO.fullmatch(text):
        parts = tuple(int(part) for part in found.groups() if part)
        parts = parts[:1] if len(parts) > 1 and parts[1] in _SEASONS else parts
    elif (found := _WORDS.fullmatch(text)) and _MONTH_NAME.match(found["month"].lower()):
        month = MONTHS.index(found["month"][:3].lower()) + 1
        day = found["before"] or found["behind"]
        parts = (int(found["year"]), month, *([int(day)] if day else []))
    else:
        return ()
    return parts if _existing(parts) == parts else ()


def find_state(entry: RawEntry) -> str:
    """Return the state of a work in words, `in press` say, that a field of its own tells."""
    told = entry.first("pubstate")
    beside = re.split(r"[,;()]| in (?=[0-9])", entry.first("year"))
    return state_named(told) or told or next(filter(None, map(state_named, beside)), "")


def state_named(text: str) -> str:
    """Return the state of a work that a text is the name of; nothing where it is anything else."""
    words = text.lower().rstrip(".").strip()
    state = _STATES.get(words, words)
    return state if state in _KNOWN_STATES else ""


def _parse_year(entry: RawEntry) -> tuple[int, tuple[FieldProblem, ...]]:
    typed = entry.first("year")
    found = _YEAR.search(typed) or _EARLY_YEAR.fullmatch(typed)
    if found and not typed.startswith(("-", "\u2013")):
        return int(found[0]), ()
    if _NO_YEAR.fullmatch(typed) or state_named(typed):
        return 0, ()
    hint = "write year = {2022}; what has none yet has pubstate = {inpress} in place of it"
    return 0, (FieldProblem("year", f"there is no year in '{typed}'", hint),)


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


def _existing(parts: tuple[int, ...]) -> tuple[int, ...]:
    """Return as many parts of a date as there can be."""
    for count in range(len(parts), 0, -1):
        with contextlib.suppress(ValueError):
            datetime.date(*(*parts[:count], 1, 1)[:3])
            return parts[:count]
    return ()
