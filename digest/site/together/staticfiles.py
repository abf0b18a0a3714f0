"""The files of the folder static/, which are published as they are at the site's root."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Found
from digest.site.addresses import STATIC_FILES

if TYPE_CHECKING:
    from digest.site.index import Imports
    from digest.site.outputs import Output
    from digest.site.plan import Planner

_SCRIPTS = "script-published"


def plan_static(imports: Imports, planner: Planner) -> Found[tuple[Output, ...]]:
    """Plan all files of static/. Problems: as those of other files.

    Of those that can run scripts one is named, and how many there are: a folder with a demo has
    many, all of them meant, and one that came with what others sent must not pass unseen.
    """
    planned = planner.files(imports.keys("static"))
    scripted = [one for one in planned.diagnostics if one.rule == _SCRIPTS]
    others = [one for one in planned.diagnostics if one.rule != _SCRIPTS]
    for first in scripted[:1]:
        more = len(scripted) - 1
        message = f"{first.message}; so may {more} more in '{STATIC_FILES}'"
        others.append(msgspec.structs.replace(first, message=message) if more else first)
    return Found(planned.value, tuple(others))
