"""How well `digest discover` finds what editors chose: `make bench-discover ARGS=FOLDER`.

The folder has `papers.jsonl.gz`, a JSON object a line as `digest discover --candidates` takes it,
and `picks.json`, from the id of each chosen paper to the last day of that edition's week.

It is measured by time. For the edition of a day the candidates are the papers that were listed in
the ten days until then and were not chosen before. The ranking learns from choices of earlier
editions, and from papers that were listed before those ten days and never chosen. Recall in the
first 100 and 200 is of the choices that are among the candidates; the others are counted.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
from collections import Counter, defaultdict
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from digest.candidates.jsonlines import parse_candidates
from digest.candidates.ranking.choices import Choice, papers_of
from digest.candidates.ranking.rank import rank
from digest.candidates.ranking.table import make_table
from digest.candidates.ranking.wishes import Wishes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from digest.candidates.candidate import Candidate

_PAPERS, _PICKS = "papers.jsonl.gz", "picks.json"
_DAYS = 10
_FIRST = (100, 200)
_HISTORIES = (0, 5, 50, 300)
_FULL_WEEK = 1000
"""Candidates of a week of which all papers are known."""


class Week(NamedTuple):
    """An edition, and what there was to choose from."""

    day: str
    candidates: list[Candidate]
    chosen: frozenset[str]
    """The ids of those of them that the edition has."""
    earlier: list[Choice]
    """Oldest first."""
    background: list[Candidate]


def main() -> None:
    """Print a row for each length of history, and one of its centroid."""
    parser = argparse.ArgumentParser(prog="make bench-discover", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path())
    parser.add_argument("--weeks", type=int, default=0, help="only the last ones")
    asked = parser.parse_args()
    if not all((asked.folder / name).is_file() for name in (_PAPERS, _PICKS)):
        parser.exit(2, f"{__doc__}\n'{asked.folder}' has not both files\n")
    papers, picks, all_picks = _read(asked.folder)
    weeks = [*_make_weeks(papers, picks)][-asked.weeks :]
    chosen = sum(len(week.chosen) for week in weeks)
    in_all = sum(all_picks[week.day] for week in weeks)
    sizes = [len(week.candidates) for week in weeks]
    print(
        f"{len(weeks)} editions, {min(sizes):,} to {max(sizes):,} candidates each, {chosen} of"
        f" {in_all} choices among them; recall in the first {_FIRST[0]} and {_FIRST[1]}, with"
        " the standard error"
    )
    for length in _HISTORIES:
        cut = [week._replace(earlier=week.earlier[-length:] if length else []) for week in weeks]
        had = max(len(week.earlier) for week in cut)
        print(f"{length:>4} earlier choices ({had} had)  digest {_measure(cut, _rank)}", flush=True)
        if length:
            print(f"{'':>29}centroid {_measure(cut, _rank_by_centroid)}", flush=True)


def _read(folder: Path) -> tuple[list[Candidate], dict[str, str], Counter[str]]:
    """Return papers, the days of those that were chosen, and how many were chosen for each day."""
    with gzip.open(folder / _PAPERS) as lines:
        read = parse_candidates(lines)
    print(*read.problems, sep="\n", end="\n" * bool(read.problems))
    by_typed = {one.typed or one.id: one.id for one in read.candidates}
    picks = json.loads((folder / _PICKS).read_text())
    known = {by_typed[id_]: day for id_, day in picks.items() if id_ in by_typed}
    return [*read.candidates], known, Counter(picks.values())


def _make_weeks(papers: Sequence[Candidate], picks: dict[str, str]) -> Iterable[Week]:
    choices = [Choice(one, picks[one.id], picks[one.id]) for one in papers if one.id in picks]
    choices.sort(key=lambda one: (one.day, one.paper.id))
    for day in sorted({*picks.values()}):
        first = (dt.date.fromisoformat(day) - dt.timedelta(_DAYS)).isoformat()
        candidates = [
            one for one in papers if first <= one.listed <= day and picks.get(one.id, day) >= day
        ]
        if len(candidates) >= _FULL_WEEK:
            yield Week(
                day,
                candidates,
                frozenset(one.id for one in candidates if picks.get(one.id) == day),
                [one for one in choices if one.day < day],
                [one for one in papers if one.listed < first and one.id not in picks],
            )


def _measure(weeks: Iterable[Week], ranking: Callable[[Week], list[str]]) -> str:
    """Return the recall over all weeks, in each of the numbers of papers."""
    found: Counter[int] = Counter()
    number = 0
    for week in weeks:
        places = [place for place, id_ in enumerate(ranking(week)) if id_ in week.chosen]
        found.update({first: sum(place < first for place in places) for first in _FIRST})
        number += len(places)
    shares = [found[first] / number for first in _FIRST]
    return "  ".join(f"{one:.2f} ± {sqrt(one * (1 - one) / number):.2f}" for one in shares)


def _rank(week: Week) -> list[str]:
    ranked = rank(week.candidates, week.earlier, week.background, Wishes())
    return [one.candidate.id for one in ranked]


def _rank_by_centroid(week: Week) -> list[str]:
    """Rank by the likeness to the mean of what was chosen before, by words alone."""
    table = make_table(
        [*papers_of(week.earlier), *week.background[-4000:], *week.candidates], by_abstracts=True
    )
    mean: defaultdict[int, float] = defaultdict(float)
    for row in table.rows[: len(week.earlier)]:
        for column, value in zip(*row, strict=True):
            if table.columns[column].kind == "word":
                mean[column] += value
    likeness = {
        one.id: sum(mean[column] * value for column, value in zip(*row, strict=True))
        for one, row in zip(week.candidates, table.rows[-len(week.candidates) :], strict=True)
    }
    return sorted(likeness, key=lambda id_: (-likeness[id_], id_))


if __name__ == "__main__":
    main()
