"""Plain text of an edition, as it is copied from a page, a mail or a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.importing.recognise import recognise
from tests.importing.folders import read_written
from tests.importing.recognise.printed import PAPERS, PRINTED, wrap, wrap_titles

if TYPE_CHECKING:
    from pathlib import Path

    from digest.importing.parts import FoundEntry
    from digest.importing.post import Post


def read_text(folder: Path, text: str) -> Post:
    """Return the post that a text is."""
    return read_written(folder, {"march.txt": text}, "text").posts[0]


def entries_of(post: Post) -> list[FoundEntry]:
    """Return what was told apart as entries."""
    return [entry for stretch in recognise(post).stretches for entry in stretch.entries]


HYPHENATED = PRINTED.replace("Differentiable Search", "Differ-\nentiable Search").replace(
    "State-Space", "State-\nSpace"
)


@pytest.mark.parametrize(
    "text",
    [
        PRINTED,
        wrap(PRINTED),
        wrap_titles(PRINTED, 24),
        wrap_titles(PRINTED, 30),
        wrap_titles(wrap(PRINTED), 24),
        HYPHENATED,
    ],
)
def test_titles_that_are_broken_are_whole(tmp_path: Path, text: str) -> None:
    found = entries_of(read_text(tmp_path, text))
    assert [entry.title for entry in found] == [title for title, _ in PAPERS]
