"""Why outputs are made, and which files are not as digest wrote them."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from digest.basics.files import fingerprint_file
from digest.output.manifest import MANIFEST, read_manifest

if TYPE_CHECKING:
    from digest.output.manifest import Manifest, Written

_LARGE = 200_000
"""Bytes of a manifest of about a thousand files."""

Reason = Literal["new", "changed", "damaged", "same"]
"""Why an output is made: it was not there, what it depends on differs, the file on disk is not
the one that was written; or it is not made, being the same."""


def find_damaged(folder: Path) -> list[str]:
    """Return the paths of what is not in `folder` as digest wrote it.

    The manifest's is one of them where it is not all known what digest wrote.
    """
    known = read_manifest(folder)
    damaged = [
        path
        for path, one in known.items()
        if not one.key or not _is_as_written(f"{folder}/{path}", one)
    ]
    return damaged if known.is_whole else [MANIFEST, *damaged]


def is_large(folder: Path) -> bool:
    """Tell whether digest wrote so much into `folder` that to look at all of it takes time."""
    try:
        return (folder / MANIFEST).stat().st_size > _LARGE
    except OSError:
        return False


def why(path: str, key: str, manifest: Manifest, folder: Path) -> Reason:
    """Tell why an output must be made, or that it need not be."""
    known = manifest.get(path)
    if known is None:
        return "new"
    if known.key != key:
        return "changed"
    return "same" if _is_as_written(f"{folder}/{path}", known) else "damaged"


def _is_as_written(file: str, known: Written) -> bool:
    try:
        status = os.lstat(file)
        if status.st_size != known.size or not stat.S_ISREG(status.st_mode):
            return False
        return status.st_mtime_ns == known.mtime_ns or fingerprint_file(Path(file)) == known.hash
    except OSError:
        return False
