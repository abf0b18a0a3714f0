"""Candidates, best first.

By what was chosen before, as soon as anything was: a linear model (`linear.py`) tells the papers of
the archive from those that could be had and were not chosen. With few choices its penalty is so
large that it hardly differs from their centroid. What the editors wish for is added to what the
model says. With no archive it is nearly all that there is: besides, papers on what many others are
on come first, and of two that are alike the newer one.

All numbers here were found by `make bench-discover`.
"""

from __future__ import annotations

import datetime as dt
from math import sqrt
from typing import TYPE_CHECKING, Final

import msgspec

from digest.candidates.candidate import Candidate
from digest.candidates.ranking.choices import papers_of
from digest.candidates.ranking.linear import fit, predict
from digest.candidates.ranking.reasons import Archive, Reasons
from digest.candidates.ranking.table import make_table
from digest.candidates.ranking.wishes import Met, meet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from digest.candidates.ranking.choices import Choice
    from digest.candidates.ranking.table import Table
    from digest.candidates.ranking.wishes import Wishes

_MOST_CHOICES: Final = 1500
_MOST_BACKGROUND: Final = 4000
"""The newest ones are taken; more make it slower, and hardly better."""
_FEWEST_BACKGROUND: Final = 1000
"""With fewer papers that were not chosen, all candidates count among them."""
_HALF_LIFE: Final = 180
"""Days after which a choice counts half."""
_LEAST_PENALTY: Final = 0.0015
_TYPICAL: Final = 0.1
"""Standard deviations of scores that are not learnt: any wish that is met counts more."""
_DAYS_NEW: Final = 10
"""Before the newest candidate. An older one loses a standard deviation for each of these."""


class Ranked(msgspec.Struct, frozen=True):
    """A candidate in its place."""

    candidate: Candidate
    score: float
    """The mean of all candidates is about 0, and their standard deviation about 1."""
    met: Met
    """The wishes that it meets."""
    reasons: Reasons


def rank(
    candidates: Sequence[Candidate],
    choices: Sequence[Choice],
    background: Iterable[Candidate],
    wishes: Wishes,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> tuple[Ranked, ...]:
    """Return candidates, best first.

    `choices` are the papers of the archive, and `background` papers that could be had and were not
    chosen. The same papers come in the same order whatever order they are given in. `progress` is
    told how many steps of learning are done, and of how many.
    """
    candidates = sorted(_by_id(candidates).values(), key=lambda one: one.id)
    if not candidates:
        return ()
    known = _by_id(background)
    choices = sorted(choices, key=lambda one: (one.day, one.edition, one.paper.id))
    choices = [_complete(one, known) for one in choices[-_MOST_CHOICES:]]
    chosen = {one.paper.id for one in choices}
    ids = chosen.union(one.id for one in candidates)
    others = [one for one in known.values() if one.id not in ids]
    others = sorted(others, key=lambda one: (one.listed, one.id))[-_MOST_BACKGROUND:]
    # without most abstracts of the archive, the words of others would only tell of their length
    by_abstracts = 2 * sum(bool(one.paper.abstract) for one in choices) >= len(choices)
    papers = [*papers_of(choices), *others, *candidates]
    table = make_table(papers, by_abstracts=by_abstracts)
    weights = _learn(table, choices, len(others), candidates, progress)
    archive = Archive(table, choices)
    rows = table.rows[len(choices) + len(others) :]
    spread = 1 if choices else _TYPICAL
    scores = [spread * one for one in _standardise([predict(row, weights) for row in rows])]
    newest = max(one.listed for one in candidates)
    ranked = []
    for candidate, row, score in zip(candidates, rows, scores, strict=True):
        met = meet(candidate, wishes)
        total = round(score + met.points - _loss_by_age(candidate, newest), 4)
        ranked.append(Ranked(candidate, total, met, archive.explain(candidate, row, weights)))
    ranked.sort(key=lambda one: one.candidate.listed, reverse=True)
    return tuple(sorted(ranked, key=lambda one: one.score, reverse=True))


def _by_id(papers: Iterable[Candidate]) -> dict[str, Candidate]:
    """Return papers by their ids; of one that is there twice, that which tells more."""
    found: dict[str, Candidate] = {}
    for paper in papers:
        before = found.setdefault(paper.id, paper)
        if (len(paper.abstract), paper.typed) > (len(before.abstract), before.typed):
            found[paper.id] = paper
    return found


def _complete(choice: Choice, known: Mapping[str, Candidate]) -> Choice:
    """Return a choice with what its record lacks and an earlier run has seen of the paper."""
    paper, seen = choice.paper, known.get(choice.paper.id)
    if seen is None:
        return choice
    full = msgspec.structs.replace(
        paper,
        abstract=paper.abstract or seen.abstract,
        categories=paper.categories or seen.categories,
        authors=paper.authors or seen.authors,
    )
    return msgspec.structs.replace(choice, paper=full)


def _learn(
    table: Table,
    choices: Sequence[Choice],
    others: int,
    candidates: Sequence[Candidate],
    progress: Callable[[int, int], None],
) -> list[float]:
    """Return the weight of each column.

    The table has the choices first, then `others` papers that were not chosen, then the candidates.
    """
    if not choices:
        return _find_typical(table)
    first = len(choices) + others
    last_day = choices[-1].day
    newest = max(one.listed for one in candidates)
    # an edition of a later date is still being made
    done = max((one.day for one in choices if one.day < newest), default="")
    rows = table.rows[:first]
    rows += [
        row
        for row, one in zip(table.rows[first:], candidates, strict=True)
        # what was there when the last edition was made was not chosen for it
        if others < _FEWEST_BACKGROUND or "" < one.listed <= done
    ]
    number = len(rows) - len(choices)
    ages = [_count_days(one.day, last_day) for one in choices]
    counts = [0.5 ** (age / _HALF_LIFE) for age in ages]
    # both sides weigh the same, however many papers they are
    shares = [one / sum(counts) / 2 for one in counts] + [1 / number / 2] * number
    targets = [1.0] * len(choices) + [-1.0] * number
    penalty = max(_LEAST_PENALTY, 0.2 / (len(choices) + 15))
    return fit(rows, targets, shares, penalty, len(table.columns), progress)


def _find_typical(table: Table) -> list[float]:
    """Return of each word how much of it all papers have, and 0 for all other columns."""
    sums = [0.0] * len(table.columns)
    for row in table.rows:
        for column, value in zip(*row, strict=True):
            sums[column] += value
    kinds = (column.kind for column in table.columns)
    return [one if kind == "word" else 0 for one, kind in zip(sums, kinds, strict=True)]


def _count_days(first: str, last: str) -> int:
    return (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days


def _loss_by_age(candidate: Candidate, newest: str) -> float:
    if not candidate.listed:
        return 0
    return max(0, _count_days(candidate.listed, newest) / _DAYS_NEW - 1)


def _standardise(scores: Sequence[float]) -> list[float]:
    mean = sum(scores) / len(scores)
    spread = sqrt(sum((one - mean) ** 2 for one in scores) / len(scores)) or 1
    return [(one - mean) / spread for one in scores]
