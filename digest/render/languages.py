"""Languages by their tags, as far as pages need to know of them."""

from __future__ import annotations

import functools

import msgspec

from digest.basics.text import fingerprint
from digest.basics.usercache import keep, recall, stamp_of


class Language(msgspec.Struct, frozen=True):
    """What the Unicode CLDR says of a language."""

    is_right_to_left: bool
    country_form: str
    """`de_DE` for `de`: the form that the Open Graph protocol has (`og:locale`)."""
    days: tuple[str, ...]
    """How a day is written in each of the twelve months, with holes: `March {d}, {y}`."""
    months: tuple[str, ...]
    """How each of the months is written: `March {y}`."""


@functools.cache
def find_language(lang: str) -> Language:
    """Return what the CLDR knows of a language; of one that it lacks, what it knows of English."""
    name, key = fingerprint(lang), " ".join(map(stamp_of, ("babel", "digest.render.cldr")))
    kept = recall("languages", name, key)
    if kept is not None:
        return msgspec.json.decode(kept, type=Language)
    # it takes a hundredth of a second to come to the first word
    from digest.render import cldr  # noqa: PLC0415

    found = Language(
        cldr.is_right_to_left(lang),
        cldr.country_form(lang),
        cldr.write_days(lang),
        cldr.write_months(lang),
    )
    keep("languages", name, key, msgspec.json.encode(found))
    return found


def is_right_to_left(lang: str) -> bool:
    """Tell whether a language is written from right to left."""
    return find_language(lang).is_right_to_left
