"""What was meant is found among many files, and in time."""

from __future__ import annotations

import time

import pytest

from digest.site.links.nearby import Nearby

FILES = [f"content/pages/figure-{index:05}-of-many.png" for index in range(20_000)]
PAGES = {
    f"content/pages/note-{index:05}-on-many.md": f"note-{index:05}/" for index in range(20_000)
}
SOURCE = "content/pages/about.md"


@pytest.fixture(scope="module")
def nearby() -> Nearby:
    return Nearby(PAGES, PAGES.values(), FILES)


@pytest.mark.parametrize("typo", ["note-01234-on-mnay.md", "nott-01234-on-many.md"])
def test_a_typo_at_either_end_of_a_name_is_found_among_many(nearby: Nearby, typo: str) -> None:
    hint = nearby.hint_page(typo, SOURCE, may_guess=True)
    assert hint == "did you mean 'note-01234-on-many.md'?"


@pytest.mark.parametrize("typo", ["figure-01234-of-mnay.png", "figrue-01234-of-many.png"])
def test_a_typo_in_the_name_of_a_file_is_found_among_many(nearby: Nearby, typo: str) -> None:
    hint = nearby.hint_file(typo, SOURCE, may_guess=True)
    assert hint == "did you mean 'figure-01234-of-many.png'?"


def test_many_typos_are_compared_with_many_files_in_time(nearby: Nearby) -> None:
    start = time.process_time()
    for index in range(300):
        nearby.hint_page(f"x{index}-on-many.md", SOURCE, may_guess=True)
        nearby.hint_file(f"x{index}-of-many.png", SOURCE, may_guess=True)
    # with all of each other it would be twelve million comparisons
    assert time.process_time() - start < 5
