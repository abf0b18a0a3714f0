"""`digest import`: an archive from elsewhere, made into the editions of a newsletter."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from digest.basics.files import check_links, find_cache, read_existing, sweep, write_file
from digest.basics.lock import hold
from digest.basics.processes import count_processes, spread_all
from digest.basics.text import slugify
from digest.commands.importaround import (
    make_around,
    read_around,
    write_bibliography,
)
from digest.commands.importfetch import FoundWorks, fetch_shown, look_up_works
from digest.commands.importreport import Item, Outcome, list_entries, make_report
from digest.commands.init.newsletter import Start
from digest.importing.citations.bibfiles import read_bibliographies
from digest.importing.files import Files
from digest.importing.lostwords import find_lost
from digest.importing.recognise import learn_habits, parse_text, recognise
from digest.importing.report import REPORT, Report, Waiting, format_report, join_reports
from digest.importing.resolve import resolve
from digest.importing.sitesections import find_sections
from digest.importing.writing.aliases import Aliases, make_aliases
from digest.importing.writing.apply import Step, plan_step, take_step
from digest.importing.writing.destinations import choose_destinations, list_gone
from digest.importing.writing.ledger import Ledger
from digest.importing.writing.oldaddresses import OldAddresses
from digest.importing.writing.pictures import Fetched, PictureReader, place_pictures
from digest.importing.writing.postfiles import MadePost, Surroundings, make_post
from digest.importing.writing.present import match_present

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.commands.importaround import Around
    from digest.importing.parts import Parts
    from digest.importing.post import Archive, Place, Post
    from digest.importing.recognise.habits import Habits
    from digest.records.webfiles import WebFile

T = TypeVar("T")
R = TypeVar("R")

Tell = Callable[[str, int, int], None]
"""Is told what is being done, to how many posts it has been done, and of how many."""


class ImportOptions(msgspec.Struct, frozen=True):
    """How an archive is to be imported."""

    what: str
    """What it is, as `a Substack export`."""
    start: Start
    """What the newsletter is to be, where there is none yet."""
    name: str = ""
    """What tells the archive from others of its kind, as `export.zip`."""
    drafts: bool = False
    """Whether drafts come in, and what is to be published later."""
    paid: bool = False
    """Whether posts come in that only those who pay may read."""
    look_up: bool = False
    """Whether services and pages are asked for works of which nothing is known."""
    now: int = 0
    """The time in seconds since 1970, that is noted with what services answer."""
    pictures: bool = False
    """Whether pictures are fetched from the web."""
    is_trial: bool = False
    """Whether nothing is to be written."""
    jobs: int = 0
    """How many processes are to be used; 0 for as many as are of use."""

    @property
    def source(self) -> str:
        """The archive as it is told from all others."""
        return f"{self.what}, '{self.name}'" if self.name else self.what


class Imported(msgspec.Struct, frozen=True):
    """What an import did, or in a trial would do."""

    report: Report
    steps: tuple[Step, ...]
    """For each post that comes in."""
    failures: tuple[str, ...] = ()
    """What the network failed to give, and may give another time."""


def import_archive(
    root: Path,
    archive: Archive,
    files: Files,
    options: ImportOptions,
    tell: Tell = lambda _what, _done, _total: None,
) -> Imported:
    """Make editions of an archive, in the newsletter in the folder `root` or in a new one there.

    Raises FileError where a file cannot be read or written, and NewFileError where something is in
    the way of a new newsletter. Every file is whole then, and the same import goes on from there.
    """
    cache = find_cache(root / "build")
    lock = hold(cache / "import.lock", lambda: tell("waiting for another import", 0, 0))
    with nullcontext() if options.is_trial else lock:
        sweep(cache)
        return _import(archive, _Run(root, cache, files, Fetched(cache), options, tell))


class _Run(msgspec.Struct, frozen=True):
    """What the steps of an import need."""

    root: Path
    cache: Path
    files: Files
    fetched: Fetched
    options: ImportOptions
    tell: Tell

    @property
    def read(self) -> PictureReader:
        """What reads the pictures that are copied."""
        return PictureReader(self.root, self.files, self.fetched)


def _import(archive: Archive, run: _Run) -> Imported:
    ledger = Ledger(run.root, run.cache)
    around = read_around(run.root, ledger.records, run.options.start)
    whole, (archive, waiting) = archive, _choose_posts(archive, run.options)
    present = match_present(archive.posts, around.present, around.base)
    around = around.without_covered(present.values())
    parsed_texts = _spread("reading posts", lambda post: parse_text(post.text), archive.posts, run)
    habits = learn_habits(parsed_texts)
    parts = _spread(
        "recognising posts",
        lambda one: recognise(one[0], habits, one[1]),
        list(zip(archive.posts, parsed_texts, strict=True)),
        run,
    )
    given = read_bibliographies(archive, run.files, around.newsletter.listed)
    around = around.with_works(given.works)
    looked = _look_up(list(zip(archive.posts, parts, strict=True)), around, run)
    resolved = resolve(list(zip(archive.posts, parts, strict=True)), looked.newsletter)
    destinations = choose_destinations(
        archive, resolved.posts, ledger.records, around.taken, present
    )
    columns = (archive.posts, parts, resolved.posts, destinations)
    items = [Item(*item) for item in zip(*columns, strict=True)]
    sections = around.sections
    if sections is None:
        sections = find_sections([entry.text for entry in list_entries(items)], _icons(habits))
    unfetched = _fetch_pictures(items, ledger, around, run)
    surroundings = Surroundings(OldAddresses(archive, destinations), around.lang, sections)
    aliases = make_aliases(archive.posts, destinations, around.base)
    made = _make_all(items, aliases, surroundings, ledger, run)
    # a feed has the newest posts only, and what is piped has no name
    is_whole = archive.kind != "feed" and bool(run.options.name)
    origin = run.options.source if is_whole else ""
    steps = _plan_all(items, made, ledger, origin, run)
    gone = list_gone(whole, destinations, ledger.records, origin) if is_whole else ()
    gone = tuple(path for path in gone if (run.root / path).exists())
    outcome = Outcome(items, made, steps, unfetched)
    left_out = (*archive.left_out, *given.left_out)
    report = make_report(run.options.source, outcome, around, left_out, waiting, gone)
    if not run.options.is_trial:
        make_around(run.root, run.options.start, sections, destinations, run.cache)
        _write_all(steps, f"{given.text}\n{resolved.bibliography}", report, ledger, run)
    failures = (f"'{one.url}' {one.problem}; {one.remedy}" for one, _ in unfetched if one.remedy)
    return Imported(report, tuple(steps), (*looked.failures, *failures))


def _write_all(
    steps: Sequence[Step], bibliography: str, report: Report, ledger: Ledger, run: _Run
) -> None:
    """Write what is cited of a text in BibTeX, the files of editions and pages, and the report."""
    texts = [file.text for step in steps for file in step.write]
    write_bibliography(run.root, bibliography, texts, run.cache)
    _take_all(steps, ledger, run)
    _write_report(report, run)
    run.fetched.clear()


def _choose_posts(archive: Archive, options: ImportOptions) -> tuple[Archive, tuple[Waiting, ...]]:
    """Return an archive with those posts that come in, and how many others there are."""
    let_in = {"draft": options.drafts, "scheduled": options.drafts, "paid": options.paid}
    left = Counter(post.state for post in archive.posts if not let_in.get(post.state, True))
    waiting = (
        Waiting("drafts and posts for later", "--drafts", left["draft"] + left["scheduled"]),
        Waiting("posts for those who pay", "--paid", left["paid"]),
    )
    posts = tuple(post for post in archive.posts if let_in.get(post.state, True))
    return msgspec.structs.replace(archive, posts=posts), tuple(filter(_has_any, waiting))


def _has_any(waiting: Waiting) -> bool:
    return waiting.count > 0


def _spread(what: str, work: Callable[[T], R], items: Sequence[T], run: _Run) -> list[R]:
    """Do the work on each item, in as many processes as it is worth, and tell how far it is."""
    batches = [items[start : start + _BATCH] for start in range(0, len(items), _BATCH)]
    processes = count_processes(run.options.jobs, len(batches))
    return spread_all(
        work, batches, processes, lambda: None, lambda done: run.tell(what, done, len(items))
    )


_BATCH = 20
"""Posts that a process takes at once."""


def _look_up(posts: Sequence[tuple[Post, Parts]], around: Around, run: _Run) -> FoundWorks:
    if not run.options.look_up or run.options.is_trial:
        return FoundWorks(around.newsletter)
    return look_up_works(posts, around, run.root, run.options.now, run.tell)


def _fetch_pictures(
    items: Sequence[Item], ledger: Ledger, around: Around, run: _Run
) -> list[tuple[WebFile, Place]]:
    if not run.options.pictures or run.options.is_trial:
        return []
    posts = [(item.post, ledger.records.get(item.destination.key)) for item in items]
    progress = functools.partial(run.tell, "fetching pictures")
    return fetch_shown(posts, run.fetched, around.contact, progress)


def _make_all(
    items: Sequence[Item],
    aliases: Sequence[Aliases],
    around: Surroundings,
    ledger: Ledger,
    run: _Run,
) -> list[MadePost]:
    # a zip that is open here must not be read by several processes at once
    fetched = run.fetched if run.options.pictures else None
    pictures = [
        place_pictures(
            item.post,
            item.destination,
            run.files,
            ledger.records.get(item.destination.key),
            fetched,
        )
        for item in items
    ]

    def make(index: int) -> MadePost:
        item, (copies, left_out) = items[index], pictures[index]
        made = make_post(item.post, item.resolved, item.destination, copies, aliases[index], around)
        lost = find_lost(item.post, item.parts, item.resolved)
        return msgspec.structs.replace(
            made, faults=(*made.faults, *lost), left_out=(*made.left_out, *left_out)
        )

    return _spread("making editions", make, range(len(items)), run)


def _plan_all(
    items: Sequence[Item], made: Sequence[MadePost], ledger: Ledger, origin: str, run: _Run
) -> list[Step]:
    steps = []
    for item, one in zip(items, made, strict=True):
        known = ledger.records.get(item.destination.key)
        step = plan_step(run.root, item.post, one, known, run.read, is_asked=run.options.look_up)
        first = (known.origin if known else "") or origin
        record = msgspec.structs.replace(step.record, origin=first)
        steps.append(msgspec.structs.replace(step, record=record))
        run.tell("comparing with what is there", len(steps), len(items))
    return steps


def _take_all(steps: Sequence[Step], ledger: Ledger, run: _Run) -> None:
    for done, step in enumerate(steps, start=1):
        take_step(run.root, step, run.read, ledger, run.cache)
        run.tell("writing", done, len(steps))
    ledger.tidy()


def _write_report(report: Report, run: _Run) -> None:
    check_links(run.root, REPORT)
    file = run.root / REPORT
    before = read_existing(file)
    data = join_reports(format_report(report), before.decode(errors="replace")).encode()
    if data != before:
        write_file(file, data, run.cache)


def _icons(habits: Habits) -> dict[str, str]:
    """Return the emoji before the names of parts, by their slugs."""
    return {slugify(part.title): part.icon for part in habits.parts if part.icon}
