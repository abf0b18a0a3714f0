"""Whether the words of a reference are names of people, and where such end."""

from __future__ import annotations

import re

from digest.basics.lazyregex import lazy_regex
from digest.records.names.namelists import cut_others

CAPITALS = "A-ZÀ-ÞĀ-ŽΑ-ΩА-Я"
STOP = lazy_regex(
    r"(?<=[^\s.])(?<![\s.(][A-Z])(?<!^[A-Z])(?<!\bal)(?<!\bvs)(?<!\bJr)(?<!\bSt)"
    r"[.?!][”\"’]?\s+(?=[\"“‘(\[]?[\w$])"
)
CUT = lazy_regex(r"\bet\.?\s+al\b\.?|\bu\.\s?a\.(?=$|[\s,;)])", re.IGNORECASE)
_ENDS_NAMES = lazy_regex(
    r"\s*\((?=[^()]*[0-9]{4})|,?\s(?=(?:19|20)[0-9]{2}\b)|\s(?:-{1,3}|[–—|/])\s|[;)]"
)
_PERSON = lazy_regex(
    r"(?:(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|bin|al|el|ter|ten)\s)*"
    rf"[{CAPITALS}](?:\.(?:-?[A-Z]\.)*|[\w'’-]*)"
    rf"(?:\s(?:[{CAPITALS}](?:\.(?:-?[A-Z]\.)*|[\w'’-]*)|Jr\.|St\."
    r"|(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|bin|al|el|ter|ten)\b))*"
    r"|[\u3400-\u9fff\uac00-\ud7af]{2,4}"
)
MOST_WORDS = 5
"""Words of a person's name."""


def are_people(text: str, *, surely: bool = False) -> bool:
    """Tell whether a text is a list of people's names, `surely` where it has initials or an end."""
    bare, is_cut = cut_others(re.sub(r"\s*[(\[][^()\[\]]*[)\]]", "", text).strip(" ,.:;"))
    names = [
        one
        for one in re.split(r"\s*[,;]\s*(?:(?:and|&)\s+)?|\s+(?:and|&|und|et|y)\s+", bare)
        if one
    ]
    if not names or not all(_PERSON.fullmatch(one.strip(" .")) for one in names):
        return False
    if any(len(one.split()) > MOST_WORDS for one in names):
        return False
    if len(names) == 1 and not is_cut and surely:
        return bool(re.match(r"(?:[A-Z]\.[ -]?)+\s?[A-Z]", bare))
    has_initials = any(
        re.search(r"(?:^|\s)[A-Z]\.?(?:\s|$|-)", f"{one.rstrip('.')} ") for one in names
    )
    return not surely or has_initials or is_cut or bool(re.search(r"\s(?:and|&)\s", bare))


def cut_names(text: str) -> tuple[str, str]:
    """Return the names that a text begins with, and what follows them; none where none do."""
    cut = CUT.search(text)
    stops = [found.start() for found in (STOP.search(text), _ENDS_NAMES.search(text)) if found]
    end = cut.end() if cut else min(stops, default=len(text))
    names, rest = text[:end], text[end:]
    return (names if cut else names.strip(" .,("), rest) if are_people(names) else ("", text)
