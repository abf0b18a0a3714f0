"""What the last build saw and found: one that would see the same need not look any closer.

What is built depends on the program, on what was asked for, which includes the day, and on the
files below content/ and of the themes. Files are taken for the same by their names, sizes and
times, as make and git take them.
"""

from __future__ import annotations

import os
import stat
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic
from digest.basics.files import COARSE_NS, DEEPEST, find_cache, last_settled_ns, list_folder
from digest.basics.ownfiles import read_own, write_own
from digest.basics.text import fingerprint, printable
from digest.basics.version import engine_version
from digest.content.discover import Source, discover
from digest.settings.bundled import bundled_themes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_FILE = "last.json"


class Stamps(msgspec.Struct, frozen=True):
    """The names, sizes and times of all files that a build depends on, and of the program."""

    began_ns: int
    """When they were looked at, in nanoseconds since 1970: what changed later may be missed."""
    hash: str
    """Empty where not all of them were looked at."""
    settled_ns: int
    """From when on any further change would show, in nanoseconds since 1970."""
    sources: tuple[Source, ...]
    """The files below content/."""


class Last(msgspec.Struct, frozen=True):
    """A build that went well."""

    stamps: str
    timezone: str
    """The site's, by which the day is told that was asked for."""
    asked: str
    """A fingerprint of what was asked for."""
    state: str
    """Of what was written: another build may have written since, and not be noted here."""
    outputs: int
    mails: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    """Its warnings."""


def read_stamps(root: Path) -> Stamps:
    """Look at what a build of the newsletter in `root` depends on, without reading it."""
    began_ns, sources = time.time_ns(), discover(root)
    files: list[tuple[str, int, int]] = []
    for themes in (root / "themes", bundled_themes()):
        for theme in list_folder(themes):
            files += _list_files(theme)
    changed = [one.changed_ns for one in sources] + [changed for _, _, changed in files]
    seen = fingerprint(engine_version(), msgspec.msgpack.encode((sources, files)))
    return Stamps(began_ns, seen, last_settled_ns(changed), sources)


def look_again(root: Path, before: Stamps, saved: Collection[str]) -> Stamps | None:
    """Return the stamps where nothing has changed since but files that were `saved`.

    None where one of them was not there before, or is not below content/, or is no file.
    """
    began_ns = time.time_ns()
    # there are tens of thousands, and few changed just before they were looked at
    settled_ns = before.began_ns - COARSE_NS
    sources = {
        one.path: one if one.changed_ns < settled_ns else one.as_seen(before.began_ns)
        for one in before.sources
    }
    for path in saved:
        known = sources.get(path)
        try:
            status = os.lstat(root / path)
        except OSError:
            return None
        if known is None or known.stored or not stat.S_ISREG(status.st_mode):
            return None
        changed_ns = max(status.st_mtime_ns, status.st_ctime_ns)
        sources[path] = msgspec.structs.replace(known, size=status.st_size, changed_ns=changed_ns)
    return Stamps(began_ns, "", before.settled_ns, tuple(sources.values()))


def _list_files(folder: Path) -> Iterator[tuple[str, int, int]]:
    """List the files of a theme, which may be a link to where it is kept."""
    for where, folders, names in os.walk(folder):
        folders.sort()
        if len(Path(where).relative_to(folder).parts) >= DEEPEST:
            folders.clear()
        for file in (Path(where, name) for name in sorted(names)):
            with suppress(OSError):
                status = file.stat()
                changed_ns = max(status.st_mtime_ns, status.st_ctime_ns)
                yield printable(str(file)), status.st_size, changed_ns


def read_last(out: Path) -> Last | None:
    """Return what is known of the last build into `out`, if anything is."""
    return read_own(find_cache(out) / _FILE, Last)


def keep_last(out: Path, last: Last) -> None:
    """Note a build into `out` that went well, if that can be written: it only saves time."""
    with suppress(OSError):
        write_own(find_cache(out) / _FILE, last, find_cache(out))
