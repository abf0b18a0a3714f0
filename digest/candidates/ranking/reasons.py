"""Why a paper stands where it does."""

from __future__ import annotations

import heapq
from collections import defaultdict
from typing import TYPE_CHECKING, Final

import msgspec

from digest.basics.text import slugify
from digest.candidates.ranking.words import fold, list_typed_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.candidates.candidate import Candidate
    from digest.candidates.ranking.choices import Choice
    from digest.candidates.ranking.table import Row, Table

_TERMS: Final = 3
_COMMON: Final = 0.2
"""A word that more than this share of all papers have says nothing to a reader."""
_FEW: Final = 10
"""A word that no more papers have is never common."""
_SHORTEST: Final = 2
"""Letters of a word that is shown."""
_FAR: Final = 0.1
"""Papers that are less alike than this, from 0 to 1, have nothing to do with each other."""


class Nearest(msgspec.Struct, frozen=True):
    """The paper of the archive that one is most like."""

    id: str
    title: str
    edition: str
    """The id of the edition that covers it."""
    likeness: float
    """From 0 to 1."""


class Reasons(msgspec.Struct, frozen=True):
    """What speaks for a paper."""

    terms: tuple[str, ...] = ()
    """Words and people that weighed most, at most three."""
    nearest: Nearest | None = None
    authors: tuple[str, ...] = ()
    """Those whose papers were covered before."""


class Archive:
    """What was chosen before, to find why a paper is like it."""

    def __init__(self, table: Table, choices: Sequence[Choice]) -> None:
        """Take a table whose first rows are those of the choices."""
        self._table = table
        self._choices = choices
        self._people = {slugify(name) for one in choices for name in one.paper.authors} - {""}
        self._having: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
        """From a word that says something to the choices that have it, and how much it weighs."""
        for number, row in enumerate(table.rows[: len(choices)]):
            for column, value in zip(*row, strict=True):
                if self._says_something(column):
                    self._having[column].append((number, value))

    def explain(self, paper: Candidate, row: Row, weights: Sequence[float]) -> Reasons:
        """Tell why a paper, whose row is of the same table, stands where it does."""
        return Reasons(
            tuple(self._list_terms(paper, row, weights)),
            self._find_nearest(row),
            tuple(name for name in paper.authors if slugify(name) in self._people),
        )

    def _says_something(self, column: int) -> bool:
        kind, name = self._table.columns[column]
        common = max(_COMMON * len(self._table.rows), _FEW)
        is_rare = self._table.papers_with[column] <= common
        return kind == "word" and is_rare and len(name) >= _SHORTEST and not name.isdecimal()

    def _list_terms(self, paper: Candidate, row: Row, weights: Sequence[float]) -> list[str]:
        weighed = [
            (-weights[column] * value, *self._table.columns[column])
            for column, value in zip(*row, strict=True)
            if weights[column] * value > 0
            and (self._table.columns[column].kind == "author" or self._says_something(column))
        ]
        first = heapq.nsmallest(_TERMS, weighed)
        return _spell_out([(kind, name) for _, kind, name in first], paper) if first else []

    def _find_nearest(self, row: Row) -> Nearest | None:
        likeness: defaultdict[int, float] = defaultdict(float)
        for column, value in zip(*row, strict=True):
            for number, other in self._having.get(column, ()):
                likeness[number] += value * other
        best = max(likeness, key=lambda number: (likeness[number], number), default=None)
        if best is None or likeness[best] < _FAR:
            return None
        choice = self._choices[best]
        rounded = round(likeness[best], 3)
        return Nearest(choice.paper.id, choice.paper.title, choice.edition, rounded)


def _spell_out(terms: Sequence[tuple[str, str]], paper: Candidate) -> list[str]:
    """Return words and people as the paper has them."""
    typed: dict[str, str] = {slugify(one): one for one in paper.authors}
    # most titles have capitals that mean nothing, and what stands first counts
    for one in reversed(list_typed_words(f"{paper.abstract} {paper.title}")):
        typed.update(dict.fromkeys(fold(one), one))
    return [typed[name] for _, name in terms if name in typed]
