"""Records from arXiv: every field right, and no fault of arXiv's taken for an answer."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.basics.works import Name, Work
from digest.records.arxiv import BATCH, fetch_arxiv
from digest.records.arxivwork import unwrap
from digest.records.identifiers import Identifier, parse_arxiv
from digest.records.record import format_record, parse_record
from digest.records.reply import Lacking, Unanswered
from digest.records.store import record_name
from tests.feeds import Form, Paper, error_feed, feed
from tests.service import (
    BOMB,
    CUT,
    DRIP,
    EMPTY,
    HANG,
    HTML,
    RATE_EXCEEDED,
    RESET,
    TRUNCATED,
    Answer,
    status,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.service import Service

GENUINE = Path(__file__).parents[3] / "shared" / "data" / "atom"

FORMS: tuple[Form, ...] = ("new", "old")
FAULTS = {
    "429": status(429),
    "503": status(503),
    "hang": HANG,
    "cut": CUT,
    "reset": RESET,
    "drip": DRIP,
    "empty": EMPTY,
    "truncated": TRUNCATED,
    "rate exceeded": RATE_EXCEEDED,
    "html": HTML,
    "bomb": BOMB,
    "not atom": Answer(b"<rss version='2.0'><channel/></rss>"),
}
faults = pytest.mark.parametrize("fault", [pytest.param(FAULTS[name], id=name) for name in FAULTS])


class Fetched:
    """What a fetch gave."""

    def __init__(self, ids: Sequence[str]) -> None:
        replies = list(fetch_arxiv(ids, "editors@example.org"))
        self.works = [one for one in replies if isinstance(one, Work)]
        self.missing = tuple(one.key[6:] for one in replies if isinstance(one, Lacking))
        self.unanswered = [one for one in replies if isinstance(one, Unanswered)]
        self.number = len(replies)

    @property
    def problem(self) -> str:
        """What went wrong for the last one, and what to do."""
        return f"{self.unanswered[-1].problem}; {self.unanswered[-1].remedy}"

    @property
    def ids(self) -> list[str]:
        return [work.id.removeprefix("arxiv:") for work in self.works]

    @property
    def work(self) -> Work:
        assert (len(self.works), self.number) == (1, 1)
        return self.works[0]


def fetch_one(service: Service, paper: Paper, form: Form = "new") -> Work:
    service.papers, service.form = {paper.id: paper}, form
    return Fetched([paper.id]).work


def some_ids(number: int) -> list[str]:
    return [f"2202.{count:05}" for count in range(1, number + 1)]


def with_papers(service: Service, ids: Sequence[str]) -> Sequence[str]:
    service.papers = {id_: Paper(id_, title=f"Paper {id_}") for id_ in ids}
    return ids


# --- fields -----------------------------------------------------------------------------------

FULL = Paper(
    "2204.08348",
    title="Automated Test Generation for REST APIs: No Time to Rest Yet, and a Longer Title",
    authors=("Aäron van den Oord", "ATLAS Collaboration", "William W. Cohen Jr."),
    abstract="One sentence\nthat is wrapped.\n  A second paragraph with $x<y$ & more.",
    version=3,
    published="2022-04-18T14:39:05Z",
    updated="2022-07-06T01:02:03Z",
    categories=("cs.SE", "cs.LG"),
    comment="13 pages, 6 figures",
    journal_ref="Proc. ISSTA 2022",
    doi="10.1145/3533767.3534401",
    license="http://creativecommons.org/licenses/by/4.0/",
    affiliation="Somewhere",
)


@pytest.mark.parametrize("form", FORMS)
def test_every_field_is_there_in_both_forms_of_the_feed(service: Service, form: Form) -> None:
    work = fetch_one(service, FULL, form)
    assert work.id == "arxiv:2204.08348"
    assert work.type == "article"
    assert work.title == FULL.title
    assert work.author == (
        Name(family="van den Oord", given="Aäron", literal="Aäron van den Oord"),
        Name(literal="ATLAS Collaboration"),
        Name(family="Cohen", given="William W.", suffix="Jr.", literal="William W. Cohen Jr."),
    )
    assert work.issued == (2022, 4, 18)
    assert work.publisher == "arXiv"
    assert work.doi == "10.48550/arXiv.2204.08348"
    assert work.url == "https://arxiv.org/abs/2204.08348"
    assert work.abstract == (
        "One sentence that is wrapped.\n\nA second paragraph with $x<y$ & more."
    )
    facts = work.arxiv
    assert facts is not None
    assert (facts.id, facts.version) == ("2204.08348", 3)
    assert facts.primary_category == "cs.SE"
    assert facts.categories == ("cs.SE", "cs.LG")
    assert facts.comment == "13 pages, 6 figures"
    assert facts.journal_ref == "Proc. ISSTA 2022"
    assert facts.doi == "10.1145/3533767.3534401"
    assert facts.license == "http://creativecommons.org/licenses/by/4.0/"
    assert not facts.withdrawn
    assert work.aliases == ("doi:10.48550/arxiv.2204.08348", "doi:10.1145/3533767.3534401")


@pytest.mark.parametrize("form", FORMS)
def test_a_record_says_what_the_feed_said(service: Service, form: Form) -> None:
    work = fetch_one(service, FULL, form)
    read = parse_record(format_record(work), f"content/papers/{record_name(work.id)}")
    assert read.value == work
    assert read.diagnostics == ()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("0", "0"),
        (r"G\"odel's \'Etale {\O}re", "Gödel's Étale Øre"),
        ("Gödel and Ærø", "Gödel and Ærø"),
        (r"A $\sqrt{s}=13$ TeV search for $H\to b\bar{b}$", None),
        ("Is it 100% sure?", "Is it 100% sure?"),
        ("Between $5 and $6", "Between $5 and $6"),
        ("<script>alert(1)</script> & co", "<script>alert(1)</script> & co"),
        (r"\emph{Deep} {L}earning", "<i>Deep</i> Learning"),
        (r"H$_2$$^{18}$O at $\sqrt{s}$$=$13 TeV", None),
        (r"Of \textit{E. coli} and 10\textsuperscript{6}", "Of <i>E. coli</i> and 10<sup>6</sup>"),
    ],
)
@pytest.mark.parametrize("form", FORMS)
def test_titles(service: Service, typed: str, shown: str | None, form: Form) -> None:
    assert fetch_one(service, Paper("2104.12255", title=typed), form).title == (shown or typed)


@pytest.mark.parametrize(
    ("typed", "family", "literal"),
    [
        (r"Martin M\"uller", "Müller", "Martin Müller"),
        ("Martin Müller", "Müller", "Martin Müller"),
        (r"{\L}ukasz Kaiser", "Kaiser", "Łukasz Kaiser"),
        ("Plato", "", "Plato"),
        ("Gerard 't Hooft", "'t Hooft", "Gerard 't Hooft"),
        ("Ada Lovelace (London)", "Lovelace", "Ada Lovelace"),
        ("王 伟", "", "王 伟"),
        ("Peter H. N. de With", "de With", "Peter H. N. de With"),
    ],
)
def test_names(service: Service, typed: str, family: str, literal: str) -> None:
    (name,) = fetch_one(service, Paper("2104.12255", authors=(typed,))).author
    assert (name.family, name.literal) == (family, literal)


def test_a_colon_is_no_author(service: Service) -> None:
    work = fetch_one(service, Paper("2104.12255", authors=("ATLAS Collaboration", ":", "G. Aad")))
    assert [name.literal for name in work.author] == ["ATLAS Collaboration", "G. Aad"]


def test_three_thousand_authors(service: Service) -> None:
    names = tuple(f"A. B{count}" for count in range(3303))
    assert len(fetch_one(service, Paper("1503.07589", authors=names)).author) == 3303


@pytest.mark.parametrize(
    ("typed", "doi"),
    [
        ("10.1063/1.4904358", "10.1063/1.4904358"),
        ("10.1103/PhysRevD.1 10.1103/PhysRevD.2", "10.1103/physrevd.1"),
        ("https://doi.org/10.1103/PhysRevD.1", "10.1103/physrevd.1"),
        ("10.48550/arXiv.2104.12255", ""),
        ("to appear", ""),
    ],
)
def test_the_publishers_doi(service: Service, typed: str, doi: str) -> None:
    facts = fetch_one(service, Paper("2104.12255", doi=typed)).arxiv
    assert facts is not None
    assert facts.doi == doi


def test_an_old_id_in_any_form(service: Service) -> None:
    service.papers = {"math/0611800": Paper("math/0611800", categories=("math.CA",))}
    assert Fetched(["math.CA/0611800v2", "math/0611800"]).ids == ["math/0611800"]
    assert service.arxiv_requests[0].ids == ("math/0611800",)


def test_what_can_be_no_id_is_never_asked_for(service: Service) -> None:
    with pytest.raises(ValueError, match="month"):
        Fetched(["2213.00001"])
    assert service.seen == []


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (
            r"We show \textbf{Tape}, \emph{i.e.}, {\alpha}-tapes.",
            "We show <b>Tape</b>, <i>i.e.</i>, α-tapes.",
        ),
        (r"It is 5\% better~\cite{poe} at ~3 km, $x^2$.", "It is 5% better at ~3 km, $x^2$."),
        # what its author has defined says nothing here, and is not to be lost
        (r"We show \ours, a \textbf{tape}.", r"We show \ours, a \textbf{tape}."),
    ],
)
def test_an_abstract_is_tex(service: Service, typed: str, read: str) -> None:
    assert fetch_one(service, Paper("2202.00001", abstract=typed)).abstract == read


def test_control_characters_in_an_abstract_cost_nothing(service: Service) -> None:
    right = feed([Paper("2202.00001", abstract="before@after")])
    service.feed = right.replace(b"@", b"\x0b&#x1b;\xff")
    assert Fetched(["2202.00001"]).work.abstract == "before\ufffdafter"


@pytest.mark.parametrize("form", FORMS)
def test_a_withdrawn_paper(service: Service, form: Form) -> None:
    paper = Paper("2104.12255", version=2, comment="This paper has been withdrawn")
    facts = fetch_one(service, paper, form).arxiv
    assert facts is not None
    assert facts.withdrawn


@given(st.text())
def test_unwrapping_loses_no_word(abstract: str) -> None:
    assert (
        unwrap(abstract).split() == re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]", "", abstract).split()
    )


# --- batches ----------------------------------------------------------------------------------


def test_a_hundred_papers_with_each_request(service: Service) -> None:
    ids = with_papers(service, some_ids(2 * BATCH + 30))
    fetched = Fetched(ids)
    assert fetched.ids == ids
    assert [len(one.ids) for one in service.arxiv_requests] == [BATCH, BATCH, 30]
    assert all(int(one.query["max_results"]) >= len(one.ids) for one in service.arxiv_requests)
    assert fetched.number == 230


def test_arxiv_is_told_who_asks(service: Service) -> None:
    Fetched(with_papers(service, some_ids(1)))
    (request,) = service.arxiv_requests
    assert re.fullmatch(
        r"research-digest/[0-9.]+ \(mailto:editors@example\.org\)", request.headers["user-agent"]
    )


def test_nothing_is_asked_for_nothing(service: Service) -> None:
    assert Fetched([]).missing == ()
    assert service.seen == []


def test_an_id_left_out_is_named(service: Service) -> None:
    ids = with_papers(service, some_ids(5))
    service.dropped = {ids[2]}
    fetched = Fetched(ids)
    assert fetched.missing == (ids[2],)
    assert fetched.ids == [id_ for id_ in ids if id_ != ids[2]]
    assert len(service.seen) == 1


def test_an_empty_feed_is_an_answer(service: Service) -> None:
    assert Fetched(["2202.00001"]).missing == ("2202.00001",)
    assert len(service.seen) == 1


def test_a_paper_asked_for_twice_comes_once(service: Service) -> None:
    (id_,) = with_papers(service, some_ids(1))
    fetched = Fetched([id_, f"arXiv:{id_}", f"https://arxiv.org/abs/{id_}v1"])
    assert fetched.ids == [id_]
    assert fetched.number == 1


def test_of_a_paper_that_comes_twice_the_newer_version_is_kept(service: Service) -> None:
    service.feed = feed([Paper("2202.00001", version=one) for one in (1, 3, 2)])
    facts = Fetched(["2202.00001"]).work.arxiv
    assert facts is not None
    assert facts.version == 3


def test_papers_that_nobody_asked_for_are_not_taken(service: Service) -> None:
    service.feed = feed([Paper("2202.00002"), Paper("2202.00001")], total=5000)
    assert Fetched(["2202.00001"]).ids == ["2202.00001"]
    assert len(service.seen) == 1


@pytest.mark.parametrize("total", [0, 3, 100, 214881])
def test_no_more_is_asked_for_than_one_page(service: Service, total: int) -> None:
    service.feed = feed([Paper("2202.00001")], total=total)
    fetched = Fetched(["2202.00001", "2202.00002"])
    assert (fetched.ids, fetched.missing) == (["2202.00001"], ("2202.00002",))
    assert len(service.seen) == 1


# --- what arXiv calls bad ---------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_a_bad_id_is_split_off(service: Service, form: Form) -> None:
    ids = with_papers(service, some_ids(BATCH))
    service.bad, service.form = {ids[70]}, form
    fetched = Fetched(ids)
    assert fetched.missing == (ids[70],)
    assert len(fetched.works) == BATCH - 1
    assert len(service.seen) == 2


def test_a_bad_id_that_arxiv_does_not_name_is_found(service: Service) -> None:
    ids = with_papers(service, some_ids(8))
    refused = Answer(error_feed("bad query"), 400)
    # the whole, its first half good, its second bad, and so on to the last
    service.fail(refused, None, refused, None, refused, None, refused)
    fetched = Fetched(ids)
    assert fetched.missing == (ids[7],)
    assert sorted(fetched.ids) == ids[:7]


def test_an_error_with_status_200_is_no_paper(service: Service) -> None:
    ids = with_papers(service, some_ids(3))
    service.fail(Answer(error_feed(f"incorrect id format for {ids[0]}"), 200))
    fetched = Fetched(ids)
    assert fetched.missing == (ids[0],)
    assert fetched.ids == ids[1:]


def test_an_arxiv_that_refuses_everything_is_not_asked_for_ever(service: Service) -> None:
    service.constant = status(400)
    fetched = Fetched(some_ids(BATCH))
    assert fetched.missing == ()
    assert "DIGEST_ARXIV_API" in fetched.problem
    assert len(service.seen) <= 8


@pytest.mark.parametrize("code", [401, 403, 404, 410, 414])
def test_what_will_not_change_is_asked_once(service: Service, code: int) -> None:
    service.constant = status(code)
    fetched = Fetched(some_ids(3))
    assert fetched.missing == ()
    assert str(code) in fetched.problem
    assert len(service.seen) == 1


def test_one_entry_that_cannot_be_read_does_not_cost_the_others(service: Service) -> None:
    ids = with_papers(service, some_ids(6))
    service.papers[ids[4]] = Paper(ids[4], published="the day before")
    fetched = Fetched(ids)
    assert sorted(fetched.ids) == [id_ for id_ in ids if id_ != ids[4]]
    assert fetched.missing == ()
    assert [one.key for one in fetched.unanswered] == [f"arxiv:{ids[4]}"]


# --- faults -----------------------------------------------------------------------------------


@faults
def test_after_a_fault_arxiv_is_asked_again(service: Service, fault: Answer) -> None:
    ids = with_papers(service, some_ids(2))
    service.fail(fault)
    fetched = Fetched(ids)
    assert (fetched.ids, fetched.number) == (ids, len(ids))
    assert len(service.seen) == 2


@faults
def test_an_arxiv_that_stays_away_is_given_up(
    service: Service, fault: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIGEST_HASTE", "60")
    ids = with_papers(service, some_ids(BATCH + 1))
    service.fail(None, *[fault] * 20)
    began = time.monotonic()
    fetched = Fetched(ids)
    assert time.monotonic() - began < 5 * 135 / 60
    assert "run the same command again" in fetched.problem
    # never "no such paper", and what came before stays
    assert fetched.missing == ()
    assert fetched.ids == ids[:BATCH]
    assert len(service.seen) <= 7


@pytest.mark.parametrize("fault", [status(500), TRUNCATED, EMPTY, RATE_EXCEEDED])
def test_papers_for_which_arxiv_does_not_answer_cost_the_others_nothing(
    service: Service, fault: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIGEST_HASTE", "120")
    ids = with_papers(service, some_ids(BATCH))
    mute, unknown, malformed = ids[33], ids[50], ids[77]
    service.faults[mute] = fault
    service.dropped, service.bad = {unknown}, {malformed}
    fetched = Fetched(ids)
    assert sorted(fetched.missing) == [unknown, malformed]
    assert [one.key for one in fetched.unanswered] == [f"arxiv:{mute}"]
    assert fetched.unanswered[0].may_last
    assert len(fetched.works) == BATCH - 3
    assert len(service.seen) <= 30


def test_an_arxiv_that_answers_nothing_is_not_narrowed_down(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIGEST_HASTE", "120")
    service.constant = status(503)
    fetched = Fetched(some_ids(3 * BATCH))
    # how often it is asked is a matter of time, on a slow machine too
    answered = r"arXiv answered '503 Service Unavailable', [2-6] times in turn"
    assert re.match(answered, fetched.problem)
    assert len(fetched.unanswered) == 3 * BATCH
    assert len(service.seen) <= 6 + 3 * 2


def test_waits_grow(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIGEST_HASTE", "60")
    service.constant = status(503)
    Fetched(some_ids(1))
    expected = (3, 6, 12, 24)
    for wait, seconds in zip(service.spacings, expected, strict=False):
        assert wait >= seconds / 60
    assert len(service.spacings) >= 3


def test_a_pause_that_arxiv_asks_for_is_kept(service: Service) -> None:
    ids = with_papers(service, some_ids(1))
    service.fail(status(429, retry_after="20"))
    assert Fetched(ids).ids == ids
    assert service.spacings[0] >= 20 / 20


def test_a_pause_until_a_date_is_kept(service: Service) -> None:
    ids = with_papers(service, some_ids(1))
    until = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(time.time() + 30))
    service.fail(status(503, retry_after=until))
    assert Fetched(ids).ids == ids
    assert 28 / 20 <= service.spacings[0] <= 40 / 20


def test_a_pause_that_is_too_long_is_told(service: Service) -> None:
    service.constant = status(429, retry_after="3600")
    fetched = Fetched(some_ids(1))
    assert "60 minutes" in fetched.problem
    assert len(service.seen) == 1


def test_nobody_at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DIGEST_ARXIV_API", "http://127.0.0.1:1/api/query")
    monkeypatch.setenv("DIGEST_CACHE_DIR", str(tmp_path))
    monkeypatch.setenv("DIGEST_HASTE", "60")
    fetched = Fetched(some_ids(1))
    assert "check the connection" in fetched.problem
    assert fetched.missing == ()


@pytest.mark.parametrize(
    ("address", "refusal"),
    [("nonsense", "Invalid URL 'nonsense?"), ("http://[bad/", "Failed to parse: '[bad'")],
)
@pytest.mark.parametrize("haste", ["", "20"])
def test_an_address_that_is_none(
    address: str, refusal: str, haste: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DIGEST_ARXIV_API", address)
    monkeypatch.setenv("DIGEST_HASTE", haste)
    monkeypatch.setenv("DIGEST_CACHE_DIR", str(tmp_path))
    fetched = Fetched(some_ids(1))
    assert f"cannot be asked: {refusal}" in fetched.problem
    assert fetched.missing == ()


# --- answers that arXiv has really given ------------------------------------------------------


def genuine_feeds() -> list[Path]:
    return sorted(GENUINE.glob("*.xml"))


def test_genuine_feeds(service: Service) -> None:
    """Every paper in every feed is read, and its record reads back the same."""
    if not genuine_feeds():
        pytest.skip("needs genuine feeds, which do not travel with the project")
    for path in genuine_feeds():
        service.feed = path.read_bytes()
        addresses = re.findall(r"<id[^>]*>http://arxiv.org/abs/([^<]+)", path.read_text("utf-8"))
        named = [parse_arxiv(address) for address in addresses]
        ids = [one.value for one in named if isinstance(one, Identifier)]
        fetched = Fetched(ids)
        assert fetched.ids == ids, path
        assert (fetched.missing, fetched.unanswered) == ((), []), path
        for work, one in zip(fetched.works, named, strict=True):
            assert isinstance(one, Identifier)
            assert work.arxiv is not None
            assert work.arxiv.version == (one.version or 1)
            assert work.author
            read = parse_record(format_record(work), f"content/papers/{record_name(work.id)}")
            assert (read.value, read.diagnostics) == (work, ())
