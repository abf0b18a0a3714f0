"""Records from the DOI service."""

from __future__ import annotations

from typing import Any

import pytest

from digest.model import Name, Work
from digest.records.doi import fetch_doi, make_doi_work
from digest.records.record import format_record, parse_record
from digest.records.service import ServiceError
from digest.records.store import record_name
from tests.service import CUT, DRIP, EMPTY, HANG, HTML, RESET, Answer, Service, status

DOI = "10.1038/s41586-021-04301-9"
# as Crossref gives it, shortened
ITEM = {
    "DOI": "10.1038/S41586-021-04301-9",
    "type": "article-journal",
    "title": "Magnetic control of plasmas",
    "author": [
        {"given": "Jonas", "family": "Degrave", "sequence": "first", "affiliation": []},
        {"given": "Diego", "family": "de las Casas", "sequence": "additional"},
        {"family": "Plato"},
        {"name": "The Tokamak Team"},
    ],
    "issued": {"date-parts": [[2022, 2, 16]]},
    "container-title": "Nature",
    "publisher": "Springer Science and Business Media LLC",
    "volume": "602",
    "issue": "7897",
    "page": "414-419",
    "URL": "https://doi.org/10.1038/s41586-021-04301-9",
    "abstract": "<jats:title>Abstract</jats:title><jats:p>First.</jats:p><jats:p>Next.</jats:p>",
}


def work_of(**fields: Any) -> Work:
    work = make_doi_work({**ITEM, **fields}, f"doi:{DOI}")
    assert work is not None
    return work


def fetch(service: Service, item: dict[str, Any] | Answer, doi: str = DOI) -> Work | None:
    service.dois[doi.lower()] = item
    return fetch_doi(doi, contact="editors@example.org")


def test_a_journal_article(service: Service) -> None:
    work = fetch(service, ITEM)
    assert work is not None
    assert work.id == f"doi:{DOI}"
    assert work.type == "article-journal"
    assert work.title == "Magnetic control of plasmas"
    assert work.author == (
        Name(family="Degrave", given="Jonas", literal="Jonas Degrave"),
        Name(family="de las Casas", given="Diego", literal="Diego de las Casas"),
        Name(family="Plato", literal="Plato"),
        Name(literal="The Tokamak Team"),
    )
    assert work.issued == (2022, 2, 16)
    assert (work.container_title, work.volume, work.issue) == ("Nature", "602", "7897")
    assert work.page == "414-419"
    assert work.doi == DOI
    assert work.abstract == "First.\n\nNext."
    read = parse_record(format_record(work), f"content/papers/{record_name(work.id)}")
    assert (read.value, read.diagnostics) == (work, ())


@pytest.mark.parametrize(
    ("kind", "whole", "short", "kept"),
    [
        ("journal-article", "Journal of A &amp; B", "J. A &amp; B", "J. A & B"),
        ("journal-article", "Journal of A &amp; B", "Journal of A &amp; B", ""),
        # of the series
        ("book-chapter", "Advances in Cryptology", "LNCS", ""),
        ("proceedings-article", "Proceedings of CVPR", "CVPR", ""),
    ],
)
def test_a_journal_has_its_abbreviation(kind: str, whole: str, short: str, kept: str) -> None:
    titles = {"container-title": whole, "container-title-short": short}
    assert work_of(type=kind, **titles).container_title_short == kept


def test_the_record_is_asked_for_in_its_form_and_by_name(service: Service) -> None:
    fetch(service, ITEM)
    first, second = service.seen
    for request in (first, second):
        assert request.headers["accept"] == "application/vnd.citationstyles.csl+json"
        assert "mailto:editors@example.org" in request.headers["user-agent"]
    assert second.path.startswith("/csl/")


@pytest.mark.parametrize(
    "doi",
    [
        "10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o",
        "10.1000/a?b#c%20d",
        "10.1000/é",
    ],
)
def test_a_doi_with_signs_of_its_own(service: Service, doi: str) -> None:
    assert fetch(service, {**ITEM, "DOI": doi}, doi) is not None


@pytest.mark.parametrize("code", [404, 406, 410])
def test_a_doi_without_a_record(service: Service, code: int) -> None:
    assert fetch(service, status(code)) is None
    assert len(service.doi_requests) == 1


@pytest.mark.parametrize("fields", [{"title": ""}, {"title": []}, {"title": None}])
def test_a_record_without_a_title_is_none(service: Service, fields: dict[str, Any]) -> None:
    assert fetch(service, {**ITEM, **fields}) is None


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(fault, id=name)
        for name, fault in {
            "429": status(429),
            "503": status(503),
            "hang": HANG,
            "cut": CUT,
            "reset": RESET,
            "drip": DRIP,
            "empty": EMPTY,
            "html": HTML,
            "list": Answer(b"[]"),
            "half": Answer(b'{"title": "A'),
            "deep": Answer(b'{"a":' + b"[" * 100_000),
            "latin": Answer(b'{"title": "\xe9"}'),
        }.items()
    ],
)
@pytest.mark.usefixtures("no_collection")
def test_faults_are_waited_for_and_then_told(
    service: Service, fault: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    service.dois[DOI] = ITEM
    service.fail(fault)
    assert fetch_doi(DOI, contact="") is not None
    monkeypatch.setenv("DIGEST_HASTE", "120")
    service.constant = fault
    with pytest.raises(ServiceError, match="run the same command again"):
        fetch_doi(DOI, contact="")


def test_what_will_not_change_is_asked_once(service: Service) -> None:
    service.constant = status(403)
    with pytest.raises(ServiceError, match="403"):
        fetch_doi(DOI, contact="")
    assert len(service.seen) == 1


def test_a_redirect_without_end(service: Service) -> None:
    service.constant = Answer(status=302, headers=(("Location", "/again"),))
    with pytest.raises(ServiceError, match="redirects"):
        fetch_doi(DOI, contact="")


@pytest.mark.parametrize(
    ("title", "subtitle", "shown"),
    [
        ("Deep", ["A review"], "Deep: A review"),
        ("Why?", ["Because"], "Why? Because"),
        ("Deep: a review", ["A Review"], "Deep: a review"),
        ("Deep", [], "Deep"),
        ("Deep", [None], "Deep"),
    ],
)
def test_subtitles(title: str, subtitle: list[Any], shown: str) -> None:
    assert work_of(title=title, subtitle=subtitle).title == shown


@pytest.mark.parametrize("parts", [[[2019]], [[2019, None]], [["2019"]]])
def test_a_date_of_a_year_alone(parts: list[Any]) -> None:
    assert work_of(issued={"date-parts": parts}).issued == (2019,)


def test_a_retracted_article_is_marked() -> None:
    notice = {"DOI": "10.1038/x", "type": "retraction", "label": "Retraction"}
    assert work_of(**{"updated-by": [notice]}).status == "retracted"
    assert work_of(**{"updated-by": [{**notice, "type": "correction"}]}).status == ""
    # what takes another work back is not itself taken back
    assert work_of(**{"update-to": [notice]}).status == ""


@pytest.mark.parametrize("broken", ["x", [None], [{"type": 3}], {}, 7])
def test_notices_that_cannot_be_read_are_none(broken: object) -> None:
    assert work_of(**{"updated-by": broken}).status == ""


@pytest.mark.parametrize(
    ("item", "fields"),
    [
        (
            {"type": "proceedings-article", "publisher-location": "New York", "page": "n/a-n/a"},
            {"publisher_place": "New York", "page": ""},
        ),
        (
            {"ISSN": ["0028-0836", "1476-4687"], "ISBN": ["978-0-387-31073-2"]},
            {"issn": "0028-0836, 1476-4687", "isbn": "978-0-387-31073-2"},
        ),
        (
            {"type": "book", "container-title": "Springer Series", "edition-number": "2"},
            {"container_title": "", "collection_title": "Springer Series", "edition": "2"},
        ),
        (
            {"type": "dissertation", "degree": ["Doctor of Philosophy"], "container-title": None}
            | {"institution": [{"name": "MIT"}]},
            {"genre": "PhD thesis", "publisher": "MIT"},
        ),
        ({"type": "dissertation", "degree": ["M.Sc."]}, {"genre": "Master\u2019s thesis"}),
        ({"type": "dissertation", "degree": ["Habilitation"]}, {"genre": "Habilitation thesis"}),
        (
            {"type": "standard", "standards-body": {"name": "IEEE"}, "publisher": None}
            | {"report-number": "7"},
            {"publisher": "IEEE", "number": "7"},
        ),
        (
            {"translator": [{"family": "M&amp;N", "given": "A"}], "volume": "1&amp;2"},
            {"translator": (Name("M&N", "A", "", "A M&N"),), "volume": "1&2"},
        ),
        (
            {"issued": {"date-parts": [[2020, 13]]}, "published": {"date-parts": [[2019]]}},
            {"issued": (2020,)},
        ),
        (
            {"author": [{"sequence": "first"}], "issued": None}
            | {"published-online": {"date-parts": [[2019, 2]]}},
            {"issued": (2019, 2)},
        ),
    ],
)
def test_what_crossref_has_under_names_of_its_own(
    item: dict[str, Any], fields: dict[str, object]
) -> None:
    made = work_of(**item)
    assert {name: getattr(made, name) for name in fields} == fields
