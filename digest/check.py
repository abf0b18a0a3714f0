"""`digest check`: every problem of the newsletter, with nothing written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.build import BuildOptions, check_mails, make_site_plan
from digest.memo import open_memo
from digest.output import CACHE, read_manifest
from digest.weblinks import find_dead_links

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from digest.diagnostics import Diagnostic
    from digest.weblinks import Ask


def check(
    root: Path, out: Path, options: Callable[[str], BuildOptions], ask: Ask | None = None
) -> tuple[Diagnostic, ...]:
    """Return the problems of the newsletter in `root`, sorted by place.

    What is published now is checked as it is published now; drafts and future editions are
    checked as they will be. `out` is where a build keeps its memo, which is read and not written.
    `ask`, if there is one, finds out which addresses of the web lead nowhere.
    """
    memo_file = out / CACHE / "memo.sqlite"
    with open_memo(memo_file if memo_file.is_file() else None) as memo:
        now = make_site_plan(root, memo, options)
        found = {*now.diagnostics, *check_mails(now, read_manifest(out))}
        if now.waiting:
            later = make_site_plan(root, memo, lambda zone: _with_all(options(zone)))
            of_waiting = (one for one in later.diagnostics if one.path in now.waiting)
            found |= {_lower(one) if one.path in now.drafts else one for one in of_waiting}
        if ask:
            found |= {*now.judge(find_dead_links(now.content, ask))}
    return tuple(sorted(found))


def _lower(diagnostic: Diagnostic) -> Diagnostic:
    """Make an error in a draft a warning: it may be half written."""
    return msgspec.structs.replace(diagnostic, severity="warning")


def _with_all(options: BuildOptions) -> BuildOptions:
    return msgspec.structs.replace(options, drafts=True, future=True)
