"""A file that only one process at a time holds. The lock goes with the process, however it ends."""

from __future__ import annotations

import contextlib
import math
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    def try_lock(file: BinaryIO) -> None:
        """Lock an open file, or raise BlockingIOError or PermissionError where another has it."""
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def try_lock(file: BinaryIO) -> None:
        """Lock an open file, or raise BlockingIOError or PermissionError where another has it."""
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


_LOOK_AGAIN = 0.02
"""Seconds until a lock that another process holds is tried again."""


@contextlib.contextmanager
def hold(path: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock at `path` while the block runs.

    `waiting` is called once where another process has it; that is waited for as long as it
    takes. Where files cannot be locked, or `path` cannot be written, there is no lock.
    """
    with contextlib.ExitStack() as stack:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            file = stack.enter_context(path.open("ab"))
        except OSError:
            yield
            return
        wait_for_lock(file, waiting=waiting)
        yield


def wait_for_lock(
    file: BinaryIO, *, longest: float = math.inf, waiting: Callable[[], None] = lambda: None
) -> bool:
    """Lock an open file, and wait while another process has it, at most `longest` seconds.

    `waiting` is called once if there is a wait. Returns whether the wait came to its end; on a
    file system without locks that is at once.
    """
    end = time.monotonic() + longest
    is_told = False
    while True:
        try:
            try_lock(file)
        except (BlockingIOError, PermissionError):
            if time.monotonic() > end:
                return False
            if not is_told:
                waiting()
                is_told = True
            time.sleep(_LOOK_AGAIN)
        except OSError:
            return True
        else:
            return True
