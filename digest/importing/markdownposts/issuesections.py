"""A text with a section for each week or issue, taken apart.

Its headings say so, or bold lines in their place: most of one level have a date or a number, and
the same words before it, as `## Papers of the week (May 8 - May 14)`. Years may stand in the
heading, in one above it, or in the list of contents; else they follow from the sections beside.
"""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.importing.dates import PartialDate, find_date, find_month, find_number, nearest_year
from digest.importing.plaintext import plain_text
from digest.markdown.sourceblocks import BOLD, find_source_blocks

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from digest.markdown.sourceblocks import SourceBlock

_FEWEST = 2
"""Sections of weeks or issues that make a text an archive."""
_SHARE, _FORMS = 0.6, 0.4
"""The least part of a level's headings that must be of issues, and the most forms an issue."""
_YEAR = lazy_regex(r"\W*(?:year\s+)?((?:19|20)\d\d)\s*[年년]?\W*", 2)
_NUMBERED = lazy_regex(r"\d")
_LETTERS = lazy_regex(r"[^\W\d_]+")
_LISTED = lazy_regex(r"^\s*(?:[-*+]|\d+\.)\s+\[([^\]]+)\]\([^()\s]*#([^()\s]*)\)", re.MULTILINE)
_DAYS_OF_A_WEEK, _WEEKS_OF_A_MONTH = 7, 5


class Section(NamedTuple):
    """A week or an issue."""

    title: str
    """Of its heading, plain text."""
    heading: int
    """The line of its heading, from 0."""
    first: int
    """The first line of its text, from 0."""
    end: int
    date: dt.date | None
    number: str


class _Stamp(NamedTuple):
    """A heading, and what it says of when its section is of."""

    block: SourceBlock
    words: str
    found: PartialDate | None
    number: str
    year: int
    """Where the heading is a year and nothing else; else 0."""

    @property
    def is_issue(self) -> bool:
        return bool(self.found or self.number) and not self.year

    @property
    def form(self) -> str:
        """The words before the first figure or month, by which headings of one kind are alike."""
        before = _NUMBERED.split(self.words)[0]
        words = [word.casefold() for word in _LETTERS.findall(before)]
        return " ".join(word for word in words if find_month(word) is None)


def find_sections(text: str, year: int = 0) -> tuple[Section, ...]:
    """Find the sections of a text, in its order; none where it is no archive.

    `year` is what the file's name says.
    """
    stamps = [_stamp(block) for block in find_source_blocks(text) if block.level]
    level = _find_level(stamps)
    if not level:
        return ()
    issues = [one for one in stamps if one.is_issue and one.block.level == level]
    above = _find_above(stamps, level)
    listed = _find_listed(text)
    dates = _settle_years(
        [_in_context(one, above[one.block.first]) for one in issues],
        [above[one.block.first].year or listed.get(one.words.casefold(), 0) for one in issues],
        year,
    )
    ends = [one.block.first for one in stamps if one.block.level <= level]
    ends.append(text.count("\n") + 1)
    return tuple(
        Section(
            one.words,
            one.block.first,
            one.block.end,
            next(end for end in ends if end > one.block.first),
            date,
            "" if date and one.found and one.found.week else one.number,
        )
        for one, date in zip(issues, dates, strict=True)
    )


def _stamp(block: SourceBlock) -> _Stamp:
    words = plain_text(block.text, has_pictures=False)
    year = _YEAR.fullmatch(words)
    found = find_date(words) or find_month(words)
    return _Stamp(block, words, found, find_number(words), int(year[1]) if year else 0)


def _find_level(stamps: Sequence[_Stamp]) -> int:
    """Return the level of the headings of weeks or issues; 0 where there are none.

    Bold lines are looked at where no heading is one.
    """
    best, most = 0, _FEWEST - 1
    for level in range(1, BOLD + 1):
        if level == BOLD and best:
            break
        at = [one for one in stamps if one.block.level == level and not one.year]
        issues = [one for one in at if one.is_issue]
        forms = len({one.form for one in issues})
        is_archive = forms <= max(1, _FORMS * len(issues)) and len(issues) >= _SHARE * len(at) - 1
        if is_archive and len(issues) > most:
            best, most = level, len(issues)
    return best


class _Above(NamedTuple):
    """What the headings above a section say."""

    year: int = 0
    month: int = 0


def _find_above(stamps: Sequence[_Stamp], level: int) -> dict[int, _Above]:
    """Return by the line of each heading what those above it say."""
    found: dict[int, _Above] = {}
    open_: dict[int, _Above] = {}
    for one in stamps:
        mine = one.block.level
        open_ = {above: said for above, said in open_.items() if above < mine}
        year = max((said.year for said in open_.values()), default=0)
        month = next((said.month for said in reversed(open_.values()) if said.month), 0)
        found[one.block.first] = _Above(year, month)
        if mine < level:
            date = one.found
            open_[mine] = _Above(
                one.year or (date.year if date else 0), date.month if date and not date.day else 0
            )
    return found


def _in_context(one: _Stamp, above: _Above) -> PartialDate | None:
    """Return the date of a heading; below a month `Week 2` is that month's second."""
    found = one.found
    if not found or not found.week or not above.month or found.week > _WEEKS_OF_A_MONTH:
        return found
    last = calendar.monthrange(above.year or 2000, above.month)[1]
    return PartialDate(found.year, above.month, min(found.week * _DAYS_OF_A_WEEK, last))


def _find_listed(text: str) -> dict[str, int]:
    """Return the year under which a list of contents has each heading."""
    listed: dict[str, int] = {}
    year = 0
    for line in text.split("\n"):
        if found := _LISTED.match(line):
            listed[plain_text(found[1], has_pictures=False).casefold()] = year
        elif line.strip():
            said = _YEAR.fullmatch(line.strip("#*- \t"))
            year = int(said[1]) if said else year if line.startswith((" ", "\t")) else 0
    return listed


def _settle_years(
    found: list[PartialDate | None], years: list[int], of_file: int
) -> list[dt.date | None]:
    """Return the days of sections that follow one another."""
    dates = [
        one.resolve(year) if one and not one.is_across_years else None
        for one, year in zip(found, years, strict=True)
    ]
    known = [day for day in dates if day]
    if not known and of_file:
        # all are of one year
        return [one.resolve(of_file) if one else None for one in found]
    for index, one in enumerate(found):
        if one is None or dates[index]:
            continue
        near = next(_beside(dates, index), None)
        if near and one.week:
            dates[index] = one.resolve(one.year or nearest_year(one, near))
        elif near:
            bare = msgspec.structs.replace(one, year=0)
            dates[index] = bare.resolve(nearest_year(bare, near))
        else:
            dates[index] = one.resolve(years[index])
    return dates


def _beside(dates: Sequence[dt.date | None], index: int) -> Iterator[dt.date]:
    """List the known days from the nearest section on."""
    for distance in range(1, len(dates)):
        for other in (index - distance, index + distance):
            if 0 <= other < len(dates) and (day := dates[other]):
                yield day
