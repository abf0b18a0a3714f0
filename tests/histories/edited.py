"""A newsletter that is edited: what its folder holds, and with which options it is built."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import msgspec

from tests.newsletter import TODAY, Newsletter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from random import Random

Fields = dict[str, Any]
Snapshot = dict[str, tuple[bytes, int]]
"""The content and the time stamp of each file, by its path."""


class NothingToEditError(Exception):
    """The newsletter has nothing on which an edit could be made."""


class Edited(Newsletter):
    """A newsletter's folder. Front matter and settings are a line a field, with values in JSON."""

    def __init__(self, root: Path, out: Path) -> None:
        super().__init__(root)
        self.out = out
        self.today = TODAY
        self.options: dict[str, Any] = {}
        """What the next builds are asked for, besides the day."""

    # --- what there is ---

    def entries(self) -> list[Path]:
        """List the entries' files."""
        return [one for one in self._list("content/editions/*/*.md") if one.name != "index.md"]

    def editions(self) -> list[Path]:
        """List the editions' index.md."""
        return self._list("content/editions/*/index.md")

    def pages(self) -> list[Path]:
        """List the files of free-standing pages."""
        return self._list("content/pages/**/*.md")

    def notes(self) -> list[Path]:
        """List all files with front matter."""
        return [*self.editions(), *self.entries(), *self.pages()]

    def records(self) -> list[Path]:
        """List the files of records."""
        return self._list("content/papers/*/*.json")

    def figures(self) -> list[Path]:
        """List the pictures."""
        return self._list("content/**/*.svg") + self._list("content/**/*.png")

    def _list(self, pattern: str) -> list[Path]:
        return sorted(one for one in self.root.glob(pattern) if one.is_file())

    # --- reading and writing ---

    def read_note(self, file: Path) -> tuple[Fields, str]:
        """Return a note's front matter and body; raises NothingToEditError where it is broken."""
        try:
            _, matter, body = file.read_text().split("---\n", 2)
            return _parse_fields(matter), body
        except ValueError as error:
            raise NothingToEditError from error

    def write_note(self, file: Path, fields: Fields, body: str) -> None:
        """Write a note."""
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\n{_format_fields(fields)}---\n{body}")

    def read_settings(self) -> Fields:
        """Return what site.yaml says."""
        try:
            return _parse_fields((self.root / "content/site.yaml").read_text())
        except ValueError as error:
            raise NothingToEditError from error

    def write_settings(self, fields: Fields) -> None:
        """Write site.yaml."""
        self.write("content/site.yaml", _format_fields(fields))

    # --- as a whole ---

    def snapshot(self) -> Snapshot:
        """Return all files, with their time stamps."""
        files = sorted(one for one in self.root.rglob("*") if one.is_file())
        return {
            one.relative_to(self.root).as_posix(): (one.read_bytes(), one.stat().st_mtime_ns)
            for one in files
        }

    def restore(self, snapshot: Snapshot, *, with_times: bool) -> None:
        """Bring all files back to what they were; as git does it, or with their time stamps."""
        now = self.snapshot()
        for path in now.keys() - snapshot.keys():
            self.delete(path)
        for link in [one for one in self.root.rglob("*") if not one.exists()]:
            link.unlink()
        for path, (data, mtime_ns) in snapshot.items():
            if path not in now or now[path][0] != data:
                # a link would lead the text into another file
                (self.root / path).unlink(missing_ok=True)
                self.write(path, data)
                if with_times:
                    os.utime(self.root / path, ns=(mtime_ns, mtime_ns))


def _parse_fields(text: str) -> Fields:
    """Read a line a field, its value in JSON or plain text."""
    fields = {}
    for line in text.splitlines():
        name, colon, value = line.partition(": ")
        if not colon:
            raise ValueError(line)
        try:
            fields[name] = msgspec.json.decode(value)
        except msgspec.DecodeError:
            fields[name] = value
    return fields


def _format_fields(fields: Fields) -> str:
    return "".join(f"{name}: {json.dumps(value)}\n" for name, value in fields.items())


def choose(chance: Random, things: Sequence[Any]) -> Any:
    """Return one of some things; raises NothingToEditError where there are none."""
    if not things:
        raise NothingToEditError
    return chance.choice(things)
