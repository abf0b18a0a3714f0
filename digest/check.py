"""`digest check`: every problem of the newsletter, with nothing written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.diagnostics import has_errors
from digest.memo import open_memo
from digest.output import CACHE, read_manifest
from digest.siteplan import plan_site, read_newsletter
from digest.weblinks import find_dead_links

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from digest.content.load import Content
    from digest.diagnostics import Diagnostic
    from digest.output import Manifest
    from digest.siteplan import BuildOptions, Newsletter, SitePlan
    from digest.weblinks import Ask


def check(
    root: Path, out: Path, options: Callable[[str], BuildOptions], ask: Ask | None = None
) -> tuple[Diagnostic, ...]:
    """Return the problems of the newsletter in `root`, sorted by place.

    What is published now is checked as it is published now, each future edition as it will be on
    its day, and drafts as if all of them were published. `out` is where a build keeps its memo,
    which is read and not written. `ask`, if there is one, finds out which addresses of the web
    lead nowhere.
    """
    memo_file = out / CACHE / "memo.sqlite"
    with open_memo(memo_file if memo_file.is_file() else None) as memo:
        newsletter = read_newsletter(root, memo, options)
        now = plan_site(newsletter, newsletter.options)
        found = {*now.diagnostics, *_check_mails(now, read_manifest(out))}
        if now.waiting:
            found |= {*_check_what_waits(newsletter, now)}
        if ask:
            found |= {*now.judge(find_dead_links(now.content, ask))}
    return tuple(sorted(found))


def _check_what_waits(newsletter: Newsletter, now: SitePlan) -> Iterator[Diagnostic]:
    """List the problems of drafts and of future editions.

    What is wrong on an edition's day, and neither today nor once all is published, is told with
    the day.
    """
    asked = now.options
    whole = plan_site(newsletter, msgspec.structs.replace(asked, drafts=True, future=True))
    lasting = {_lower(one) if one.path in now.drafts else one for one in whole.diagnostics}
    yield from (one for one in lasting if one.path in now.drafts)
    told = {*now.diagnostics}
    for day in _future_days(now.content, asked.today):
        then = plan_site(newsletter, msgspec.structs.replace(asked, today=day))
        # a mail is made of one edition alone, so its day makes no difference to it
        yield from {*_check_mails(then, {})}.difference(then.diagnostics)
        for one in {*then.diagnostics} - told:
            yield one if one in lasting else _date(one, day)
        told |= {*then.diagnostics}


def _future_days(content: Content, today: str) -> list[str]:
    """Return the days on which an edition will be published, the next first."""
    editions = (folder.edition for folder in content.editions)
    return sorted({one.date for one in editions if not one.draft and one.date > today})


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
