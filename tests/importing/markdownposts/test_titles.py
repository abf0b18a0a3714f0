"""Titles at the top of texts."""

from __future__ import annotations

import pytest

from digest.importing.markdownposts.titles import take_title


@pytest.mark.parametrize(
    ("text", "title", "found", "rest"),
    [
        ("# *A* title\n\nx\n", "", "A title", "\n\nx\n"),
        ("\nA title\n=======\nx\n", "", "A title", "\n\n\nx\n"),
        ("# A Title\nx\n", "A title", "A Title", "\nx\n"),
        ("# Another\nx\n", "A title", "A title", "# Another\nx\n"),
        ("Text\n\n# Later\n", "", "", "Text\n\n# Later\n"),
    ],
)
def test_a_title_is_taken_from_the_text(text: str, title: str, found: str, rest: str) -> None:
    assert take_title(text, title) == (found, rest)
