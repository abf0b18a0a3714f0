"""`digest check`: every problem of the newsletter, with nothing written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import has_errors
from digest.basics.lazyregex import lazy_regex
from digest.commands.gone import find_gone
from digest.commands.siteplan import plan_site, read_newsletter
from digest.commands.weblinks import find_dead_links
from digest.output.linkedunits import use_rows
from digest.output.manifest import Manifest, read_manifest
from digest.output.memo import open_memo, recall_memo
from digest.settings.outerlinks import list_outer_links
from digest.settings.theme import SEE_GUIDE, UNREADABLE
from digest.site.addresses import SITE
from digest.site.planned import plan_to_keep
from digest.site.views.pages import EntryPageView, View
from digest.site.views.sharecard import CardView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from digest.basics.diagnostics import Diagnostic
    from digest.commands.siteplan import Newsletter, SitePlan
    from digest.commands.weblinks import Ask
    from digest.settings.buildoptions import BuildOptions
    from digest.site.outputs import Planned
    from digest.site.rows import Rows

_QUOTED = lazy_regex(r"'.*?'")


def check(
    root: Path, out: Path, options: Callable[[str], BuildOptions], ask: Ask | None = None
) -> tuple[Diagnostic, ...]:
    """Return the problems of the newsletter in `root`, sorted by place.

    What is published now is checked as it is published now, each future edition as it will be on
    its day, and drafts as if all of them were published. `out` is where a build keeps its memo,
    which is read and not written. `ask`, if there is one, finds out which addresses of the web
    lead nowhere.
    """
    with recall_memo(out) as memo:
        newsletter = read_newsletter(root, memo, options)
        manifest = read_manifest(out)
        found = use_rows(memo, lambda before: _check(newsletter, before, manifest, ask))
    return tuple(sorted(found))


def check_theme(
    root: Path, out: Path, options: Callable[[str], BuildOptions]
) -> tuple[Diagnostic, ...]:
    """Return the problems of the theme alone, and of what site.yaml sets of it; as `check` does."""
    with open_memo(None) as memo:
        told = {
            (one.path, one.line, one.column, one.rule)
            for one in read_newsletter(root, memo, options).theme_diagnostics
        }
    return tuple(
        one
        for one in check(root, out, options)
        if one.path.startswith("themes/") or (one.path, one.line, one.column, one.rule) in told
    )


def _check(
    newsletter: Newsletter, before: Rows, manifest: Manifest, ask: Ask | None
) -> set[Diagnostic]:
    """Return the problems; `before` are the rows of the last build, and `manifest` its files."""
    now = plan_site(newsletter, newsletter.options, before)
    found = {*now.diagnostics, *_check_mails(now, manifest)}
    if not has_errors(now.diagnostics):
        found |= {*now.judge(find_gone(manifest, now, manifest))}
    if now.waiting:
        found |= {*_check_what_waits(newsletter, now)}
    found |= {*_check_theme(newsletter, now)}
    if ask:
        links = list_outer_links(newsletter.units.site)
        found |= {*now.judge(find_dead_links(newsletter.read_all(), links, ask))}
    return _tell_once(found)


def _tell_once(found: set[Diagnostic]) -> set[Diagnostic]:
    """Leave out what is told of one place twice: by several pages that failed, or by a sample."""
    told: dict[tuple[object, ...], Diagnostic] = {}
    failed: dict[tuple[object, ...], Diagnostic] = {}
    for one in sorted(found, key=lambda one: (one.severity == "error", one.hint != SEE_GUIDE, one)):
        hint = one.hint if one.rule != "theme-error" else ""
        told[one.path, one.line, one.column, one.rule, one.message, hint] = one
        if one.rule == "theme-error" and one.severity == "error":
            failed[_find_cause(one)] = one
    return {one for one in told.values() if failed.get(_find_cause(one), one) is one}


def _find_cause(one: Diagnostic) -> tuple[object, ...]:
    """Return what is wrong, whatever a page has there."""
    return (one.path, one.line, one.column, one.rule, _QUOTED.sub("", one.message))


def _check_what_waits(newsletter: Newsletter, now: SitePlan) -> Iterator[Diagnostic]:
    """List the problems of drafts and of future editions.

    What is wrong on an edition's day, and neither today nor once all is published, is told with
    the day.
    """
    asked = now.options
    everything = msgspec.structs.replace(asked, drafts=True, future=True)
    whole = plan_site(newsletter, everything, now.linked.rows)
    lasting = {*whole.diagnostics}
    yield from (one for one in lasting if one.path in now.drafts)
    told = {*now.diagnostics}
    days = _future_days(now, asked.today)
    for day in days:
        # where there are no drafts, all is published on the last day
        is_whole = day == days[-1] and not now.drafts
        on_day = msgspec.structs.replace(asked, today=day)
        then = whole if is_whole else plan_site(newsletter, on_day, now.linked.rows)
        # a mail is made of one edition alone, so its day makes no difference to it
        yield from {*_check_mails(then, Manifest())}.difference(then.diagnostics)
        for one in {*then.diagnostics} - told:
            yield one if one in lasting else _date(one, day)
        told |= {*then.diagnostics}


def _check_theme(newsletter: Newsletter, now: SitePlan) -> Iterator[Diagnostic]:
    """List what is wrong with a theme that did not come with digest, or not all of it."""
    # what lacks may be said where something of it cannot be read; words stand in for each other
    faults = (one for one in newsletter.theme_diagnostics if one.rule == "theme-error")
    read = (one.path.split("/")[2:3] for one in faults if one.path.startswith("themes/"))
    is_read = not any(folder not in (["static"], ["words"]) for folder in read)
    if newsletter.theme is None or not newsletter.theme.own_files or not is_read:
        return
    # the template engine takes its time to be there
    from digest.render.trial import try_theme  # noqa: PLC0415

    has_people = bool(newsletter.settings.people)
    paths = (output.path for output in now.outputs)
    addresses = {path.removeprefix(f"{SITE}/").removesuffix("index.html") for path in paths}
    tried = try_theme(newsletter.theme, now.constants, addresses, has_people=has_people)
    errors = {*tried.errors}
    if not has_errors(now.diagnostics):
        errors |= {*_check_outputs(now, _choose_pages(now), Manifest())}
    # of a file that nobody could read, or that git left a conflict in, no more is known
    unread = {
        one.path
        for one in newsletter.theme_diagnostics
        if one.message.startswith(UNREADABLE) or one.rule == "markup-left"
    }
    yield from (one for one in errors if one.path not in unread)
    yield from (_lower(one) for one in tried.warnings - errors if one.path not in unread)


def _future_days(planned: SitePlan, today: str) -> list[str]:
    """Return the days on which an edition will be published, the next first."""
    editions = {id_: row for id_, row in planned.linked.rows.units.items() if row.date > today}
    return sorted(
        {row.date for id_, row in editions.items() if f"{id_}/index.md" not in row.drafts}
    )


def _date(diagnostic: Diagnostic, day: str) -> Diagnostic:
    """Say on which day a problem comes up."""
    return msgspec.structs.replace(diagnostic, message=f"on {day}: {diagnostic.message}")


def _lower(diagnostic: Diagnostic) -> Diagnostic:
    """Make an error in a draft a warning: it may be half written."""
    if diagnostic.always:
        return diagnostic
    return msgspec.structs.replace(diagnostic, severity="warning")


def _check_mails(planned: SitePlan, manifest: Manifest) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the mails that would be made; `manifest` knows of those made."""
    if planned.theme is None or has_errors(planned.diagnostics):
        return ()
    outputs = (one for one in planned.outputs if one.kind in {"mail", "mail-picture"})
    return _check_outputs(planned, outputs, manifest)


def _choose_pages(planned: SitePlan) -> Iterable[Planned]:
    """Choose a page of each kind for whatever it has and lacks, and a card."""
    paths = {output.path for output in planned.outputs if output.kind in {"page", "card"}}
    chosen = {
        (output.kind, output.view.kind, _find_shape(output.view)): output
        for output in planned.find_views(paths)
        if isinstance(output.view, (View, CardView))
    }
    return [plan_to_keep(output) for output in chosen.values()]


def _find_shape(view: View | CardView) -> tuple[bool, ...]:
    """Tell which fields of a view have something in them; of an entry's page, the entry's too."""
    shape = tuple(bool(getattr(view, field)) for field in view.__struct_fields__)
    if isinstance(view, EntryPageView):
        shape += tuple(bool(getattr(view.entry, field)) for field in view.entry.__struct_fields__)
    return shape


def _check_outputs(
    planned: SitePlan, outputs: Iterable[Planned], manifest: Manifest
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with outputs; `manifest` knows of those made."""
    found: list[Diagnostic] = []
    fatal: list[Diagnostic] = []
    new: set[str] = set()
    for one in outputs:
        known = manifest.get(one.path)
        if known and known.key == one.key:
            found += known.warnings
        else:
            new.add(one.path)
    if not new:
        return planned.judge(found)
    renderer = planned.make_renderer()
    for output in planned.find_views(new):
        rendered = renderer.render(output)
        (found if rendered.value is not None else fatal).extend(rendered.diagnostics)
    return planned.judge(found, fatal)
