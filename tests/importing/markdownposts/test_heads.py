"""What the head of a file says of its post."""

from __future__ import annotations

import pytest

from digest.importing.markdownposts.heads import read_head
from digest.importing.markdownposts.matter import Split


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("`Vec<T>` and <b>C*-algebras</b>", "Vec<T> and C*-algebras"),
        ("How to write &amp;lt; in HTML", "How to write &lt; in HTML"),
    ],
)
def test_titles_are_read_once(typed: str, title: str) -> None:
    assert read_head("a.md", Split({"title": typed}, "", 1), "published").title == title
