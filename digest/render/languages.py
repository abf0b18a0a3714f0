"""Languages by their tags, as the Unicode CLDR knows them."""

from __future__ import annotations

import functools

import babel


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
