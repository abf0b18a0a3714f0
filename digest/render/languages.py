"""Languages by their tags, as the Unicode CLDR knows them."""

from __future__ import annotations

import functools
import re

import babel
from babel.core import get_global


@functools.cache
def find_locale(lang: str) -> babel.Locale:
    """Return what the CLDR knows of a language; of one that it lacks, what it knows of English."""
    for tag in (lang, lang.partition("-")[0]):
        try:
            return babel.Locale.parse(tag, sep="-")
        except (babel.UnknownLocaleError, ValueError):
            continue
    return babel.Locale("en")


def is_right_to_left(lang: str) -> bool:
    """Tell whether a language is written from right to left."""
    return find_locale(lang).character_order == "right-to-left"


@functools.cache
def country_form(lang: str) -> str:
    """Return `de` as `de_DE`, the form that the Open Graph protocol has (`og:locale`).

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
