"""What the Unicode CLDR says of a language, by way of Babel.

Of a language that it lacks, these say what it says of English.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from babel.core import get_global
from babel.dates import DateTimeFormat, match_skeleton

from digest.basics.lazyregex import lazy_regex
from digest.citing.dates import find_locale

if TYPE_CHECKING:
    import babel
    from babel.dates import DateTimePattern

_HOLES = {"y": "{y}", "d": "{d}", "dd": "{d:02}"}
"""What is left open of a date, by the CLDR's signs for it."""
_SCRIPT = lazy_regex(r"(?<=_)[A-Za-z]{4}(?=_|$)")
"""The code of a script in a language's tag (BCP 47)."""
_FROM_RIGHT = frozenset(
    {"Adlm", "Arab", "Armi", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"}
)
"""Scripts that run from right to left, by their codes in ISO 15924."""


def is_right_to_left(lang: str) -> bool:
    """Tell whether a language is written from right to left.

    The script that its tag names tells, or else the one that it is likely written in: of many a
    language in Arabic or Hebrew letters the CLDR has no more than that.
    """
    base, _, rest = lang.replace("-", "_").partition("_")
    base = get_global("language_aliases").get(base, base).partition("_")[0]
    known = get_global("likely_subtags")
    likely = known.get(f"{base}_{rest}") or known.get(base, "")
    script = _SCRIPT.search(f"_{rest}_{likely}")
    if script:
        return script[0].title() in _FROM_RIGHT
    return find_locale(lang).character_order == "right-to-left"


def write_days(lang: str) -> tuple[str, ...]:
    """Return how a day is written in each of the twelve months: `March {d}, {y}`."""
    locale = find_locale(lang)
    return _write(locale.date_formats["long"], locale)


def write_months(lang: str) -> tuple[str, ...]:
    """Return how each of the twelve months is written: `March {y}`."""
    locale = find_locale(lang)
    skeletons, asked = locale.datetime_skeletons, "yMMMM"
    found = asked if asked in skeletons else match_skeleton(asked, skeletons)
    return _write(skeletons[found or asked], locale)


def _write(pattern: DateTimePattern, locale: babel.Locale) -> tuple[str, ...]:
    """Return what a pattern of dates says in each month."""
    form, written = str(pattern.format), []
    fields = re.findall(r"%\((\w+)\)s", form)
    for month in range(1, 13):
        said = DateTimeFormat(dt.date(2000, month, 1), locale)
        written.append(form % {one: _HOLES.get(one) or said[one] for one in fields})
    return tuple(written)


def country_form(lang: str) -> str:
    """Return `de` as `de_DE`.

    Of a language that names no country, the one where most of its readers are (CLDR's likely
    subtags).
    """
    parts = lang.split("-")
    likely = get_global("likely_subtags")
    for known in ("_".join(parts), parts[0]):
        countries = [part for part in known.split("_")[1:] if re.fullmatch("[A-Z]{2}", part)]
        countries += likely.get(known, "").split("_")[2:]
        if countries:
            return f"{parts[0]}_{countries[0]}"
    return parts[0]
