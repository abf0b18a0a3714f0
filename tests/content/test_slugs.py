"""Slugs: free ones beside those that are taken."""

from __future__ import annotations

import pytest

from digest.content.slugs import free_slug, make_slug, name_of_title


def test_a_slug_that_is_taken_has_the_next_number_behind_it() -> None:
    taken: set[str] = set()
    for _ in range(20):
        taken.add(free_slug("Notes", taken).casefold())
    assert taken == {"notes", *(f"notes-{number}" for number in range(2, 21))}


def test_thousands_of_one_name_take_no_time() -> None:
    asked = 0

    class Taken(set[str]):
        def __contains__(self, slug: object) -> bool:
            nonlocal asked
            asked += 1
            return super().__contains__(slug)

    assert (
        free_slug("a", Taken({"a", *(f"a-{number}" for number in range(2, 50_000))})) == "a-50000"
    )
    assert asked < 100


@pytest.mark.parametrize(
    ("title", "name", "slug"),
    [
        ("DataMUX: Data Multiplexing", "DataMUX", "datamux"),
        ("RETRACTED: A miracle cure", "", "retracted-miracle-cure"),
        ("Author Correction: On cells", "", "author-correction-cells"),
        ("Review: On cells", "", "review-cells"),
    ],
)
def test_what_publishers_put_before_a_title_is_no_name(title: str, name: str, slug: str) -> None:
    assert (name_of_title(title), make_slug("", title, "", "")) == (name, slug)
