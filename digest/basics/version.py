"""Which program made something: results of another version of digest are never used again."""

from __future__ import annotations

import functools
import os
from pathlib import Path

import msgspec

from digest import __version__
from digest.basics.text import fingerprint


@functools.cache
def engine_version() -> str:
    """Return the version of digest with a hash of its modules' sizes and times.

    A developer's edit of any module changes it; an installed digest keeps it, until another version
    of a library stands beside it: TeX is set and code is coloured by them.
    """
    seen = list_libraries(Path(msgspec.__file__).parents[1])
    package = Path(__file__).parents[1]
    for folder, folders, names in os.walk(package):
        folders[:] = sorted(name for name in folders if name not in {"__pycache__", "themes"})
        for name in sorted(names):
            if name.endswith(".py"):
                # there are hundreds, and a Path of each costs more than to look at it
                status = os.stat(f"{folder}/{name}")  # noqa: PTH116
                seen.append(f"{name} {status.st_size} {status.st_mtime_ns}")
    return fingerprint(__version__, *seen)


def list_libraries(folder: Path) -> list[str]:
    """Return what is installed in a folder, each library with its version: `pygments-2.21.0`.

    Core metadata, "Recording installed projects": beside each lies a folder of that name.
    """
    with os.scandir(folder) as found:
        names = [one.name for one in found if one.name.endswith(".dist-info")]
    return sorted(name.removesuffix(".dist-info") for name in names)
