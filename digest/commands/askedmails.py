"""Whether there are the mails that a build is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.text import did_you_mean, shorten
from digest.settings.buildoptions import ALL, NEWEST, NONE

if TYPE_CHECKING:
    from digest.commands.siteplan import SitePlan


class NoMailError(Exception):
    """A mail is asked for of an edition that has none; the message says which may be meant."""


def check_asked_mails(planned: SitePlan) -> None:
    """Raise NoMailError where an edition is named that has no mail."""
    from digest.site.views.mail import TEMPLATE  # noqa: PLC0415 -- slow, and commands name the error

    asked = {*planned.options.email.split(",")} - {NEWEST, ALL, NONE, *planned.mails}
    if not asked:
        return
    content = planned.newsletter.read_all()
    editions = {folder.edition.id: folder.edition.path for folder in content.editions}
    for id_ in sorted(asked):
        if id_ in editions and planned.theme and TEMPLATE not in planned.theme.files:
            name = planned.theme.name
            raise NoMailError(f"the theme '{name}' makes no mails: it has no '{TEMPLATE}'")
        if id_ in editions:
            raise NoMailError(f"the edition '{id_}' is not published yet, so it has no mail")
        hint = did_you_mean(
            id_, (one for one, path in editions.items() if path not in planned.waiting)
        )
        raise NoMailError(f"there is no edition '{shorten(id_)}'{'; ' if hint else ''}{hint}")
