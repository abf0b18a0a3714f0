"""What an editor has mended in a record, which its service would undo when it is asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.content.doubts import PEOPLE, is_doubtful
from digest.content.titles import TITLES, is_broken

if TYPE_CHECKING:
    from digest.basics.works import Work


def keep_mended(work: Work, recorded: Work) -> Work:
    """Return a work as its service tells of it now, but for what is right in its record.

    That is a title or a list of names in place of which one has come that cannot be set, or is
    doubtful.
    """
    kept = {
        field: getattr(recorded, field)
        for field in (*TITLES, *PEOPLE)
        if getattr(work, field) != getattr(recorded, field)
        and _is_wrong(work, field)
        and not _is_wrong(recorded, field)
    }
    return msgspec.structs.replace(work, **kept) if kept else work


def _is_wrong(work: Work, field: str) -> bool:
    return is_doubtful(work, field) or (field in TITLES and is_broken(getattr(work, field)))
