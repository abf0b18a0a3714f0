"""Keys: readable, plain, one a work, and left alone by what comes later."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.basics.works import Name, Work
from digest.citing.formats.keys import key_base, make_keys
from digest.records.names.bibtex import parse_names

if TYPE_CHECKING:
    from collections.abc import Iterable

ADA = Name("Lovelace", "Ada", "", "Ada Lovelace")


def keys_of(works: Iterable[Work]) -> dict[str, str]:
    """Return the keys of works that came in this order."""
    return make_keys((one.id, key_base(one)) for one in works)


def work(id_: str, title: str = "A Paper", author: Name = ADA, year: int = 2022) -> Work:
    return Work(id_, "article", title, (author,), issued=(year,) if year else ())


def key_of(names: str, year: int, title: str) -> str:
    made = Work("x", "article", title, parse_names(names), issued=(year,) if year else ())
    return keys_of([made])["x"]


@pytest.mark.parametrize(
    ("names", "year", "title", "key"),
    [
        ("Tay, Yi and Tran, Vinh Q.", 2022, "Transformer Memory as an Index", "tay2022transformer"),
        ("van den Oord, Aaron", 2018, "Representation Learning", "oord2018representation"),
        ("De Cao, Nicola", 2020, "Autoregressive Entity Retrieval", "decao2020autoregressive"),
        ("Kim, Ada", 2020, "100 Days of Code", "kim2020days"),
        ("Orwell, George", 1949, "1984", "orwell19491984"),
        ("King, Jr., Martin Luther", 1963, "Why We Can't Wait", "king1963we"),
        ('M{\\"u}ller, Thomas', 2022, "Instant Neural Graphics", "muller2022instant"),
        ('G{\\"u}ne{\\c s}-Baydin, At{\\i}l{\\i}m', 2022, "Gradients", "gunesbaydin2022gradients"),
        ("O'Neil, Cathy", 2016, "Weapons of Math Destruction", "oneil2016weapons"),
        ("{Google Research}", 2021, "On the Opportunities", "google2021opportunities"),
        ("Ho, Jonathan", 2020, "A Survey", "ho2020survey"),
        ("Ho, Jonathan", 2020, "The \u201cQuoted\u201d Word", "ho2020quoted"),
        ("Ho, Jonathan", 2020, "$k$-NN, again", "ho2020nn"),
        ("Ho, Jonathan", 2020, "$O(n)$", "ho2020o"),
        # as they were when records had raised and lowered text in Unicode, or as formulas
        ("Ho, Jonathan", 2020, "H<sub>2</sub>O ice", "ho2020h2o"),
        ("Ho, Jonathan", 2020, "H\u2082O ice", "ho2020h2o"),
        ("Ho, Jonathan", 2020, "NO<sub>x</sub> and NO$_x$", "ho2020no"),
        ("Ho, Jonathan", 2020, "<i>E. coli</i> grows", "ho2020e"),
        ("Ho, Jonathan", 2020, "Towards the", "ho2020towards"),
        ("Ho, Jonathan", 2020, "???", "ho2020untitled"),
        ("Ho, Jonathan", 0, "Undated", "hondundated"),
        ("", 2020, "Nobody's Work", "anon2020nobodys"),
        ("others", 2020, "Some", "anon2020some"),
        ("{山田太郎}", 2020, "深層学習", "shantiantailang2020shencengxuexi"),
        ("Иванов, Иван", 2020, "Обучение", "ivanov2020obuchenie"),
    ],
)
def test_a_key_is_surname_year_and_word(names: str, year: int, title: str, key: str) -> None:
    assert key_of(names, year, title) == key


def test_an_editor_stands_in_for_authors() -> None:
    edited = Work("x", "book", "Handbook", editor=(ADA,), issued=(2001,))
    assert keys_of([edited])["x"] == "lovelace2001handbook"


def test_the_first_keeps_its_key_and_the_others_get_letters() -> None:
    works = [work(f"arxiv:{index}") for index in range(3)]
    assert list(keys_of(works).values()) == [
        "lovelace2022paper",
        "lovelace2022paperb",
        "lovelace2022paperc",
    ]


def test_a_letter_never_makes_the_key_of_another_work() -> None:
    works = [work("1", "Net"), work("2", "Net"), work("3", "Netb"), work("4", "Net")]
    assert list(keys_of(works).values()) == [
        "lovelace2022net",
        "lovelace2022netb",
        # its own words make the second's key, which is older
        "lovelace2022netbb",
        "lovelace2022netc",
    ]


def test_a_thousand_papers_of_one_author_and_word_have_keys() -> None:
    keys = keys_of(work(str(index)) for index in range(1000))
    assert len(set(keys.values())) == 1000


names = st.builds(Name, *[st.sampled_from(["", "Ng", "Wu", "\u5f20"])] * 2, st.just(""), st.text())
works = st.lists(
    st.builds(
        Work,
        st.text(min_size=1),
        st.just("article"),
        st.sampled_from(["Net", "Netb", "Nets", "A Net", "\u7f51", "$x$"]) | st.text(),
        st.tuples(names) | st.just(()),
        issued=st.sampled_from([(), (2021,), (2022, 1)]),
    ),
    unique_by=lambda one: one.id,
)


@given(works, works)
def test_a_new_work_changes_no_older_key(older: list[Work], newer: list[Work]) -> None:
    before = keys_of(older)
    after = keys_of([*older, *newer])
    assert {id_: after[id_] for id_ in before} == before
    assert len(set(after.values())) == len(after)
    assert all(re.fullmatch("[a-z0-9]+", key) for key in after.values())
