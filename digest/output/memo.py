"""What was computed of each source, kept with the hash of what it was computed from.

A small SQLite file in `build/.cache`. It may be deleted at any time, and a broken one is thrown
away: nothing is lost but the time to compute again. Each value is stored behind a hash of
itself, its key and the version of digest, as SQLite does not notice a byte that was damaged on the
disk.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from digest.basics.files import find_cache
from digest.basics.text import fingerprint
from digest.basics.version import engine_version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

_SCHEMA = "CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID"


def find_memo(out: Path) -> Path:
    """Return the file of the memo in the folder `out`; it need not exist.

    Raises FileError where the folder that it is in is a link.
    """
    return find_cache(out) / "memo.sqlite"


class Memo:
    """Values by name, each with the key of what it was made of."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        # nothing is made on the disk before there is something to keep
        self._connection = _connect(path) if path and path.is_file() else None
        self._inherited: sqlite3.Connection | None = None
        self._new: dict[str, bytes] = {}
        """By name, sealed."""

    def get(self, name: str, key: str) -> bytes | None:
        """Return the value under `name`, where it was made of what has this `key`; or None."""
        stored = self._new.get(name)
        if stored is None and self._connection is not None:
            with suppress(sqlite3.Error):
                row = self._connection.execute(
                    "SELECT value FROM kept WHERE name = ?", (name,)
                ).fetchone()
                stored = row[0] if row else None
        return _unseal(stored, key)

    def put(self, name: str, key: str, value: bytes) -> None:
        """Keep under `name` a `value` that was made of what has this `key`."""
        self._new[name] = _seal(value, key)

    def take(self) -> dict[str, bytes]:
        """Return what is new, as another process can `add` it, and let go of it here."""
        new, self._new = self._new, {}
        return new

    def add(self, new: dict[str, bytes]) -> None:
        """Keep what another process has taken out of its own memo."""
        self._new |= new

    def save(self, is_needed: Callable[[str], bool] | None = None) -> None:
        """Write what is new for good, and hold it in memory no longer.

        Where `is_needed` is told, what is not needed any more by its name is dropped.
        """
        self.write()
        if self._connection is None:
            return
        with suppress(sqlite3.Error):
            if is_needed:
                rows = self._connection.execute("SELECT name FROM kept")
                stale = [(name,) for (name,) in rows if not is_needed(name)]
                self._connection.executemany("DELETE FROM kept WHERE name = ?", stale)
            self._connection.execute("COMMIT")
            # what is read or written later is again of one state
            self._connection.execute("BEGIN")

    def write(self) -> None:
        """Write what is new, and hold it in memory no longer; nothing of it counts until saved."""
        if self._connection is None and self._path:
            self._connection = _connect(self._path)
        if self._connection is None:
            return
        with suppress(sqlite3.Error):
            self._connection.executemany("REPLACE INTO kept VALUES (?, ?)", self._new.items())
            self._new = {}

    def reopen(self) -> None:
        """Open the file anew, in a process that was forked: a connection must not be shared."""
        # the parent's stays open here, as to close it would let go of the parent's locks
        self._inherited = self._connection
        self._connection = _connect(self._path) if self._path and self._path.is_file() else None

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()


_SEAL = 32
"""The length in bytes of the hash before a value."""


def _seal(value: bytes, key: str) -> bytes:
    return _hash(value, key) + value


def _unseal(stored: object, key: str) -> bytes | None:
    """Return the value that was stored; None where it is not as it was written, or of that key."""
    if not isinstance(stored, bytes):
        return None
    value = stored[_SEAL:]
    return value if _hash(value, key) == stored[:_SEAL] else None


def _hash(value: bytes, key: str) -> bytes:
    # another version of digest may have another form of values, or other ones
    return fingerprint(engine_version(), key, value).encode()


@contextmanager
def open_memo(path: Path | None) -> Iterator[Memo]:
    """Open the memo in the file `path`; with None it is kept in memory only.

    Another process that uses the same file, a folder that cannot be written, or a file that is
    no database cost time but nothing else.
    """
    memo = Memo(path)
    try:
        yield memo
    finally:
        memo.close()


def recall_memo(out: Path) -> AbstractContextManager[Memo]:
    """Open the memo in the folder `out` where a build has left one, and else one in memory."""
    file = find_memo(out)
    return open_memo(file if file.is_file() else None)


def _connect(path: Path) -> sqlite3.Connection | None:
    """Open the file, made anew where it is no database; None where it cannot be had."""
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_symlink():
                path.unlink()
            connection = sqlite3.connect(path, timeout=2, isolation_level=None)
        except (OSError, sqlite3.Error):
            return None
        try:
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute(_SCHEMA)
            # all reads see one state: what this run knows to be there, another cannot delete
            connection.execute("BEGIN")
            connection.execute("SELECT 1 FROM kept LIMIT 1").fetchone()
        except sqlite3.DatabaseError as error:
            connection.close()
            if isinstance(error, sqlite3.OperationalError):
                return None
            with suppress(OSError):
                path.unlink()
        else:
            return connection
    return None
