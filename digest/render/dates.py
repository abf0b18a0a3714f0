"""Dates as the page's language writes them."""

from __future__ import annotations

import datetime as dt
import functools

from digest.basics.text import did_you_mean
from digest.citing.dates import say_year
from digest.render.languages import find_language
from digest.settings.theme import TemplateMistakeError

FORMS = {"long": 3, "month": 2, "year": 1}
"""The forms of dates, and how many of a date's parts each has."""


def print_date(date: str, lang: str, form: str) -> str:
    """Return a date as a template asks for it; see `date_text`."""
    if form not in FORMS:
        hint = did_you_mean(str(form), FORMS) or f"there are: {', '.join(FORMS)}"
        raise TemplateMistakeError(f"a date has no form '{form}'", hint)
    try:
        return date_text(date, lang, form)
    except ValueError:
        hint = "a date is '2022-03-02', '2022-03' or '2022'"
        raise TemplateMistakeError(f"'{date}' is no date", hint) from None


@functools.cache
def date_text(date: str, lang: str, form: str = "long") -> str:
    """Return `2022-03-02` as `March 2, 2022`, and `2022-03` as `March 2022`.

    `date` has as many parts as are known; `-0299` is 300 B.C. `form` is `long`, `month`
    (without the day) or `year`. The forms are those of the Unicode CLDR; a language that it
    lacks is written as English.
    """
    if date.startswith("-"):
        return say_year(int(date) - 1, lang)
    parts = [int(part) for part in date.split("-")] if date else []
    parts = parts[: FORMS[form]]
    if len(parts) < 2:  # noqa: PLR2004 -- a year alone
        return "".join(str(part) for part in parts)
    day = dt.date(parts[0], parts[1], parts[2] if len(parts) > 2 else 1)  # noqa: PLR2004
    language = find_language(lang)
    forms = language.days if len(parts) == 3 else language.months  # noqa: PLR2004 -- with a day
    return forms[day.month - 1].format(y=day.year, d=day.day)
