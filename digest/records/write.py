"""The record of a work written to disk: whole or not at all, and only where it differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.files import FileError, cannot, find_cache, write_file
from digest.records.identifiers import Identifier, parse_identifier
from digest.records.record import format_record
from digest.records.store import FOLDER, record_name

if TYPE_CHECKING:
    from pathlib import Path

    from digest.basics.works import Work


def write_record(root: Path, work: Work) -> bool:
    """Write the record of `work` into the newsletter in the folder `root`.

    Returns whether its bytes are new. Raises FileError where the file system refuses, or where
    the file would not be below content/papers.
    """
    if parse_identifier(work.id) != Identifier(work.id):
        message = f"no record can have the id '{work.id}'"
        raise FileError(message)
    file = root / FOLDER / record_name(work.id)
    data = format_record(work)
    try:
        if not file.is_symlink() and file.is_file() and file.read_bytes() == data:
            return False
        # a folder may be a link
        if not file.parent.resolve().is_relative_to(root.resolve() / FOLDER):
            message = f"'{file.parent}' leads out of '{root / FOLDER}'; records must stay there"
            raise FileError(message)
    except OSError as error:
        raise cannot("write", file, error) from error
    write_file(file, data, find_cache(root / "build"))
    return True
