"""The sources of a newsletter watched: which of them changed, a save at a time."""

from __future__ import annotations

import os
import platform
import time
from pathlib import Path
from typing import TYPE_CHECKING

from watchfiles import Change, watch

from digest.basics.lazyregex import lazy_regex
from digest.commands.serve.comparing import compare_sources
from digest.content.discover import STATIC, is_passed_over

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from threading import Event

WATCHED = ("content", "static", "themes")
"""The folders with sources; of the root nothing else is watched, and build/ never."""

_QUIET_MS = 10
"""Saves that follow each other this fast are one: a checkout, an editor that writes twice."""
_LONGEST_MS = 1_600
"""How long a row of saves may be put off."""
_LOOK_MS = 100
"""How often to look whether a watched folder itself came or went."""
_EMPTY_SECONDS = 0.25
"""How long an empty file is given: it is most often one that is just being written."""

_TRIES = 3
"""How often to try to be told of changes, before files are compared instead."""

# what editors put beside the file that they save: vim's swap files and its try at writing,
# Emacs' locks and autosaves, and the copies that JetBrains' write first
_NO_SOURCE = lazy_regex(r"\..*|.*~|#.*#|4913|.*\.sw[a-z]|.*___jb_(tmp|old)___")


def is_source(path: str) -> bool:
    """Tell whether a path below the root can be a source, and is no editor's scratch file."""
    top, *parts = path.split("/")
    if top == STATIC:
        return not any(is_passed_over(part, path) for part in parts)
    return top in WATCHED and not any(_NO_SOURCE.fullmatch(part) for part in parts)


def watch_sources(
    root: Path, stop: Event, saved: Callable[[frozenset[str]], None], say: Callable[[str], None]
) -> None:
    """Tell `saved` the paths, from the root, of the sources that changed, until `stop` is set.

    It is told of no paths whenever the watch begins anew: from then on nothing is missed. `say`
    is given a line where the system refuses to watch; the files are then compared instead.
    """

    def tell(seen: Iterable[frozenset[str]]) -> None:
        for changed in seen:
            _let_settle(root, changed, stop)
            saved(changed)

    failures = 0 if _can_tell() else _TRIES
    while failures < _TRIES and not stop.is_set():
        try:
            tell(_watch_until_moved(root, stop))
        except Exception as error:  # noqa: BLE001 -- watchfiles documents no class for all that a system can refuse
            # a folder that goes while it is listed fails too, and the next try is without it
            failures += 1
            if failures == _TRIES:
                say(f"the system refuses to watch the files ({_reason(error)})")
                say("they are compared a few times a second instead")
            stop.wait(_LOOK_MS / 1000)
    if not stop.is_set():
        tell(compare_sources(root, WATCHED, is_source, stop))


def _can_tell() -> bool:
    """Tell whether the system tells of changes: WSL does not of those on Windows' own disks."""
    return "microsoft" not in platform.uname().release.lower()


def _reason(error: Exception) -> str:
    return str(error).partition(" about [")[0].strip(" .") or type(error).__name__


def _watch_until_moved(root: Path, stop: Event) -> Iterator[frozenset[str]]:
    """Yield what changed; end where one of the watched folders is another than before."""
    before = _identities(root)
    folders = [root / name for name in before]
    if not folders:
        yield frozenset()
        while not stop.wait(_LOOK_MS / 1000) and not _identities(root):
            pass
        return
    seen = watch(
        *folders,
        watch_filter=None,
        debounce=_LONGEST_MS,
        step=_QUIET_MS,
        rust_timeout=_LOOK_MS,
        yield_on_timeout=True,
        stop_event=stop,
        # interrupts are the main thread's
        raise_interrupt=False,
        # it compares whole seconds, and misses what is saved in the second in which it looked
        force_polling=False,
    )
    began = False
    for changes in seen:
        paths = _sources(changes, root)
        if paths or not began:
            yield paths
        began = True
        if _identities(root) != before:
            return


def _sources(changes: set[tuple[Change, str]], root: Path) -> frozenset[str]:
    # what came and went at once was a copy that a program wrote first and then renamed
    passing = {
        path
        for change, path in changes
        if change == Change.added and (Change.deleted, path) in changes
    }
    paths = (
        Path(os.path.relpath(path, root)).as_posix()
        for _, path in changes
        if path not in passing or os.path.lexists(path)
    )
    return frozenset(filter(is_source, paths))


def _identities(root: Path) -> dict[str, tuple[int, int]]:
    """Return which watched folders there are; one that was replaced is another."""
    found = {}
    for name in WATCHED:
        try:
            status = (root / name).stat()
        except OSError:
            continue
        if (root / name).is_dir():
            found[name] = (status.st_dev, status.st_ino)
    return found


def _let_settle(root: Path, changed: frozenset[str], stop: Event) -> None:
    """Wait a moment for files that are empty: many programs truncate a file and then write it."""
    deadline = time.monotonic() + _EMPTY_SECONDS
    while time.monotonic() < deadline and any(_is_empty(root / path) for path in changed):
        if stop.wait(_QUIET_MS / 1000):
            return


def _is_empty(file: Path) -> bool:
    try:
        return file.is_file() and file.stat().st_size == 0
    except OSError:
        return False
