"""content/sent.yaml, read and written while nobody else does so on this machine."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from digest.basics.files import (
    FileError,
    check_links,
    find_cache,
    read_existing,
    sweep,
    write_file,
)
from digest.basics.lock import hold
from digest.content.decode import decode
from digest.content.sent import SENT_FILE, Handover, format_sent, parse_sent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@contextmanager
def open_ledger(root: Path, waiting: Callable[[], None]) -> Iterator[Ledger]:
    """Keep other processes from handing anything over while a block runs.

    `waiting` is called where another one does, and is waited for. Raises FileError where the ledger
    cannot be read.
    """
    cache = find_cache(root / "build")
    with hold(cache / "send.lock", waiting):
        sweep(cache)
        yield Ledger(root, cache)


class Ledger:
    """What was handed to the mail service, by edition."""

    def __init__(self, root: Path, cache: Path) -> None:
        check_links(root, SENT_FILE)
        self._file = root / SENT_FILE
        self._cache = cache
        self.entries = {one.edition: one for one in self._read()}

    def note(self, *entries: Handover, instead: Handover | None = None) -> None:
        """Write entries in place of those that their editions have; whole, or not at all.

        One stands there `instead` of another, if the edition was called otherwise.
        """
        if instead:
            self.entries.pop(instead.edition, None)
        self.entries |= {one.edition: one for one in entries}
        text = format_sent(self.entries.values())
        write_file(self._file, text.encode(), self._cache, keep_mode=True)

    def _read(self) -> tuple[Handover, ...]:
        text = decode(read_existing(self._file), SENT_FILE)
        parsed = parse_sent(text.value or "")
        for found in (*text.diagnostics, *parsed.diagnostics):
            where = f"line {found.line} of '{self._file}'"
            raise FileError(f"{where}: {found.message}; 'digest check' tells what to do")
        return parsed.value
