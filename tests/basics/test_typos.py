"""A typo is mended unasked only where nothing else can have been meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.basics.typos import MadeUpKeys, is_one_typo, surely_meant

FIELDS = ("title", "date", "description", "lang", "links", "tags", "authors", "name", "note", "url")
KEYS = ("datamux", "2022-02/datamux", "wang2020", "smith2020", "smith2020b", "lovelace1843", "hip")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lnag", "lang"),
        ("titel", "title"),
        ("Title", "title"),
        ("author", "authors"),
        ("descripton", "description"),
        ("desciptoin", "description"),
        ("dsecritpion", "description"),
        ("tittles", ""),  # two typos in a short word
        ("data", "date"),
        ("note2", ""),  # a note of the editor's own
        ("nate", ""),  # could be `name`, `note` or `date`
        ("subtitle", ""),
        ("", ""),
    ],
)
def test_the_name_that_a_typo_was_meant_to_be(typed: str, meant: str) -> None:
    assert surely_meant(typed, FIELDS) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("datmux", "datamux"),
        ("dtaamux", "datamux"),
        ("DataMux", "datamux"),
        ("data-mux", "datamux"),
        ("2022-02/datmux", "2022-02/datamux"),
        ("2022-03/datamux", ""),  # another edition
        ("lovelac1843", "lovelace1843"),
        ("lovelace1834", ""),  # another year
        ("yang2020", ""),  # another author
        ("lang2020", ""),
        ("smith2021", ""),
        ("smith2020a", ""),  # another paper of the year
        ("smtih2020", "smith2020"),
        ("hop", ""),
        ("ihp", "hip"),
    ],
)
def test_the_key_that_a_typo_was_meant_to_be(typed: str, meant: str) -> None:
    assert MadeUpKeys(KEYS).surely_meant(typed) == meant


def test_of_two_that_are_near_neither_is_surely_meant() -> None:
    assert surely_meant("tilte", ["title", "tiltex"]) == ""
    assert MadeUpKeys(["datamax", "datamux"]).surely_meant("datamix") == ""


WORDS = st.text("abcde", min_size=1, max_size=12)


@given(WORDS, st.data())
def test_a_typo_is_found_whatever_the_word(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    dropped, doubled = word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]
    changed = word[:at] + "x" + word[at + 1 :]
    swapped = word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
    for typo in {dropped, doubled, changed, swapped} - {word}:
        assert is_one_typo(word, typo)
        assert is_one_typo(typo, word)
    assert not is_one_typo(word, word)
