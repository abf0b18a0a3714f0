"""Marks that name authors and years, `(Smith et al., 2020)`, for lists without numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.citing.comparison import title_words
from digest.importing.citations.marks import Mark
from digest.importing.citations.prose import find_prose
from digest.importing.papers.knownworks import surname
from digest.records.names import known_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digest.importing.citations.references import TypedReference

_NAME = (
    r"(?:(?:van|von|de|der|den|del|di|da|du|la|le|al|el|ter|ten)\s)*"
    r"[A-ZÀ-Þ\u0100-\u024f][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?"
)
_NAMES = (
    rf"(?P<names>{_NAME}(?:(?:,\s{_NAME}){{0,8}},?\s(?:and|&|und)\s{_NAME})?"
    r"(?:,?\s+(?:et\.?\s+al\.?|and\s+(?:others|colleagues)))?)(?:['’]s)?"
)
_YEARS = r"(?P<years>(?:19|20)[0-9]{2}[a-z]?(?:\s*,\s*(?:(?:19|20)[0-9]{2}[a-z]?|[a-z](?![\w])))*)"
_PIECE = lazy_regex(
    r"\s*(?i:(?:see(?:\salso)?|e\.g\.,?|cf\.|compare|also|in|as in)\s+)?"
    rf"{_NAMES},?\s*\(?{_YEARS}\)?"
    r"(?P<tail>,\s*(?i:pp?|sec(?:tion|\.)?|ch(?:apter|\.)?|fig(?:ure|\.)?)\b\.?\s*[\w.–-]+)?\s*"
)
_BRACKETS = lazy_regex(
    r"[(\[](?P<inner>[^()\[\]\x00]{4,300})[)\]]|\((?P<deep>[^()]{3,200}\([^()]{4,20}\))\)"
)
_IN_TEXT = lazy_regex(rf"(?<![\w(]){_NAMES}\s+[(\[]{_YEARS}[)\]]")
_SHAPED = lazy_regex(r"(?:et al\.?|&|\band\b).*[0-9]{4}", re.IGNORECASE)


def find_named(text: str, references: Mapping[str, TypedReference]) -> Iterator[Mark]:
    """Find marks that name a reference by its authors and year; `references` are by their labels.

    A mark that is shaped so and leads to none has an empty label.
    """
    words = find_prose(text).words
    index = _make_index(references)
    for found in _BRACKETS.finditer(words):
        labels: list[str] = []
        tail = ""
        inner = found["inner"] or found["deep"]
        pieces = [_PIECE.fullmatch(piece) for piece in inner.split(";")]
        if not all(pieces):
            continue
        for piece in filter(None, pieces):
            labels += _find(piece, index, is_shaped=bool(_SHAPED.search(piece[0])))
            tail = (piece["tail"] or "").lstrip(", ")
        if any(labels):
            yield Mark(found.start(), found.end(), "named", tuple(labels), tail)
        elif labels:
            yield Mark(found.start(), found.end(), "named", ("",))
    for found in _IN_TEXT.finditer(words):
        labels = [one for one in _find(found, index, is_shaped=False) if one]
        if labels:
            # the names stay as text
            yield Mark(found.end("names"), found.end(), "years", tuple(labels))


_Index = dict[tuple[str, str], list[tuple[str, "TypedReference"]]]
"""Labels and references by the first author's family name and the year."""


def _make_index(references: Mapping[str, TypedReference]) -> _Index:
    index: _Index = {}
    for label, read in references.items():
        names = known_names(read.told.authors)
        if names and read.told.year:
            for year in dict.fromkeys((str(read.told.year), f"{read.told.year}{read.told.letter}")):
                index.setdefault((" ".join(surname(names[0])), year), []).append((label, read))
    return index


def _find(found: re.Match[str], index: _Index, *, is_shaped: bool) -> Iterator[str]:
    """Yield the labels of the references that names and years mean; an empty one for each other."""
    first = re.split(r",|\s(?:(?:and|und|et)\b|&)", found["names"])[0]
    words = title_words(first)
    for year in re.findall(r"[0-9]{4}[a-z]?", found["years"]):
        keys = ((" ".join(words[cut:]), year) for cut in range(len(words)))
        meant = next((index[key] for key in keys if key in index), [])
        if len(meant) > 1:
            # of one author alone, or of several
            is_alone = len(title_words(found["names"])) == len(words)
            fitting = [one for one in meant if (len(one[1].told.authors) == 1) == is_alone]
            meant = fitting or meant
        if meant:
            yield meant[0][0]
        elif is_shaped:
            yield ""
