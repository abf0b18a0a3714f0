"""`digest fetch`: the records of all works that the content names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic
from digest.basics.text import iso_date
from digest.basics.works import ArxivFacts
from digest.citing.bylines import make_byline
from digest.commands.unfetched import (
    check_lacking,
    describe_lacking,
    describe_unanswered,
    find_missing,
    find_substitute,
)
from digest.content.load import load
from digest.content.mended import keep_mended
from digest.output.memo import recall_memo
from digest.records.answers import read_answers, write_answers
from digest.records.identifiers import SOURCES, Identifier
from digest.records.obtain import FetchOptions, Obtained, obtain
from digest.records.reply import Lacking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from digest.basics.works import Work
    from digest.content.load import Content
    from digest.records.answers import Answer

_DAY = 24 * 60 * 60
"""In seconds. What was answered less than this long ago is not asked for again."""

_NAMED = 4
"""Authors that are named where others than before are told."""


class Update(msgspec.Struct, frozen=True):
    """What a service says of a work that it said otherwise before."""

    key: str
    news: tuple[str, ...]
    """In words, as `version 3, was 2`."""


class FetchResult(msgspec.Struct, frozen=True):
    """What a fetch found and did."""

    fetched: int
    """How many works got a record."""
    refreshed: int
    """How many works that had a record were asked for again."""
    present: int
    """How many works had a record and were not asked for."""
    unanswered: tuple[str, ...]
    """The keys of the works that have no record yet, because a service failed."""
    changed: int
    """How many records are not as they were before."""
    updates: tuple[Update, ...]
    """What to tell the user of works that had a record."""
    diagnostics: tuple[Diagnostic, ...]
    """Ids that cannot be any, and works that their services do not have, wherever they are
    named; sorted by place."""
    failures: tuple[str, ...]
    """What to tell the user of works for which no service answered."""
    doubts: tuple[str, ...] = ()
    """What to tell the user of parts of records that could not be understood."""


def fetch(
    root: Path,
    now: int,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    *,
    refresh: bool = False,
) -> FetchResult:
    """Fetch every record that the newsletter in the folder `root` needs and lacks.

    `now` is the time, in seconds since 1970. With `refresh`, works whose records are older than
    a day are asked for again, and so is everything that a service did not know; otherwise what
    was not known is left alone for a day. Raises FileError where a record cannot be written.
    """
    content = read_content(root)
    answers = read_answers(root)
    had = {work.id: work for work in content.records}
    old = [key for key in had if is_old(key, answers, now)] if refresh else []
    told = {} if refresh else _recently_lacking(answers, now)

    def list_wanted(content: Content) -> list[str]:
        missing = find_missing(content).mentions
        return [*(key for key in missing if key not in told), *old]

    got, known = obtain_works(
        list_wanted, content, make_fetch_options(root, content, now, progress)
    )
    if got.works or got.lacking:
        write_answers(root, read_answers(root).values())
    lacking = {one.key: one for one in (*told.values(), *got.lacking) if one.key not in had}
    missing = find_missing(known)
    # where the facts are typed there is nothing to wait for
    needed = missing.mentions.keys() - missing.typed
    failures = [one for one in got.unanswered if one.key in needed or one.key in had]
    return FetchResult(
        fetched=sum(work.id not in had for work in got.works),
        refreshed=sum(
            key in had
            for key in (*(work.id for work in got.works), *(one.key for one in got.lacking))
        ),
        present=len(had) - len(old),
        unanswered=tuple(one.key for one in failures if one.key in needed),
        changed=len(got.changed & had.keys()),
        updates=_updates(had, got),
        diagnostics=check_lacking(known, missing, lacking),
        failures=describe_unanswered(failures, lambda key: find_substitute(key, missing)),
        doubts=got.doubts,
    )


def read_content(root: Path) -> Content:
    """Read the newsletter in the folder `root`; what is wrong with it is for others to tell."""
    with recall_memo(root / "build") as memo:
        return load(root, memo)


def make_fetch_options(
    root: Path, content: Content, now: int, progress: Callable[[int, int], None]
) -> FetchOptions:
    """Make what `obtain_works` needs, by the newsletter's settings."""
    settings = content.settings
    had = {work.id: work for work in content.records}

    def prepare(work: Work) -> Work:
        if not settings.abstracts:
            work = msgspec.structs.replace(work, abstract="")
        return keep_mended(work, had[work.id]) if work.id in had else work

    return FetchOptions(root, now, settings.contact, prepare, progress)


def obtain_works(
    list_wanted: Callable[[Content], Iterable[str]], content: Content, options: FetchOptions
) -> tuple[Obtained, Content]:
    """Ask for works; return what came, and the content with their records.

    `list_wanted` returns the keys of those that a content wants. It is asked before each kind of
    work: what the records of arXiv say tells which DOIs are wanted still.
    """
    got = Obtained()
    done = 0
    for kind in SOURCES:
        wanted = list(dict.fromkeys(list_wanted(content)))
        keys = [key for key in wanted if Identifier(key).kind == kind]
        later = sum(Identifier(key).kind not in {*_kinds_until(kind)} for key in wanted)
        got += obtain(kind, keys, _counting(options, done, done + len(keys) + later))
        done += len(keys)
        content = with_records(content, got.works)
    return got, content


def _kinds_until(kind: str) -> Iterable[str]:
    """Return the kinds that have been asked for when `kind` is done."""
    kinds = list(SOURCES)
    return kinds[: kinds.index(kind) + 1]


def _counting(options: FetchOptions, before: int, total: int) -> FetchOptions:
    """Return the options with a progress that counts the works of a larger one."""

    def progress(done: int, _total: int) -> None:
        options.progress(before + done, total)

    return msgspec.structs.replace(options, progress=progress)


def with_records(content: Content, works: Iterable[Work]) -> Content:
    """Return the content as it is when the records of `works` are there."""
    records = {work.id: work for work in (*content.records, *works)}
    return msgspec.structs.replace(content, records=tuple(records.values()))


def is_old(key: str, answers: Mapping[str, Answer], now: int) -> bool:
    """Tell whether a work was last asked for more than a day ago, or at no time that is known."""
    answer = answers.get(key)
    # a time to come is that of a clock that was wrong
    return answer is None or not 0 <= now - answer.time < _DAY


def _recently_lacking(answers: Mapping[str, Answer], now: int) -> dict[str, Lacking]:
    return {
        key: Lacking(key, answer.problem)
        for key, answer in answers.items()
        if not answer.found and not is_old(key, answers, now)
    }


def _updates(had: Mapping[str, Work], got: Obtained) -> tuple[Update, ...]:
    updates = [
        Update(work.id, compare_works(had[work.id], work) or ("details",))
        for work in got.works
        if work.id in had and work.id in got.changed
    ]
    updates += [
        Update(one.key, (f"{describe_lacking(one)}; the one that is here is kept",))
        for one in got.lacking
        if one.key in had
    ]
    return tuple(sorted(updates, key=lambda update: update.key))


def compare_works(old: Work, new: Work) -> tuple[str, ...]:
    """Say in words what is new of a work that an editor may want to know."""
    before, after = _facts(old), _facts(new)
    return tuple(
        _say_new(name, before[name], after[name]) for name in after if before[name] != after[name]
    )


def _facts(work: Work) -> dict[str, str]:
    """Return what is printed of a work, by the names of its parts; its state needs no name."""
    arxiv = work.arxiv or ArxivFacts("")
    names = tuple(name.literal for name in work.author)
    return {
        "version": str(arxiv.version or ""),
        "title": _quoted(work.title),
        "authors": _quoted(make_byline(names, limit=_NAMED, lang="en")),
        "date": iso_date(work.issued),
        "DOI": arxiv.doi,
        "journal reference": _quoted(arxiv.journal_ref),
        "journal or book": _quoted(work.container_title),
        **{name: getattr(work, name) for name in ("volume", "issue", "page")},
        "": work.state,
    }


def _say_new(name: str, old: str, new: str) -> str:
    if not name:
        return new or f"no longer {old}"
    return (f"{name} {new}" if new else f"no {name}") + (f", was {old}" if old else "")


def _quoted(text: str) -> str:
    return f"'{text}'" if text else ""
