"""The keys of works in exported files: `tay2022transformer`.

A key stands in people's manuscripts, so it is the same in every edition and every format, and a
work that joins the newsletter later never changes it. Where several works would have one key, the
one that came first keeps it as it is, and the others get letters from `b` on.

Nothing but the newsletter itself is remembered. So a key does change where its own words do (the
record, or what the editor typed, has another first author, year or title), and a letter may where
somebody puts a work with the same words into an earlier edition, or takes one out of it.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.richtext import Writer, lowered, raised, write
from digest.basics.text import letters
from digest.basics.works import Work
from digest.records.names import known_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.basics.works import Name

_NOBODY = "anon"
_NO_DATE = "nd"
_NO_WORD = "untitled"
_WORD = lazy_regex(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_MATH = lazy_regex(r"\$[^$]*\$")
# as records had raised and lowered words once, so that their keys stay
_KEYED = Writer(
    lambda words: words,
    lambda tex: f"${tex}$",
    {
        "sup": lambda text: _script(text, raised(text)),
        "sub": lambda text: _script(text, lowered(text)),
    },
)
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


def make_keys(works: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the keys of works, by the works' ids.

    `works` are ids, each with its `key_base`, in the order in which they came; of a work that
    stands in it several times, the first place counts. What is added at the end changes no key of
    those before it. Works whose keys have no digit at the same place, and so cannot be alike, need
    not be made together.
    """
    keys: dict[str, str] = {}
    taken: set[str] = set()
    candidates: dict[str, Iterator[str]] = {}
    for id_, base in works:
        if id_ in keys:
            continue
        # a key with a letter may be what another work's own words make
        free = candidates.setdefault(base, list_keys(base))
        keys[id_] = next(key for key in free if key not in taken)
        taken.add(keys[id_])
    return keys


def list_keys(base: str) -> Iterator[str]:
    """Yield `base`, and then `base` with the letters b, c and so on."""
    yield base
    yield from (base + letters(index) for index in itertools.count(1))


def key_base(work: Work) -> str:
    """Return what a work's key is before a letter is put behind it.

    That is surname, year and the title's first word of weight: `oord2018representation`.
    """
    names = known_names(work.author) or known_names(work.editor)
    who = _surname(names[0]) if names else ""
    year = str(abs(work.issued[0])) if work.issued else _NO_DATE
    title = write(work.title, _KEYED)
    word = _first_word(_MATH.sub(" ", title)) or _first_word(title)
    return f"{who or _NOBODY}{year}{word or _NO_WORD}"


def _surname(name: Name) -> str:
    if not name.family:
        return _first_word(name.literal)
    words = name.family.split()
    # without particles, as indexes of names have it
    own = [word for word in words if not word[:1].islower()]
    return to_ascii("".join(own or words))


def _script(text: str, shown: str) -> str:
    return shown if shown != text or not text.strip() else f"${text}$"


def _first_word(text: str) -> str:
    """Return the first word that is more than grammar or a number, or the first of all."""
    first = ""
    for found in _WORD.finditer(text):
        word = to_ascii(found[0])
        if word and word not in _INSIGNIFICANT and not word.isdecimal():
            return word
        first = first or word
    return first


def to_ascii(text: str) -> str:
    """Return the letters and digits of a text in lower case, in whatever script it is written."""
    if not text.isascii():
        from anyascii import anyascii  # noqa: PLC0415 -- few newsletters have such names

        text = anyascii(text)
    return "".join(character for character in text.lower() if character.isalnum())
