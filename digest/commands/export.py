"""`digest export`: the works of one edition, as a build writes them beside its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic
from digest.citing.formats import Export, format_export
from digest.commands.editionplan import plan_edition
from digest.commands.siteplan import read_newsletter
from digest.output.memo import recall_memo
from digest.records.identifiers import is_id_key
from digest.records.store import FOLDER, record_name
from digest.site.exports import export_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from digest.commands.siteplan import SitePlan
    from digest.settings.buildoptions import BuildOptions

_COSTLY = frozenset({
    "encoding", "yaml-syntax", "yaml-duplicate-key", "field-unknown", "field-missing", "field-type",
    "directive-unknown", "text-lost", "entry-unplaced", "id-malformed", "paper-unfetched",
    "paper-record-broken", "citation-undefined", "citation-malformed",
})  # fmt: skip
"""Rules whose findings may cost an export a work, or a work its facts."""


class Exported(msgspec.Struct, frozen=True):
    """An exported file, and what is wrong with it."""

    data: bytes
    """As a build writes it."""
    works: int
    """How many works are in it."""
    diagnostics: tuple[Diagnostic, ...]
    """Problems in the edition's own files, and in the records of its works, by which something
    may be missing; as severe as the site has them."""


def export(
    root: Path, out: Path, id_: str, form: str, options: Callable[[str], BuildOptions]
) -> Exported:
    """Return the works of the edition `id_` in a format, a key of `FORMATS`.

    An edition that is published is exported as it is published; a draft with its drafts, and one
    of a later date as on that date. Problems elsewhere in the newsletter do not matter. `out` is
    where a build keeps its memo, which is read and not written. Raises NoEditionError.
    """
    with recall_memo(out) as memo:
        newsletter = read_newsletter(root, memo, options)
        planned = plan_edition(newsletter, id_).site
        views = (output.view for output in planned.find_views({export_path(id_, form)}))
        view = next((view for view in views if isinstance(view, Export)), Export(form, ()))
    problems = tuple(_find_problems(planned, id_, view))
    return Exported(format_export(view), len(view.works), problems)


def _find_problems(planned: SitePlan, id_: str, export: Export) -> Iterator[Diagnostic]:
    folder = f"content/editions/{id_}/"
    ids = (one.work.id for one in export.works)
    records = {FOLDER + record_name(key) for key in ids if is_id_key(key)}
    for found in planned.diagnostics:
        is_own = found.path.startswith(folder) and found.path not in planned.waiting
        if (found.always or found.rule in _COSTLY) and (is_own or found.path in records):
            yield found
