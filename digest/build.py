"""`digest build`: the whole program on one screen.

A folder is discovered and parsed, its units are linked as far as they have changed, and what
differs from the last time is rendered and written. Each step takes values and returns values;
the problems of all of them are gathered, and where one is an error nothing is published.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from digest.basics.diagnostics import Diagnostic, has_errors
from digest.basics.files import find_cache, sweep
from digest.basics.lock import hold
from digest.basics.ownfiles import LostError
from digest.basics.processes import beside
from digest.basics.progress import Steps
from digest.basics.text import canonical_json, fingerprint
from digest.content.discover import Scan
from digest.output.damage import Reason, find_damaged, is_large
from digest.output.manifest import MANIFEST, Manifest, read_manifest, read_state, write_manifest
from digest.output.unchanged import Last, keep_last, read_last, read_stamps

if TYPE_CHECKING:
    from collections.abc import (
        Callable,  # noqa: TC004 -- as below
        Collection,
        Iterable,
        Iterator,
    )
    from pathlib import Path

    from digest.commands.makeunits import UnitMaking
    from digest.commands.siteplan import SitePlan
    from digest.output.apply import Change  # noqa: TC004 -- nothing converts a result
    from digest.output.stage import Made
    from digest.output.unchanged import Stamps  # noqa: TC004 -- as above
    from digest.settings.buildoptions import BuildOptions
    from digest.site.outputs import Planned
    from digest.site.rows import Rows  # noqa: TC004 -- as above
    from digest.site.views.mail import MailSize  # noqa: TC004 -- as above


class Kept(msgspec.Struct, frozen=True):
    """What the next build in the same process need not read again."""

    state: str
    """Of the output folder of which it is true."""
    manifest: Manifest
    rows: Rows


class BuildResult(msgspec.Struct, frozen=True):
    """What a build found and did."""

    diagnostics: tuple[Diagnostic, ...]
    """With severities, sorted by place. Where one is an error, nothing was published."""
    outputs: int = 0
    reasons: tuple[tuple[str, Reason], ...] = ()
    """Why each output that was made was made, by path."""
    changes: tuple[Change, ...] = ()
    mails: tuple[str, ...] = ()
    """The ids of the editions that have a mail."""
    sizes: tuple[MailSize, ...] = ()
    """How long the mails are, or would be, where that was asked for."""
    kept: Kept | None = None


class Again(msgspec.Struct, frozen=True):
    """What is known where a newsletter is built again and again."""

    stamps: Stamps
    """Of the sources, which need not be looked at. Where only those were that were saved, what was
    written before is not looked at either."""
    kept: Kept | None
    """Of the build before."""
    arrived: Callable[[BuildResult], None]
    """Called when all that was made is in its place, where nothing is wrong: what is left to do is
    of use to the next build alone."""


def build(
    root: Path,
    out: Path,
    options: Callable[[str], BuildOptions],
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    waiting: Callable[[], None] = lambda: None,
    again: Again | None = None,
) -> BuildResult:
    """Build the newsletter in the folder `root` into the folder `out`.

    `options` are asked for with the site's time zone, which says what day it is; `progress` is
    told how much is done of what is known to be to do; `waiting` is called where another build into
    `out` is waited for. Raises FileError where `out` cannot be written, NoMailError where a mail is
    asked for that there is not, and ProcessError where a process that renders dies.
    """
    with hold(find_cache(out) / "build.lock", waiting):
        sweep(find_cache(out))
        is_glance = again and not again.stamps.hash
        look = list if is_glance else functools.partial(find_damaged, out)
        forks = not is_glance and is_large(out)
        with beside(look, list[str], forks=forks) as damaged:
            again = again or Again(read_stamps(root), None, lambda _: None)
            same = _find_same(again.stamps, out, options)
            if same and not damaged():
                again.arrived(same)
                return same
            try:
                return _build(root, out, options, Steps(progress), damaged, again)
            except LostError:
                from digest.output.memo import find_memo  # noqa: PLC0415 -- as below

                # a part of it is damaged, and so may others be
                find_memo(out).unlink()
                return _build(root, out, options, Steps(progress), damaged, again)


def _build(
    root: Path,
    out: Path,
    options: Callable[[str], BuildOptions],
    progress: Steps,
    damaged: Callable[[], list[str]],
    again: Again,
) -> BuildResult:
    stamps = again.stamps
    # these take 100 ms to import, and a build with nothing new needs none of them
    from digest.commands.askedmails import check_asked_mails  # noqa: PLC0415
    from digest.commands.makeunits import UnitMaking  # noqa: PLC0415
    from digest.commands.siteplan import plan_site, read_newsletter  # noqa: PLC0415
    from digest.output.apply import apply  # noqa: PLC0415
    from digest.output.linkedunits import keep_published, keep_rows, read_rows  # noqa: PLC0415
    from digest.output.memo import find_memo, open_memo  # noqa: PLC0415
    from digest.output.stage import open_stage  # noqa: PLC0415

    with open_memo(find_memo(out)) as memo, open_stage(out) as stage:
        newsletter = read_newsletter(root, memo, options, Scan(stamps.began_ns, stamps.sources))
        kept = again.kept if again.kept and again.kept.state == read_state(out) != "" else None
        manifest = kept.manifest if kept else read_manifest(out)
        making = UnitMaking(newsletter, out, manifest, stage, progress)
        before = read_rows(memo, kept.rows if kept else None)
        planned = plan_site(newsletter, newsletter.options, before, making)
        keep = functools.partial(
            keep_rows, memo, before, planned.linked.rows, newsletter.units.is_needed
        )
        if planned.theme is None or has_errors(planned.diagnostics):
            keep()
            return BuildResult(planned.diagnostics)
        check_asked_mails(planned)
        made = _make(planned, making, manifest, _find_touched(planned, out, damaged))
        sizes = planned.measure_mails() if planned.options.explain else ()
        if has_errors(made.told):
            keep()
            return BuildResult(made.told, sizes=sizes)
        subjects = {path: one.subject for path, one in made.plans.items()}
        applied = apply(out, manifest, made.stale, made.outputs, stage, subjects)
        result = BuildResult(
            made.told,
            len(applied.manifest),
            tuple(sorted(making.reasons.items())),
            applied.changes,
            planned.mails,
            sizes,
        )
        again.arrived(result)
        noted = write_manifest(out, applied.manifest)
        state = read_state(out)
        rows = keep()
        keep_published(memo, rows, state)
    if stamps.hash and stamps.settled_ns < stamps.began_ns:
        seen = (stamps.hash, newsletter.settings.timezone, _fingerprint(planned.options))
        keep_last(out, Last(*seen, state, result.outputs, planned.mails, made.lasting))
    return msgspec.structs.replace(result, kept=Kept(state, noted, rows))


class _MadeSite(NamedTuple):
    """What was made of a planned site."""

    plans: dict[str, Planned]
    """All outputs that there are to be, of those that may have changed, by path."""
    stale: set[str]
    """The paths of those that go."""
    outputs: tuple[Made, ...]
    lasting: tuple[Diagnostic, ...]
    """What is wrong, as the next build will find, too."""
    told: tuple[Diagnostic, ...]
    """The same, and what is told once."""


def _make(
    planned: SitePlan, making: UnitMaking, manifest: Manifest, touched: set[str] | None
) -> _MadeSite:
    """Make the outputs that are not made yet, onto the stage; `touched` are those that may differ.

    None stands for all.
    """
    from digest.commands.gone import find_gone  # noqa: PLC0415 -- as above

    plans = planned.find_outputs(touched)
    stale = (manifest.keys() if touched is None else touched) - plans.keys()
    # of what clashes, one is made here, the same one whichever process was the last
    making.drop(planned.find_doubled())
    making.make_rest(planned, plans)
    made = tuple(making.made.values())
    lasting = planned.judge(
        _list_warnings(manifest, {*making.reasons, *stale}, made),
        fatal=(found for one in made for found in one.problems),
    )
    # told once: the next build knows nothing of them
    gone = planned.judge(find_gone(manifest, planned, stale))
    return _MadeSite(plans, stale, made, lasting, tuple(sorted({*lasting, *gone})))


def _list_warnings(
    manifest: Manifest, other: Collection[str], made: Iterable[Made]
) -> Iterator[Diagnostic]:
    """List what outputs were warned of when they were made, now or before: it is still true."""
    kept = (one for path, one in manifest.list_warned() if path not in other)
    for written in (*kept, *(one.written for one in made if one.written)):
        yield from written.warnings


def _find_same(
    stamps: Stamps, out: Path, options: Callable[[str], BuildOptions]
) -> BuildResult | None:
    """Return what the last build found, where another one would do the same again."""
    last = read_last(out)
    if last is None:
        return None
    asked = options(last.timezone)
    is_same = (
        not asked.explain
        and (stamps.hash, _fingerprint(asked)) == (last.stamps, last.asked)
        and read_state(out) == last.state != ""
    )
    return BuildResult(last.diagnostics, last.outputs, mails=last.mails) if is_same else None


def _fingerprint(options: BuildOptions) -> str:
    """Return what tells whether options make the same site: by how many processes does not."""
    return fingerprint(canonical_json(msgspec.structs.replace(options, jobs=0, explain=False)))


def _find_touched(
    planned: SitePlan, out: Path, damaged: Callable[[], list[str]]
) -> set[str] | None:
    """Return the paths of all outputs that may have to be made or to go; None where any may."""
    published, paths = planned.linked.rows.published, damaged()
    # where all was made that was planned then, the rest is as it was
    is_known = published and published == read_state(out) and MANIFEST not in paths
    return {*planned.linked.touched, *paths} if is_known else None
