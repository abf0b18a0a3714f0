"""What to do where a command found no newsletter: where it may be."""

from __future__ import annotations

import os
import shlex
from contextlib import suppress
from typing import TYPE_CHECKING

from digest.content.discover import find_root, is_newsletter
from digest.settings.sitefile import SITE_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def hint_newsletter(start: Path, *, is_named: bool) -> str:
    """Return what to do where `start` is in no newsletter; `is_named` by `--root`."""
    outer = find_root(start.resolve()) if is_named else None
    if outer:
        return f"did you mean '--root {shlex.quote(str(outer))}'?"
    if os.path.lexists(start / SITE_FILE):
        return "what is there is no file"
    for folder in (start / "content", start):
        for name in _list(folder):
            if name.lower().startswith("site.y"):
                return f"move '{folder.relative_to(start) / name}' to '{SITE_FILE}'"
    # one that may not be read is not known to be a newsletter
    readable = (name for name in _list(start) if os.access(start / name, os.X_OK))
    below = [name for name in readable if is_newsletter(start / name)]
    if len(below) == 1:
        path = shlex.quote(str(start / below[0] if is_named else below[0]))
        return f"did you mean '--root {path}'?"
    return "name the newsletter's folder with --root, or make a newsletter with 'digest init DIR'"


def _list(folder: Path) -> Iterator[str]:
    with suppress(OSError):
        yield from sorted(one.name for one in folder.iterdir())
