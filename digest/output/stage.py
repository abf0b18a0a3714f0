"""Where outputs wait until all of them are made: nothing is published while any may be wrong.

Several processes may put outputs there, each those that it has made. The stage is in the output
folder, and laid out as that is, so that what is new moves into its place by a rename: a file, or a
whole folder where there was none.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic
from digest.basics.files import (
    cannot,
    find_cache,
    fingerprint_file,
    name_temporary,
    read_planned_pieces,
    replace_file,
)
from digest.basics.text import fingerprint
from digest.output.manifest import Written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from digest.basics.diagnostics import Checked


class Made(msgspec.Struct, frozen=True):
    """An output that was made, or could not be."""

    path: str
    written: Written | None
    """What the manifest is to know of it; None where it could not be made."""
    is_new: bool = False
    """Whether its bytes are not those in the output folder, and so are on the stage."""
    problems: tuple[Diagnostic, ...] = ()
    """Why it could not be made."""


class Stage:
    """The stage of one build."""

    def __init__(self, out: Path, folder: Path) -> None:
        self._out = out
        self._folder = folder
        self._folders: set[str] = set()
        """Those that were made, by path from the stage."""

    def put(self, path: str, key: str, rendered: Checked[bytes]) -> Made:
        """Write an output on the stage, unless the output folder has its very bytes.

        `path` is where it will be from the output folder, and `key` that of the output. Raises
        FileError.
        """
        data = rendered.value
        if data is None:
            return Made(path, None, problems=rendered.diagnostics)
        status = _find_same(f"{self._out}/{path}", len(data), lambda old: old.read_bytes() == data)
        is_new = status is None
        status = status or self._write(path, (data,))
        if status is None:
            return Made(path, None)
        hash_ = fingerprint(data)
        written = Written(key, status.st_size, status.st_mtime_ns, hash_, rendered.diagnostics)
        return Made(path, written, is_new)

    def copy(self, path: str, key: str, file: Path, hash_: str) -> Made:
        """Copy a file onto the stage, unless the output folder has its very bytes.

        Of one that is larger than the memory, only a piece is there at a time. `hash_` is its
        fingerprint. Raises FileError, also where it has another by now.
        """
        try:
            size = file.stat().st_size
        except OSError as error:
            raise cannot("read", file, error) from error
        status = _find_same(f"{self._out}/{path}", size, lambda old: fingerprint_file(old) == hash_)
        is_new = status is None
        status = status or self._write(path, read_planned_pieces(file, hash_))
        if status is None:
            return Made(path, None)
        return Made(path, Written(key, status.st_size, status.st_mtime_ns, hash_), is_new)

    def _write(self, path: str, pieces: Iterable[bytes]) -> os.stat_result | None:
        """Write on the stage; None where a file is there for a folder, or a folder for the file.

        Then two outputs are in each other's way, of which `address-clash` tells.
        """
        staged = f"{self._folder}/{path}"
        try:
            self._make_folder(path.rpartition("/")[0])
            with open(staged, "wb") as file:  # noqa: PTH123 -- a plain path will do
                file.writelines(pieces)
            return os.lstat(staged)
        except OSError as error:
            is_in_the_way = isinstance(error, NotADirectoryError | IsADirectoryError)
            if is_in_the_way and self._folder.is_dir():
                return None
            # without its folder nothing is in the way of this output, but of all
            at = self._out / path if self._folder.is_dir() else self._folder
            raise cannot("write", at, error) from error

    def _make_folder(self, path: str) -> None:
        """Make a folder and those that it is in, each once."""
        if path in self._folders:
            return
        if path:
            self._make_folder(path.rpartition("/")[0])
            # another process may have made it
            with suppress(FileExistsError):
                os.mkdir(f"{self._folder}/{path}")  # noqa: PTH102 -- as above
        else:
            self._folder.mkdir(parents=True, exist_ok=True)
        self._folders.add(path)

    def drop(self, paths: Iterable[str]) -> None:
        """Take outputs from the stage, those that are on it."""
        for path in paths:
            with suppress(OSError):
                os.unlink(f"{self._folder}/{path}")  # noqa: PTH108 -- a plain path will do

    def move_out(self) -> None:
        """Move all that is on the stage into its place. Raises FileError."""
        if self._folder.is_dir():
            _move(self._folder, self._out)


@contextmanager
def open_stage(out: Path) -> Iterator[Stage]:
    """Open the stage of a build into the folder `out`; what is left on it at the end goes.

    Raises FileError where the folder that it is in is a link.
    """
    folder = name_temporary(find_cache(out), "stage")
    try:
        yield Stage(out, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _find_same(file: str, size: int, is_same: Callable[[Path], bool]) -> os.stat_result | None:
    """Return the status of a file that has the same bytes; None where there is no such one."""
    try:
        status = os.lstat(file)
        if status.st_size != size or not stat.S_ISREG(status.st_mode):
            return None
        return status if is_same(Path(file)) else None
    except OSError:
        return None


def _move(folder: Path, to: Path) -> None:
    """Move what is in a folder into another one, which may have files and folders of the names."""
    with os.scandir(folder) as entries:
        for entry in entries:
            moved, target = folder / entry.name, to / entry.name
            try:
                if not entry.is_dir():
                    _move_file(moved, target)
                elif os.path.lexists(target):
                    _move(moved, target)
                else:
                    _move_folder(moved, target)
            except OSError as error:
                raise cannot("write", target, error) from error
    # several times as fast as to have all of them looked through at the end
    with suppress(OSError):
        folder.rmdir()


def _move_file(file: Path, target: Path) -> None:
    if target.is_dir() and not target.is_symlink():
        # a folder that became a file; whatever is left in it is not ours, and then this fails
        target.rmdir()
    try:
        file.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        # the cache is on another disk
        replace_file(target, file.read_bytes(), file.parent)
        shutil.copystat(file, target)


def _move_folder(folder: Path, target: Path) -> None:
    try:
        folder.rename(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        target.mkdir()
        _move(folder, target)
