"""What the last `digest discover` came to, kept in the user's cache folder.

`digest status` tells of it, and what is dismissed is noted with the title that was shown.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import msgspec

from digest.basics.ownfiles import read_own
from digest.candidates.candidate import Candidate
from digest.candidates.seen import seen_file, write_kept

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_BEST: Final = 100
"""Papers of it that are kept."""
_SHOWN: Final = 3000
"""Papers whose titles are known when they are dismissed."""


class LastRun(msgspec.Struct, frozen=True):
    """What a run came to."""

    day: str
    """On which it was, `YYYY-MM-DD`."""
    since: str
    """The first day that it looked at."""
    listed: dict[str, int] = {}
    """How many papers were listed on each day."""
    best: tuple[Candidate, ...] = ()
    """Those that it put first, the best first, with id, title and day alone."""


def note_last_run(root: Path, day: str, since: str, ranked: Sequence[Candidate]) -> None:
    """Note what a run for the newsletter in `root` came to; `ranked` has the best first.

    Where it cannot be written it is not known.
    """
    listed = dict(sorted(Counter(one.listed for one in ranked).items()))
    best = tuple(Candidate(one.id, one.title, listed=one.listed) for one in ranked[:_BEST])
    write_kept(_file(root), msgspec.json.encode(LastRun(day, since, listed, best)))


def read_last_run(root: Path) -> LastRun | None:
    """Return what the last run for the newsletter in `root` came to; None where that is unknown."""
    return read_own(_file(root), LastRun)


def note_shown(root: Path, ranked: Sequence[Candidate]) -> None:
    """Note who wrote the papers of a run and what they are called, wherever they came from."""
    known = [
        Candidate(one.id, one.title, authors=one.authors[:1], versions=one.versions)
        for one in ranked[:_SHOWN]
    ]
    write_kept(_shown_file(root), msgspec.json.encode(known))


def read_shown(root: Path) -> tuple[Candidate, ...]:
    """Return the papers of the last run, with titles and first authors."""
    return read_own(_shown_file(root), tuple[Candidate, ...]) or ()


def _file(root: Path) -> Path:
    return seen_file(root).with_suffix(".last")


def _shown_file(root: Path) -> Path:
    return seen_file(root).with_suffix(".shown")
