"""Dates and numbers of issues as people write them: in names of files, headings, first lines.

Days and months in English and in the other languages that pages can be in; years, weeks (ISO 8601)
and quarters in figures. Of a range, as `May 8 - 14`, the last day counts.
"""

from __future__ import annotations

import calendar
import datetime as dt
import email.utils
import functools
import re
import unicodedata
from itertools import product
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterable

_LANGUAGES = (
    *("ar", "de", "es", "fr", "he", "it", "ja", "ko"),
    *("nb", "nl", "pl", "pt", "ru", "uk", "zh"),
)
_SHORTEST = {"wide": 3, "abbreviated": 4}
"""Letters of a month's name in another language than English; shorter ones are other words too."""
_ENGLISH = {
    **{name.lower(): number for number, name in enumerate(calendar.month_name) if name},
    **{name.lower(): number for number, name in enumerate(calendar.month_abbr) if name},
    "sept": 9,
}
_ORDINAL = r"(?:\s?(?:st|nd|rd|th)\b|er\b|[.ºª])?"
_DAY = rf"(?<![\d.,])(?P<{{}}>3[01]|[12]\d|0?[1-9]){_ORDINAL}"
_TO = r"\s*(?:-+|[–—\u2212~]|\bto\b|\bbis\b|\bau\b|\btill\b|\buntil\b)\s*"
_OF = r"\s*(?:of\s+|de\s+|d[’'e]\s*)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d])"
_FIGURES = lazy_regex(
    r"(?<!\d)(?P<y1>(?:19|20)\d\d)(?P<sep>[-/._ ]?)(?P<m1>1[0-2]|0[1-9]|(?<=[-/._ ])[1-9](?!\d))"
    r"(?:(?P=sep)(?P<d1>3[01]|[12]\d|0[1-9]|(?<=[-/._ ])[1-9]))?(?!\d)"
    r"|(?P<y2>\d{4})\s*[年년]\s*(?P<m2>\d{1,2})\s*[月월](?:\s*(?P<d2>\d{1,2})\s*[日号號일])?"
    r"|(?P<m3>\d{1,2})\s*[月월]\s*(?P<d3>\d{1,2})\s*[日号號일]"
    r"|(?<![\d.])(?P<d4>\d{1,2})\.\s?(?P<m4>\d{1,2})\.\s?(?P<y4>(?:19|20)\d\d)(?!\d)"
    r"|(?<![\d/])(?P<f5>\d{1,2})/(?P<s5>\d{1,2})/(?P<y5>(?:19|20)\d\d)(?!\d)"
    r"|(?<!\d)(?P<y6>(?:19|20)\d\d)[-_ /]*w(?:eek)?[-_ #]*(?P<w6>\d{1,2})(?!\d)"
    r"|\b(?:week|woche|kw|semaine|semana|settimana)[-_ #]*(?P<w7>\d{1,2})(?!\d)"
    r"(?:\W{0,4}(?:of\s+)?(?P<y7>(?:19|20)\d\d)(?!\d))?"
    r"|\bq(?P<q8>[1-4])\W{0,3}(?P<y8>(?:19|20)\d\d)(?!\d)"
    r"|(?<!\d)(?P<y9>(?:19|20)\d\d)\W{0,3}q(?P<q9>[1-4])\b"
)
_LONE_YEAR = lazy_regex(r"(?<![\d.])(?:19|20)\d\d(?![\d])")
_WORDS = (
    r"(?<![^\W_])(?:issue|number|no|nr|num|(?P<volume>vol(?:ume)?)|edition|episode"
    # one of days, `Week 12 – 18 March`, has no number
    r"|week(?! *#?\d+ *[-–—])|letter|newsletter|digest|part|ausgabe|nummer|folge|numéro|numero"
    r"|número|edición|edição|numer|wydanie|uitgave|выпуск|номер|випуск|עלון|גיליון|العدد)"
)
_NUMBER = lazy_regex(
    rf"{_WORDS}(?![^\W\d_])[.:°º]?[\s_-]*#?[\s_-]*(?P<a>\d{{1,5}})(?![\d])"
    r"|(?:^|[\s(\[])#\s?(?P<b>\d{1,5})(?!\d)"
    r"|\bn[°º]\s?(?P<c>\d{1,5})(?!\d)"
    r"|[第제]\s*(?P<d>\d{1,5})\s*[期号號回호편]"
)
_MONTHS, _DAYS = 12, 31
_MONTHS_OF_A_QUARTER = 3


class PartialDate(msgspec.Struct, frozen=True):
    """A date as far as it is written."""

    year: int = 0
    """0 where it is not written."""
    month: int = 0
    """0 where only a week is."""
    day: int = 0
    """0 where only the month is."""
    week: int = 0
    first_month: int = 0
    """Of a range, where it begins."""

    def resolve(self, year: int = 0) -> dt.date | None:
        """Return the day, or the last of the week or month.

        `year` is taken where none is written. None without a year, and where there is no such day.
        """
        year = self.year or year
        if not year:
            return None
        try:
            if self.week:
                return dt.date.fromisocalendar(year, self.week, 7)
            return dt.date(year, self.month, self.day or calendar.monthrange(year, self.month)[1])
        except ValueError:
            return None

    @property
    def is_across_years(self) -> bool:
        """Whether it is a range from one year into the next."""
        return self.first_month > self.month > 0


def find_date(text: str) -> PartialDate | None:
    """Return the date that a short text has: the last of them, of a range its last day."""
    lower = _fold(text)
    found = _in_words(lower, _english(), _ENGLISH)
    if found is None:
        found = _in_figures(lower)
    if found is None and any(letter > "\x7f" or letter.isdigit() for letter in lower):
        found = _in_words(lower, _others(), _other_months())
    if found and not found.year and (years := _LONE_YEAR.findall(lower)):
        return msgspec.structs.replace(found, year=int(years[-1]))
    return found


def find_month(text: str) -> PartialDate | None:
    """Return the month whose name is all that a text has, as `March`, or a month's date."""
    word = text.strip().lower().rstrip(".")
    number = _ENGLISH.get(word) or (0 if not word.isalpha() else _other_months().get(word, 0))
    return PartialDate(month=number) if number else None


def find_number(text: str) -> str:
    """Return the number of the issue that a short text names, as `12` of `Issue #12`."""
    numbers = [
        (bool(found["volume"]), found["a"] or found["b"] or found["c"] or found["d"])
        for found in _NUMBER.finditer(_fold(text))
    ]
    # of a volume and an issue, the issue
    number = min(numbers, key=lambda one: one[0])[1] if numbers else ""
    # a year is none, and no week is the hundredth
    return str(int(number)) if number and not _LONE_YEAR.fullmatch(number) else ""


def read_day(text: str) -> dt.date | None:
    """Return the day of a date that a program wrote, or of one in words that has all of it.

    `2022-03-02`, with a time and a zone or without; `Wed, 02 Mar 2022 10:00:00 +0000`; `March 2,
    2022`; seconds or thousandths since 1970. The day is that of the date's own zone.
    """
    typed = text.strip()
    if typed.isascii() and typed.isdigit() and len(typed) in {10, 13}:
        return dt.datetime.fromtimestamp(int(typed[:10]), tz=dt.UTC).date()
    found = _in_figures(_fold(typed)) or find_date(typed)
    if found and (day := found.resolve()):
        return day
    try:
        # a year of two digits (RFC 5322, section 4.3)
        return email.utils.parsedate_to_datetime(typed).date()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def nearest_year(found: PartialDate, day: dt.date) -> int:
    """Return the year that brings a date without one closest to a day."""
    years = (day.year - 1, day.year, day.year + 1)
    at = {year: found.resolve(year) for year in years}
    return min(years, key=lambda year: abs((at[year] or dt.date.min) - day))


def _fold(text: str) -> str:
    """Return a text in small letters, with figures of all scripts as 0 to 9."""
    lower = unicodedata.normalize("NFC", text).lower()
    if lower.isascii():
        return lower
    return "".join(str(unicodedata.decimal(one, one)) for one in lower)


def _in_words(
    text: str, patterns: Iterable[re.Pattern[str]], months: dict[str, int]
) -> PartialDate | None:
    """Return the last date whose month has a name."""
    last: tuple[int, PartialDate] | None = None
    for pattern in patterns:
        for match in pattern.finditer(text):
            part = match.groupdict()
            if last and match.end() <= last[0]:
                continue
            first = part.get("from_month")
            found = PartialDate(
                int(part.get("year") or 0),
                months[part["month"]],
                int(part.get("last") or part.get("day") or 0),
                first_month=months[first] if first else 0,
            )
            last = match.end(), found
        if last:
            return last[1]
    return None


@functools.cache
def _english() -> tuple[re.Pattern[str], ...]:
    return _patterns(_ENGLISH)


@functools.cache
def _others() -> tuple[re.Pattern[str], ...]:
    return _patterns(_other_months())


def _patterns(months: dict[str, int]) -> tuple[re.Pattern[str], ...]:
    """Return what finds ranges and days; and what finds months of a year."""
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    month = rf"(?<![^\W\d_])(?P<{{}}>{names})(?![^\W\d_])\.?"
    in_year = r"(?:,?\s*(?:19|20)\d\d)?"
    year = rf"(?:,?{_OF}[’']?{_YEAR})?"
    from_month, last_month = month.format("from_month"), month.format("month")
    from_day, day, to_day = (_DAY.format(name) for name in ("from", "day", "last"))
    # May 29 - June 4; May 8-14; May 8
    month_first = (
        rf"(?:{from_month}\s*{from_day}{in_year}{_TO})?{last_month}\s*{day}(?!\d|:\d)"
        rf"(?:{_TO}{to_day}(?![\d%]))?{year}"
    )
    # 29 May - 4 June; 8-14 May; 8 May
    day_first = (
        rf"(?:{from_day}{_OF}{from_month}{in_year}{_TO}|{_DAY.format('first')}{_TO})?"
        rf"{day}{_OF}{last_month}{year}"
    )
    whole = rf"{last_month},?{_OF}{_YEAR}"
    return re.compile(month_first), re.compile(day_first), re.compile(whole)


@functools.cache
def _other_months() -> dict[str, int]:
    import babel  # noqa: PLC0415 -- most archives are in English, and do without

    months: dict[str, int] = {}
    for language in _LANGUAGES:
        names = babel.Locale(language).months
        for context, (width, shortest) in product(("format", "stand-alone"), _SHORTEST.items()):
            for number, name in names[context][width].items():
                word = unicodedata.normalize("NFC", name).lower().rstrip(".")
                if len(word) >= shortest and not word[0].isdigit() and word not in _ENGLISH:
                    months.setdefault(word, number)
                    # Hebrew has "in" before it, in one word
                    months.setdefault(f"ב{word}", number)
    return months


def _in_figures(text: str) -> PartialDate | None:
    last = None
    for match in _FIGURES.finditer(text):
        typed = match.groupdict(default="")
        sep = typed.pop("sep")
        last = _of_figures({key: int(one) for key, one in typed.items() if one}, sep) or last
    return last


def _of_figures(part: dict[str, int], sep: str) -> PartialDate | None:
    """Return what figures say by the names of their groups, or None where it is not certain."""
    if "y1" in part:
        # `202203` may be any number, and `2022 3` a count
        is_date = "d1" in part if sep in {"", " "} else True
        return PartialDate(part["y1"], part["m1"], part.get("d1", 0)) if is_date else None
    for one in "234":
        if f"m{one}" in part:
            found = PartialDate(part.get(f"y{one}", 0), part[f"m{one}"], part.get(f"d{one}", 0))
            return found if found.month <= _MONTHS and found.day <= _DAYS else None
    if "y5" in part:
        return _of_slashes(part["f5"], part["s5"], part["y5"])
    for one in "67":
        if f"w{one}" in part:
            return PartialDate(part.get(f"y{one}", 0), week=part[f"w{one}"])
    for one in "89":
        if f"q{one}" in part:
            return PartialDate(part[f"y{one}"], part[f"q{one}"] * _MONTHS_OF_A_QUARTER)
    return None


def _of_slashes(first: int, second: int, year: int) -> PartialDate | None:
    """Read `14/3/2022` and `3/14/2022`; `3/4/2022` is written both ways, and no date."""
    if first == second and first <= _MONTHS:
        return PartialDate(year, first, first)
    day, month = max(first, second), min(first, second)
    return PartialDate(year, month, day) if day > _MONTHS >= month else None
