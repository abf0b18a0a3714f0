"""What is known of a file before it is used: its hash, and of an image its size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.conflicts import settle_bytes
from digest.basics.diagnostics import Diagnostic
from digest.basics.files import settled_ns
from digest.basics.images import Size, find_fault, find_scripts, is_image_name, measure
from digest.basics.text import fingerprint

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
    scripts: str = ""
    """What of it may run as a script where a browser shows it by itself."""
    conflicts: tuple[Diagnostic, ...] = ()
    """That git left in it."""
    fault: str = ""
    """What to do about an image that is none, as a hint."""
    problem: str = ""
    """Why it cannot be read, where that is so; nothing else is known then."""


def read_file(root: Path, source: Source) -> bytes:
    """Return a file's bytes; none where it went away since the folder was listed. Else OSError."""
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
    try:
        data = read_file(root, source)
    except OSError as error:
        return FileFacts("", problem=error.strerror or "the system does not say why"), None
    facts = FileFacts(fingerprint(data))
    if source.kind == "file":
        size = measure(data, source.path)
        scripts = find_scripts(data, source.path)
        fault = find_fault(data, source.path) if not size and is_image_name(source.path) else ""
        known = size or Size(0, 0)
        conflicts = settle_bytes(data, source.path).diagnostics
        facts = FileFacts(
            facts.hash, known.width, known.height, known.fickle, scripts, conflicts, fault
        )
    if settled_ns(source.changed_ns) < started_ns:
        memory.put(name, key, msgspec.json.encode(facts))
    return facts, data
