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

_NO_WORDS = frozenset({"target", "sign", "name", "language", "letters", "align", "alert"})
"""Fields of the plain form that readers do not see as words."""
_DASHES = lazy_regex("[\u2010-\u2015\u2212-]+")
_COUNTED = lazy_regex(
    r"[^\W_]+|(?<=\d)[.,:](?=\d)|(?<!\w)-(?=\d)|[%<>=+\u00b1\u00d7\u2248\u2260-\u2265]"
)
"""Letters and digits, and the signs that make another number or another claim of the same ones."""


def hash_words(folder: EditionFolder, find_plain: Callable[[str], Plain]) -> str:
    """Return a hash of what the editors have written in an edition.

    That is its own texts and those of its entries but drafts, in whatever order. Typography is no
    difference: spaces, quotation marks, dashes, commas, letter case, emphasis; nor is where a link
    leads, nor what a record says, nor a correction. `find_plain` returns the plain form of a
    fragment by its hash.
    """
    edition = folder.edition
    own = (edition.title, *_read(fragments.of_words(edition), find_plain))
    entries = (_say(entry, find_plain) for entry in folder.entries if not entry.draft)
    return fingerprint(_fold(own), *sorted(_fold(said) for said in entries))


def _say(entry: Entry, find_plain: Callable[[str], Plain]) -> Iterator[str]:
    yield entry.work_key or entry.url
    yield entry.name
    yield entry.title.value if entry.title else ""
    yield from (author.value for author in entry.authors)
    yield entry.figure.alt if entry.figure else ""
    yield from _read(fragments.of_entry(entry), find_plain)


def _read(texts: Iterable[Fragment | None], find_plain: Callable[[str], Plain]) -> Iterator[str]:
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
        for field in value.__struct_fields__:
            if field not in _NO_WORDS:
                yield from _words(getattr(value, field))
        if isinstance(value, _BLOCKS):
            yield " "


def _fold(texts: Iterable[str]) -> str:
    """Return what is left of texts without their typography."""
    text = unicodedata.normalize("NFKC", " ".join(texts)).casefold()
    text = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    return "".join(_COUNTED.findall(_DASHES.sub("-", text)))
