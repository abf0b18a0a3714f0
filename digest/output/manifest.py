"""What is known of the files that digest wrote: which they are, and from what each was made.

Two files in the output folder have it. Of `.manifest.json` the loss costs the time to make all
again. `.owned.json` lists the paths alone, and is written before the first change with all that a
run may touch, so that one that is cut off leaves nothing that the next would not own; where either
cannot be read, the other still tells what is digest's.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING
from zlib import crc32

import msgspec

from digest.basics.diagnostics import Diagnostic
from digest.basics.files import OWNED, cannot, find_cache
from digest.basics.ownfiles import (
    decode_own,
    read_head,
    read_own,
    read_own_start,
    write_own,
    write_own_start,
)
from digest.basics.text import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

MANIFEST = ".manifest.json"
_PARTS = 64
"""Into so many parts a manifest is divided, by the paths of files."""


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


class _Part(msgspec.Struct, frozen=True, array_like=True):
    """A part of a manifest, as it is kept."""

    encoded: bytes = b"{}"
    hash: str = fingerprint(b"{}")
    count: int = 0
    """How many files it knows of."""
    is_warned: bool = False
    """Whether something was found when one of them was made."""

    @property
    def is_whole(self) -> bool:
        return fingerprint(self.encoded) == self.hash


class Manifest(Mapping[str, Written]):
    """What is known of each file, by its path below the output folder, in POSIX form.

    It is kept in parts: one is decoded when a file of it is asked for, and encoded anew when what
    is known of one is another. So a build of tens of thousands of files costs what it touches.
    """

    def __init__(
        self,
        parts: Sequence[_Part] = (_Part(),) * _PARTS,
        owned: str = "",
        list_owned: Callable[[], Iterable[str]] = tuple,
        *,
        is_noted: bool = False,
    ) -> None:
        """`owned` is the first line of `.owned.json`, if that lists the same paths, and else empty.

        `list_owned` reads its paths: of a part that is damaged they are all that is known.
        `is_noted` says that `.manifest.json` has just this.
        """
        self.parts = parts
        self.owned = owned
        self.is_noted = is_noted
        self._list_owned = list_owned
        self._open: dict[int, dict[str, Written]] = {}

    def __getitem__(self, path: str) -> Written:
        return self._decode(_find_part(path))[path]

    def __iter__(self) -> Iterator[str]:
        for number in range(_PARTS):
            yield from self._decode(number)

    def __len__(self) -> int:
        return sum(part.count for part in self.parts)

    @property
    def is_whole(self) -> bool:
        """Whether all of it is as it was written, and so is the list of what is digest's."""
        return bool(self.owned) and all(part.is_whole for part in self.parts)

    def list_warned(self) -> Iterator[tuple[str, Written]]:
        """List the files of which something was found when they were made."""
        for number, part in enumerate(self.parts):
            if part.is_warned:
                yield from (
                    (path, one) for path, one in self._decode(number).items() if one.warnings
                )

    def replace(self, new: Mapping[str, Written | None]) -> Manifest:
        """Return this with what is known now of some files, or None of those that are gone.

        Where nothing differs, it is `self`.
        """
        changed: dict[int, dict[str, Written]] = {}
        owned = self.owned
        for path, one in new.items():
            number = _find_part(path)
            before = self._decode(number).get(path)
            if one == before:
                continue
            known = changed.setdefault(number, {**self._decode(number)})
            if one is None:
                del known[path]
            else:
                known[path] = one
            owned = owned if one and before else ""
        if not changed:
            return self
        parts = [*self.parts]
        for number, known in changed.items():
            parts[number] = _encode(known)
        return Manifest(parts, owned, self._list_owned)

    def _decode(self, number: int) -> dict[str, Written]:
        if number not in self._open:
            part = self.parts[number]
            known = decode_own(part.encoded, dict[str, Written]) if part.is_whole else None
            if known is None:
                paths = (path for path in self._list_owned() if _find_part(path) == number)
                known = dict.fromkeys(paths, _CLAIMED)
            # what someone edited must not lead out of the folder, or to what is kept in it
            self._open[number] = {path: one for path, one in known.items() if _is_output(path)}
        return self._open[number]


def _encode(known: dict[str, Written]) -> _Part:
    encoded = msgspec.json.encode(known)
    is_warned = any(one.warnings for one in known.values())
    return _Part(encoded, fingerprint(encoded), len(known), is_warned)


def _find_part(path: str) -> int:
    return crc32(path.encode()) % _PARTS


class _Table(msgspec.Struct, frozen=True, array_like=True):
    """What the file of a manifest begins with: all of its parts, but for their bytes."""

    owned: str
    parts: tuple[tuple[int, str, int, bool], ...]
    """Of each its length, its hash, how many files it knows, and whether any is warned of."""


def read_manifest(folder: Path) -> Manifest:
    """Return what digest wrote into `folder`; empty where that is not known."""

    def list_owned() -> list[str]:
        return read_own(folder / OWNED, list[str]) or []

    found = _read_known(folder, list_owned)
    if found and found.owned and found.owned == read_head(folder / OWNED):
        return found
    known, older = found or Manifest(), _read_older(folder)
    claimed = dict.fromkeys(list_owned(), _CLAIMED) | older
    rest = {path: one for path, one in claimed.items() if _is_output(path) and path not in known}
    return Manifest(known.replace(rest).parts)


def _read_known(folder: Path, list_owned: Callable[[], Iterable[str]]) -> Manifest | None:
    table, data = read_own_start(folder / MANIFEST, _Table)
    if table is None or len(table.parts) != _PARTS:
        return None
    parts, start = [], 0
    for length, hash_, count, is_warned in table.parts:
        parts.append(_Part(data[start : start + length], hash_, count, is_warned))
        start += length
    return Manifest(parts, table.owned, list_owned, is_noted=True)


def _read_older(folder: Path) -> dict[str, Written]:
    """Return what earlier versions noted, in one piece, or without a hash before it."""
    known = read_own(folder / MANIFEST, dict[str, Written])
    if known is not None:
        return known
    try:
        paths = decode_own((folder / MANIFEST).read_bytes(), dict[str, object]) or {}
    except OSError:
        return {}
    return dict.fromkeys(paths, _CLAIMED)


def _is_output(path: str) -> bool:
    # as text: there are tens of thousands, and a Path for each takes longer than looking at it
    return path[:1] not in {"", ".", "/"} and (".." not in path or "/../" not in f"{path}/")


def read_state(folder: Path) -> str:
    """Return a fingerprint of what digest wrote into `folder`; empty where that is not known."""
    heads = [read_head(folder / name) for name in (MANIFEST, OWNED)]
    return fingerprint(*heads) if all(heads) else ""


def write_manifest(folder: Path, manifest: Manifest) -> Manifest:
    """Note in `folder` what digest wrote into it, where that is not noted yet.

    Returns the manifest as it is noted now, with the list of what is owned beside it. Raises
    FileError.
    """
    is_claimed = manifest.owned and manifest.owned == read_head(folder / OWNED)
    if manifest.is_noted and is_claimed:
        return manifest
    if not is_claimed:
        claim(folder, manifest)
    manifest = Manifest(manifest.parts, read_head(folder / OWNED), is_noted=True)
    table = _Table(
        manifest.owned,
        tuple((len(one.encoded), one.hash, one.count, one.is_warned) for one in manifest.parts),
    )
    with _writing(folder, MANIFEST):
        rest = b"".join(one.encoded for one in manifest.parts)
        write_own_start(folder / MANIFEST, table, rest, find_cache(folder))
    return manifest


def claim(folder: Path, paths: Iterable[str]) -> None:
    """Note which paths in `folder` are digest's, or will be. Raises FileError."""
    claimed = sorted(paths)
    # the same from build to build, mostly
    if read_own(folder / OWNED, list[str]) != claimed:
        with _writing(folder, OWNED):
            write_own(folder / OWNED, claimed, find_cache(folder))


@contextmanager
def _writing(folder: Path, name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise cannot("write", folder / name, error) from error
