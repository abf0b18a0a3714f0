"""The only writer into the output folder: writes what differs, deletes what it owns, never wipes.

The manifest in it says what digest wrote there and from which key. It is written before the
first change with all that the run may touch, and again at the end, so that a run that is cut
off leaves nothing behind that the next would not own.
"""

from __future__ import annotations

import os
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

import msgspec

from digest.basics.diagnostics import Diagnostic
from digest.basics.files import cannot, replace_file
from digest.basics.text import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MANIFEST = ".manifest.json"
CACHE = ".cache"
UNREADABLE = (OSError, ValueError, RecursionError)
"""What a file of digest's own may raise when it is read: a disk may damage any byte of it."""

Reason = Literal["new", "changed", "damaged", "same"]
"""Why an output is made: it was not there, what it depends on differs, the file on disk is not
the one that was written; or it is not made, being the same."""


class Written(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the manifest knows of a file."""

    key: str
    """Of the output; empty while a run is under way."""
    size: int = 0
    mtime_ns: int = 0
    hash: str = ""
    warnings: tuple[Diagnostic, ...] = ()
    """What was found when it was made."""
    subject: str = ""
    """What it is about, if it is a public page: by this it is known again at another address."""


class Change(msgspec.Struct, frozen=True):
    """What was done to one file."""

    path: str
    action: Literal["wrote", "deleted"]


Manifest = dict[str, Written]
"""By path below the output folder, in POSIX form."""


def read_manifest(folder: Path) -> Manifest:
    """Return what digest wrote into `folder`; empty where that is not known."""
    return _parse_manifest(_read_bytes(folder))


def _read_bytes(folder: Path) -> bytes:
    try:
        return (folder / MANIFEST).read_bytes()
    except OSError:
        return b""


def _parse_manifest(data: bytes) -> Manifest:
    try:
        manifest = msgspec.json.decode(data, type=Manifest)
    except UNREADABLE:
        return {}
    # a manifest that someone edited must not lead out of the folder
    return {path: known for path, known in manifest.items() if _is_below(path)}


def _is_below(path: str) -> bool:
    # as text: there are tens of thousands, and a Path for each takes longer than looking at it
    return bool(path.strip("./")) and path[0] != "/" and ".." not in path.split("/")


def read_state(folder: Path) -> str:
    """Return a fingerprint of what digest wrote into `folder`; empty where that is not known."""
    data = _read_bytes(folder)
    return fingerprint(data) if data else ""


def is_whole(folder: Path, state: str) -> bool:
    """Tell whether what digest wrote into `folder` is of that state, and as it was written."""
    data = _read_bytes(folder)
    return (
        bool(data)
        and fingerprint(data) == state
        and all(
            known.key and _is_as_written(f"{folder}/{path}", known)
            for path, known in _parse_manifest(data).items()
        )
    )


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
        if (status.st_size, status.st_mtime_ns) == (known.size, known.mtime_ns):
            return True
        return status.st_size == known.size and fingerprint(Path(file).read_bytes()) == known.hash
    except OSError:
        return False


def apply(
    keys: Mapping[str, str],
    made: Mapping[str, bytes | Path],
    folder: Path,
    warnings: Mapping[str, tuple[Diagnostic, ...]] = MappingProxyType({}),
    subjects: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Change, ...]:
    """Bring `folder` to the state that was planned.

    `keys` are those of all planned outputs by path; `made` has what is to be written: bytes, or
    a file to copy; `warnings` what was found when they were made; `subjects` what public
    pages are about. A planned output that is not
    in `made` stays as it is. Files that the
    manifest owns and the plan lacks are deleted, with the folders that become empty. Raises
    FileError where the file system refuses.
    """
    manifest = read_manifest(folder)
    stale = sorted(manifest.keys() - keys.keys())
    known = manifest.keys() & keys.keys()
    if not made and not stale and all(manifest[p].subject == subjects.get(p, "") for p in known):
        return ()
    _write_manifest(folder, manifest | {path: Written("") for path in made})
    changes = [*_delete(folder, stale), *_write(folder, made, manifest, keys)]
    kept = {path: manifest[path] for path in keys if path in manifest}
    for path in made:
        kept[path] = msgspec.structs.replace(kept[path], warnings=warnings.get(path, ()))
    for path, written in kept.items():
        subject = subjects.get(path, "")
        if written.subject != subject:
            kept[path] = msgspec.structs.replace(written, subject=subject)
    _write_manifest(folder, kept)
    return tuple(changes)


def _write(
    folder: Path, made: Mapping[str, bytes | Path], manifest: Manifest, keys: Mapping[str, str]
) -> Iterable[Change]:
    known_folders: set[Path] = set()
    for path in sorted(made):
        content = made[path]
        data = content if isinstance(content, bytes) else _read(content)
        file = folder / path
        if not _has_bytes(file, data):
            _replace(file, data, folder, known_folders)
            yield Change(path, "wrote")
        status = os.lstat(file)
        manifest[path] = Written(keys[path], status.st_size, status.st_mtime_ns, fingerprint(data))


def _has_bytes(file: Path, data: bytes) -> bool:
    try:
        status = os.lstat(file)
        return status.st_size == len(data) and not file.is_symlink() and file.read_bytes() == data
    except OSError:
        return False


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise cannot("read", file, error) from error


def _replace(file: Path, data: bytes, folder: Path, known_folders: set[Path]) -> None:
    """Write a file; `known_folders` has those that are there, and gets the file's own."""
    try:
        if file.parent not in known_folders:
            file.parent.mkdir(parents=True, exist_ok=True)
            known_folders.add(file.parent)
        if file.is_dir() and not file.is_symlink():
            # a folder that became a file; whatever is left in it is not ours, and then this fails
            file.rmdir()
        # by way of the cache, whose files are never published
        replace_file(file, data, folder / CACHE)
    except OSError as error:
        raise cannot("write", file, error) from error


def _delete(folder: Path, paths: Iterable[str]) -> Iterable[Change]:
    for path in paths:
        file = folder / path
        try:
            # a folder that somebody put in its place is not ours
            if not file.is_dir() or file.is_symlink():
                file.unlink(missing_ok=True)
        except OSError as error:
            raise cannot("delete", file, error) from error
        yield Change(path, "deleted")
        for parent in file.parents:
            if parent == folder:
                break
            try:
                parent.rmdir()
            except OSError:
                break


def _write_manifest(folder: Path, manifest: Manifest) -> None:
    data = msgspec.json.encode(manifest, order="deterministic")
    _replace(folder / MANIFEST, data, folder, set())
