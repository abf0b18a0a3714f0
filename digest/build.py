"""`digest build`: the whole program on one screen.

A folder is discovered and parsed, facts are joined to it, pages are planned from that, and what
differs from the last time is rendered and written. Each step takes values and returns values;
the problems of all of them are gathered, and where one is an error nothing is written.
"""

from __future__ import annotations

import functools
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from digest.content.load import Content, FileFacts, load, read_facts
from digest.diagnostics import FORMS, Diagnostic, has_errors, judge
from digest.last import Last, keep_last, read_last, read_stamps
from digest.memo import open_memo
from digest.output import (
    CACHE,
    Change,
    Manifest,
    Reason,
    apply,
    is_whole,
    read_manifest,
    read_state,
    why,
)
from digest.schema import shorten
from digest.site.join import join
from digest.site.mailview import MailPart, MailSize, MailView
from digest.site.naming import name_described
from digest.site.plan import Plan, make_plan
from digest.site.select import Selection, draft_paths, select
from digest.text import canonical_json, did_you_mean, fingerprint
from digest.theme import Theme, read_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from digest.content.discover import Source
    from digest.last import Stamps
    from digest.memo import Memo
    from digest.render.renderer import Renderer
    from digest.site.outputs import Output


EMAILS = ("newest", "all", "none")
"""What mails may be asked for, besides those of editions by their ids."""


class NoMailError(Exception):
    """A mail is asked for of an edition that has none; the message says which may be meant."""


class BuildOptions(msgspec.Struct, frozen=True):
    """What a build is asked for."""

    today: str
    """`YYYY-MM-DD`, in the site's time zone: editions with a later date wait."""
    drafts: bool = False
    future: bool = False
    base_url: str = ""
    """In place of the site's own `url`."""
    email: str = "newest"
    """Whose mail is made: `newest`, `all`, `none`, or editions' ids with commas between them."""
    jobs: int = 1
    """How many processes render; 0 for as many as there are cores."""
    explain: bool = False
    """Whether mails are measured, entry by entry."""
    forms: bool = False
    """Whether the rules that are off unless a site asks for them are on unless it refuses them."""


class BuildResult(msgspec.Struct, frozen=True):
    """What a build found and did."""

    diagnostics: tuple[Diagnostic, ...]
    """With severities, sorted by place. Where one is an error, nothing was written."""
    outputs: int = 0
    reasons: tuple[tuple[str, Reason], ...] = ()
    """Why each output that was made was made, by path."""
    changes: tuple[Change, ...] = ()
    mails: tuple[str, ...] = ()
    """The ids of the editions that have a mail."""
    sizes: tuple[MailSize, ...] = ()
    """How long the mails are, or would be, where that was asked for."""


def build(
    root: Path,
    out: Path,
    options: Callable[[str], BuildOptions],
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> BuildResult:
    """Build the newsletter in the folder `root` into the folder `out`.

    `options` are asked for with the site's time zone, which says what day it is; `progress` is
    told how many of the pages to be rendered are done. Raises OutputError where `out` cannot be
    written, and NoMailError where a mail is asked for that there is not.
    """
    started_ns, stamps = time.time_ns(), read_stamps(root)
    last = read_last(out)
    if last and _is_as_it_was(last, stamps, out, options):
        return BuildResult(last.diagnostics, last.outputs, mails=last.mails)
    with open_memo(out / CACHE / "memo.sqlite") as memo:
        planned = make_site_plan(root, memo, options, stamps.sources)
        if planned.theme is None or has_errors(planned.diagnostics):
            return BuildResult(planned.diagnostics)
        _check_mails_asked_for(planned)
        manifest = read_manifest(out)
        reasons = _find_reasons(planned.plan.outputs, manifest, out)
        made, found = _make(planned, reasons, planned.options.jobs, progress)
        # what an output was warned of when it was made is still true of it
        kept = {path: manifest[path].warnings for path in planned.paths if path not in reasons}
        unmade = found.keys() - made.keys()
        diagnostics = planned.judge(
            (one for path, some in (found | kept).items() if path not in unmade for one in some),
            fatal=(one for path in unmade for one in found[path]),
        )
        sizes = _measure(planned) if planned.options.explain else ()
        if has_errors(diagnostics):
            return BuildResult(diagnostics, sizes=sizes)
        memo.save()
    keys = {output.path: output.key for output in planned.plan.outputs}
    changes = apply(keys, made, out, found)
    mails = tuple(mail.edition.edition.id for mail in planned.mails)
    if stamps.settled_ns < started_ns:
        zone = planned.content.settings.timezone
        asked, state = _fingerprint(planned.options), read_state(out)
        keep_last(out, Last(stamps.hash, zone, asked, state, len(keys), mails, diagnostics))
    return BuildResult(diagnostics, len(keys), tuple(reasons.items()), changes, mails, sizes)


def _is_as_it_was(
    last: Last, stamps: Stamps, out: Path, options: Callable[[str], BuildOptions]
) -> bool:
    """Tell whether a build would do again what the last one did."""
    asked = options(last.timezone)
    return (
        not asked.explain
        and (stamps.hash, _fingerprint(asked)) == (last.stamps, last.asked)
        and is_whole(out, last.state)
    )


def _fingerprint(options: BuildOptions) -> str:
    """Return what tells whether options make the same site: by how many processes does not."""
    return fingerprint(canonical_json(msgspec.structs.replace(options, jobs=0, explain=False)))


class SitePlan(msgspec.Struct, frozen=True):
    """All that is known before anything is rendered."""

    root: Path
    options: BuildOptions
    diagnostics: tuple[Diagnostic, ...]
    """With severities, sorted by place."""
    content: Content
    theme: Theme | None
    plan: Plan
    waiting: frozenset[str]
    """The paths of the drafts and future editions that are not published."""
    drafts: frozenset[str]
    """The paths of all drafts."""
    lenient: frozenset[str]
    """The paths of the files whose errors are only warnings."""

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of all outputs."""
        return tuple(output.path for output in self.plan.outputs)

    @property
    def mails(self) -> tuple[MailView, ...]:
        """What each mail shows."""
        views = (output.view for output in self.plan.outputs)
        return tuple(one.mail for one in views if isinstance(one, MailPart) and one.part == "html")

    def make_renderer(self) -> Renderer:
        """Return what makes the outputs."""
        # a build with nothing to make does without the template engine
        from digest.render.renderer import Renderer  # noqa: PLC0415

        texts, theme = self.content.texts, self.theme or Theme()
        constants = self.plan.constants
        return Renderer(self.root, theme, constants, texts.__getitem__, texts.plain)

    def judge(
        self, found: Iterable[Diagnostic], fatal: Iterable[Diagnostic] = ()
    ) -> tuple[Diagnostic, ...]:
        """Return the plan's problems and those found later, with severities, sorted by place.

        What is `fatal` kept an output from being made: whatever the site's `check:` says, it is an
        error.
        """
        content = self.content
        judged = judge(found, content.settings.check, content.allowances, self.lenient)
        return tuple(sorted({*self.diagnostics, *judged, *fatal}))


def make_site_plan(
    root: Path,
    memo: Memo,
    options: Callable[[str], BuildOptions],
    sources: tuple[Source, ...] | None = None,
) -> SitePlan:
    """Read the newsletter in `root` and plan its site; nothing is written.

    `sources` are its files, where they are known already.

    Problems in a draft that is not published are warnings: it may be half written.
    """
    started_ns = time.time_ns()
    loaded = load(root, memo, sources)
    content = loaded.value
    chosen = options(content.settings.timezone)
    settings = content.settings
    if chosen.base_url:
        settings = msgspec.structs.replace(settings, url=chosen.base_url)
    if chosen.forms:
        settings = msgspec.structs.replace(settings, check={**FORMS, **settings.check})
    content = msgspec.structs.replace(content, settings=settings)

    def facts(path: str) -> FileFacts:
        return read_facts(root, content.files[path], memo, started_ns)

    theme = read_theme(root, content.settings.theme)
    selection = Selection(chosen.today, chosen.drafts, chosen.future, chosen.email)
    joined = join(content, selection.takes)
    found = [*loaded.diagnostics, *theme.diagnostics, *joined.diagnostics]
    library, lang = joined.value.library, content.settings.lang
    selected = name_described(select(joined.value, content, selection), library, lang)
    # without its theme the site cannot be made, but what is wrong with it can still be told
    planned = make_plan(
        content, joined.value, selected, theme.value or Theme(), selection, functools.cache(facts)
    )
    found += planned.diagnostics
    drafts, waiting = draft_paths(content), selected.waiting
    lenient = frozenset() if chosen.drafts else drafts
    diagnostics = judge(found, content.settings.check, content.allowances, lenient)
    if theme.value is None:
        # whatever the site's `check:` says, without a theme there is no site
        diagnostics = tuple(sorted({*diagnostics, *theme.diagnostics}))
    return SitePlan(
        root,
        chosen,
        diagnostics,
        content,
        theme.value,
        planned.value,
        waiting=waiting,
        drafts=drafts,
        lenient=lenient,
    )


def _check_mails_asked_for(planned: SitePlan) -> None:
    """Raise NoMailError where an edition is named that has no mail."""
    made = {mail.edition.edition.id for mail in planned.mails}
    editions = {folder.edition.id: folder.edition.path for folder in planned.content.editions}
    for id_ in planned.options.email.split(","):
        if id_ in made or id_ in EMAILS:
            continue
        if id_ in editions:
            raise NoMailError(f"the edition '{id_}' is not published yet, so it has no mail")
        hint = did_you_mean(
            id_, (one for one, path in editions.items() if path not in planned.waiting)
        )
        raise NoMailError(f"there is no edition '{shorten(id_)}'{'; ' if hint else ''}{hint}")


def check_mails(planned: SitePlan, manifest: Manifest) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the mails that would be made; `manifest` knows of those made."""
    if planned.theme is None or has_errors(planned.diagnostics):
        return ()
    found: list[Diagnostic] = []
    fatal: list[Diagnostic] = []
    renderer = None
    for output in planned.plan.outputs:
        if output.kind not in {"mail", "mail-picture"}:
            continue
        known = manifest.get(output.path)
        if known and known.key == output.key:
            found += known.warnings
            continue
        renderer = renderer or planned.make_renderer()
        rendered = renderer.render(output)
        (found if rendered.value is not None else fatal).extend(rendered.diagnostics)
    return planned.judge(found, fatal)


def _measure(planned: SitePlan) -> tuple[MailSize, ...]:
    renderer = planned.make_renderer()
    return tuple(size for mail in planned.mails if (size := renderer.measure(mail)))


def _find_reasons(outputs: Iterable[Output], manifest: Manifest, out: Path) -> dict[str, Reason]:
    """Tell why each output that must be made must be made."""
    reasons = {output.path: why(output.path, output.key, manifest, out) for output in outputs}
    return {path: reason for path, reason in reasons.items() if reason != "same"}


def _make(
    planned: SitePlan,
    reasons: dict[str, Reason],
    jobs: int,
    progress: Callable[[int, int], None],
) -> tuple[dict[str, bytes | Path], dict[str, tuple[Diagnostic, ...]]]:
    """Render the outputs, and name the files, that are to be written; and what is wrong."""
    made: dict[str, bytes | Path] = {}
    found: dict[str, tuple[Diagnostic, ...]] = {}
    if not reasons:
        return made, found
    from digest.render.pool import Pool, render_outputs  # noqa: PLC0415 -- as the renderer

    outputs = [output for output in planned.plan.outputs if output.path in reasons]
    pool = Pool(jobs, planned.content.texts.reopen)
    for path, rendered in render_outputs(planned.make_renderer(), outputs, pool):
        found[path] = rendered.diagnostics
        if rendered.value is not None:
            made[path] = rendered.value
        progress(len(found), len(outputs))
    return made, found
