"""Writing a new newsletter's files into a folder where there may be others."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from digest.basics.files import find_cache, write_file
from digest.commands.new import NewFileError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from digest.commands.new import NewFile


class Written(msgspec.Struct, frozen=True):
    """What became of a newsletter's files: their paths from its folder."""

    made: tuple[str, ...]
    kept: tuple[str, ...]
    """Were there already, and were left as they were."""


def has_editions(folder: Path) -> bool:
    """Tell whether the folder has editions already."""
    return any((folder / "content" / "editions").glob("*/index.md"))


def write_missing(folder: Path, files: Iterable[NewFile]) -> Written:
    """Write the files that `folder` lacks, in their order, each whole or not at all.

    Raises NewFileError where something is in the way, and then nothing is made; FileError where
    one cannot be made: what was made before stays, and the next time is kept.
    """
    wanted = tuple(files)
    kept = tuple(file.path for file in wanted if os.path.lexists(folder / file.path))
    missing = [file for file in wanted if file.path not in kept]
    for file in missing:
        _check_way(folder / file.path)
    cache = find_cache(folder / "build")
    for file in missing:
        write_file(folder / file.path, file.text.encode(), cache)
    for made in (cache, cache.parent):
        # of no use to a newsletter that was not built yet
        with suppress(OSError):
            made.rmdir()
    return Written(tuple(file.path for file in missing), kept)


def _check_way(path: Path) -> None:
    """Refuse where a file stands in the place of a folder, or none may be made in one."""
    nearest = next(parent for parent in path.parents if os.path.lexists(parent))
    if not nearest.is_dir():
        raise NewFileError(f"'{nearest}' is in the way: a folder must be there")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise NewFileError(f"cannot write into '{nearest}': you may not")
