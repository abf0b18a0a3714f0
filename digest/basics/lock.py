"""A file that only one process at a time holds. The lock goes with the process, however it ends."""

from __future__ import annotations

import contextlib
import math
import os
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
_TRIES = 100
"""How often the file of a lock is opened that others take away."""
_MOMENT = 0.3
"""Seconds of waiting that nobody need be told of."""


@contextlib.contextmanager
def hold(path: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock at `path` while the block runs.

    `waiting` is called once where another process has it for more than a moment; that is waited
    for as long as it takes. Processes that are forked meanwhile hold it with this one. Nothing is
    left at the end: neither the file nor folders that were made for it and are still empty. Where
    files cannot be locked, or `path` cannot be written, there is no lock.
    """
    missing = [folder for folder in path.parents if not folder.exists()]
    with contextlib.ExitStack() as stack:
        held = _open_locked(path, waiting)
        if held:
            stack.enter_context(held)
        try:
            yield
        finally:
            with contextlib.suppress(OSError):
                if held:
                    path.unlink()
                for folder in missing:
                    folder.rmdir()


def _open_locked(path: Path, waiting: Callable[[], None]) -> BinaryIO | None:
    """Return the file at `path`, locked; None where there can be no such one."""
    # never by way of a link, which may lead anywhere
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    for _ in range(_TRIES):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            file = os.fdopen(os.open(path, flags, 0o666), "r+b", 0)
        except FileNotFoundError:
            # whoever held it has just taken the folder away
            continue
        except OSError:
            return None
        wait_for_lock(file, waiting=waiting)
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(file.fileno()), path.stat()):
                return file
        # whoever held it has taken the file away
        file.close()
    return None


def wait_for_lock(
    file: BinaryIO, *, longest: float = math.inf, waiting: Callable[[], None] = lambda: None
) -> bool:
    """Lock an open file, and wait while another process has it, at most `longest` seconds.

    `waiting` is called once if that is more than a moment. Returns whether the wait came to its
    end; on a file system without locks that is at once.
    """
    began = time.monotonic()
    is_told = False
    while True:
        try:
            try_lock(file)
        except (BlockingIOError, PermissionError):
            waited = time.monotonic() - began
            if waited > longest:
                return False
            if waited > _MOMENT and not is_told:
                waiting()
                is_told = True
            time.sleep(_LOOK_AGAIN)
        except OSError:
            return True
        else:
            return True
