"""The sources of a newsletter compared with what they were, where no system tells of changes."""

from __future__ import annotations

import os
import stat
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from digest.basics.files import fingerprint_file, settled_ns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path
    from threading import Event

_EVERY_SECONDS = 0.3
"""How long to wait between two looks."""
_SHARE = 10
"""Where a look takes long, so many times as long is waited: it must not slow the builds down."""


class Seen(msgspec.Struct, frozen=True):
    """What a file was when it was looked at."""

    status: tuple[int, ...]
    """Which file it was, its size and times."""
    is_settled: bool
    """Whether a further change would show in its status."""
    bytes: str
    """The fingerprint of its bytes, where the look before or this one could not rely on that."""


def compare_sources(
    root: Path, folders: tuple[str, ...], is_source: Callable[[str], bool], stop: Event
) -> Iterator[frozenset[str]]:
    """Yield the paths, from `root`, of the files that changed, came or went, until `stop` is set.

    They are looked for below `folders`, where `is_source` is true of their paths and of those of
    the folders that they are in. The first time no paths are yielded: from then on nothing is
    missed.
    """
    seen = look(root, folders, is_source, {})
    yield frozenset()
    seconds = 0.0
    while not stop.wait(max(_EVERY_SECONDS, _SHARE * seconds)):
        began = time.monotonic()
        before, seen = seen, look(root, folders, is_source, seen)
        seconds = time.monotonic() - began
        if changed := find_changed(before, seen):
            yield changed


def look(
    root: Path,
    folders: tuple[str, ...],
    is_source: Callable[[str], bool],
    before: Mapping[str, Seen],
) -> dict[str, Seen]:
    """Return what the files are now, by their paths from `root`; `before` is the look before."""
    now_ns = time.time_ns()
    found = {}
    for path, status in _list_files(root, folders, is_source):
        changed_ns = max(status.st_mtime_ns, status.st_ctime_ns)
        is_settled = settled_ns(changed_ns) < now_ns
        known = before.get(path)
        is_read = stat.S_ISREG(status.st_mode) and not (
            is_settled and (known is None or known.is_settled)
        )
        found[path] = Seen(
            (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, changed_ns),
            is_settled,
            _fingerprint(root / path) if is_read else "",
        )
    return found


def find_changed(before: Mapping[str, Seen], now: Mapping[str, Seen]) -> frozenset[str]:
    """Return the paths of what differs between two looks, the second of which knew the first."""
    changed = {path for path, one in now.items() if not _is_same(before.get(path), one)}
    return frozenset(changed | (before.keys() - now.keys()))


def _is_same(before: Seen | None, now: Seen) -> bool:
    if before is None or before.status != now.status:
        return False
    return before.is_settled or before.bytes == now.bytes


def _list_files(
    root: Path, folders: tuple[str, ...], is_source: Callable[[str], bool]
) -> Iterator[tuple[str, os.stat_result]]:
    left: list[tuple[str, frozenset[tuple[int, int]]]] = [(one, frozenset()) for one in folders]
    while left:
        folder, above = left.pop()
        # whatever goes while it is listed is gone at the next look
        with suppress(OSError):
            found = (root / folder).stat()
            place = (found.st_dev, found.st_ino)
            # a theme may be a link to where it is kept, and a link may lead to where it stands
            if place in above:
                continue
            for entry in list(os.scandir(root / folder)):
                path = f"{folder}/{entry.name}"
                status = _stat(entry) if is_source(path) else None
                if status and stat.S_ISDIR(status.st_mode):
                    left.append((path, above | {place}))
                elif status:
                    yield path, status


def _stat(entry: os.DirEntry[str]) -> os.stat_result | None:
    # of a link that leads nowhere, what is known of itself
    for is_followed in (True, False):
        with suppress(OSError):
            return entry.stat(follow_symlinks=is_followed)
    return None


def _fingerprint(file: Path) -> str:
    try:
        return fingerprint_file(file)
    except OSError:
        return "not to be read"
