"""The guide, as it comes with digest."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.commands.guide import PAGES, guide_file, read_guide
from tests.cli.program import run

REPOSITORY = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("page", "title", "part"),
    [
        ("writing", "# Writing a newsletter\n\nA newsletter is", "## An entry\n"),
        ("problems", "# Problems\n\n", "| `citation-undefined` |"),
        ("themes", "# Making a theme\n", "contract: 2 "),
    ],
)
def test_each_page_begins_with_its_title(page: str, title: str, part: str) -> None:
    text = read_guide(page)
    assert text.startswith(title)
    assert part in text


def test_the_pages_are_those_of_the_repository() -> None:
    assert all(REPOSITORY in guide_file(page).parents for page in PAGES)


def test_it_is_printed_and_its_file_named(tmp_path: Path) -> None:
    ran = run(tmp_path, "guide", "problems")
    assert (ran.status, ran.out) == (0, read_guide("problems"))
    assert str(guide_file("problems")) in ran.err
    assert run(tmp_path, "guide", "nothing").status == 2
    told = run(tmp_path, "guide", "--help").out
    assert all(f"  {page} " in told and what in told for page, what in PAGES.items())
