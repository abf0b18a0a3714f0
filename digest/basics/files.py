"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Literal

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import begin_fingerprint

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path


class FileError(Exception):
    """A file cannot be read or written; the message names it, and says why and what to do."""


def cannot(verb: str, file: Path, error: OSError) -> FileError:
    """Return what to raise where the system does not let digest `verb` a file, as `write`."""
    nearest = next((one for one in (file, *file.parents) if os.path.lexists(one)), file)
    if nearest != file and not nearest.is_dir():
        why = f"'{nearest}' is a file where a folder must be; move it away"
    elif nearest == file and os.path.lexists(file) and file.is_dir():
        why = "a folder is in its place; move it away"
    else:
        why = reason_of(error)
    return FileError(f"cannot {verb} '{file}': {why}")


def reason_of(error: Exception) -> str:
    """Return why the system does not do what it was asked."""
    why = error.strerror if isinstance(error, OSError) else ""
    return why or str(error) or "the system does not say why"


_PIECE = 1 << 20
"""Bytes of a file that are in memory at a time, where it may be of any length."""


def read_pieces(file: Path) -> Iterator[bytes]:
    """Read a file that may be too large for the memory, some of it at a time. Raises OSError."""
    with file.open("rb") as opened:
        while piece := opened.read(_PIECE):
            yield piece


def fingerprint_file(file: Path) -> str:
    """Return the fingerprint of a file's bytes. Raises OSError."""
    state = begin_fingerprint(file.stat().st_size)
    for piece in read_pieces(file):
        state.update(piece)
    return state.hexdigest()


def read_planned(file: Path, hash_: str) -> bytes:
    """Return a file's bytes, which have this fingerprint: those that it had when it was looked at.

    Raises FileError where it has others by now, or cannot be read.
    """
    return b"".join(read_planned_pieces(file, hash_))


def read_planned_pieces(file: Path, hash_: str) -> Iterator[bytes]:
    """Read the same, some of it at a time; that it has others is known only at the end."""
    try:
        state = begin_fingerprint(file.stat().st_size)
        for piece in read_pieces(file):
            state.update(piece)
            yield piece
    except OSError as error:
        raise cannot("read", file, error) from error
    if state.hexdigest() != hash_:
        raise FileError(f"'{file}' changed while digest was at work; build again")


def read_existing(file: Path) -> bytes:
    """Return a file's bytes; none where there is no such file. Raises FileError."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise cannot("read", file, error) from error


CACHE = ".cache"
"""The folder in one that is built where digest keeps what saves it time."""
OWNED = ".owned.json"
"""The file in one that is built that lists what digest made."""
_TEMPORARY = lazy_regex("(?:writing|stage)-([0-9]+)")
"""How a file or folder is called that is not whole yet, with the number of its process."""


def find_cache(out: Path) -> Path:
    """Return the folder for what digest keeps in the folder `out`; it need not exist.

    Raises FileError where it is a link.
    """
    check_links(out, CACHE)
    return out / CACHE


def check_links(top: Path, path: str) -> None:
    """Raise FileError where a file or folder is a link: `path` below `top`, or one on its way.

    `top` itself may be one, as its user chose it. A link below it leads to what is not ours, and
    may have come with what others sent.
    """
    part = top
    for name in path.split("/"):
        part /= name
        if part.is_symlink():
            raise FileError(
                f"'{part}' is a link, and digest neither writes nor deletes by way of one; "
                "take it away"
            )


DEEPEST = 100
"""So many folders may stand in one another. Only mistakes and malice make more, and what goes
through them may call itself too often."""
DEEP = (f"digest looks into no folder that stands in more than {DEEPEST} others", "move it up")
"""What is told of a deeper one, and what to do."""


def list_folder(folder: Path) -> list[Path]:
    """List what is in a folder, sorted; nothing where it is none, or cannot be listed."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


COARSE_NS = 2_000_000_000
"""After so long a further change of a file shows in its time stamp on any disk."""
_FINE_NS = 50_000_000


def settled_ns(changed_ns: int) -> int:
    """Return from when on a further change of a file would show in its time stamp.

    Disks count time in steps: FAT in seconds, two at a time, exFAT in hundredths; most others
    as finely as the kernel's clock ticks, every hundredth of a second or more often, but never
    in whole milliseconds.
    """
    return changed_ns + (_FINE_NS if changed_ns % 1_000_000 else COARSE_NS)


def last_settled_ns(changed_ns: Collection[int]) -> int:
    """Return from when on a further change of any of some files would show."""
    latest = max(changed_ns, default=0)
    # what changed long before the last of them was settled before it
    last = (one for one in changed_ns if one >= latest - COARSE_NS)
    return max(map(settled_ns, last), default=0)


def name_temporary(cache: Path, what: Literal["writing", "stage"]) -> Path:
    """Return where this process writes what is not whole yet: a file or a whole stage."""
    return cache / f"{what}-{os.getpid()}"


def sweep(cache: Path) -> None:
    """Delete what processes left that were killed, and nothing of those that are at work."""
    for left in list_folder(cache):
        found = _TEMPORARY.fullmatch(left.name)
        if not found or _is_another(int(found[1])):
            continue
        with suppress(OSError):
            if left.is_dir() and not left.is_symlink():
                # it brings archives of every kind along, and hardly ever is anything left
                import shutil  # noqa: PLC0415

                shutil.rmtree(left)
            else:
                left.unlink()


def _is_another(process: int) -> bool:
    """Tell whether a number is that of another process that is alive."""
    if sys.platform == "win32":
        # there is no asking without ending it
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    # in a container each run may have the same number
    return process != os.getpid()


def replace_file(file: Path, data: bytes, cache: Path, *, keep_mode: bool = False) -> None:
    """Give `file` the content `data`: all of it, or none where anything fails.

    It is written under another name first and then renamed, so that no reader ever meets half of
    it. That name is in the folder `cache`, so that a run that is cut off leaves nothing where
    others would find it; beside the file only where there can be no such folder, or it is on
    another disk. With `keep_mode` the new file may be read and written by whom an old one may.
    Raises OSError.
    """
    try:
        cache.mkdir(parents=True, exist_ok=True)
        _write_and_rename(file, data, name_temporary(cache, "writing"), keep_mode=keep_mode)
    except OSError as error:
        if error.errno != errno.EXDEV and cache.is_dir():
            raise
        beside = file.with_name(f".{file.name}-{os.getpid()}")
        _write_and_rename(file, data, beside, keep_mode=keep_mode)


def write_file(file: Path, data: bytes, cache: Path, *, keep_mode: bool = False) -> None:
    """Give `file` the content `data`, as `replace_file` does, and make the folder that it is in.

    Raises FileError.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, data, cache, keep_mode=keep_mode)
    except OSError as error:
        raise cannot("write", file, error) from error


def append_line(file: Path, line: bytes) -> None:
    """Write a line behind those that a file has, and make it where it is not there.

    Raises FileError.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("ab") as opened:
            opened.write(line + b"\n")
    except OSError as error:
        raise cannot("write", file, error) from error


def _write_and_rename(file: Path, data: bytes, temporary: Path, *, keep_mode: bool) -> None:
    try:
        temporary.write_bytes(data)
        if keep_mode:
            with suppress(FileNotFoundError):
                temporary.chmod(stat.S_IMODE(file.stat().st_mode))
        temporary.replace(file)
    except OSError:
        # what went wrong first is what the user must hear of
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
