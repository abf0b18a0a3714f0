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
    changed_ns: int
    """Time of its last change, a change of its name included, in nanoseconds since 1970."""


def find_root(start: Path) -> Path | None:
    """Return the nearest folder at or above `start` that has `content/site.yaml`."""
    for folder in (start, *start.parents):
        if (folder / "content" / "site.yaml").is_file():
            return folder
    return None


def discover(root: Path) -> tuple[Source, ...]:
    """List every file below `root`/content, sorted by path.

    Hidden files, editors' backups, what is no file (a pipe, a device), and links that lead out
    of the site are passed over. A link that leads nowhere is listed, as an empty file.
    """
    found: list[Source] = []
    _scan(root / "content", "content", os.path.realpath(root), found)
    # sorted: nothing may depend on the order in which a folder lists its files
    return tuple(sorted(found, key=lambda source: source.path))


def _scan(folder: Path | str, path: str, root: str, found: list[Source]) -> None:
    try:
        with os.scandir(folder) as listing:
            entries = list(listing)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name.endswith("~"):
            continue
        below = f"{path}/{entry.name}"
        try:
            if entry.is_symlink() and not _is_within(os.path.realpath(entry.path), root):
                continue
            if entry.is_dir(follow_symlinks=False):
                _scan(entry.path, below, root, found)
            elif entry.is_file():
                status = entry.stat()
                # a file that was moved here may be older than the one that it replaced
                changed_ns = max(status.st_mtime_ns, status.st_ctime_ns)
                found.append(Source(below, classify(below), status.st_size, changed_ns))
            elif entry.is_symlink() and not Path(entry.path).exists():
                found.append(Source(below, classify(below), 0, 0))
        except OSError:
            # gone since the folder was listed
            continue


def _is_within(path: str, folder: str) -> bool:
    return path.startswith(folder.rstrip(os.sep) + os.sep)


def classify(path: str) -> Kind:
    """Tell what a file below content/ is by its path from the site's root."""
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(path)), "file")
