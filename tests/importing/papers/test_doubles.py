"""Papers that are covered twice."""

from __future__ import annotations

from digest.importing.papers.differences import Typed
from digest.importing.papers.doubles import Covered, find_doubles
from digest.records.names.reading import read_names
from tests.importing.works import paper


def told(*entries: Covered, there: tuple[Covered, ...] = ()) -> list[tuple[int, str, str]]:
    faults = enumerate(find_doubles(entries, there))
    return [(place, fault.kind, fault.message) for place, fault in faults if fault]


def test_the_same_id() -> None:
    one = Covered("01.md", 3, "arxiv:2301.00001", typed=Typed("A study of things"))
    other = Covered("02.md", 9, "arxiv:2301.00001", typed=Typed("A Study of Things"))
    message = "'A Study of Things' is covered in '01.md:3', too"
    assert told(one, other) == [(1, "covered-twice", message)]


def test_what_an_edition_covers_already() -> None:
    there = Covered("content/editions/2022-03/01-dsi.md", 0, "arxiv:2301.00001")
    ((_, kind, message),) = told(Covered("01.md", 3, "arxiv:2301.00001"), there=(there,))
    assert kind == "covered-twice"
    assert "'content/editions/2022-03/01-dsi.md'" in message


def test_a_preprint_and_its_published_version() -> None:
    work = paper("2301.00001", "A study", ["Ada Poe"], 2023, doi="10.1000/xyz")
    one = Covered("01.md", 3, "arxiv:2301.00001", work=work)
    ((place, kind, message),) = told(one, Covered("02.md", 9, "doi:10.1000/xyz"))
    assert (place, kind) == (1, "covered-twice")
    assert "'arxiv:2301.00001', which is the same paper as 'doi:10.1000/xyz'" in message


def test_the_same_title_by_the_same_people() -> None:
    names = Typed("A study of things", read_names(["Ada Poe"]))
    others = Typed("A study of things", read_names(["Bob Roe"]))
    one = Covered("01.md", 3, "arxiv:2301.00001", typed=names)
    same = Covered("02.md", 3, "", "https://openreview.net/forum?id=x", names)
    ((place, _, message),) = told(one, same, Covered("03.md", 3, "arxiv:2301.00003", typed=others))
    assert place == 1
    assert "as 'arxiv:2301.00001' and 'https://openreview.net/forum?id=x'" in message


def test_two_titles_with_one_id_have_a_wrong_link() -> None:
    one = Covered("01.md", 3, "arxiv:2301.00001", typed=Typed("Protein folding"))
    other = Covered("02.md", 9, "arxiv:2301.00001", typed=Typed("Language models that reason"))
    assert [kind for _, kind, _ in told(one, other)] == ["paper-differs"]


def test_short_titles_are_many_papers() -> None:
    one = Covered("01.md", 3, "", "https://a.org", Typed("Introduction"))
    assert told(one, Covered("02.md", 3, "", "https://b.org", Typed("Introduction"))) == []
