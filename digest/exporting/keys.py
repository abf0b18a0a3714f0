"""The keys of works in exported files: `tay2022transformer`.

A key stands in people's manuscripts, so it is the same in every edition and every format, and
what happens elsewhere in the newsletter leaves it alone as far as that can be. Where several of
the newsletter's works would have one key, the earliest keeps it as it is and the later ones get
letters from `b` on: a new paper takes a letter of its own, and no key from an older one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from digest.citing.labels import letters
from digest.model import Work
from digest.records.names import known_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.model import Name

_NOBODY = "anon"
_NO_DATE = "nd"
_NO_WORD = "untitled"
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_MATH = re.compile(r"\$[^$]*\$")
_INSIGNIFICANT = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "by", "can", "do", "does", "for", "from", "how",
    "in", "is", "it", "its", "not", "of", "on", "or", "the", "to", "toward", "towards", "using",
    "via", "what", "when", "where", "which", "who", "why", "with", "without",
    "das", "der", "die", "ein", "eine", "im", "und", "von", "zum", "zur",
    "de", "des", "du", "el", "et", "het", "een", "la", "las", "le", "les", "los", "un", "une", "y",
})  # fmt: skip


class KeyedWork(msgspec.Struct, frozen=True):
    """A work as it is exported."""

    key: str
    """ASCII letters and digits only."""
    work: Work


def make_keys(works: Iterable[Work]) -> dict[str, str]:
    """Return the keys of all works of a newsletter, by the works' ids."""
    groups: dict[str, list[Work]] = {}
    for work in works:
        groups.setdefault(_base(work), []).append(work)
    keys = {}
    for base, group in groups.items():
        group.sort(key=_age)
        keys[group[0].id] = base
    taken = set(groups)
    for base in sorted(base for base, group in groups.items() if len(group) > 1):
        free = _free(base, taken)
        for work in groups[base][1:]:
            keys[work.id] = next(free)
    return keys


def _free(base: str, taken: set[str]) -> Iterator[str]:
    """Yield `base` with the letters b, c and so on, less what another work's own words make."""
    count = 1
    while True:
        key = base + letters(count)
        count += 1
        if key not in taken:
            taken.add(key)
            yield key


def _age(work: Work) -> tuple[tuple[int, ...], str]:
    return (work.issued or (10_000,), work.id)


def _base(work: Work) -> str:
    """Return surname, year and the title's first word of weight: `oord2018representation`."""
    names = known_names(work.author) or known_names(work.editor)
    who = _surname(names[0]) if names else ""
    year = str(work.issued[0]) if work.issued else _NO_DATE
    word = _first_word(_MATH.sub(" ", work.title)) or _first_word(work.title)
    return f"{who or _NOBODY}{year}{word or _NO_WORD}"


def _surname(name: Name) -> str:
    if not name.family:
        return _first_word(name.literal)
    words = name.family.split()
    # without particles, as indexes of names have it
    own = [word for word in words if not word[:1].islower()]
    return to_ascii("".join(own or words))


def _first_word(text: str) -> str:
    """Return the first word that is more than grammar, or the first of all."""
    first = ""
    for found in _WORD.finditer(text):
        word = to_ascii(found[0])
        if word and word not in _INSIGNIFICANT:
            return word
        first = first or word
    return first


def to_ascii(text: str) -> str:
    """Return the letters and digits of a text in lower case, in whatever script it is written."""
    if not text.isascii():
        from anyascii import anyascii  # noqa: PLC0415 -- few newsletters have such names

        text = anyascii(text)
    return "".join(character for character in text.lower() if character.isalnum())
