"""The words of an edition, so that a change of them can be told from one of typography."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, get_args

import msgspec

from digest.basics import plain
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import fingerprint
from digest.content import fragments

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from digest.basics.editions import Entry
    from digest.basics.fragments import Fragment
    from digest.basics.plain import Plain
    from digest.content.units import EditionFolder

_NO_WORDS = frozenset({"target", "sign", "name", "language", "letters", "align"})
"""Fields of the plain form that readers do not see as words."""
_RAISED = {"<super>": "^", "<sub>": "_", "sup": "^", "sub": "_"}
"""What stands before raised and lowered signs, by Unicode's name for them and by HTML's."""
_SIGNS = frozenset("%\u066a\u2030^_.,:/\u066b-")
"""The punctuation that may make another number or formula of the same letters and digits."""
_NO_LETTERS = frozenset("\u0640\ufe0e\ufe0f")
"""What Unicode counts among letters and marks, and readers see as typography."""
_DASHES = lazy_regex("[\u2010-\u2015\u2212-]+")
_RAISED_AGAIN = lazy_regex(r"(?<=\^[\w-])\^|(?<=_[\w-])_")
_COUNTED = lazy_regex(
    r"[^\s.,:/\u066b-]+|(?<=\d)[.,:/\u066b](?=\d)|(?<=\d)\s*-\s*(?=\d)|(?<![^\W_])-(?=\d)"
)
"""All signs that are left, of these few where they stand at a digit."""


class Words(msgspec.Struct, frozen=True):
    """Hashes of what the editors have written in an edition."""

    own: str
    """Of the edition's own texts."""
    entries: dict[str, str]
    """Of each entry but drafts, by slug."""

    def __str__(self) -> str:
        """Return the hashes as content/sent.yaml has them: the edition's own, then the entries'."""
        return " ".join([self.own, *sorted(self.entries.values())])


def hash_words(folder: EditionFolder, find_plain: Callable[[str], Plain]) -> Words:
    """Return hashes of what the editors have written in an edition.

    Typography is no difference: spaces, quotation marks, dashes, commas, letter case, emphasis; nor
    is where a link leads, nor what a record says, nor a correction. `find_plain` returns the plain
    form of a fragment by its hash.
    """
    edition = folder.edition
    return Words(
        _hash((edition.title, *read_texts(fragments.of_words(edition), find_plain))),
        {entry.slug: _hash(_say(entry, find_plain)) for entry in folder.entries if not entry.draft},
    )


def _hash(texts: Iterable[str]) -> str:
    # 64 bits: nobody gains anything by a text of the same hash
    return fingerprint(_fold(texts))[:16]


def _say(entry: Entry, find_plain: Callable[[str], Plain]) -> Iterator[str]:
    yield entry.work_key or entry.url
    yield entry.name
    yield entry.title.value if entry.title else ""
    yield from (author.value for author in entry.authors)
    yield entry.figure.alt if entry.figure else ""
    yield from read_texts(fragments.of_entry(entry), find_plain)


def read_texts(
    texts: Iterable[Fragment | None], find_plain: Callable[[str], Plain]
) -> Iterator[str]:
    """List what each text says in words, empty for one that is missing.

    `find_plain` returns the plain form of a fragment by its hash.
    """
    for text in texts:
        yield "".join(_words(find_plain(text.hash))) if text else ""


_BLOCKS = get_args(plain.Block)


def _words(value: Any) -> Iterator[str]:  # noqa: ANN401 -- whatever the plain form is made of
    """List the words of a plain form, and a space behind each block."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _words(one)
    elif isinstance(value, msgspec.Struct):
        yield _mark(value)
        for field in value.__struct_fields__:
            if field not in _NO_WORDS:
                yield from _words(getattr(value, field))
        if isinstance(value, _BLOCKS):
            yield " "


def _mark(value: msgspec.Struct) -> str:
    """Return what sets words apart so that they say something else; empty for all other things."""
    match value:
        case plain.Element(name):
            return _RAISED.get(name, "")
        case plain.Marked("~~"):
            return "~"
        case plain.Box(is_done):
            return "\u2611" if is_done else "\u2610"
    return ""


def _fold(texts: Iterable[str]) -> str:
    """Return what is left of texts without their typography."""
    text = unicodedata.normalize("NFC", " ".join(texts)).translate(_FOLDED).casefold()
    text = _RAISED_AGAIN.sub("", _DASHES.sub("-", text))
    return "".join("".join(_COUNTED.findall(text)).split())


class _Folded(dict[int, str]):
    """What becomes of each sign by itself, for `str.translate`."""

    def __missing__(self, code: int) -> str:
        sign, folded = chr(code), " "
        # an accent by itself stands for an apostrophe, and one that cannot be seen for nothing
        if unicodedata.category(sign) == "Cf":
            folded = ""
        elif unicodedata.category(sign) != "Sk" or sign in _SIGNS:
            kind = unicodedata.decomposition(sign).partition(" ")[0]
            alike = unicodedata.normalize("NFKC", sign).replace("\u2044", "/")
            alike = _DASHES.sub("-", alike)
            kept = "".join(one if _is_counted(one) else " " for one in alike)
            folded = _RAISED.get(kind, "") + kept
        self[code] = folded
        return folded


_FOLDED = _Folded()


def _is_counted(sign: str) -> bool:
    is_word = unicodedata.category(sign)[0] in "LMNS" and sign not in _NO_LETTERS
    return is_word or sign in _SIGNS
