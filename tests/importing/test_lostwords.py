"""Words of a post that are in no file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.importing.lostwords import find_lost
from digest.importing.post import Place, Post
from digest.importing.recognise import recognise
from digest.importing.resolve import Newsletter, resolve
from tests.importing.recognise.printed import change

if TYPE_CHECKING:
    from digest.importing.parts import Fault


def lost(text: str) -> tuple[Fault, ...]:
    post = Post(Place("march.txt", 1), "March", text)
    parts = recognise(post)
    return find_lost(post, parts, resolve([(post, parts)], Newsletter()).posts[0])


@pytest.mark.parametrize(
    "names",
    [
        "Ann Poe and Bea Roe",
        "Ann Poe, Bea Roe, and Cy Doe",
        "Ann Poe und Bea Roe (Mai 2022)",
        "Ann Poe, Bea Roe (A Lab)",
    ],
)
def test_words_between_names_and_dates_are_in_fields(names: str) -> None:
    assert not lost(change("^By Yi Tay.*$", f"By {names}"))


def test_what_a_field_leaves_out_is_told() -> None:
    (fault,) = lost(change("^By Yi Tay.*$", "By Ann Poe (Somewhere) and Bea Roe"))
    assert fault.message == "a word is in no file that was made: 'somewhere'"
