"""`digest discover`: papers that the next edition may cover, best first."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import msgspec

from digest.basics.clock import read_now
from digest.basics.diagnostics import judge
from digest.basics.text import count_of
from digest.candidates.candidate import Candidate
from digest.candidates.covered import Covered
from digest.candidates.gather import Gathered, Search, gather
from digest.candidates.lastrun import note_last_run, note_shown
from digest.candidates.ranking.choices import list_choices
from digest.candidates.ranking.rank import Ranked, rank
from digest.candidates.ranking.wishes import Wishes, has_all_words, has_words
from digest.candidates.seen import read_seen
from digest.content.discover import scan_folder
from digest.content.load import Content, read_all
from digest.content.units import Read, Units
from digest.output.memo import recall_memo
from digest.site.join import join

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from digest.basics.diagnostics import Diagnostic
    from digest.content.dismissed import Dismissal
    from digest.settings.config import Settings


_DAYS: Final = 7
_NOWHERE: Final = (
    "there is nowhere to look: write 'discover: {categories: [cs.CL]}' into content/site.yaml "
    "with the categories of arXiv that you read, or hand over papers with --candidates"
)


class NowhereToLookError(Exception):
    """There is no source of papers; the message says what to do."""


class Asked(msgspec.Struct, frozen=True):
    """What the editor asked for."""

    since: Callable[[str], str] | None = None
    """From today to the first day that counts, both `YYYY-MM-DD`; None where none was named."""
    categories: tuple[str, ...] = ()
    """Those of which a paper must have one; an archive, as `math`, stands for all of its own."""
    query: str = ""
    """Words that a paper must have."""
    candidates: tuple[Candidate, ...] | None = None
    """To choose from in place of what the sources have; None where they are to be asked."""
    background: tuple[Candidate, ...] = ()
    """What could be had earlier."""
    ticked: tuple[str, ...] = ()
    """The ids of papers that were chosen in an earlier checklist."""


class Discovered(msgspec.Struct, frozen=True):
    """Papers that may be covered."""

    ranked: tuple[Ranked, ...]
    left_out: int
    """How many others there were that are covered, added or dismissed."""
    unwanted: int
    """How many others there were that are not what was asked for."""
    choices: int
    """How many papers of the archive were learnt from."""
    title: str
    """The newsletter's."""
    byline_max: int
    failures: tuple[str, ...] = ()
    """What to tell the user of sources that failed."""
    notes: tuple[str, ...] = ()
    """What to tell the user besides."""
    ticked: tuple[str, ...] = ()
    """The ids of papers that were chosen and are not covered yet."""


def discover(
    root: Path,
    asked: Asked,
    progress: Callable[[str, int, int], None] = lambda _what, _done, _total: None,
    waiting: Callable[[], None] = lambda: None,
) -> Discovered:
    """Return papers for the next edition of the newsletter in the folder `root`, best first.

    `progress` is told what is being done, how many steps of it are done, and of how many.
    Raises NowhereToLookError, and FileError where the newsletter cannot be read.
    """
    content, dismissed = _read(root)
    settings = content.settings
    faulty = _tell_faulty(content, dismissed.diagnostics)
    if asked.candidates is None and not settings.discover.has_sources:
        raise NowhereToLookError("; ".join([*faulty, _NOWHERE]))
    now = read_now(settings.timezone)
    joined = join(content)
    covered = Covered(joined, dismissed.value)
    choices = list_choices(joined)
    asking = functools.partial(progress, "asking the sources")
    gathered = _gather(root, asked, settings, now, asking, waiting)
    fresh = [one for one in gathered.candidates if not covered.has(one)]
    since, unwanted = gathered.since, settings.discover.unwanted
    wanted = [one for one in fresh if _is_wanted(one, asked, since, unwanted)]
    wishes = Wishes(
        settings.discover.keywords, settings.discover.people, settings.discover.categories
    )
    learning = functools.partial(progress, "learning from the archive")
    background = asked.background or gathered.background
    ranked = rank(wanted, choices, background, wishes, learning)
    papers = [one.candidate for one in ranked]
    note_shown(root, papers)
    if asked.candidates is None:
        note_last_run(root, now.date().isoformat(), since, papers)
    return Discovered(
        ranked,
        len(gathered.candidates) - len(fresh),
        len(fresh) - len(wanted),
        len(choices),
        settings.title,
        settings.byline_max,
        gathered.failures,
        (*gathered.notes, *faulty),
        tuple(id_ for id_ in asked.ticked if not covered.has(Candidate(id_))),
    )


def _gather(
    root: Path,
    asked: Asked,
    settings: Settings,
    now: dt.datetime,
    progress: Callable[[int, int], None],
    waiting: Callable[[], None],
) -> Gathered:
    day = now.date()
    today = day.isoformat()
    since = asked.since(today) if asked.since else ""
    if asked.candidates is not None:
        return Gathered(asked.candidates, since, read_seen(root).candidates)
    search = Search(
        root,
        settings.discover,
        since or (day - dt.timedelta(_DAYS)).isoformat(),
        today,
        now,
        settings.contact,
        progress,
        waiting,
        is_since_named=bool(since),
    )
    return gather(search)


def _tell_faulty(content: Content, more: Iterable[Diagnostic]) -> tuple[str, ...]:
    """Say which files have errors: of what they mean to say not all is known."""
    judged = judge((*content.found, *more), content.settings.check, content.allowances)
    paths = sorted({one.path for one in judged if one.severity == "error"})
    if not paths:
        return ()
    others = f" and {count_of(len(paths) - 1, 'other file')}" if len(paths) > 1 else ""
    has = "have" if others else "has"
    return (f"{paths[0]}{others} {has} errors: 'digest check' tells what to do",)


def _read(root: Path) -> tuple[Content, Read[tuple[Dismissal, ...]]]:
    with recall_memo(root / "build") as memo:
        units = Units(root, memo, scan_folder(root))
        return read_all(units), units.dismissed()


def _is_wanted(paper: Candidate, asked: Asked, since: str, unwanted: tuple[str, ...]) -> bool:
    """Tell whether a paper is what was asked for. One of an unknown day may be."""
    if paper.listed and paper.listed < since:
        return False
    if asked.categories and not any(
        one.casefold() in {name.casefold(), name.partition(".")[0].casefold()}
        for one in asked.categories
        for name in paper.categories
    ):
        return False
    return has_all_words(paper, asked.query) and not has_words(paper, unwanted)
