"""What a source is: how its files are known, and how they are read."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from digest.importing.files import Files
from digest.importing.post import Archive


class Options(msgspec.Struct, frozen=True):
    """What the editor says of a source beside its files."""

    url: str = ""
    """The address of the newsletter until now, where the files do not say it."""
    today: str = ""
    """The day on which it is read, `YYYY-MM-DD`: what had expired by then comes in no more."""


class Source(msgspec.Struct, frozen=True):
    """A kind of archive that can be imported."""

    name: str
    """As `--from` takes it."""
    what: str
    """What it is in words, as `a Substack export`."""
    matches: Callable[[Files], bool]
    """Tells whether files are of this kind, by their names and beginnings; cheap."""
    read: Callable[[Files, Options], Archive]
    """Reads the posts. What cannot be read is left out of the archive, and said there."""
