"""Names in capitals, as older records have them: `MILLER, S. M.`, `GEORGE D. WINTER`.

Letters are lowered only where the capitals can mean nothing else: neither initials, nor two
letters that may be a name or two initials, nor what cannot be spoken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import words_of
from digest.records.names.namewords import (
    has_vowel,
    is_dotted,
    is_particle,
    is_short_surname,
)

if TYPE_CHECKING:
    import re

_RUN = lazy_regex(r"[^\W\d_]+")
_SMALL = words_of("da das de del den der do dos ten ter van von zu zur")
"""Particles that most who bear them write so."""
_CLAN = lazy_regex(r"\bMa?c ?(?=[A-Z]{2})")
_SCOTTISH = lazy_regex(r"(Mc|Mac(?=[dglnpq]))([a-z]{3,})")
_CONSONANTS = lazy_regex("[B-DF-HJ-NP-TV-XZ]{4}")
_SHORTEST = 3
"""Letters that are a name by themselves, and no initials."""


def mend_capitals(family: str, given: str) -> tuple[str, str]:
    """Return a person's names with small letters behind the first where they had capitals alone.

    A family name alone may be in capitals, too: so many write, to tell it from the given name.
    """
    words = given.split(" ")
    if any(len(word) > 1 and is_short_surname(word) for word in words):
        return family, given
    named = [word for word in words if len(word) >= _SHORTEST and not is_dotted(word)]
    is_given = bool(named) and all(map(is_in_capitals, named))
    is_family = is_in_capitals(family)
    if is_given and (is_family or not any(map(may_be_initials, named))):
        given = " ".join(_lower(word) if word in named else word for word in words)
    return (_lower_family(family) if is_family else family), given


def is_in_capitals(name: str) -> bool:
    """Tell whether a name is in capitals alone, but for `Mc`, and can be spoken."""
    name = _CLAN.sub(lambda found: found[0].upper(), name)
    name = " ".join(word for word in name.split(" ") if not is_particle(word))
    is_long = any(len(run) > 1 for run in _RUN.findall(name))
    return name.isupper() and is_long and (name == "NG" or has_vowel(name))


def may_be_initials(word: str) -> bool:
    """Tell whether a name in capitals, beside one in small letters, may be several initials."""
    return len(word) <= _SHORTEST or bool(_CONSONANTS.search(word))


def _lower_family(family: str) -> str:
    """Return `van den Berg` for `VAN DEN BERG`, `de la Cruz` for `DE LA CRUZ`, and `Le Guin`."""
    *before, last = family.split(" ")
    shown: list[str] = []
    for word in before:
        small = word.lower()
        is_small = word == small or small in _SMALL or (small == "la" and shown[-1:] == ["de"])
        shown.append(small if is_small else _lower(word))
    return " ".join([*shown, _lower(last)])


def _lower(word: str) -> str:
    return _RUN.sub(_lower_run, word)


def _lower_run(found: re.Match[str]) -> str:
    # Turkish: a dotted capital leaves a dot of its own
    word = found[0].capitalize().replace("i\u0307", "i")
    return _SCOTTISH.sub(lambda name: name[1] + name[2].capitalize(), word)
