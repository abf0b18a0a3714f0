"""What is kept between builds of the units that are linked: one file, read as a whole."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from digest.basics.files import find_cache
from digest.basics.ownfiles import read_packed, write_packed
from digest.site.rows import Rows

if TYPE_CHECKING:
    from pathlib import Path

_FILE = "units"


def read_rows(out: Path) -> Rows:
    """Return the rows of the last build into `out`; none where they are not known."""
    return read_packed(find_cache(out) / _FILE, Rows) or Rows()


def keep_rows(out: Path, rows: Rows) -> None:
    """Keep the rows of a build into `out`, if that can be written: it only saves time."""
    cache = find_cache(out)
    with suppress(OSError):
        write_packed(cache / _FILE, rows, cache)
