"""Edits of an entry of the oldest edition; a site for Hugo has its files in the same places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.bench.written import entry_path

if TYPE_CHECKING:
    from pathlib import Path


def add_text(root: Path, name: str) -> str:
    """Add a line to the entry's text, and return what is on its page then."""
    entry = entry_path(root)
    entry.write_text(f"{entry.read_text()}\nEdit {name}.\n")
    return f"Edit {name}."


def change_title(root: Path, name: str) -> None:
    """Give the entry another name, by which lists, feeds and neighbours call it."""
    entry = entry_path(root)
    text, count = re.subn(
        r"^(name|title): .*$", rf"\1: Paper {name}", entry.read_text(), count=1, flags=re.MULTILINE
    )
    if not count:
        raise SystemExit(f"'{entry}' has no name")
    entry.write_text(text)
