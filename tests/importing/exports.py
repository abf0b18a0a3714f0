"""Exports as services write them, made by tests; and what a source gives of them."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from digest.importing.files import Files, open_files
from digest.importing.sources import find_source
from digest.importing.sources.source import Options

if TYPE_CHECKING:
    from pathlib import Path

    from digest.importing.post import Archive

SECRETS = ("reader@example.net", "s3cret", "Rita Reader")
"""What stands in exports that the tests write, and must stand in nothing that is read of them."""


def write_export(folder: Path, files: dict[str, str], *, packed: bool = False) -> Path:
    """Write an export as a folder, or as a zip."""
    if packed:
        with zipfile.ZipFile(folder / "export.zip", "w") as archive:
            for name, text in files.items():
                archive.writestr(f"export/{name}", text)
        return folder / "export.zip"
    for name, text in files.items():
        (folder / "export" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "export" / name).write_text(text, "utf-8")
    return folder / "export"


def read_export(path: Path, kind: str, url: str = "") -> Archive:
    """Read what is there, which must be found to be of a kind. It must give no secret."""
    files = open_files(str(path), lambda _most: b"")
    assert isinstance(files, Files)
    source = find_source(files)
    assert source is not None
    assert source.name == kind
    archive = source.read(files, Options(url))
    told = repr(archive)
    assert [secret for secret in SECRETS if secret in told] == []
    return archive


def left(archive: Archive) -> dict[str, str]:
    """Return what is left out of an archive as a whole, with the reasons."""
    return {one.what: one.reason for one in archive.left_out}
