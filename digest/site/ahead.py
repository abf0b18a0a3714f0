"""Pages made ahead of all others, of what was known of those before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Allowance, Diagnostic
from digest.site.outputs import Output
from digest.site.planned import list_makers
from digest.site.together.wholes import OF_EVERY_PAGE, list_wholes
from digest.site.views.pages import SiteConstants

if TYPE_CHECKING:
    from collections.abc import Collection

    from digest.settings.config import Settings
    from digest.site.link import Linker


class Ahead(msgspec.Struct, frozen=True):
    """Some outputs, made ahead of all others."""

    constants: SiteConstants
    outputs: tuple[Output, ...]
    diagnostics: tuple[Diagnostic, ...]
    """Of what has changed, and of what was made."""
    allowances: tuple[Allowance, ...]
    drafts: frozenset[str]
    """The paths of the texts that are drafts."""


def link_ahead(
    linker: Linker, settings: Settings, saved: Collection[str] | None, paths: Collection[str]
) -> Ahead:
    """Make the outputs at some paths, where they have changed, and what is made with them.

    `saved` are the ids of all units that may have changed, None where any may. What follows from a
    change for other pages is not found, and nothing is kept. Raises LostError.
    """
    makers = list_makers(linker.index, paths)
    prepared = linker.prepare(saved, makers)
    stale = [id_ for id_ in makers if prepared.is_other or id_ in prepared.dirty]
    ids = [id_ for id_ in stale if linker.is_text(id_)]
    if ids != stale:
        # the page of a tag, say, that nothing has any more is made no more
        wholes = {*list_wholes(linker.index, settings)}
        ids += [id_ for id_ in stale if id_ in wholes]
    if prepared.is_other:
        ids += OF_EVERY_PAGE
    units = [prepared.make(id_) for id_ in ids]
    rows = [prepared.rows[id_] for id_ in {*prepared.dirty, *ids} if id_ in prepared.rows]
    return Ahead(
        prepared.constants,
        tuple(output for unit in units for output in unit.outputs),
        (
            *(one for row in rows for one in (*row.read, *row.found)),
            *(one for unit in units for one in unit.diagnostics),
        ),
        tuple(one for row in rows for one in row.allowances),
        frozenset(path for row in rows for path in row.drafts),
    )
