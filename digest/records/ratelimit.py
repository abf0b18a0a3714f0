"""One request at a time, and not too soon after another, by all digest processes of a machine.

A file in the user's cache folder is locked while a request is under way, and holds the time of
the last one. The lock goes with the process that holds it, however that ends.
"""

from __future__ import annotations

import contextlib
import os
import re
import time
from typing import TYPE_CHECKING

from digest.basics.hosts import host_of
from digest.basics.lock import wait_for_lock
from digest.records.service import ServiceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

_LENGTH = 17
"""Of a time in the file, in characters."""
_LONGEST_TURN = 300.0
"""Seconds that others may hold the lock; several can stand in line, or one be stopped."""


class RateLimit:
    """Gives each request to one service its turn."""

    def __init__(self, address: str, interval: float, folder: Path) -> None:
        """`interval` is in seconds, from the end of a request to the beginning of the next."""
        host = re.sub(r"[^a-z0-9.-]", "_", host_of(address))
        self._path = folder / f"last-request-{host}"
        self._interval = interval
        self._last = ""
        """The last time, for when no file can be written."""

    @contextlib.contextmanager
    def turn(self) -> Iterator[None]:
        """Hold the turn: wait for it, and let others wait while the block runs.

        Raises ServiceError when others do not end theirs.
        """
        with self._open() as file:
            if file is not None:
                self._lock(file)
            self._wait(file)
            self._note(file)
            try:
                yield
            finally:
                self._note(file)

    def _open(self) -> contextlib.AbstractContextManager[BinaryIO | None]:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return os.fdopen(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600), "r+b", 0)
        except OSError:
            # a home that cannot be written, as in some containers: pace this process at least
            return contextlib.nullcontext()

    def _lock(self, file: BinaryIO) -> None:
        if not wait_for_lock(file, longest=_LONGEST_TURN):
            raise ServiceError(
                "another digest has been asking for minutes",
                "run the same command again when it is done",
            )

    def _wait(self, file: BinaryIO | None) -> None:
        if file is not None:
            file.seek(0)
            self._last = file.read(_LENGTH).decode("ascii", errors="replace")
        if not self._last:
            return
        # the wall clock, because processes share it; set back, it costs one interval at most
        is_time = re.fullmatch(r"[0-9]+\.[0-9]+", self._last)
        passed = time.time() - float(self._last) if is_time else 0
        time.sleep(min(max(self._interval - passed, 0), self._interval))

    def _note(self, file: BinaryIO | None) -> None:
        # always of one length: written over the last time, it is never half there
        self._last = f"{time.time():0{_LENGTH}.6f}"
        if file is not None:
            with contextlib.suppress(OSError):
                file.seek(0)
                file.write(self._last.encode())
