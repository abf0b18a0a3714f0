"""`digest fetch`: the records of all works that the content names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.citing.library import Unresolved
from digest.content.load import load
from digest.content.mentions import Mention, list_mentions
from digest.diagnostics import Diagnostic, judge
from digest.identifiers import Identifier, parse_identifier
from digest.memo import open_memo
from digest.output import CACHE
from digest.records.obtain import Errand, Obtained, obtain
from digest.records.shelf import read_answers, write_answers
from digest.site.join import join

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from digest.content.load import Content
    from digest.model import Work
    from digest.records.shelf import Answer

_DAY = 24 * 60 * 60
"""In seconds. What was answered less than this long ago is not asked for again."""
_SERVICES = {"arxiv": "arXiv", "doi": "doi.org"}


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
    lacking: int
    """How many works were not answered for, as a service failed."""
    updates: tuple[Update, ...]
    diagnostics: tuple[Diagnostic, ...]
    """Ids that cannot be any, and works that their services do not have, wherever they are
    named; sorted by place."""
    failures: tuple[str, ...]
    """What to tell the user of a service that stayed away."""


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
    was not known is left alone for a day. Raises ShelfError where a record cannot be written.
    """
    content = read_content(root)
    answers = read_answers(root)
    had = {work.id: work for work in content.records}
    old = [key for key in had if is_old(key, answers, now)] if refresh else []
    is_silent = _recently_unknown(answers, now) if not refresh else frozenset[str]()
    wanted = [key for key in find_missing(content).mentions if key not in is_silent]
    errand = make_errand(root, content, now, progress)
    got = obtain_works([*wanted, *old], content, errand)
    if got.works or got.unknown:
        write_answers(root, read_answers(root).values())
    unknown = {*got.unknown, *is_silent} - had.keys()
    known = with_records(content, got.works)
    return FetchResult(
        fetched=sum(work.id not in had for work in got.works),
        refreshed=sum(key in had for key in (*(work.id for work in got.works), *got.unknown)),
        present=len(had) - len(old),
        lacking=len(find_missing(known).mentions.keys() - unknown) if got.failures else 0,
        updates=_updates(had, got),
        diagnostics=_check_unknown(known, unknown),
        failures=got.failures,
    )


def read_content(root: Path) -> Content:
    """Read the newsletter in the folder `root`; what is wrong with it is for others to tell."""
    memo_file = root / "build" / CACHE / "memo.sqlite"
    with open_memo(memo_file if memo_file.is_file() else None) as memo:
        return load(root, memo).value


def make_errand(
    root: Path, content: Content, now: int, progress: Callable[[int, int], None]
) -> Errand:
    """Make what `obtain_works` needs, by the newsletter's settings."""
    settings = content.settings
    return Errand(root, now, settings.contact, settings.abstracts, progress)


def obtain_works(keys: Iterable[str], content: Content, errand: Errand) -> Obtained:
    """Ask for works by their keys, arXiv first.

    A DOI that a paper from arXiv turns out to have for its published version is not asked for.
    """
    had = {work.id for work in content.records}
    keys = dict.fromkeys(keys)
    papers = [key for key in keys if Identifier(key).kind == "arxiv"]
    others = [key for key in keys if Identifier(key).kind == "doi"]
    first = obtain(papers, _counting(errand, 0, len(keys)))
    same = {alias for work in first.works for alias in work.aliases}
    others = [key for key in others if key in had or key not in same]
    second = obtain(others, _counting(errand, len(papers), len(keys)))
    return Obtained(
        works=first.works + second.works,
        changed=first.changed | second.changed,
        unknown=first.unknown + second.unknown,
        failures=first.failures + second.failures,
    )


def _counting(errand: Errand, before: int, total: int) -> Errand:
    """Return the errand with a progress that counts the works of a larger one."""

    def progress(done: int, _total: int) -> None:
        errand.progress(before + done, total)

    return msgspec.structs.replace(errand, progress=progress)


class Missing(msgspec.Struct, frozen=True):
    """The works that the content names and that have no record."""

    mentions: dict[str, tuple[Mention, ...]]
    """Where each is named, by its canonical key; in the content's order."""
    diagnostics: tuple[Diagnostic, ...]
    """The ids that cannot be any work's, wherever they are named."""


def find_missing(content: Content) -> Missing:
    """Find the works that the content names and that have no record."""
    library = join(content).value.library
    mentions: dict[str, tuple[Mention, ...]] = {}
    diagnostics = []
    for mention in list_mentions(content):
        if not mention.key.lower().startswith(("arxiv:", "doi:")):
            continue
        found = library.find(mention.key, mention.edition)
        if not isinstance(found, Unresolved):
            continue
        id_ = parse_identifier(mention.key)
        if isinstance(id_, Identifier):
            mentions[id_.key] = (*mentions.get(id_.key, ()), mention)
        else:
            diagnostics.append(_report(mention, found.rule, found.message, found.hint))
    return Missing(mentions, tuple(diagnostics))


def with_records(content: Content, works: Iterable[Work]) -> Content:
    """Return the content as it is when the records of `works` are there."""
    records = {work.id: work for work in (*content.records, *works)}
    return msgspec.structs.replace(content, records=tuple(records.values()))


def is_old(key: str, answers: Mapping[str, Answer], now: int) -> bool:
    """Tell whether a work was last asked for more than a day ago, or at no time that is known."""
    answer = answers.get(key)
    # a time to come is that of a clock that was wrong
    return answer is None or not 0 <= now - answer.time < _DAY


def _recently_unknown(answers: Mapping[str, Answer], now: int) -> frozenset[str]:
    return frozenset(
        key for key, answer in answers.items() if not answer.found and not is_old(key, answers, now)
    )


def _updates(had: Mapping[str, Work], got: Obtained) -> tuple[Update, ...]:
    updates = [
        Update(work.id, compare_works(had[work.id], work) or ("details",))
        for work in got.works
        if work.id in had and work.id in got.changed
    ]
    gone = "not known to its service any more; the record is kept"
    updates += [Update(key, (gone,)) for key in got.unknown if key in had]
    return tuple(sorted(updates, key=lambda update: update.key))


def compare_works(old: Work, new: Work) -> tuple[str, ...]:
    """Say in words what is new of a work that an editor may want to know."""
    before, after = old.arxiv, new.arxiv
    news = []
    if before and after and before.version != after.version:
        was = f", was {before.version}" if before.version else ""
        news.append(f"version {after.version}{was}")
    if old.title != new.title:
        news.append(f"title '{new.title}', was '{old.title}'")
    if before and after and before.doi != after.doi:
        news.append(f"DOI {after.doi or 'none'}" + (f", was {before.doi}" if before.doi else ""))
    if before and after and before.journal_ref != after.journal_ref:
        news.append(f"journal reference '{after.journal_ref}'")
    if old.is_withdrawn != new.is_withdrawn:
        news.append("withdrawn" if new.is_withdrawn else "withdrawn no more")
    return tuple(news)


def _check_unknown(content: Content, unknown: set[str]) -> tuple[Diagnostic, ...]:
    missing = find_missing(content)
    found = [
        *missing.diagnostics,
        *(
            _report(mention, "paper-unfetched", unknown_message(key), UNKNOWN_HINT)
            for key in missing.mentions.keys() & unknown
            for mention in missing.mentions[key]
        ),
    ]
    return judge(found, content.settings.check, content.allowances)


UNKNOWN_HINT = "check the id; a new paper can take a day: 'digest fetch --refresh' asks again"


def unknown_message(key: str) -> str:
    """Say that a service does not have a work."""
    id_ = Identifier(key)
    return f"{_SERVICES[id_.kind]} has no record of '{id_.value}'"


def _report(mention: Mention, rule: str, message: str, hint: str) -> Diagnostic:
    place = mention.place
    return place.diagnose(rule, message, hint)
