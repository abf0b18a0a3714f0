"""Works asked for at their services, and their records written as soon as they are known."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from digest.basics.files import FileError
from digest.basics.works import Work
from digest.records.answers import Answer, note_answer
from digest.records.identifiers import SOURCES, Identifier
from digest.records.reply import Doubtful, Lacking, Reply, Unanswered
from digest.records.write import write_record

if TYPE_CHECKING:
    from collections.abc import Iterable


class FetchOptions(msgspec.Struct, frozen=True):
    """What fetching needs to know, whatever is asked for."""

    root: Path
    """The newsletter's folder, where the records go."""
    now: int
    """The time, in seconds since 1970, that is noted with each answer."""
    contact: str = ""
    """An address that the services may write to."""
    prepare: Callable[[Work], Work] = lambda work: work
    """Makes what its record holds of a work."""
    progress: Callable[[int, int], None] = lambda _done, _total: None
    """Told how many of the works are done, and of how many."""


class Obtained(msgspec.Struct, frozen=True):
    """What the services gave."""

    works: tuple[Work, ...] = ()
    """Their records are written."""
    changed: frozenset[str] = frozenset()
    """The keys of those whose records are not as they were before."""
    lacking: tuple[Lacking, ...] = ()
    """The works of which the services have no record."""
    unanswered: tuple[Unanswered, ...] = ()
    doubts: tuple[str, ...] = ()
    """What to tell the user of parts of records that could not be understood."""

    def __add__(self, other: Obtained) -> Obtained:
        """Return what both gave."""
        return Obtained(
            self.works + other.works,
            self.changed | other.changed,
            self.lacking + other.lacking,
            self.unanswered + other.unanswered,
            self.doubts + other.doubts,
        )


_REFUSALS: Final = 3
"""Records in turn that cannot be written, until it is taken for the disk's fault."""


def obtain(kind: str, keys: Iterable[str], options: FetchOptions) -> Obtained:
    """Ask for works of one kind by their keys, and write their records.

    Each record is written before the next answer is waited for, so whatever stops this
    costs nothing that was fetched. A record that cannot be written is told as one that was not
    answered for; FileError is raised where that goes for several in turn.
    """
    ids = {key: Identifier(key).value for key in keys}
    works: dict[str, Work] = {}
    changed, lacking, unanswered, doubts = set(), [], [], []
    refusals = 0
    replies = _ask(kind, tuple(ids.values()), options.contact) if ids else ()
    for count, answer in enumerate(replies, start=1):
        reply = answer.work if isinstance(answer, Doubtful) else answer
        if isinstance(answer, Doubtful):
            doubts += [
                f"in the record of '{answer.work.id}', {problem}" for problem in answer.problems
            ]
        if isinstance(reply, Unanswered):
            unanswered.append(reply)
        elif isinstance(reply, Lacking):
            note_answer(
                options.root, Answer(reply.key, options.now, found=False, problem=reply.problem)
            )
            lacking.append(reply)
        else:
            try:
                works[reply.id], is_new = _keep(reply, options)
            except FileError as error:
                refusals += 1
                if refusals == _REFUSALS:
                    raise
                remedy = "see to the file or its folder, then run the same command again"
                unanswered.append(Unanswered(reply.id, str(error), remedy))
            else:
                refusals = 0
                changed |= {reply.id} if is_new else set()
        options.progress(count, len(ids))
    had = tuple(works.values()), frozenset(changed)
    places = {key: place for place, key in enumerate(ids)}
    unanswered.sort(key=lambda one: places.get(one.key, len(places)))
    return Obtained(*had, tuple(lacking), tuple(unanswered), tuple(doubts))


def _ask(kind: str, ids: Sequence[str], contact: str) -> Iterator[Reply]:
    """Ask the source of a kind for works."""
    fetch: Callable[[Sequence[str], str], Iterator[Reply]]
    fetch = pkgutil.resolve_name(SOURCES[kind].function)
    return fetch(ids, contact)


def _keep(work: Work, options: FetchOptions) -> tuple[Work, bool]:
    """Write a record; return what it holds, and whether that is new."""
    work = options.prepare(work)
    is_new = write_record(options.root, work)
    note_answer(options.root, Answer(work.id, options.now, found=True))
    return work, is_new
