"""Dates as records and people write them.

In ISO's form with the marks of EDTF (Library of Congress, 2019; biblatex's manual, 2.3.8): `1723~`
is about that year, `-0299` is 300 B.C.; in English words, `14 February 2022`; or only a year. Of a
range the beginning counts. A season is no month.
"""

from __future__ import annotations

import contextlib
import datetime
import re

import msgspec

from digest.basics.days import MONTHS
from digest.basics.lazyregex import lazy_regex


class ReadDate(msgspec.Struct, frozen=True):
    """What a text says of a date."""

    parts: tuple[int, ...] = ()
    """Year, month and day, as many as are known; years before Christ are below zero, from -1."""
    circa: bool = False
    """Whether the date is about right and no more."""
    is_whole: bool = True
    """Whether the text says nothing else."""
    typed: str = ""
    """As it was written, where that is told."""


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

_SEASONS = range(21, 25)
"""EDTF's months of them."""
_NO_YEAR = lazy_regex(r"n\.?\s?d\.?|no date|undated|s\.?\s?a\.?|o\.?\s?j\.?|\W*", re.IGNORECASE)
"""What says that there is none."""
_CIRCA = lazy_regex(
    r"(?:circa\b|ca\b\.?|c(?:\.|(?=\s))|about\b|approx(?:imately|\b\.?))\s*", re.IGNORECASE
)
_YEAR = lazy_regex(r"(?<![0-9])(?!0000)[0-9]{4}(?![0-9]|s\b)")
_PLAIN = lazy_regex("(?!0000)[0-9]{4}|[1-9][0-9]{2}")
_ERA = lazy_regex(
    r"(?P<before>[0-9]{1,4})\s?(?:B\.?\s?C\.?(?:\s?E\.?)?|v\.\s?Chr\.?)"
    r"|A\.?D\.?\s?(?P<after>[0-9]{1,4})|(?P<common>[0-9]{1,4})\s?(?:C\.?E\.?|A\.?D\.?)"
    r"|-(?P<counted>[0-9]{4})",
    re.IGNORECASE,
)
"""The last form counts a year 0, which is 1 B.C."""
# a time of day and the end of a range say nothing of the beginning
_ISO = lazy_regex(
    r"(?:(?:\.\.)?/)?(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{1,2})(?:-(?P<day>[0-9]{1,2}))?)?"
    r"(?:-[Xx]{2})*(?P<mark>[?~%])?(?:(?:T| (?=[0-9]{1,2}:)).*|/(?:[0-9]{4}.*|\.\.)?)?"
)
_YEARS = lazy_regex(r"(?P<year>[0-9]{4})\s?(?:--?|/|\bto\b)\s?(?P<end>[0-9]{2}|[0-9]{4})")
_MONTH = rf"(?:{'|'.join(MONTHS)})[a-z]{{0,6}}\.?"
_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_ORDINAL = "stndrhSTNDRH"
_TO = r"\s?(?:--?|/|&|\band\b|\bto\b)\s?"
_WORDS = tuple(
    lazy_regex(form, re.IGNORECASE)
    for form in (
        # `14 February 2022`, `22-July-2004`, `30 May to 2 June 2020`, `March/April 2020`
        (
            rf"(?:(?P<day>{_DAY})(?:{_TO}{_DAY})?[\s-])?(?P<month>{_MONTH})"
            rf"(?:{_TO}(?:{_DAY}\s)?{_MONTH})?,?[\s-](?P<year>[0-9]{{4}})"
        ),
        # `Feb. 14, 2022`, `May 3-5, 2020`
        (
            rf"(?P<month>{_MONTH})[\s-](?P<day>{_DAY})(?:{_TO}(?:{_MONTH}\s)?{_DAY})?,?[\s-]"
            r"(?P<year>[0-9]{4})"
        ),
        # `2022, February 14`
        rf"(?P<year>[0-9]{{4}}),?[\s-](?P<month>{_MONTH})(?:[\s-](?P<day>{_DAY}))?",
        r"(?P<year>[0-9]{4})/(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})",
        # `14.2.2022`, and a month alone; the British and the Americans disagree on `3/4/2022`
        r"(?:(?P<day>[0-9]{1,2})\.\s?)?(?P<month>[0-9]{1,2})\.\s?(?P<year>[0-9]{4})",
        r"(?P<day>)(?P<month>[0-9]{1,2})[/-](?P<year>[0-9]{4})",
        (
            r"(?:spring|summer|autumn|fall|winter|q[1-4])[\s,-]+(?P<year>[0-9]{4})(?P<month>)(?P<day>)"
            r"(?:[/-][0-9]{2,4})?"
        ),
    )
)


def read_date(typed: str) -> ReadDate:
    """Read a text as a date. What is none of its forms, or no day that exists, is not whole."""
    text = " ".join(typed.split()).replace("\u2013", "-").strip(" .()[]")
    if _PLAIN.fullmatch(text):
        return ReadDate((int(text),))
    if _NO_YEAR.fullmatch(text) or state_named(text):
        return ReadDate()
    about = _CIRCA.match(text)
    bare = (text[about.end() :] if about else text).rstrip("?~%")
    circa = bool(about) or text.endswith(("?", "~", "%"))
    if era := _ERA.fullmatch(bare):
        return ReadDate((_year_of_era(era),), circa)
    if iso := _ISO.fullmatch(bare):
        parts = tuple(int(part) for part in iso.group("year", "month", "day") if part)
        circa = circa or bool(iso["mark"])
        if iso["month"] and not iso["day"] and max(len(MONTHS), parts[0] % 100) < parts[1]:
            # `2019-20`, two years
            parts = parts[:1]
    elif words := next(filter(None, (form.fullmatch(bare) for form in _WORDS)), None):
        told = (words["year"], _month(words["month"]), (words["day"] or "").rstrip(_ORDINAL))
        parts = tuple(int(part) for part in told if part)
    elif years := _YEARS.fullmatch(bare):
        parts = (int(years["year"]),)
    else:
        return _rest(bare, circa=circa)
    return check_date(parts, circa=circa)


def check_date(parts: tuple[int, ...], *, circa: bool) -> ReadDate:
    """Return as much of a date as exists. A season is no month, and nothing is lost with it."""
    if len(parts) > 1 and parts[1] in _SEASONS:
        return ReadDate(parts[:1], circa)
    kept = existing(parts)
    return ReadDate(kept, circa, is_whole=kept == parts)


def _rest(text: str, *, circa: bool) -> ReadDate:
    year = _YEAR.search(text)
    return ReadDate((int(year[0]),) if year else (), circa, is_whole=False)


def _year_of_era(era: re.Match[str]) -> int:
    if era["counted"]:
        return -int(era["counted"]) - 1
    return -int(era["before"]) if era["before"] else int(era["after"] or era["common"])


def _month(text: str) -> str:
    return text if text.isdigit() or not text else str(MONTHS.index(text[:3].lower()) + 1)


def parse_day(text: str) -> tuple[int, ...]:
    """Return the date that a text is and nothing else; nothing for any other."""
    found = read_date(text)
    return found.parts if found.is_whole else ()


def existing(parts: tuple[int, ...]) -> tuple[int, ...]:
    """Return as many parts of a date as there can be."""
    for count in range(len(parts), 0, -1):
        with contextlib.suppress(ValueError):
            datetime.date(*(*parts[:count], 1, 1)[:3])
            return parts[:count]
    return parts[:1] if parts and parts[0] < 0 else ()


def state_named(text: str) -> str:
    """Return the state of a work that a text is the name of; nothing where it is anything else."""
    words = text.lower().rstrip(".").strip()
    state = _STATES.get(words, words)
    return state if state in _KNOWN_STATES else ""
