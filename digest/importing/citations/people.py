"""Whether the words of a reference are names of people, and where such end."""

from __future__ import annotations

import re

from digest.basics.lazyregex import lazy_regex
from digest.importing.recognise.bylines import are_names

CAPITALS = "A-ZÀ-ÞĀ-ŽΑ-ΩА-Я"
STOP = lazy_regex(
    r"(?<=[^\s.])(?<![\s.(][A-Z])(?<!^[A-Z])(?<!\bal)(?<!\bvs)(?<!\bJr)(?<!\bSt)"
    r"[.?!][”\"’]?\s+(?=[\"“‘(\[]?[\w$])"
)
CUT = lazy_regex(r"\bet\.?\s+al\b\.?|\bu\.\s?a\.(?=$|[\s,;)])", re.IGNORECASE)
_ENDS_NAMES = lazy_regex(
    r"\s*\((?=[^()]*[0-9]{4})|,?\s(?=(?:19|20)[0-9]{2}\b)|\s(?:-{1,3}|[–—|/])\s|[;)]"
)
_STOPPED = lazy_regex(r"(?<=[^\W_][^\W\d_])(?<!\b[JS]r)(?<!\bSt)(?<!\bal)[.:]\s")
"""A stop behind a word that is no initial: what follows is none of the names."""
MOST_WORDS = 5
"""Words of a person's name."""


def are_people(text: str, *, surely: bool = False) -> bool:
    """Tell whether a text is names of people and no sentence; `surely` as `are_names` has it."""
    text = text.strip(" ,.:;")
    return not _STOPPED.search(text) and are_names(text, surely=surely, may_have_place=False)


def cut_names(text: str) -> tuple[str, str]:
    """Return the names that a text begins with, and what follows them; none where none do."""
    cut = CUT.search(text)
    stops = [found.start() for found in (STOP.search(text), _ENDS_NAMES.search(text)) if found]
    end = cut.end() if cut else min(stops, default=len(text))
    names, rest = text[:end], text[end:]
    return (names if cut else names.strip(" .,("), rest) if are_people(names) else ("", text)
