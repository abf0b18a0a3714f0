"""Records from the DOI service."""

from __future__ import annotations

import contextlib
import json
import time
from typing import Any

import pytest

from digest.basics.works import Name, Work
from digest.records.doi import fetch_dois
from digest.records.doiwork import make_doi_work
from digest.records.record import format_record, parse_record
from digest.records.reply import Doubtful, Lacking, Reply, Unanswered
from digest.records.store import record_name
from tests.service import CUT, DRIP, EMPTY, HANG, HTML, RESET, Answer, Service, status, to

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
OTHER = {name: value for name, value in ITEM.items() if name != "DOI"}
"""What any other DOI may be answered with."""


def work_of(**fields: Any) -> Work:
    read = make_doi_work({**ITEM, **fields}, f"doi:{DOI}")
    assert read is not None
    return read.work


def ask(doi: str = DOI) -> Reply:
    (reply,) = fetch_dois([doi], "editors@example.org")
    return reply


def fetch(service: Service, item: dict[str, Any] | Answer, doi: str = DOI) -> Work:
    service.dois[doi.lower()] = item
    work = ask(doi)
    assert isinstance(work, Work)
    return work


def test_a_journal_article(service: Service) -> None:
    work = fetch(service, ITEM)
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
    assert work.doi == "10.1038/S41586-021-04301-9"
    assert work.id == f"doi:{DOI}"
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
    assert fetch(service, {**ITEM, "DOI": doi}, doi).id == f"doi:{doi}"


def test_a_mark_of_the_order_of_bytes_may_stand_before_a_record(service: Service) -> None:
    assert fetch(service, Answer(b"\xef\xbb\xbf" + json.dumps(ITEM).encode())).title


@pytest.mark.parametrize(
    ("fields", "is_told"),
    [
        ({"DOI": "10.1000/other"}, True),
        ({"DOI": "10.1000/other", "aliases": ["10.1000/third"]}, True),
        ({"DOI": "10.1000/other", "aliases": [DOI.upper()]}, False),
        ({"DOI": DOI.upper()}, False),
        ({"DOI": f"https://doi.org/{DOI}"}, False),
        ({"DOI": ""}, False),
    ],
)
def test_a_record_of_another_doi_is_told(
    service: Service, fields: dict[str, Any], *, is_told: bool
) -> None:
    service.dois[DOI] = ITEM | fields
    reply = ask()
    problems = reply.problems if isinstance(reply, Doubtful) else ()
    assert problems == is_told * (
        "the DOI is '10.1000/other': see whether that is the work that is meant",
    )


@pytest.mark.parametrize("target", ["http://[bad", "http://*.org/", "https://a:b:c/"])
def test_what_the_service_leads_to_stops_no_other(service: Service, target: str) -> None:
    service.dois["10.1000/b"] = OTHER
    service.fail(to(target))
    bad, good = fetch_dois([DOI, "10.1000/b"], "")
    assert bad == Lacking(KEY, f"it leads to '{target}', which is no address of a page")
    assert isinstance(good, Work)


# --- what is no record ------------------------------------------------------------------------

KEY = f"doi:{DOI}"


@pytest.mark.parametrize("code", [404, 410])
def test_a_doi_that_nobody_knows(service: Service, code: int) -> None:
    service.fail(status(code))
    assert ask() == Lacking(KEY)
    assert len(service.seen) == 1


@pytest.mark.parametrize("fields", [{"title": ""}, {"title": []}, {"title": None}])
def test_a_record_without_a_title_is_none(service: Service, fields: dict[str, Any]) -> None:
    service.dois[DOI] = {**ITEM, **fields}
    assert ask() == Lacking(KEY, "it has no title")


@pytest.mark.parametrize(
    ("titles", "title"),
    [
        (["", "日本語の題名"], "日本語の題名"),
        ([None, " ", "Found"], "Found"),
        (["First", "Second"], "First"),
        ([["a list"], "Found"], "Found"),
    ],
)
def test_the_first_title_that_is_one_is_taken(titles: list[Any], title: str) -> None:
    assert work_of(title=titles).title == title


PAGES: dict[str, tuple[Answer, str]] = {
    "a page": (HTML, "{host} answered with a web page"),
    "bad request": (status(400), "{host} answered '400 Bad Request'"),
    "forbidden": (status(403), "{host} answered '403 Forbidden'"),
    "unknown": (status(404), "{host} answered '404 Not Found'"),
    "no such form": (status(406), "{host} answered '406 Not Acceptable'"),
    "no content": (Answer(status=204), "{host} answered '204 No Content'"),
    "a file": (
        to("file:///etc/passwd"),
        "it leads to 'file:///etc/passwd', which is no address of a page",
    ),
    "a mail": (to("mailto:a@b.org"), "it leads to 'mailto:a@b.org', which is no address of a page"),
    "no host": (to("http://a..b/"), "it leads to 'http://a..b/', which is no address of a page"),
    "no port": (
        to("http://a.org:x/"),
        "it leads to 'http://a.org:x/', which is no address of a page",
    ),
    "half an address": (
        to("http://[bad"),
        "it leads to 'http://[bad', which is no address of a page",
    ),
    "nowhere": (to(""), "it leads to '', which is no address of a page"),
    "without end": (to("/csl/again"), "it leads from one address to the next without end"),
}


@pytest.mark.parametrize("name", PAGES)
def test_what_a_doi_leads_to_can_be_no_record(service: Service, name: str) -> None:
    answer, problem = PAGES[name]
    service.dois |= {DOI: answer, "again": to("/csl/again"), "10.1000/b": OTHER}
    replies = list(fetch_dois([DOI, "10.1000/b"], ""))
    assert replies[0] == Lacking(KEY, problem.format(host=service.url.removeprefix("http://")))
    assert isinstance(replies[1], Work)
    # and it is asked for once
    assert len(service.doi_requests) == 2


FAULTS = {
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
    "no gzip": Answer(b"garbage", headers=(("Content-Encoding", "gzip"),)),
}


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.usefixtures("no_collection")
def test_faults_are_waited_for_and_then_told(
    service: Service, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    service.dois[DOI] = ITEM
    service.fail(FAULTS[name])
    assert isinstance(ask(), Work)
    monkeypatch.setenv("DIGEST_HASTE", "120")
    service.constant = FAULTS[name]
    reply = ask()
    assert isinstance(reply, Unanswered)
    assert "run the same command again" in reply.remedy


@pytest.mark.parametrize("name", [name for name in FAULTS if name not in {"429", "html"}])
@pytest.mark.usefixtures("no_collection")
def test_one_doi_that_fails_stops_no_other(
    service: Service, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIGEST_HASTE", "120")
    others = [f"10.1000/{number}" for number in range(4)]
    service.dois = dict.fromkeys(others, OTHER) | {DOI: FAULTS[name]}
    *works, last = fetch_dois([others[0], DOI, *others[1:]], "")
    assert [one.id for one in works if isinstance(one, Work)] == [f"doi:{one}" for one in others]
    assert isinstance(last, Lacking | Unanswered)
    assert isinstance(last, Unanswered) == (name not in {"empty", "list", "latin"})
    assert last.key == KEY
    assert service.url.removeprefix("http://") in last.problem
    asked = [seen.path for seen in service.doi_requests]
    assert asked.count(f"/doi/{DOI}") <= 3


def test_a_host_that_fails_is_left_alone_and_the_others_are_not(service: Service) -> None:
    with Service() as other:
        bad, good = [[f"10.{kind}/{number}" for number in range(20)] for kind in (1001, 1002)]
        service.dois = dict.fromkeys(good, OTHER)
        service.leads = dict.fromkeys(bad, f"{other.url}/csl/")
        other.constant = status(500)
        mixed = [doi for pair in zip(bad, good, strict=True) for doi in pair]
        replies = list(fetch_dois(mixed, ""))
    assert len([one for one in replies if isinstance(one, Work)]) == 20
    unanswered = [one for one in replies if isinstance(one, Unanswered)]
    assert sorted(one.key for one in unanswered) == sorted(f"doi:{doi}" for doi in bad)
    assert {one.problem for one in unanswered} == {
        f"{other.url.removeprefix('http://')} answered '500 Internal Server Error'"
    }
    # three at once, then one in each round
    assert len(other.seen) <= 3 + 6
    # nor is it asked again and again where they lead
    assert len(service.doi_requests) <= 40 + 6


def test_hosts_that_do_not_answer_cost_less_and_less(service: Service) -> None:
    others = [Service() for _ in range(8)]
    with contextlib.ExitStack() as stack:
        for number, other in enumerate(others):
            stack.enter_context(other)
            other.constant = DRIP
            service.leads[f"10.1001/{number}"] = f"{other.url}/csl/"
        service.dois["10.1000/last"] = OTHER
        began = time.monotonic()
        replies = list(fetch_dois([*service.leads, "10.1000/last"], ""))
        # a patience of 4.5 s, then a second each in place of 2.25
        assert time.monotonic() - began < 8 * 2.25 - 1
    assert len([one for one in replies if isinstance(one, Unanswered)]) == 8
    assert [len(other.seen) for other in others] == [1] * 8


def test_those_behind_one_that_asks_for_a_pause_come_before_it(service: Service) -> None:
    bad, *others = (f"10.1000/{number}" for number in range(4))
    service.dois = dict.fromkeys(others, OTHER) | {bad: status(503, retry_after="60")}
    replies = list(fetch_dois([bad, *others], ""))
    assert [one.id for one in replies if isinstance(one, Work)] == [f"doi:{one}" for one in others]
    assert isinstance(replies[-1], Unanswered)
    assert replies[-1].may_last


def test_a_service_that_is_down_is_not_asked_for_all(service: Service) -> None:
    service.constant = status(503)
    replies = list(fetch_dois([f"10.1000/{number}" for number in range(50)], ""))
    assert len(replies) == 50
    assert all(isinstance(one, Unanswered) for one in replies)
    assert len(service.seen) <= 3 + 6


def test_a_service_that_has_enough_is_obeyed_and_that_is_remembered(service: Service) -> None:
    service.dois |= {DOI: ITEM, "10.1000/b": OTHER}
    service.fail(status(429, retry_after="3600"))
    for _ in range(2):
        replies = list(fetch_dois([DOI, "10.1000/b"], ""))
        assert all(isinstance(one, Unanswered) for one in replies)
        assert len(service.seen) == 1
    assert isinstance(replies[0], Unanswered)
    assert "it asks to be left alone for 60 minutes" in replies[0].remedy


def test_what_will_not_change_is_asked_once(service: Service) -> None:
    service.constant = status(403)
    reply = ask()
    assert isinstance(reply, Lacking | Unanswered)
    assert "403" in reply.problem
    assert len(service.seen) == 1


def test_one_connection_does_for_all(service: Service) -> None:
    dois = [f"10.1000/{number}" for number in range(20)]
    service.dois = dict.fromkeys(dois, OTHER)
    assert len(list(fetch_dois(dois, ""))) == 20
    assert service.connections == 1


# --- fields -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "subtitle", "shown"),
    [
        ("Deep", ["A review"], "Deep: A review"),
        ("Why?", ["Because"], "Why? Because"),
        ("Deep: a review", ["A Review"], "Deep: a review"),
        ("Deep", [], "Deep"),
        ("Deep", [None], "Deep"),
        # what heads the pages is none
        ("Acid rain and the growth of trees", ["Tree growth"], "Acid rain and the growth of trees"),
        ("Deep", ["SMITH ET AL."], "Deep"),
        ("Deep seas, part I", ["Part II"], "Deep seas, part I: Part II"),
    ],
)
def test_subtitles(title: str, subtitle: list[Any], shown: str) -> None:
    assert work_of(title=title, subtitle=subtitle).title == shown


def test_a_running_head_in_capitals_is_no_subtitle() -> None:
    told = {"title": "Recurrent activity", "subtitle": ["SOLAR WIND STREAMS"]}
    assert work_of(**told).title == "Recurrent activity: SOLAR WIND STREAMS"
    union = "American Geophysical Union (AGU)"
    assert work_of(**told, publisher=union).title == "Recurrent activity"
    assert work_of(**told, publisher=union, type="book").title.endswith(": SOLAR WIND STREAMS")


@pytest.mark.parametrize("parts", [[[2019]], [[2019, None]], [["2019"]]])
def test_a_date_of_a_year_alone(parts: list[Any]) -> None:
    assert work_of(issued={"date-parts": parts}).issued == (2019,)


def test_a_retracted_article_is_marked() -> None:
    notice = {"DOI": "10.1038/x", "type": "retraction", "label": "Retraction"}
    assert work_of(**{"updated-by": [notice]}).status == "retracted"
    assert work_of(**{"updated-by": [{**notice, "type": "correction"}]}).status == ""
    # what takes another work back is not itself taken back
    assert work_of(**{"update-to": [notice]}).status == ""
    # but where the notice has its place
    assert work_of(**{"update-to": [{**notice, "DOI": DOI}]}).status == "retracted"


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
        ({"URL": "http://dx.doi.org/10.1038/x"}, {"url": f"https://doi.org/{DOI}"}),
        ({"ISBN": ["http://id.crossref.org/isbn/9780387310732"]}, {"isbn": "9780387310732"}),
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
            # the day on which its book came out, and not that on which it was online first
            {"type": "book-chapter", "page": "3-9", "issued": {"date-parts": [[2017, 12, 30]]}}
            | {"published-print": {"date-parts": [[2018]]}},
            {"issued": (2018,)},
        ),
        (
            # and so is the book itself, an article by its number, and one of an issue online
            {"type": "monograph", "issued": {"date-parts": [[2017, 12, 30]]}, "page": None}
            | {"published-print": {"date-parts": [[2018]]}},
            {"issued": (2018,)},
        ),
        (
            {"page": None, "issue": None, "article-number": "12"}
            | {"published-print": {"date-parts": [[2023]]}},
            {"issued": (2023,), "number": "12"},
        ),
        (
            {"journal-issue": {"issue": "1", "published-online": {"date-parts": [[2023, 1]]}}},
            {"issued": (2023, 1)},
        ),
        (
            # put online long after it was printed
            {"journal-issue": {"published-online": {"date-parts": [[2023]]}}, "page": None}
            | {"issue": None, "published-print": {"date-parts": [[2022, 2, 16]]}},
            {"issued": (2022, 2, 16)},
        ),
        (
            {"type": "dissertation", "issued": None, "approved": {"date-parts": [[2011, 3]]}},
            {"issued": (2011, 3)},
        ),
        (
            {"issued": {"date-parts": [[None]]}, "created": {"date-parts": [[2011, 3]]}}
            | {"event": {"name": "CVPR", "start": {"date-parts": [[2005, 6, 20]]}}},
            {"issued": (2005, 6, 20), "event_title": "CVPR"},
        ),
        (
            {"title": r"Schr\"odinger's \textit{cat} & $\psi$", "subtitle": [r"In $H$ \emph{x}"]},
            {"title": r"Schrödinger's <i>cat</i> & $\psi$: In $H$ <i>x</i>"},
        ),
        (
            {"title": r"The path C:\Users and \newthing"},
            {"title": r"The path C:\Users and \newthing"},
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


@pytest.mark.parametrize(
    ("doi", "publisher", "shown"),
    [
        ("10.1101/012345", "Cold Spring Harbor Laboratory", "bioRxiv"),
        ("10.1101/2020.03.22.002386", "Cold Spring Harbor Laboratory", "bioRxiv"),
        ("10.1101/2020.03.22.20040758", "Cold Spring Harbor Laboratory", "medRxiv"),
        ("10.1101/19001234v2", "openRxiv", "medRxiv"),
        ("10.64898/2026.02.22.707219", "openRxiv", "bioRxiv"),
        ("10.1101/gr.107524.110", "Cold Spring Harbor Laboratory", "Cold Spring Harbor Laboratory"),
        ("10.1101/012345", "Another", "Another"),
        ("10.31234/osf.io/abcde", "Center for Open Science", "PsyArXiv"),
        ("10.20944/preprints202001.0001.v1", "MDPI AG", "Preprints.org"),
        ("10.1102/012345", "Cold Spring Harbor Laboratory", "Cold Spring Harbor Laboratory"),
    ],
)
def test_the_id_of_a_preprint_tells_its_server(doi: str, publisher: str, shown: str) -> None:
    own = {"type": "posted-content", "container-title": "", "DOI": doi, "publisher": publisher}
    assert work_of(**own).publisher == shown
    assert work_of(**{**own, "type": "journal-article"}).publisher == publisher


def test_what_names_a_part_of_a_server_is_not_the_server() -> None:
    own = {"type": "posted-content", "DOI": "10.21203/rs.3.rs-1/v1", "publisher": "Springer"}
    named = work_of(**own, **{"container-title": ""}, institution=[{"name": "In Review"}])
    assert named.publisher == "Research Square"
    paper = {**own, "DOI": "10.2139/ssrn.1", "container-title": ["SSRN Electronic Journal"]}
    for kind in ("posted-content", "journal-article"):
        read = work_of(**{**paper, "type": kind, "volume": None, "issue": None, "page": None})
        assert (read.type, read.publisher, read.container_title) == ("article", "SSRN", "")


@pytest.mark.parametrize(
    ("item", "fields"),
    [
        (
            {"type": "report", "institution": [{"name": "NBER", "place": ["Cambridge, MA"]}]},
            {"publisher": "NBER", "publisher_place": "Cambridge, MA"},
        ),
        (
            {"type": "posted-content", "institution": [{"name": "X", "place": ["Here"]}]},
            {"publisher": "X", "publisher_place": ""},
        ),
        ({"type": "thesis", "genre": "Doctoral Thesis"}, {"genre": "PhD thesis"}),
        ({"type": "thesis", "genre": "Habilitation"}, {"genre": "Habilitation"}),
        ({"type": "dissertation", "degree": ["M.S."]}, {"genre": "Master\u2019s thesis"}),
        ({"issued": None, "published": "2019"}, {"issued": (2019,)}),
        ({"title": "On energy\u2606"}, {"title": "On energy"}),
        ({"title": "On energy<sup>\u2606</sup>"}, {"title": "On energy"}),
        ({"title": "A study of things<sup>*</sup>"}, {"title": "A study of things<sup>*</sup>"}),
        # of an IEEE article that is in no issue yet
        (
            {"page": "1-1", "volume": None, "issue": None},
            {"page": "", "status": "advance online publication"},
        ),
        ({"page": "1-1"}, {"page": "1", "status": ""}),
        ({"page": "undefined-undefined", "volume": "Jahrgang 12"}, {"page": "", "volume": "12"}),
        ({"page": "1-10."}, {"page": "1-10"}),
        # no day is a month
        ({"issued": {"date-parts": [[2020, None, 3]]}}, {"issued": (2020,)}),
        # who handled an article did not edit it
        ({"type": "journal-article", "editor": [{"family": "Poe"}]}, {"editor": ()}),
        (
            {
                "type": "chapter",
                "editor": [{"family": "Poe", "given": "Ada", "suffix": "M.D., RN"}],
            },
            {"editor": (Name("Poe", "Ada", "", "Ada Poe"),)},
        ),
    ],
)
def test_small_facts(item: dict[str, Any], fields: dict[str, object]) -> None:
    made = work_of(**{"container-title": "", **item})
    assert {name: getattr(made, name) for name in fields} == fields


def test_an_author_whom_datacite_does_not_know_is_none() -> None:
    read = make_doi_work({**ITEM, "author": [{"literal": "(:Unav)"}]}, f"doi:{DOI}")
    assert read
    assert (read.work.author, read.problems) == ((), ())


def test_a_standard_is_of_its_body() -> None:
    own = {"type": "standard", "standards-body": {"name": "ISO"}, "publisher": "ANSI"}
    assert work_of(**own).publisher == "ISO"


@pytest.mark.parametrize(
    ("year", "created", "is_told"),
    [(2202, 2020, True), (202, 0, True), (2023, 2020, False), (1905, 2008, False), (-44, 0, False)],
)
def test_a_year_that_is_hardly_meant_is_told(year: int, created: int, *, is_told: bool) -> None:
    made = {"created": {"date-parts": [[created]]}} if created else {}
    read = make_doi_work({**ITEM, **made, "issued": {"date-parts": [[year]]}}, f"doi:{DOI}")
    assert read
    assert any(f"the year of publication is {year}" in one for one in read.problems) == is_told


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"title": [""], "original-title": ["Ein Titel"]}, "Ein Titel"),
        ({"title": [":unav"], "original-title": []}, ""),
        ({"title": "(:unkn)"}, ""),
        ({"title": "[No title available]"}, ""),
        ({"title": "No title: a study"}, "No title: a study"),
        ({"title": "A thing,", "subtitle": [": a review"]}, "A thing: a review"),
        ({"title": "A thing", "subtitle": ["- a review"]}, "A thing: a review"),
        ({"title": "A thing", "subtitle": ["-omics and more"]}, "A thing: -omics and more"),
    ],
)
def test_what_stands_for_a_title(fields: dict[str, Any], title: str) -> None:
    read = make_doi_work({**ITEM, **fields}, f"doi:{DOI}")
    assert (read.work.title if read else "") == title


@pytest.mark.parametrize(
    ("publisher", "shown"),
    [("(:unav)", ""), ({"name": "Zenodo"}, "Zenodo"), ("Unav Press", "Unav Press")],
)
def test_who_published_it(publisher: object, shown: str) -> None:
    assert work_of(publisher=publisher).publisher == shown
