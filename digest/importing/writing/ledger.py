"""What imports wrote, so that a later one knows its own files: `import-ledger.jsonl` at the root.

It has a line of JSON for each post, sorted, so that git shows and joins changes well. While an
import is at work it appends: a post's line first says what is about to be written, and then that
it is. So a run that is cut off at any moment leaves nothing that the next one does not know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from digest.basics.files import append_line, check_links, read_existing, write_file
from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LEDGER: Final = "import-ledger.jsonl"


class Record(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was made of a post."""

    key: str
    """What tells it from others: its address, or its place in the source."""
    path: str
    """Of the file with its text."""
    title: str = ""
    date: str = ""
    """`YYYY-MM-DD`, both as the source has them."""
    origin: str = ""
    """Which source it came from, as `a Substack export, 'export.zip'`; nothing where a later one
    need not have all that this one had."""
    source: str = ""
    """The fingerprint of all that the source says of it."""
    files: dict[str, str] = {}
    """The fingerprint of each file, by its path from the root."""
    fetched: dict[str, str] = {}
    """The path of each picture that was fetched, by its address."""
    before: dict[str, str] = {}
    """The same of the files that these replace."""
    begun: bool = False
    """Whether an import may have been cut off while it wrote them."""


_OURS = lazy_regex(r"content/(?:editions|pages)(?:/(?!\.)[^/\\\x00]+)+")
"""The path of a file that an import writes."""


class Ledger:
    """The records of all posts."""

    def __init__(self, root: Path, cache: Path) -> None:
        """Read it; lines that are none, as git's marks of a conflict, are passed over.

        Raises FileError where it cannot be read.
        """
        check_links(root, LEDGER)
        self._file = root / LEDGER
        self._cache = cache
        self._data = read_existing(self._file)
        self.records = {one.key: one for one in _parse(self._data)}

    def note(self, record: Record) -> None:
        """Add a record, behind those that are there. Raises FileError where it cannot."""
        if not self._data.endswith(b"\n") and self._data:
            # a line that was cut off would take the next one with it
            self.tidy()
        self.records[record.key] = record
        append_line(self._file, msgspec.json.encode(record))

    def tidy(self) -> None:
        """Give it one line for each post, in order, where that is not what it has."""
        data = _format(self.records.values())
        if data == read_existing(self._file):
            return
        write_file(self._file, data, self._cache, keep_mode=True)
        self._data = data


def _parse(data: bytes) -> Iterable[Record]:
    for line in data.splitlines():
        try:
            record = msgspec.json.decode(line, type=Record)
        except (msgspec.DecodeError, ValueError, RecursionError):
            continue
        # it comes with what others sent, and must lead to nothing but what imports write
        paths = (record.path, *record.files, *record.before, *record.fetched.values())
        if all(map(_OURS.fullmatch, paths)):
            yield record


def _format(records: Iterable[Record]) -> bytes:
    ordered = sorted(records, key=lambda one: one.key)
    return b"".join(msgspec.json.encode(one) + b"\n" for one in ordered)
