"""Plain text of an edition, as it is copied from a page, a mail or a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.importing.recognise import recognise
from tests.importing.folders import read_written
from tests.importing.recognise.printed import (
    BARE,
    PAPERS,
    PRINTED,
    REFERENCES,
    change,
    wrap,
    wrap_titles,
)

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


def test_addresses_have_nothing_of_a_reader_s_own(tmp_path: Path) -> None:
    text = "News\n\nSee https://x.org/a?id=1&utm_source=mail.\n\nGo: https://x.org/u?token=abc\n"
    assert read_text(tmp_path, text).text.split() == [
        *("See", "https://x.org/a?id=1", "Go:", "https://x.org/u"),
    ]


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


def count_lines(text: str, *, empty: bool) -> str:
    """Put the number of each line before it; empty ones may have none."""
    lines, number = [], 0
    for line in text.split("\n"):
        number += bool(line) or empty
        lines.append(f"{number:>4}  {line}" if line or empty else "")
    return "\n".join(lines)


@pytest.mark.parametrize("empty", [True, False])
def test_numbers_of_lines_are_left_out(tmp_path: Path, empty: bool) -> None:  # noqa: FBT001 -- a parameter
    post = read_text(tmp_path, count_lines(PRINTED, empty=empty))
    plain = read_text(tmp_path, PRINTED)
    assert (post.title, post.text) == (plain.title, plain.text)
    assert [one.reason for one in post.left_out] == ["the numbers of lines"]


def test_asterisks_around_titles_say_bold(tmp_path: Path) -> None:
    text = change(r"\n([^\n]+)\nBy ", "\n1\ufe0f\u20e3 **\\1**\nBy ")
    found = entries_of(read_text(tmp_path, f"{text}\n\n2**3 is 8, and 3**2 is *9*."))
    assert [entry.title for entry in found] == [title for title, _ in PAPERS]


@pytest.mark.parametrize(
    ("text", "at"), [(BARE, "Long "), (wrap(BARE), "Gu et\n"), (wrap_titles(BARE, 24), "Long ")]
)
def test_references_go_on_behind_the_end_of_a_page(tmp_path: Path, text: str, at: str) -> None:
    assert at in text
    parts = recognise(read_text(tmp_path, text.replace(at, f"{at.rstrip()}\n\n12\n\n\f")))
    listed = [(one.label, " ".join(one.text.split())) for one in parts.references]
    assert listed == list(REFERENCES)


def test_references_without_numbers_are_one_a_line(tmp_path: Path) -> None:
    parts = recognise(read_text(tmp_path, change(r"^\[\d\] ", "")))
    assert [one.text for one in parts.references] == [text for _, text in REFERENCES]
