"""What is known of the files that digest wrote: which they are, and from what each was made.

Two files in the output folder have it. Of `.manifest.json` the loss costs the time to make all
again. `.owned.json` lists the paths alone, and is written before the first change with all that a
run may touch, so that one that is cut off leaves nothing that the next would not own; where either
cannot be read, the other still tells what is digest's.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from digest.basics.diagnostics import Diagnostic
from digest.basics.files import OWNED, cannot, find_cache, fingerprint_file
from digest.basics.ownfiles import decode_own, read_head, read_own, write_own
from digest.basics.text import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable

_MANIFEST = ".manifest.json"

_LARGE = 200_000
"""Bytes of a manifest of about a thousand files."""

Reason = Literal["new", "changed", "damaged", "same"]
"""Why an output is made: it was not there, what it depends on differs, the file on disk is not
the one that was written; or it is not made, being the same."""


class Written(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the manifest knows of a file."""

    key: str
    """Of the output; empty where a run was cut off that may have written it."""
    size: int = 0
    mtime_ns: int = 0
    hash: str = ""
    warnings: tuple[Diagnostic, ...] = ()
    """What was found when it was made."""
    subject: str = ""
    """By what it is known again at another address; empty for what need not be."""


_CLAIMED = Written("")

Manifest = dict[str, Written]
"""By path below the output folder, in POSIX form."""


def read_manifest(folder: Path) -> Manifest:
    """Return what digest wrote into `folder`; empty where that is not known."""
    manifest = _read_known(folder)
    for path in read_own(folder / OWNED, list[str]) or ():
        manifest.setdefault(path, _CLAIMED)
    # what someone edited must not lead out of the folder, or to what is kept in it
    return {path: known for path, known in manifest.items() if _is_output(path)}


def _read_known(folder: Path) -> Manifest:
    return read_own(folder / _MANIFEST, Manifest) or _read_old(folder)


def _read_old(folder: Path) -> Manifest:
    """Return what earlier versions noted, without a hash before it: they wrote it."""
    try:
        paths = decode_own((folder / _MANIFEST).read_bytes(), dict[str, object]) or {}
    except OSError:
        return {}
    return {path: Written("") for path in paths}


def _is_output(path: str) -> bool:
    # as text: there are tens of thousands, and a Path for each takes longer than looking at it
    return path[:1] not in {"", ".", "/"} and (".." not in path or "/../" not in f"{path}/")


def read_state(folder: Path) -> str:
    """Return a fingerprint of what digest wrote into `folder`; empty where that is not known."""
    heads = [read_head(folder / name) for name in (_MANIFEST, OWNED)]
    return fingerprint(*heads) if all(heads) else ""


def find_damaged(folder: Path) -> list[str]:
    """Return the paths of what is not in `folder` as digest wrote it.

    Where it is not known what digest wrote, it is the manifest's.
    """
    known = _read_known(folder) or {_MANIFEST: _CLAIMED}
    return [
        path
        for path, one in known.items()
        if not one.key or not _is_as_written(f"{folder}/{path}", one)
    ]


def is_large(folder: Path) -> bool:
    """Tell whether digest wrote so much into `folder` that to look at all of it takes time."""
    try:
        return (folder / _MANIFEST).stat().st_size > _LARGE
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


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Note what digest wrote into `folder`, and nothing else. Raises FileError."""
    _write(folder, _MANIFEST, manifest)
    claim(folder, manifest)


def claim(folder: Path, paths: Iterable[str]) -> None:
    """Note which paths in `folder` are digest's, or will be. Raises FileError."""
    claimed = sorted(paths)
    # the same from build to build, mostly
    if read_own(folder / OWNED, list[str]) != claimed:
        _write(folder, OWNED, claimed)


def _write(folder: Path, name: str, value: object) -> None:
    try:
        write_own(folder / name, value, find_cache(folder))
    except OSError as error:
        raise cannot("write", folder / name, error) from error
