"""What earlier runs saw: the papers that could have been covered, and the days that are known.

A file a newsletter, in the user's cache folder. It may be deleted at any time, which costs what no
source can tell again. Papers of the last weeks are all kept, and a part of those before, as what
editors did not choose.
"""

from __future__ import annotations

import datetime as dt
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import msgspec

from digest.basics.ownfiles import decode_own, read_own_bytes, write_own_bytes
from digest.basics.text import fingerprint
from digest.basics.usercache import cache_folder
from digest.candidates.candidate import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_DAYS: Final = 120
"""For so long papers are kept."""
_DAYS_WHOLE: Final = 30
"""For so long all of them are."""
_PART: Final = "0123"
"""With which of 16 digits the hash begins of one that is kept for longer: it is a quarter."""
_MOST: Final = 20_000
"""Papers that are kept at all; the newest stay."""


class Seen(msgspec.Struct, frozen=True):
    """What was seen."""

    candidates: tuple[Candidate, ...] = ()
    """Each paper once; all of them have a day."""
    answered: tuple[str, ...] = ()
    """A category and a day with a space between, of which no more is to be had: `cs.CL 2025-06-19`.
    """
    so_far: tuple[str, ...] = ()
    """As `answered`, of the day of the last run: tomorrow there may be more of it."""


def seen_file(root: Path) -> Path:
    """Return where it is kept what was seen for the newsletter in a folder."""
    return cache_folder() / "candidates" / fingerprint(str(root))


def read_seen(root: Path) -> Seen:
    """Return what was seen for the newsletter in the folder `root`."""
    packed = read_own_bytes(seen_file(root))
    if packed is None:
        return Seen()
    try:
        return decode_own(zlib.decompress(packed), Seen) or Seen()
    except zlib.error:
        return Seen()


def write_seen(root: Path, seen: Seen, today: str) -> None:
    """Keep what was seen, but for what is too old. Where it cannot be written it is lost."""
    data = msgspec.json.encode(_drop_old(seen, today))
    write_kept(seen_file(root), zlib.compress(data, 3))


def write_kept(file: Path, data: bytes) -> None:
    """Write what runs keep into a file of the user's cache folder, if it can be written."""
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_own_bytes(file, data, file.parent)


def add_seen(
    seen: Seen, candidates: Iterable[Candidate], answered: Iterable[str], today: str
) -> Seen:
    """Return what was seen with some papers more; one that is known keeps its day.

    None is of a day to come, as the issues of journals are.
    """
    known = {one.id: one for one in seen.candidates}
    for one in candidates:
        before = known.get(one.id)
        days = [paper.listed for paper in (one, before) if paper and paper.listed]
        # a feed has less of a paper than what it announces
        fuller = before if before and len(before.abstract) > len(one.abstract) else one
        known[one.id] = msgspec.structs.replace(fuller, listed=min([*days, today]))
    told = tuple(sorted({*seen.answered, *answered}))
    return msgspec.structs.replace(seen, candidates=tuple(known.values()), answered=told)


def _drop_old(seen: Seen, today: str) -> Seen:
    day = dt.date.fromisoformat(today)
    first = (day - dt.timedelta(days=_DAYS)).isoformat()
    whole = (day - dt.timedelta(days=_DAYS_WHOLE)).isoformat()
    kept = [
        one
        for one in seen.candidates
        if one.listed >= whole or (one.listed >= first and fingerprint(one.id)[0] in _PART)
    ]
    kept.sort(key=lambda one: (one.listed, one.id))
    answered = (one for one in seen.answered if one.rpartition(" ")[2] >= first)
    return msgspec.structs.replace(seen, candidates=tuple(kept[-_MOST:]), answered=tuple(answered))
