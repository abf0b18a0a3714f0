"""Which records are fetched, which are asked for again, and what is said about them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from digest.commands.fetch import FetchResult, fetch
from tests.newsletter import Newsletter, brief
from tests.service import HTML, Paper, Service, status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = 1_700_000_000
DAY = 24 * 60 * 60
CSL = {"type": "article-journal", "title": "By DOI", "author": [{"family": "B"}]}


@pytest.fixture
def newsletter(tmp_path: Path) -> Newsletter:
    return Newsletter(tmp_path)


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    with Service() as service:
        for name, value in service.environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("DIGEST_HASTE", "200")
        monkeypatch.setenv("DIGEST_CACHE_DIR", str(tmp_path / "build" / "user-cache"))
        yield service


def offer(service: Service, *papers: Paper) -> None:
    service.papers |= {paper.id: paper for paper in papers}


def asked(service: Service) -> list[str]:
    """Return all ids that were asked for, sorted."""
    arxiv = [id_ for seen in service.arxiv_requests for id_ in seen.ids]
    dois = [seen.path.removeprefix("/doi/") for seen in service.doi_requests]
    return sorted(arxiv + dois)


def records(newsletter: Newsletter) -> list[str]:
    folder = newsletter.root / "content/papers"
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def problems(result: FetchResult) -> list[str]:
    return [brief(found) for found in result.diagnostics]


def test_entries_and_citations_are_fetched_wherever_they_are(
    newsletter: Newsletter, service: Service
) -> None:
    offer(service, *(Paper(f"2202.0000{n}") for n in range(1, 5)))
    service.dois["10.1000/x"] = CSL
    newsletter.edition("2022-03", "As in [@arxiv:2202.00001v1].\n", references=["arxiv:2202.00002"])
    newsletter.entry("2022-03/01-a", "Draft.\n", arxiv="2202.00003", draft="true")
    newsletter.write(
        "content/pages/about.md", "---\ntitle: About\n---\n@arxiv:2202.00004 @doi:10.1000/X\n"
    )
    result = fetch(newsletter.root, NOW)
    assert (result.fetched, result.present, problems(result)) == (5, 0, [])
    assert len(service.arxiv_requests) == 1
    assert records(newsletter) == [
        "10.1000%2Fx.json",
        *(f"2202.0000{n}.json" for n in range(1, 5)),
    ]


def test_what_is_there_is_not_asked_for(newsletter: Newsletter, service: Service) -> None:
    newsletter.paper("arxiv:2202.00001")
    newsletter.edition("2022-03", "@arxiv:2202.00001 and @doi:10.48550/arXiv.2202.00001\n")
    result = fetch(newsletter.root, NOW)
    assert (result.fetched, result.present) == (0, 1)
    assert service.seen == []


def test_a_published_paper_that_arxiv_knows_is_asked_for_once(
    newsletter: Newsletter, service: Service
) -> None:
    offer(service, Paper("2202.00001", doi="10.1000/PUB"))
    newsletter.edition("2022-03", "@doi:10.1000/pub and @arxiv:2202.00001\n")
    fetch(newsletter.root, NOW)
    assert asked(service) == ["2202.00001"]
    assert newsletter.check() == []


@pytest.mark.parametrize("had", [0, 1, 2])
def test_a_doi_that_two_papers_of_arxiv_claim_is_fetched(
    newsletter: Newsletter, service: Service, had: int
) -> None:
    ids = ("2202.00001", "2202.00002")
    offer(service, *(Paper(id_, doi="10.1000/PUB") for id_ in ids))
    service.dois["10.1000/pub"] = CSL
    for id_ in ids[:had]:
        newsletter.paper(f"arxiv:{id_}", facts={"doi": "10.1000/pub"})
    newsletter.edition("2022-03", "@doi:10.1000/pub @arxiv:2202.00001 @arxiv:2202.00002\n")
    fetch(newsletter.root, NOW)
    assert asked(service) == ["10.1000/pub", *ids[had:]]
    assert newsletter.check() == []


def test_what_is_typed_is_asked_for_and_not_missed(
    newsletter: Newsletter, service: Service
) -> None:
    newsletter.edition("2022-03", "@doi:10.1000/page @doi:10.1000/down\n")
    typed: dict[str, Any] = {"title": "Typed", "authors": ["A. B."], "date": "2022"}
    newsletter.entry("2022-03/01-a", doi="10.1000/page", **typed)
    newsletter.entry("2022-03/02-b", doi="10.1000/down", **typed)
    service.dois |= {"10.1000/page": HTML, "10.1000/down": status(500)}
    result = fetch(newsletter.root, NOW)
    assert (problems(result), result.failures, result.unanswered) == ([], (), ())
    service.dois |= {"10.1000/page": CSL, "10.1000/down": CSL}
    assert fetch(newsletter.root, NOW + DAY).fetched == 2


def test_what_to_do_about_a_doi_without_a_record_depends_on_where_it_stands(
    newsletter: Newsletter, service: Service
) -> None:
    service.dois |= {"10.1000/page": HTML, "10.1000/empty": {**CSL, "title": [""]}}
    newsletter.edition("2022-03", "@doi:10.1000/page @doi:10.1000/empty\n")
    newsletter.entry("2022-03/01-a", doi="10.1000/page")
    # the second time it is remembered
    for _ in range(2):
        found = fetch(newsletter.root, NOW).diagnostics
        host = service.url.removeprefix("http://")
        page = f"the record of '10.1000/page' cannot be used: {host} answered with a web page"
        assert [one.message for one in found] == [
            page,
            page,
            "the record of '10.1000/empty' cannot be used: it has no title",
        ]
        assert ["'title', 'authors' and 'date'" in one.hint for one in found] == [True, True, False]
        assert "references.bib" in found[2].hint
    assert len(service.doi_requests) == 2


def test_what_to_do_where_asking_again_may_not_help_depends_on_it_too(
    newsletter: Newsletter, service: Service
) -> None:
    names = ("covered", "cited", "here")
    service.dois |= {f"10.1000/{name}": status(500) for name in names}
    newsletter.edition("2022-03", "".join(f"@doi:10.1000/{name} " for name in names[1:]) + "\n")
    newsletter.entry("2022-03/01-a", doi="10.1000/covered")
    newsletter.paper("doi:10.1000/here")
    told = fetch(newsletter.root, NOW, refresh=True).failures
    assert [("'title', 'authors'" in one, "references.bib" in one) for one in told] == [
        (True, False),
        (False, True),
        (False, False),
    ]


def test_a_paper_for_which_arxiv_does_not_answer_can_be_covered_by_its_address(
    newsletter: Newsletter, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIGEST_HASTE", "120")
    service.papers = {"2202.00001": Paper("2202.00001")}
    service.faults["2202.00002"] = status(500)
    newsletter.edition("2022-03", "@arxiv:2202.00001\n")
    newsletter.entry("2022-03/01-a", arxiv="2202.00002")
    (told,) = fetch(newsletter.root, NOW).failures
    assert "give the entry 'url' in place of 'arxiv', and 'title', 'authors' and 'date'" in told
    facts: dict[str, Any] = {"title": "Typed", "authors": ["A. B."], "date": "2022"}
    newsletter.entry("2022-03/01-a", url="https://arxiv.org/abs/2202.00002", **facts)
    assert (fetch(newsletter.root, NOW).failures, newsletter.check()) == ((), [])


def test_a_record_that_is_kept_is_not_one_that_changed(
    newsletter: Newsletter, service: Service
) -> None:
    newsletter.paper("doi:10.1000/a", title="Old")
    newsletter.edition("2022-03", "@doi:10.1000/a\n")
    service.dois["10.1000/a"] = HTML
    result = fetch(newsletter.root, NOW, refresh=True)
    assert (result.refreshed, result.changed) == (1, 0)
    assert "the one that is here is kept" in result.updates[0].news[0]


def test_the_works_behind_one_that_fails_are_refreshed(
    newsletter: Newsletter, service: Service
) -> None:
    newsletter.paper("doi:10.1000/a", title="Old")
    newsletter.edition("2022-03", "@doi:10.1000/0 @doi:10.1000/a\n")
    service.dois |= {"10.1000/0": HTML, "10.1000/a": CSL}
    result = fetch(newsletter.root, NOW, refresh=True)
    assert [update.key for update in result.updates] == ["doi:10.1000/a"]


def test_a_record_that_cannot_be_written_is_named_and_the_others_are(
    newsletter: Newsletter, service: Service
) -> None:
    newsletter.edition("2022-03", " ".join(f"@doi:10.1000/{name}" for name in "abc") + "\n")
    service.dois |= dict.fromkeys(("10.1000/a", "10.1000/b", "10.1000/c"), CSL)
    (newsletter.root / "content/papers/doi/10.1000%2Fb.json/in-the-way").mkdir(parents=True)
    result = fetch(newsletter.root, NOW)
    assert result.fetched == 2
    assert "10.1000%2Fb.json" in result.failures[0]


def test_an_entry_with_both_ids_needs_one_record(newsletter: Newsletter, service: Service) -> None:
    offer(service, Paper("2202.00001"))
    newsletter.edition("2022-03")
    newsletter.entry("2022-03/01-a", "@doi:10.1000/pub\n", arxiv="2202.00001", doi="10.1000/pub")
    fetch(newsletter.root, NOW)
    assert records(newsletter) == ["2202.00001.json"]
    assert newsletter.check() == []


@pytest.mark.usefixtures("service")
def test_ids_that_are_nobodys_are_named_in_their_places(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "See @arxiv:2202.00009,\n@doi:10.1000/none and @arxiv:2202.9.\n")
    newsletter.entry("2022-03/01-a", "Again: @arxiv:2202.00009\n", arxiv="2202.00009")
    result = fetch(newsletter.root, NOW)
    assert problems(result) == [
        "editions/2022-03/01-a.md:2:8 error paper-unfetched",
        "editions/2022-03/01-a.md:4:8 error paper-unfetched",
        "editions/2022-03/index.md:5:5 error paper-unfetched",
        "editions/2022-03/index.md:6:1 error paper-unfetched",
        "editions/2022-03/index.md:6:23 error id-malformed",
    ]
    assert result.diagnostics[0].message == "arXiv has no record of '2202.00009'"
    assert records(newsletter) == []


def test_what_nobody_knew_is_left_alone_for_a_day(newsletter: Newsletter, service: Service) -> None:
    newsletter.edition("2022-03", "@arxiv:2202.00009\n")
    for now in (NOW, NOW + DAY - 1):
        assert problems(fetch(newsletter.root, now)) == [
            "editions/2022-03/index.md:5:1 error paper-unfetched"
        ]
    assert len(service.seen) == 1
    offer(service, Paper("2202.00009"))
    assert fetch(newsletter.root, NOW + 60, refresh=True).fetched == 1


def test_what_nobody_knew_is_asked_for_again_the_next_day(
    newsletter: Newsletter, service: Service
) -> None:
    newsletter.edition("2022-03", "@arxiv:2202.00009\n")
    fetch(newsletter.root, NOW)
    fetch(newsletter.root, NOW + DAY)
    assert len(service.seen) == 2


def test_abstracts_are_kept_unless_the_site_wants_none(
    newsletter: Newsletter, service: Service
) -> None:
    offer(service, Paper("2202.00001", abstract="What we did."))
    newsletter.edition("2022-03", "@arxiv:2202.00001\n")
    record = newsletter.root / "content/papers/arxiv/2202.00001.json"
    fetch(newsletter.root, NOW)
    assert "What we did." in record.read_text()
    record.unlink()
    newsletter = Newsletter(newsletter.root, "abstracts: false\n")
    fetch(newsletter.root, NOW)
    assert "What we did." not in record.read_text()


def test_a_refresh_tells_what_is_new(newsletter: Newsletter, service: Service) -> None:
    offer(service, Paper("2202.00001", title="Old"), Paper("2202.00002"), Paper("2202.00003"))
    newsletter.edition("2022-03", "@arxiv:2202.00001 @arxiv:2202.00002 @arxiv:2202.00003\n")
    fetch(newsletter.root, NOW)
    offer(
        service,
        Paper("2202.00001", title="New", version=2, doi="10.1000/x", journal_ref="J. 1 (2023)"),
        Paper("2202.00003", version=2, comment="This paper has been withdrawn by the authors"),
    )
    result = fetch(newsletter.root, NOW + DAY, refresh=True)
    assert (result.fetched, result.refreshed, result.present) == (0, 3, 0)
    assert [(update.key, update.news) for update in result.updates] == [
        (
            "arxiv:2202.00001",
            (
                "version 2, was 1",
                "title 'New', was 'Old'",
                "DOI 10.1000/x",
                "journal reference 'J. 1 (2023)'",
            ),
        ),
        ("arxiv:2202.00003", ("version 2, was 1", "withdrawn")),
    ]
    assert len(service.arxiv_requests) == 2
    assert fetch(newsletter.root, NOW + 3 * DAY, refresh=True).updates == ()


def test_a_refresh_tells_what_is_printed_otherwise(
    newsletter: Newsletter, service: Service
) -> None:
    early: dict[str, Any] = {"type": "article-journal", "DOI": "10.1000/x", "title": "T"}
    early |= {"page": "1-1"}
    early |= {"author": [{"family": "Poe", "given": "Ada"}], "issued": {"date-parts": [[2021]]}}
    service.dois["10.1000/x"] = early
    newsletter.edition("2022-03", "@doi:10.1000/x\n")
    fetch(newsletter.root, NOW)
    placed = {"volume": "44", "page": "4-9", "issued": {"date-parts": [[2022, 8]]}}
    both = [*early["author"], {"family": "Roe", "given": "Bo"}]
    service.dois["10.1000/x"] = {**early, **placed, "author": both}
    (update,) = fetch(newsletter.root, NOW + DAY, refresh=True).updates
    assert update.news == (
        "authors 'Ada Poe and Bo Roe', was 'Ada Poe'",
        "date 2022-08, was 2021",
        "volume 44",
        "page 4-9",
        "no longer advance online publication",
    )
    notice = {"type": "retraction", "DOI": "10.1000/n"}
    service.dois["10.1000/x"] = {**early, **placed, "author": both, "updated-by": [notice]}
    (update,) = fetch(newsletter.root, NOW + 3 * DAY, refresh=True).updates
    assert update.news == ("retracted",)


@pytest.mark.parametrize(
    ("recorded", "offered", "kept"),
    [
        ("Of 5 km", r"Of $\SI{5}{\kilo\meter}$", "Of 5 km"),
        # neither can be set, or the new one can
        (r"Of $\foo$", r"Of $\bar$", r"Of $\bar$"),
        ("Of 5 km", "Of $5$ km", "Of $5$ km"),
        ("A new method for DNA", "A NEW METHOD FOR DNA", "A new method for DNA"),
        ("A NEWER METHOD FOR DNA", "A NEW METHOD FOR DNA", "A NEW METHOD FOR DNA"),
    ],
)
def test_a_mended_title_stays_while_what_comes_is_wrong(
    newsletter: Newsletter, service: Service, recorded: str, offered: str, kept: str
) -> None:
    newsletter.paper("doi:10.1000/x", title=recorded)
    newsletter.edition("2022-03", "@doi:10.1000/x\n")
    service.dois["10.1000/x"] = {**CSL, "title": offered, "volume": "7"}
    fetch(newsletter.root, NOW, refresh=True)
    record = (newsletter.root / "content/papers/doi/10.1000%2Fx.json").read_text()
    assert json.dumps(kept) in record
    assert '"volume": "7"' in record


def test_mended_names_stay_while_those_that_come_are_doubtful(
    newsletter: Newsletter, service: Service
) -> None:
    newsletter.paper("doi:10.1000/x", title="By DOI", authors="Ada M\xfcller")
    newsletter.edition("2022-03", "@doi:10.1000/x\n")
    names = [{"family": "M\ufffdller", "given": "Ada"}, {"name": "University of Oulu"}]
    service.dois["10.1000/x"] = {**CSL, "author": names, "volume": "7"}
    fetch(newsletter.root, NOW, refresh=True)
    record = json.loads((newsletter.root / "content/papers/doi/10.1000%2Fx.json").read_text())
    assert [name["literal"] for name in record["author"]] == ["Ada M\xfcller"]
    assert record["volume"] == "7"


def test_a_refresh_leaves_alone_what_was_asked_for_within_a_day(
    newsletter: Newsletter, service: Service
) -> None:
    offer(service, Paper("2202.00001"), Paper("2202.00002"))
    newsletter.edition("2022-03", "@arxiv:2202.00001\n")
    newsletter.paper("arxiv:2202.00002")
    fetch(newsletter.root, NOW)
    # nobody knows how old a record is that came with the folder
    result = fetch(newsletter.root, NOW + 60, refresh=True)
    assert (result.refreshed, result.present) == (1, 1)
    assert asked(service) == ["2202.00001", "2202.00002"]
    fetch(newsletter.root, NOW + 120, refresh=True)
    assert len(service.seen) == 2


@pytest.mark.usefixtures("service")
def test_a_record_whose_work_is_gone_is_kept(newsletter: Newsletter) -> None:
    newsletter.paper("doi:10.1000/gone")
    newsletter.edition("2022-03", "@doi:10.1000/gone\n")
    result = fetch(newsletter.root, NOW, refresh=True)
    assert [update.key for update in result.updates] == ["doi:10.1000/gone"]
    assert records(newsletter) == ["10.1000%2Fgone.json"]
    assert result.diagnostics == ()


def test_a_service_that_fails_costs_nothing_that_came_before(
    newsletter: Newsletter, service: Service
) -> None:
    offer(service, *(Paper(f"2202.{n:05d}") for n in range(1, 151)))
    service.dois["10.1000/x"] = CSL
    keys = [f"@arxiv:2202.{n:05d}" for n in range(1, 151)]
    newsletter.edition("2022-03", " ".join([*keys, "@doi:10.1000/x"]) + "\n")
    service.fail(None, status(429, retry_after="1000"))
    result = fetch(newsletter.root, NOW)
    assert len(result.failures) == 1
    assert "run the same command again" in result.failures[0]
    # the DOI service is another one, and was well
    assert (result.fetched, len(result.unanswered)) == (101, 50)
    # it wants to be left alone, so for so long it is
    assert fetch(newsletter.root, NOW).fetched == 0
    assert len(service.arxiv_requests) == 2
    (newsletter.root / "build/user-cache").rename(newsletter.root / "build/old-cache")
    again = fetch(newsletter.root, NOW)
    assert (again.fetched, again.present, again.failures) == (50, 101, ())
    assert sorted(set(asked(service))) == sorted([*service.papers, "10.1000/x"])


def test_progress_counts_all_that_is_asked_for(newsletter: Newsletter, service: Service) -> None:
    offer(service, *(Paper(f"2202.{n:05d}") for n in range(1, 121)))
    service.dois["10.1000/x"] = CSL
    keys = [f"@arxiv:2202.{n:05d}" for n in range(1, 121)]
    newsletter.edition("2022-03", " ".join([*keys, "@doi:10.1000/x"]) + "\n")
    shown: list[tuple[int, int]] = []
    fetch(newsletter.root, NOW, lambda done, total: shown.append((done, total)))
    assert shown == [(done, 121) for done in range(1, 122)]
