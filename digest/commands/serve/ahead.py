"""The pages that browsers show, made ahead of all else when something was saved.

They are made of what was saved and of what the last build knew of all the rest, and held in memory
until the build is done that makes everything. So nothing is written, and whatever becomes of that
build, no page stays that is not as it made it.
"""

from __future__ import annotations

from contextlib import suppress
from posixpath import dirname
from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import has_errors, judge
from digest.basics.files import FileError, read_planned
from digest.basics.ownfiles import LostError
from digest.commands.siteplan import find_base, make_linker, read_newsletter
from digest.content.discover import Scan
from digest.output.damage import why
from digest.output.linkedunits import read_rows
from digest.output.manifest import read_manifest
from digest.output.memo import find_memo, open_memo
from digest.render.renderer import prepare as prepare_renderer
from digest.settings.config import read_settings
from digest.settings.theme import read_theme
from digest.site.ahead import link_ahead
from digest.site.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from digest.build import Again
    from digest.commands.siteplan import Newsletter
    from digest.render.renderer import Renderer
    from digest.settings.buildoptions import BuildOptions
    from digest.site.ahead import Ahead
    from digest.site.outputs import Kind, Output
    from digest.site.rows import Rows

_LOADED: frozenset[Kind] = frozenset({"file", "drawing", "theme-file", "icon"})
"""The kinds of outputs that pages load."""


def prepare(root: Path) -> None:
    """Import and compile what makes pages, before the first is asked for."""
    theme = read_theme(root, read_settings(root).theme).value
    if theme:
        prepare_renderer(theme)


def make_ahead(
    root: Path,
    out: Path,
    options: Callable[[str], BuildOptions],
    again: Again,
    saved: Collection[str],
    paths: Collection[str],
) -> dict[str, bytes]:
    """Return the pages at some paths, and files that they load, as far as they are others now.

    The bytes of each by its path below `out`. `saved` are the paths of sources that have changed,
    or some of them where `again` has looked at all. None are returned where anything is wrong, or
    cannot be read: the build that follows will tell.
    """
    stamps, kept = again.stamps, again.kept
    manifest = kept.manifest if kept else read_manifest(out)
    with suppress(FileError, LostError), open_memo(find_memo(out)) as memo:
        newsletter = read_newsletter(root, memo, options, Scan(stamps.began_ns, stamps.sources))
        before = read_rows(memo, kept.rows if kept else None)
        if newsletter.theme is None or not before.units:
            return {}
        # a unit has the path of its file, or of its folder, for an id
        ids = None if stamps.hash else {one for path in saved for one in (path, dirname(path))}
        ahead = _link(newsletter, before, ids, paths)
        if ahead is None:
            return {}
        renderer = newsletter.make_renderer(ahead.constants)
        made: dict[str, bytes] = {}
        for output in ahead.outputs:
            is_loaded = output.kind in _LOADED and (
                why(output.path, output.key, manifest, out) != "same"
            )
            if output.path in paths or is_loaded:
                data = _render(output, renderer)
                if data is None:
                    return {}
                made[output.path] = data
        return made
    return {}


def _link(
    newsletter: Newsletter, before: Rows, saved: Collection[str] | None, paths: Collection[str]
) -> Ahead | None:
    """Return what is to be rendered; None where something is wrong with it. Raises LostError."""
    settings, options = newsletter.settings, newsletter.options
    base = find_base(newsletter, options)
    if before.base != base:
        # what pages show of each other is of the settings before, until the build has made all
        before = msgspec.structs.replace(before, base=base, constants=b"")
    linker = make_linker(newsletter, options, before, Worker())
    ahead = link_ahead(linker, settings, saved, paths)
    found = (*newsletter.units.found, *newsletter.theme_diagnostics, *ahead.diagnostics)
    judged = judge(found, settings.check, ahead.allowances, ahead.drafts)
    return None if has_errors(judged) else ahead


def _render(output: Output, renderer: Renderer) -> bytes | None:
    if file := renderer.find_copied(output):
        return read_planned(file, output.hash)
    return renderer.render(output).value
