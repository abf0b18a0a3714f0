"""The only writer into the output folder: it writes what differs and deletes what it owns."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Literal

import msgspec

from digest.basics.files import cannot, check_links
from digest.output.manifest import Manifest, Written, claim

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from digest.output.stage import Made, Stage


class Change(msgspec.Struct, frozen=True):
    """What was done to one file."""

    path: str
    action: Literal["wrote", "deleted"]


class Applied(msgspec.Struct, frozen=True):
    """What was done to the output folder."""

    changes: tuple[Change, ...]
    manifest: Manifest
    """What is known of the folder now, which is still to be noted in it."""


def apply(
    folder: Path,
    manifest: Manifest,
    stale: Collection[str],
    made: Sequence[Made],
    stage: Stage,
    subjects: Mapping[str, str],
) -> Applied:
    """Bring `folder` to the state that was planned.

    `manifest` is what is known of it; `stale` are the paths of what is not planned any more; `made`
    are the outputs that were made, of which those that differ are on the `stage`; `subjects` are
    what pages are about whose plan may have changed, by path. A planned output that was not made
    stays as it is. What is stale and is in the manifest is deleted, with the folders that become
    empty. Raises FileError where the file system refuses, or, before anything is changed, where one
    of the folders is a link.
    """
    stale = sorted(path for path in stale if path in manifest)
    new = sorted(one.path for one in made if one.is_new)
    known: dict[str, Written | None] = {one.path: one.written for one in made if one.written}
    known |= dict.fromkeys(stale)
    for path, subject in subjects.items():
        one = known[path] if path in known else manifest.get(path)
        if one and one.subject != subject:
            known[path] = msgspec.structs.replace(one, subject=subject)
    kept = manifest.replace(known)
    if kept is manifest:
        return Applied((), manifest)
    _check_folders(folder, (*stale, *new))
    if any(path not in manifest for path in new):
        claim(folder, manifest.keys() | new)
    for path in stale:
        _delete(folder, path)
    stage.move_out()
    changes = [Change(path, "deleted") for path in stale] + [Change(path, "wrote") for path in new]
    return Applied(tuple(changes), kept)


def _check_folders(top: Path, paths: Iterable[str]) -> None:
    """Raise FileError where a folder that one of the paths is in is a link."""
    known = {""}
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder not in known:
            known.add(folder)
            if _is_link(f"{top}/{folder}"):
                check_links(top, folder)
            folder = folder.rpartition("/")[0]


def _is_link(file: str) -> bool:
    try:
        return stat.S_ISLNK(os.lstat(file).st_mode)
    except OSError:
        return False


def _delete(top: Path, path: str) -> None:
    """Delete a file, and the folders that become empty."""
    file = top / path
    try:
        # a folder that somebody put in its place is not ours
        if not file.is_dir() or file.is_symlink():
            file.unlink()
    except (FileNotFoundError, NotADirectoryError):
        pass
    except OSError as error:
        raise cannot("delete", file, error) from error
    for parent in file.parents:
        if parent == top:
            break
        try:
            parent.rmdir()
        except OSError:
            break
