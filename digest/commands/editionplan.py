"""A site planned for what one edition makes, whether or not it is published yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from digest.basics.text import did_you_mean, shorten
from digest.commands.siteplan import plan_site
from digest.content.units import EDITIONS

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


def plan_edition(
    newsletter: Newsletter, id_: str, before: Rows | None = None, *, has_mail: bool = False
) -> EditionPlan:
    """Return a plan that has the edition `id_`; `before` is what was kept of an earlier one.

    An edition that is published is planned as it is; a draft with its drafts, and one of a later
    date as on that date. With `has_mail` its mail is in the plan. Raises NoEditionError.
    """
    planned = plan_site(newsletter, newsletter.options, before)
    units, unit = newsletter.units, f"{EDITIONS}{id_}"
    folder = units.edition(unit).value if unit in units.all else None
    if folder is None:
        raise NoEditionError(_no_edition(id_, newsletter.read_all().editions))
    is_waiting = folder.edition.path in planned.waiting
    lacks_mail = has_mail and id_ not in planned.mails
    if not is_waiting and not lacks_mail:
        return EditionPlan(planned, folder, is_waiting=False)
    asked = planned.options
    if lacks_mail:
        asked = msgspec.structs.replace(asked, email=id_)
    if is_waiting:
        asked = msgspec.structs.replace(asked, drafts=folder.edition.draft, future=True)
    planned = plan_site(newsletter, asked, planned.linked.rows)
    return EditionPlan(planned, folder, is_waiting=is_waiting)


def _no_edition(id_: str, folders: Iterable[EditionFolder]) -> str:
    editions = {folder.edition.id: folder.edition.date for folder in folders}
    missing = f"there is no edition '{shorten(id_)}'"
    if not editions:
        return f"{missing}, nor any other"
    newest = max(editions, key=lambda one: (editions[one], one))
    hint = did_you_mean(id_, editions) or f"the newest is '{newest}'"
    return f"{missing}; {hint}"
