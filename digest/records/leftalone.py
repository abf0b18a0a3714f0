"""Until when a host wants to be left alone, as its Retry-After said, for all digest processes.

A file a host in the user's cache folder holds the time. So a command that is given again too soon
does not ask again.
"""

from __future__ import annotations

import contextlib
import re
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST: Final = 24 * 60 * 60
"""In seconds. A host that asks for more, or a clock that was wrong, is obeyed for a day."""


def note_left_alone(folder: Path, host: str, seconds: float) -> None:
    """Remember that `host` asks to be left alone for so many seconds from now on.

    Where the file cannot be written, this run alone knows.
    """
    if not seconds:
        return
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        _file(folder, host).write_text(f"{time.time() + min(seconds, _LONGEST):.3f}")


def seconds_left_alone(folder: Path, host: str) -> float:
    """Return for how many seconds more `host` is to be left alone; 0 where it may be asked."""
    try:
        text = _file(folder, host).read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    # the wall clock, because processes share it
    left = float(text) - time.time() if re.fullmatch(r"[0-9]+\.[0-9]+", text) else 0
    return left if 0 < left <= _LONGEST else 0


def _file(folder: Path, host: str) -> Path:
    return folder / f"left-alone-{re.sub(r'[^a-z0-9.-]', '_', host)}"
