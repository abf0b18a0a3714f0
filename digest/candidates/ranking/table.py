"""Papers as rows of numbers, of which a model can learn.

A row has, each with a weight that was found by `make bench-discover`:

- the words of title and abstract: those of the title count several times, the first occurrence of a
  word more than further ones, and rare words more than common ones (tf-idf with 1 + log tf, each
  row of length 1);
- the categories, and the authors;
- its shape: how long title and abstract are, how many authors and categories there are, and
  whether the title has a colon.

What is not known of a paper, as its abstract or its categories, counts as what is usual.
"""

from __future__ import annotations

from collections import Counter
from math import log, sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from digest.basics.text import slugify
from digest.candidates.ranking.words import list_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.candidates.candidate import Candidate

_TITLE: Final = 3
"""How often a word of the title counts."""
_FEWEST: Final = 2
"""Papers that a word or an author must be in, to say anything of others."""
_CATEGORY, _AUTHOR, _SHAPE = 0.3, 0.15, 0.07
"""The weights of all but words, which have 1."""
_MOST_AUTHORS: Final = 6
"""Many lists of papers leave out the rest."""


class Column(NamedTuple):
    """What a number of a row tells of."""

    kind: str
    """`word`, `category`, `author` or `shape`."""
    name: str


class Row(NamedTuple):
    """A paper; what is 0 is left out. There are always several columns."""

    columns: tuple[int, ...]
    values: tuple[float, ...]


class Table(NamedTuple):
    """Papers as rows, in their order."""

    rows: list[Row]
    columns: list[Column]
    papers_with: list[int]
    """Of each column, how many papers have it."""


def make_table(papers: Sequence[Candidate], *, by_abstracts: bool) -> Table:
    """Return papers as rows; without `by_abstracts` only the words of their titles count."""
    if not by_abstracts:
        papers = [msgspec.structs.replace(paper, abstract="") for paper in papers]
    counts = [_count_words(paper) for paper in papers]
    blocks = (
        _weigh_words(counts),
        _make_block("category", [paper.categories for paper in papers], _CATEGORY),
        _make_block("author", [tuple(map(slugify, paper.authors)) for paper in papers], _AUTHOR),
        _measure_shapes(papers),
    )
    columns: list[Column] = []
    papers_with: list[int] = []
    rows: list[tuple[list[int], list[float]]] = [([], []) for _ in papers]
    for block in blocks:
        start = len(columns)
        columns += block.columns
        papers_with += block.papers_with
        for (places, values), row in zip(rows, block.rows, strict=True):
            places.extend(start + column for column in row.columns)
            values.extend(row.values)
    return Table([Row(tuple(at), tuple(values)) for at, values in rows], columns, papers_with)


def _count_words(paper: Candidate) -> Counter[str]:
    counts = Counter(list_words(paper.abstract))
    for word in list_words(paper.title):
        counts[word] += _TITLE
    return counts


def _weigh_words(counts: Sequence[Counter[str]]) -> Table:
    papers_with = Counter(word for one in counts for word in one)
    names = [word for word, number in papers_with.items() if number >= _FEWEST]
    places = {word: place for place, word in enumerate(names)}
    rarity = [log((1 + len(counts)) / (1 + papers_with[word])) + 1 for word in names]
    logs = [0.0, *(1 + log(number) for number in range(1, 1 + max(map(_most, counts), default=0)))]
    rows = []
    for one in counts:
        at = tuple(places[word] for word in one if word in places)
        values = [logs[one[names[place]]] * rarity[place] for place in at]
        length = sqrt(sum(value * value for value in values)) or 1
        rows.append(Row(at, tuple(value / length for value in values)))
    columns = [Column("word", name) for name in names]
    return Table(rows, columns, [papers_with[name] for name in names])


def _most(counts: Counter[str]) -> int:
    return max(counts.values(), default=0)


def _make_block(kind: str, lists: Sequence[tuple[str, ...]], weight: float) -> Table:
    """Return rows that tell which names a paper has, each row of length `weight`."""
    papers_with = Counter(name for names in lists for name in dict.fromkeys(names))
    kept = [name for name, number in papers_with.items() if number >= _FEWEST]
    places = {name: place for place, name in enumerate(kept)}
    rows = []
    for names in lists:
        at = tuple(dict.fromkeys(places[name] for name in names if name in places))
        rows.append(Row(at, (weight / sqrt(len(at)),) * len(at) if at else ()))
    if kind == "category":
        usual = _find_usual(rows, len(kept))
        rows = [row if names else usual for row, names in zip(rows, lists, strict=True)]
    return Table(rows, [Column(kind, name) for name in kept], [papers_with[one] for one in kept])


def _find_usual(rows: Iterable[Row], width: int) -> Row:
    """Return the mean of all rows that have anything."""
    sums, number = [0.0] * width, 0
    for row in rows:
        number += bool(row.columns)
        for column, value in zip(*row, strict=True):
            sums[column] += value
    return Row(
        tuple(range(width)), tuple(one / number for one in sums) if number else (0.0,) * width
    )


def _measure_shapes(papers: Sequence[Candidate]) -> Table:
    lists = [_measure_shape(paper) for paper in papers]
    standard = [_standardise(column) for column in zip(*lists, strict=True)]
    names = ("authors", "title", "colon", "abstract", "categories", "all")
    at = tuple(range(len(names)))
    # the last column is of all papers, and has what they have in common
    rows = [Row(at, (*values, 1.0)) for values in zip(*standard, strict=True)]
    return Table(rows, [Column("shape", name) for name in names], [len(papers)] * len(names))


def _measure_shape(paper: Candidate) -> tuple[float | None, ...]:
    return (
        min(len(paper.authors), _MOST_AUTHORS) or None,
        len(paper.title.split()),
        ":" in paper.title,
        len(paper.abstract) or None,
        len(paper.categories) or None,
    )


def _standardise(numbers: Sequence[float | None]) -> list[float]:
    """Return numbers with a mean of 0, spread as widely as shapes weigh; 0 for what is unknown."""
    known = [one for one in numbers if one is not None]
    mean = sum(known) / max(len(known), 1)
    spread = sqrt(sum((one - mean) ** 2 for one in known) / max(len(known), 1)) or 1
    return [0.0 if one is None else (one - mean) / spread * _SHAPE for one in numbers]
