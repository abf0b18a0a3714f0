"""Files that digest writes for itself: read as they were written, or not at all.

The first line of such a file has a hash of what follows, so that no damage is taken for content,
whatever its kind: it is a disk that fails, a build that was cut off, somebody's editor.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, TypeVar

import msgspec

from digest.basics.files import replace_file
from digest.basics.text import fingerprint

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")

_START = b"digest "


class LostError(Exception):
    """Something of what digest kept for itself cannot be read any more: it must be made anew."""


def read_own(file: Path, kind: type[T]) -> T | None:
    """Return the value that was written into a file; None where it cannot be had, for any reason.

    `kind` is its type, or a type of which every value that was written is one.
    """
    data = read_own_bytes(file)
    return None if data is None else decode_own(data, kind)


def decode_packed(data: bytes, kind: type[T]) -> T | None:
    """Return the value that bytes stand for in MessagePack, or None where they stand for none."""
    # the collector would look at tens of thousands of new objects again and again
    was_on = gc.isenabled()
    gc.disable()
    try:
        return msgspec.msgpack.decode(data, type=kind)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return None
    finally:
        if was_on:
            gc.enable()


def read_own_bytes(file: Path) -> bytes | None:
    """Return the bytes that were written into a file; None where they cannot be had."""
    try:
        whole = file.read_bytes()
    except OSError:
        return None
    head, _, data = whole.partition(b"\n")
    return data if head == _head(data) else None


def read_own_start(file: Path, kind: type[T]) -> tuple[T | None, bytes]:
    """Return the value with which a file begins, None where it cannot be had, and what follows it.

    What follows may be damaged: whoever wrote it knows how to tell.
    """
    try:
        with file.open("rb") as opened:
            head, start, rest = opened.readline(), opened.readline(), opened.read()
    except OSError:
        return None, b""
    start = start.removesuffix(b"\n")
    return (decode_own(start, kind) if head == _head(start) + b"\n" else None), rest


def read_head(file: Path) -> str:
    """Return what tells the content of a file from any other; empty where it cannot be had."""
    try:
        with file.open("rb") as opened:
            return opened.readline(len(_head(b"")) + 1).decode("ascii", "replace")
    except OSError:
        return ""


def decode_own(data: bytes, kind: type[T]) -> T | None:
    """Return the value that bytes stand for in JSON, or None where they stand for none."""
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return None


def write_own(file: Path, value: object, cache: Path) -> None:
    """Write a value into a file, which is replaced as by `replace_file`. Raises OSError."""
    write_own_bytes(file, msgspec.json.encode(value), cache)


def write_own_start(file: Path, value: object, rest: bytes, cache: Path) -> None:
    """Write a value into a file, and bytes behind it, as `write_own` does. Raises OSError."""
    start = msgspec.json.encode(value)
    replace_file(file, b"%b\n%b\n%b" % (_head(start), start, rest), cache)


def write_own_bytes(file: Path, data: bytes, cache: Path) -> None:
    """Write bytes into a file, as `write_own` does a value."""
    replace_file(file, b"%b\n%b" % (_head(data), data), cache)


def _head(data: bytes) -> bytes:
    return _START + fingerprint(data).encode()
