"""Which records are fetched, which are asked for again, and what is said about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.fetch import FetchResult, fetch
from tests.newsletter import Newsletter, brief
from tests.service import Paper, Service, status

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
    assert (result.fetched, result.lacking) == (101, 50)
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
    assert shown == [(100, 121), (120, 121), (121, 121)]
