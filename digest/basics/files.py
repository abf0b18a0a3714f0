"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
        why = error.strerror or "the system does not say why"
    return FileError(f"cannot {verb} '{file}': {why}")


def list_folder(folder: Path) -> list[Path]:
    """List what is in a folder, sorted; nothing where it is none, or cannot be listed."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


_COARSE_NS, _FINE_NS = 2_000_000_000, 50_000_000


def settled_ns(changed_ns: int) -> int:
    """Return from when on a further change of a file would show in its time stamp.

    Disks count time in steps: FAT in seconds, two at a time, exFAT in hundredths; most others
    as finely as the kernel's clock ticks, every hundredth of a second or more often, but never
    in whole milliseconds.
    """
    return changed_ns + (_FINE_NS if changed_ns % 1_000_000 else _COARSE_NS)


def replace_file(file: Path, data: bytes, workshop: Path, *, keep_mode: bool = False) -> None:
    """Give `file` the content `data`: all of it, or none where anything fails.

    It is written under another name first and then renamed, so that no reader ever meets half of
    it. That name is in the folder `workshop`, so that a run that is cut off leaves nothing where
    others would find it; beside the file only where there can be no such folder, or it is on
    another disk. With `keep_mode` the new file may be read and written by whom the old one may.
    Raises OSError.
    """
    try:
        workshop.mkdir(parents=True, exist_ok=True)
        _write_and_rename(file, data, workshop / f"writing-{os.getpid()}", keep_mode=keep_mode)
    except OSError as error:
        if error.errno != errno.EXDEV and workshop.is_dir():
            raise
        beside = file.with_name(f".{file.name}-{os.getpid()}")
        _write_and_rename(file, data, beside, keep_mode=keep_mode)


def _write_and_rename(file: Path, data: bytes, temporary: Path, *, keep_mode: bool) -> None:
    try:
        temporary.write_bytes(data)
        if keep_mode:
            temporary.chmod(stat.S_IMODE(file.stat().st_mode))
        temporary.replace(file)
    except OSError:
        # what went wrong first is what the user must hear of
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
