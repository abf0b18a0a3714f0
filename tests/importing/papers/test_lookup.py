"""Papers of an archive looked up on the network, when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.importing.papers.lookup import LookedUp, Title, Wanted, look_up
from digest.records.names.reading import read_names
from digest.records.obtain import FetchOptions
from tests.service import CUT, HTML, Paper, Service, page, status

if TYPE_CHECKING:
    from pathlib import Path

STUDY = Title("A study of small things", read_names(["Ada Poe", "Bob Roe"]))
ITEM = {
    "DOI": "10.1000/xyz",
    "type": "journal-article",
    "title": ["A study of small things"],
    "author": [{"given": "Ada", "family": "Poe"}],
    "issued": {"date-parts": [[2021]]},
}


@pytest.fixture(autouse=True)
def service(service: Service, monkeypatch: pytest.MonkeyPatch) -> Service:
    monkeypatch.setenv("DIGEST_HASTE", "100")
    return service


def look(root: Path, wanted: Wanted, now: int = 1_700_000_000) -> LookedUp:
    return look_up(wanted, FetchOptions(root, now))


def test_a_title_and_a_surname_must_agree(service: Service, tmp_path: Path) -> None:
    service.papers["2301.00001"] = Paper("2301.00001", STUDY.title, ("Zoe Doe",))
    service.papers["2301.00002"] = Paper("2301.00002", "A Study of Small Things.", ("A. Poe",))
    other = Title("A study of small things in the dark", STUDY.authors)
    found = look(tmp_path, Wanted(titles=(STUDY, other, Title("Nobody's", ()))))
    assert [work.id for work in found.obtained.works] == ["arxiv:2301.00002"]
    assert (tmp_path / "content/papers/arxiv/2301.00002.json").is_file()
    assert found.failures == ()


def test_what_arxiv_does_not_have_crossref_may(service: Service, tmp_path: Path) -> None:
    service.works.append(ITEM)
    service.dois["10.1000/xyz"] = ITEM | {"title": STUDY.title}
    found = look(tmp_path, Wanted(titles=(STUDY,)))
    assert [work.id for work in found.obtained.works] == ["doi:10.1000/xyz"]


def test_nothing_is_asked_twice(service: Service, tmp_path: Path) -> None:
    look(tmp_path, Wanted(titles=(STUDY,)))
    before = len(service.seen)
    assert before > 0
    look(tmp_path, Wanted(titles=(STUDY,)))
    assert len(service.seen) == before
    look(tmp_path, Wanted(titles=(STUDY,)), now=1_800_000_000)
    assert len(service.seen) > before


def test_an_interrupted_search_goes_on_with_the_titles_that_are_left(
    service: Service, tmp_path: Path
) -> None:
    titles = tuple(Title(f"A study of {number} things", STUDY.authors) for number in range(20))
    service.papers["2301.00019"] = Paper("2301.00019", titles[19].title, ("Ada Poe",))
    # the second question to arXiv stays without an answer, as often as it is asked
    service.fail(*[None] * 9, *[status(503, retry_after="3600")])
    first = look(tmp_path, Wanted(titles=titles))
    (failure,) = first.failures
    assert "12 titles are still to be looked for" in failure
    asked = len(service.seen)
    (tmp_path / "cache").rename(tmp_path / "another time")
    second = look(tmp_path, Wanted(titles=titles))
    assert [work.id for work in second.obtained.works] == ["arxiv:2301.00019"]
    # two more to arXiv, eleven to Crossref, and the record
    assert len(service.seen) - asked == 14


@pytest.mark.parametrize("fault", [CUT, HTML])
def test_records_and_pages_come_though_the_search_fails(
    service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: object
) -> None:
    monkeypatch.setenv("DIGEST_ARXIV_API", f"{service.url}/nowhere")
    service.pages["/nowhere"] = fault  # type: ignore[assignment] # an answer
    service.pages["/paper"] = page(
        ("citation_title", "A page"), ("citation_author", "Poe, Ada"), ("citation_date", "2021/03")
    )
    service.dois["10.1000/xyz"] = ITEM | {"title": STUDY.title}
    url = f"{service.url}/paper"
    found = look(tmp_path, Wanted(("doi:10.1000/xyz",), (STUDY,), (url,)))
    assert [work.id for work in found.obtained.works] == ["doi:10.1000/xyz"]
    ((asked, facts),) = found.pages
    assert (asked, facts.title, facts.date) == (url, "A page", (2021, 3))
    assert len(found.failures) == 1
