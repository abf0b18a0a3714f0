"""What was asked when papers were looked up, so that nothing is asked twice.

It is kept in `build/.cache/looked-up.jsonl`, a JSON object a line. Deleting it costs some asking
again, and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.files import append_line, find_cache
from digest.basics.ownfiles import decode_own
from digest.records.pagefacts import PageFacts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FILE = "looked-up.jsonl"
_MONTH = 30 * 24 * 60 * 60
"""In seconds. What nobody knew less than this long ago is not asked for again."""


class Asked(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something that was asked, and the answer."""

    asked: str
    """A page's address, or what tells a title from others."""
    time: int
    """In seconds since 1970."""
    key: str = ""
    """Of the work that it is; empty where nobody knew one."""
    facts: PageFacts | None = None
    """What a page said."""


class LookUpLog:
    """The answers of earlier runs, and of this one."""

    def __init__(self, root: Path, now: int) -> None:
        """`now` is in seconds since 1970."""
        self._now = now
        self._file = find_cache(root / "build") / _FILE
        self._told = {one.asked: one for one in self._read() if 0 <= now - one.time < _MONTH}

    def find(self, asked: str) -> Asked | None:
        """Return what was answered; None where it was not asked of late."""
        return self._told.get(asked)

    def note(self, asked: str, key: str = "", facts: PageFacts | None = None) -> None:
        """Remember an answer. Raises FileError where it cannot."""
        one = self._told[asked] = Asked(asked, self._now, key, facts)
        append_line(self._file, msgspec.json.encode(one))

    def _read(self) -> Iterator[Asked]:
        try:
            lines = self._file.read_bytes().splitlines()
        except OSError:
            return
        yield from filter(None, (decode_own(line, Asked) for line in lines))
