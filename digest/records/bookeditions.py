"""Editions of books, as records have them: `2`, `2nd ed.` or `Second`."""

from __future__ import annotations

import re

from digest.basics.lazyregex import lazy_regex

_ONES = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
)  # fmt: skip
_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
_COUNTED = {word: number for number, word in enumerate(_ONES, 1)} | {
    f"{ten}ieth": number * 10 for number, ten in enumerate(_TENS, 2)
} | {
    f"{ten}y-{one}": number * 10 + more
    for number, ten in enumerate(_TENS, 2) for more, one in enumerate(_ONES[:9], 1)
}  # fmt: skip
_EDITION = lazy_regex(
    r"(?P<number>[0-9]{1,6}|" + "|".join(sorted(_COUNTED, key=len, reverse=True)) + r")"
    r"(?:st|nd|rd|th|\.|e|er|ère|ème|ª|º|\.ª|\.º)?"
    r"(?:\s*(?:ed\.?|edn\.?|edition|aufl\.?|auflage|éd\.?|édition|edición|edizione|edição))?",
    re.IGNORECASE,
)
_KIND = (
    r"(?:abridged|anniversary|annotated|enlarged|expanded|global|illustrated|international"
    r"|revised|rev\.|student|unabridged|updated)"
)
_KINDS = lazy_regex(
    rf"(?:[0-9]+(?:st|nd|rd|th),? )?{_KIND}(?:(?:,? and|,| &)? {_KIND})*"
    r"|(?:spring|summer|fall|autumn|winter) [0-9]{4}",
    re.IGNORECASE,
)
"""As in "Rev. ed."; by the season of an encyclopedia that changes (APA, section 10.3)."""


def edition_number(edition: str) -> int | None:
    """Return the number of an edition; None where it is called something else, or nothing."""
    found = _EDITION.fullmatch(edition.strip())
    if not found:
        return None
    counted = found["number"].lower()
    return _COUNTED.get(counted) or int(counted)


def is_kind(edition: str) -> bool:
    """Tell whether an edition is told by what kind it is, which "edition" has to follow."""
    return bool(_KINDS.fullmatch(edition.strip()))
