"""Files that may not be read, also where the tests are run by someone who may read everything."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOBODY = 65534


@contextmanager
def open_folder() -> Iterator[Path]:
    """Give a new folder that everybody may read, unlike those that pytest makes."""
    folder = Path(tempfile.mkdtemp()).resolve()
    folder.chmod(0o777)
    try:
        yield folder
    finally:
        for path in folder.rglob("*"):
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o755)
        shutil.rmtree(folder)


@contextmanager
def without_root() -> Iterator[None]:
    """Act as a user who may not read everything, as long as this lasts."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
