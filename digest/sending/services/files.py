"""What a person pastes into a service that digest does not know: four files in a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.files import check_links, find_cache, write_file
from digest.records.service import Timing
from digest.sending.mailservice import Draft

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from digest.sending.mailservice import Letter
    from digest.settings.config import Settings

_NAMES = ("message.html", "message.txt", "preheader.txt", "subject.txt")


class Files:
    """A folder that has one for each edition."""

    title = "files"
    timing = Timing()

    def __init__(self, root: Path, folder: str) -> None:
        self._root = root
        self._folder = folder

    def find(self, marks: Mapping[str, str], _ids: Collection[str]) -> tuple[Draft, ...]:
        """Return the editions whose files are all there: a build may have taken some away."""
        there = (
            mark
            for mark, edition in marks.items()
            if all(self._find(edition, name).is_file() for name in _NAMES)
        )
        return tuple(Draft(mark, mark, "draft", "") for mark in there)

    def make(self, letter: Letter) -> Draft:
        """Write the files."""
        draft = Draft(letter.mark, letter.mark, "draft", "")
        self.update(draft, letter)
        return draft

    def update(self, _draft: Draft, letter: Letter) -> None:
        """Write the files."""
        texts = (letter.html, letter.text, f"{letter.preheader}\n", f"{letter.subject}\n")
        for name, text in zip(_NAMES, texts, strict=True):
            file = self._find(letter.edition, name)
            check_links(self._root, file.relative_to(self._root).as_posix())
            write_file(file, text.encode(), find_cache(self._root / "build"))

    def delete(self, draft: Draft) -> None:
        """Delete nothing: there is one folder for an edition, and never two."""

    def find_page(self, _draft: Draft, letter: Letter) -> str:
        """Return the folder."""
        return f"{self._folder}/{letter.edition}/"

    def check(self, _letter: Letter) -> tuple[str, ...]:
        """Tell nothing: whoever pastes sees what becomes of it."""
        return ()

    def _find(self, edition: str, name: str) -> Path:
        return self._root / self._folder / edition / name


def open_files(settings: Settings, _environ: Mapping[str, str], root: Path) -> Files:
    """Return the folder that the settings name, or the one for it in build/."""
    return Files(root, settings.email.provider.folder.strip("/") or "build/email")
