"""The user's cache folder: what digest keeps there belongs to the user and to no newsletter.

Among it are results that only save time, as Python keeps byte code. They are the work of this
digest on this machine, in a folder into which only the user can write: what came with a newsletter
that others sent, or from another machine, is never taken for them.
"""

from __future__ import annotations

import functools
import importlib.util
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import Literal

from digest.basics.files import replace_file
from digest.basics.text import fingerprint
from digest.basics.version import engine_version

Kind = Literal["answers", "figures", "languages", "templates", "words"]
"""The folders of results, each of one kind."""
_MOST = 400
"""Results of a kind that are kept; those written last stay."""
_MOST_FIGURES = 10_000
"""The same of figures, with which a newsletter may be full: a gigabyte."""


def cache_folder() -> Path:
    """Return where digest keeps what belongs to the user and to no newsletter.

    `$DIGEST_CACHE_DIR`, or the platform's place for it (on Linux as the XDG Base Directory
    Specification says). It need not exist, nor be one in which anything can be written.
    """
    named = os.environ.get("DIGEST_CACHE_DIR")
    if named:
        return Path(named)
    if sys.platform == "darwin":
        base = _home() / "Library" / "Caches"
    elif sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or _home() / "AppData" / "Local")
    else:
        named = os.environ.get("XDG_CACHE_HOME", "")
        # a relative one is to be ignored, says the specification
        base = Path(named) if os.path.isabs(named) else _home() / ".cache"  # noqa: PTH117 -- of an empty text Path makes the folder '.'
    return base / "research-digest"


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:
        # whoever has none, as in some containers, gets a place where nothing can be written
        return Path(os.devnull)


def recall(kind: Kind, name: str, key: str) -> bytes | None:
    """Return what was kept under `name`, if it was made of what has this `key`; or None."""
    folder = cache_folder() / kind
    try:
        if not _is_private(folder):
            return None
        seal, _, value = (folder / name).read_bytes().partition(b"\n")
    except OSError:
        return None
    return value if seal == _seal(kind, key, value) else None


def keep(kind: Kind, name: str, key: str, value: bytes) -> None:
    """Keep under `name`, which is a file's, a `value` that was made of what has this `key`.

    Where that cannot be written it costs time, the next time.
    """
    folder = cache_folder() / kind
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_private(folder):
            replace_file(folder / name, b"%b\n%b" % (_seal(kind, key, value), value), folder)
            _drop_oldest(folder, _MOST_FIGURES if kind == "figures" else _MOST)


@functools.cache
def stamp_of(library: str) -> str:
    """Return what tells a library, by the name of its package, from its other versions."""
    spec = importlib.util.find_spec(library)
    file = Path(spec.origin if spec and spec.origin else __file__)
    with suppress(OSError):
        return f"{file} {file.stat().st_mtime_ns}"
    # in an archive, with digest itself
    return str(file)


def _is_private(folder: Path) -> bool:
    """Tell whether only the user can write into a folder. Raises OSError."""
    if sys.platform == "win32":
        # the user's own folder is, and modes say nothing
        return True
    status = folder.lstat()
    is_own = status.st_uid == os.geteuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return is_own and stat.S_ISDIR(status.st_mode)


def _drop_oldest(folder: Path, most: int) -> None:
    # asked at each that is kept, so it makes nothing of what it lists
    with os.scandir(folder) as listed:
        files = [*listed]
    if len(files) > most:
        # half of them at once, so that this is seldom
        for file in sorted(files, key=lambda one: one.stat().st_mtime_ns)[: -most // 2]:
            Path(file).unlink(missing_ok=True)


def _seal(kind: Kind, key: str, value: bytes) -> bytes:
    # a figure's key has all that it was made of and by, so that a workflow's cache may bring it
    program = "" if kind == "figures" else _program()
    return fingerprint(program, key, value).encode()


@functools.cache
def _program() -> str:
    """Return what tells this digest, as it was installed on this machine, from all others.

    It has times to the billionth of a second that no archive brings along, so that nobody who
    has not seen this machine can make a file that would be taken for one of ours.
    """
    return fingerprint(engine_version(), sys.version, str(Path(__file__).stat().st_ctime_ns))
