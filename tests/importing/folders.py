"""Writes the files of an archive into a folder, and reads it as a source does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.importing.files import Files, open_files
from digest.importing.sources import find_source
from digest.importing.sources.source import Options

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from digest.importing.post import Archive, Post

PICTURE = "a picture's bytes"


def open_written(folder: Path, texts: Mapping[str, str]) -> Files:
    """Write texts, by their paths, and open the folder."""
    for name, text in texts.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    files = open_files(str(folder), lambda _most: b"")
    assert isinstance(files, Files)
    return files


def read_written(
    folder: Path, texts: Mapping[str, str], kind: str, today: str = "2026-01-01"
) -> Archive:
    """Write texts, and read them as the source that is found for them, which must be `kind`."""
    files = open_written(folder, texts)
    source = find_source(files)
    assert source is not None
    assert source.name == kind
    return source.read(files, Options(today=today))


def by_title(archive: Archive) -> dict[str, Post]:
    """Return the posts of an archive by their titles."""
    return {post.title: post for post in archive.posts}
