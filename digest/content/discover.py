"""Which files a newsletter's folder has, and what each of them is."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Literal

import msgspec

Kind = Literal["settings", "bibliography", "edition", "entry", "page", "record", "file"]

_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("settings", re.compile(r"content/site\.yaml")),
    ("bibliography", re.compile(r"content/references\.bib")),
    ("edition", re.compile(r"content/editions/[^/]+/index\.md")),
    ("entry", re.compile(r"content/editions/[^/]+/[^/]+\.md")),
    ("page", re.compile(r"content/pages/.+\.md")),
    ("record", re.compile(r"content/papers/.+\.json")),
)


class Source(msgspec.Struct, frozen=True):
    """A file below content/, as the file system knows it."""

    path: str
    """POSIX path from the site's root."""
    kind: Kind
    size: int
    """In bytes."""
    mtime_ns: int
    """Time of its last change, in nanoseconds since 1970."""


def find_root(start: Path) -> Path | None:
    """Return the nearest folder at or above `start` that has `content/site.yaml`."""
    for folder in (start, *start.parents):
        if (folder / "content" / "site.yaml").is_file():
            return folder
    return None


def discover(root: Path) -> tuple[Source, ...]:
    """List every file below `root`/content, sorted by path.

    Hidden files, editors' backups, and links that lead out of the site are passed over.
    """
    found: list[Source] = []
    _scan(root / "content", "content", root.resolve(), found)
    # sorted: nothing may depend on the order in which a folder lists its files
    return tuple(sorted(found, key=lambda source: source.path))


def _scan(folder: Path | str, path: str, root: Path, found: list[Source]) -> None:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name.endswith("~"):
            continue
        below = f"{path}/{entry.name}"
        try:
            if entry.is_symlink() and not Path(entry.path).resolve().is_relative_to(root):
                continue
            if entry.is_dir(follow_symlinks=False):
                _scan(entry.path, below, root, found)
            elif entry.is_file():
                status = entry.stat()
                found.append(Source(below, classify(below), status.st_size, status.st_mtime_ns))
        except OSError:
            # gone since the folder was listed
            continue


def classify(path: str) -> Kind:
    """Tell what a file below content/ is by its path from the site's root."""
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(path)), "file")
