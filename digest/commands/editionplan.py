"""A site planned for what one edition makes, whether or not it is published yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from digest.basics.text import did_you_mean, shorten
from digest.commands.siteplan import plan_site

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.commands.siteplan import Newsletter, SitePlan
    from digest.content.units import EditionFolder
    from digest.site.rows import Rows


class NoEditionError(Exception):
    """There is no edition of this id; the message says which one may have been meant."""


class EditionPlan(NamedTuple):
    """An edition, and a plan that has it."""

    site: SitePlan
    folder: EditionFolder
    is_waiting: bool
    """Whether it is not published yet."""


def plan_edition(newsletter: Newsletter, id_: str, before: Rows | None = None) -> EditionPlan:
    """Return a plan that has the edition `id_`; `before` is what was kept of an earlier one.

    An edition that is published is planned as it is; a draft with its drafts, and one of a later
    date as on that date. Raises NoEditionError.
    """
    planned = plan_site(newsletter, newsletter.options, before)
    folders = newsletter.read_all().editions
    folder = next((one for one in folders if one.edition.id == id_), None)
    if folder is None:
        raise NoEditionError(_no_edition(id_, folders))
    if folder.edition.path not in planned.waiting:
        return EditionPlan(planned, folder, is_waiting=False)
    asked = msgspec.structs.replace(planned.options, drafts=folder.edition.draft, future=True)
    planned = plan_site(newsletter, asked, planned.linked.rows)
    return EditionPlan(planned, folder, is_waiting=True)


def _no_edition(id_: str, folders: Iterable[EditionFolder]) -> str:
    editions = {folder.edition.id: folder.edition.date for folder in folders}
    missing = f"there is no edition '{shorten(id_)}'"
    if not editions:
        return f"{missing}, nor any other"
    newest = max(editions, key=lambda one: (editions[one], one))
    hint = did_you_mean(id_, editions) or f"the newest is '{newest}'"
    return f"{missing}; {hint}"
