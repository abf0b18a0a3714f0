"""What is known of a file before it is used: its hash, and of an image its size."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import msgspec

from digest.basics.conflicts import settle_bytes
from digest.basics.diagnostics import Diagnostic
from digest.basics.files import fingerprint_file, reason_of, settled_ns
from digest.basics.images import (
    DAMAGED,
    Size,
    find_fault,
    has_its_end,
    is_image_name,
    measure,
)
from digest.basics.scripts import Scripts, find_scripts
from digest.basics.svgcleaning import clean_svg
from digest.basics.text import fingerprint
from digest.content.decode import LARGEST, TOO_LARGE

if TYPE_CHECKING:
    from pathlib import Path

    from digest.content.discover import Source
    from digest.content.texts import Memory


class FileFacts(msgspec.Struct, frozen=True):
    """What is known of a file that is published as it is."""

    hash: str
    width: int = 0
    """In pixels; 0 where it is no image."""
    height: int = 0
    fickle: bool = False
    """Whether the image may look otherwise elsewhere; see `digest.basics.images.Size`."""
    scripts: Scripts = Scripts()
    """What of it may run as a script where a browser shows it by itself."""
    conflicts: tuple[Diagnostic, ...] = ()
    """That git left in it."""
    fault: str = ""
    """What to do about an image that is none, or is damaged, as a hint."""
    outer: str = ""
    """Another file that a published drawing shows, which no browser loads into a picture."""
    is_located: bool = False
    """Whether it is a photograph that tells where it was taken."""
    is_clear: bool = False
    """Whether it is a bitmap that one may see through."""
    problem: str = ""
    """Why it cannot be read, where that is so; nothing else is known then."""


def read_file(root: Path, source: Source) -> bytes:
    """Return a file's bytes; none where it went away since the folder was listed. Else OSError.

    One that would fill the memory cannot be read either.
    """
    if source.size > LARGEST:
        raise OSError(errno.EFBIG, TOO_LARGE)
    try:
        return (root / source.file).read_bytes()
    except FileNotFoundError:
        return b""


def read_facts(
    root: Path, source: Source, memory: Memory, started_ns: int
) -> tuple[FileFacts, bytes | None]:
    """Return a file's hash, and its size where it is an image; and its bytes, if they were read.

    A file whose path, size and time stamp are those of an earlier run is not read again, unless
    the stamp was so fresh when it was taken that a later change might not show. `started_ns`
    is the time of this run's beginning.
    """
    name, key = f"facts:{source.path}", f"{source.size}:{source.changed_ns}"
    stored = memory.get(name, key)
    if stored is not None:
        return msgspec.json.decode(stored, type=FileFacts), None
    is_whole = source.kind not in {"file", "static"} or source.size <= LARGEST
    try:
        data = read_file(root, source) if is_whole else _read_head(root, source)
        hash_ = fingerprint(data) if is_whole else fingerprint_file(root / source.file)
    except OSError as error:
        return FileFacts("", problem=reason_of(error)), None
    facts = FileFacts(hash_)
    if source.kind in {"file", "static"}:
        facts = _look_into(data, source, hash_, is_whole=is_whole)
    if settled_ns(source.changed_ns) < started_ns:
        memory.put(name, key, msgspec.json.encode(facts))
    return facts, data if is_whole else None


def _read_head(root: Path, source: Source) -> bytes:
    with (root / source.file).open("rb") as opened:
        return opened.read(LARGEST)


def _look_into(data: bytes, source: Source, hash_: str, *, is_whole: bool) -> FileFacts:
    """Return the facts of a file; `data` is what it has, or how it begins."""
    path = source.path
    size = measure(data, path)
    fault = ""
    if not size and is_image_name(path):
        fault = find_fault(data, path)
    elif size and is_whole and not has_its_end(data, path):
        fault = DAMAGED
    known = size or Size(0, 0)
    scripts = find_scripts(data, path, is_whole=is_whole)
    outer = known.outer
    if outer and scripts.taken and source.kind != "static":
        # what it loads from another site is left out of it, and told of as such
        left = measure(clean_svg(data).data, path)
        outer = left.outer if left else ""
    return FileFacts(
        hash_,
        known.width,
        known.height,
        known.fickle,
        scripts,
        settle_bytes(data, path).diagnostics,
        fault,
        outer,
        known.is_located,
        known.is_clear,
    )
