"""Candidates gathered over HTTP from services on this machine, as they answer and as they fail."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import re
import threading
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from digest.candidates.gather import Gathered, Search, gather
from digest.candidates.seen import seen_file
from digest.settings.discoverconfig import DiscoverSettings
from tests.candidates.lists import CC_BY, Lists, announced, article, preprint
from tests.feeds import Paper
from tests.service import CUT, EMPTY, HTML, RESET, Answer, status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TUESDAY = "2025-06-17"
ARXIV = DiscoverSettings(categories=("cs.CL",))
Find = Any


@pytest.fixture
def lists() -> Iterator[Lists]:
    with Lists() as service:
        yield service


@pytest.fixture
def find(lists: Lists, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Gathered]:
    """Return what gathers on a day, in the morning in New York."""
    monkeypatch.setenv("DIGEST_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("DIGEST_HASTE", "200")
    for name, value in lists.environment.items():
        monkeypatch.setenv(name, value)

    def find(
        settings: DiscoverSettings = ARXIV,
        *,
        since: str = TUESDAY,
        today: str = TUESDAY,
        is_named: bool = False,
    ) -> Gathered:
        now = dt.datetime.fromisoformat(f"{today}T14:00:00+00:00")
        contact = "ada@example.org"
        return gather(
            Search(tmp_path, settings, since, today, now, contact, is_since_named=is_named)
        )

    return find


def ids(gathered: Gathered) -> list[str]:
    return [one.id for one in gathered.candidates]


# --- arXiv's announcements --------------------------------------------------------------------


def test_what_is_new_is_taken_with_all_that_the_feed_has(lists: Lists, find: Find) -> None:
    lists.entries = [
        announced(
            "2506.12345v1",
            "Schr\\\"odinger's $O(n)$ Index",
            categories=("cs.IR", "cs.CL"),
            abstract="We show\nthat 1 < 2.",
            extra="<arxiv:DOI>10.1000/Xyz</arxiv:DOI>",
        ),
        *(
            announced(f"2506.1234{number}v2", kind=kind)
            for number, kind in enumerate(["cross", "replace", "replace-cross"])
        ),
    ]
    settings = DiscoverSettings(categories=("cs.IR", "cs.CL"))
    (found,) = find(settings).candidates
    assert msgspec.structs.asdict(found) == {
        "id": "arxiv:2506.12345",
        "title": "Schrödinger's $O(n)$ Index",
        "abstract": "We show that 1 < 2.",
        "authors": ("Ada Lovelace", "Charles Babbage"),
        "categories": ("cs.IR", "cs.CL"),
        "listed": TUESDAY,
        "url": "https://arxiv.org/abs/2506.12345",
        "license": CC_BY,
        "source": "arXiv",
        "attention": (),
        "typed": "",
        "versions": ("doi:10.1000/xyz",),
    }
    (asked,) = lists.asked("/atom/")
    assert asked.path == "/atom/cs.IR+cs.CL"
    assert "ada@example.org" in asked.headers["user-agent"]


def test_the_form_for_other_readers_is_read_as_well(lists: Lists, find: Find) -> None:
    item = (
        "<item><title>On &amp;amp; Off</title><link>https://arxiv.org/abs/{0}</link><description>"
        "arXiv:{0}v1 Announce Type: {1} \nAbstract: A text.</description><guid isPermaLink='false'>"
        "oai:arXiv.org:{0}v1</guid><category>cs.CL</category><pubDate>Tue, 17 Jun 2025 00:00:00 "
        "-0400</pubDate><dc:creator>Ada Lovelace, Charles Babbage</dc:creator></item>"
    )
    items = item.format("2506.12345", "new") + item.format("2506.12346", "cross")
    lists.constant = Answer(
        "<rss xmlns:dc='http://purl.org/dc/elements/1.1/' version='2.0'><channel><title>cs.CL "
        f"updates on arXiv.org</title>{items}</channel></rss>".encode()
    )
    (found,) = find().candidates
    assert (found.id, found.abstract, found.listed) == ("arxiv:2506.12345", "A text.", TUESDAY)
    assert found.categories == ("cs.CL",)
    assert found.authors == ("Ada Lovelace", "Charles Babbage")


def test_two_runs_a_day_ask_once_and_the_next_day_asks_again(lists: Lists, find: Find) -> None:
    lists.entries = [announced("2506.12345v1")]
    assert ids(find()) == ids(find()) == ["arxiv:2506.12345"]
    assert len(lists.seen) == 1
    lists.day = "2025-06-18"
    lists.entries = [announced("2506.20000v1", day=lists.day)]
    found = find(today="2025-06-18")
    assert ids(found) == ["arxiv:2506.20000", "arxiv:2506.12345"]
    assert ids(find(since="2025-06-18", today="2025-06-18")) == ["arxiv:2506.20000"]
    assert len(lists.seen) == 2


def test_what_earlier_runs_saw_is_the_background(lists: Lists, find: Find) -> None:
    lists.entries = [announced("2506.12345v1")]
    find()
    lists.day, lists.entries = "2025-06-18", [announced("2506.20000v1", day="2025-06-18")]
    found = find(since="2025-06-18", today="2025-06-18")
    assert [one.id for one in found.background] == ["arxiv:2506.12345"]


def test_an_empty_feed_of_a_weekend_is_no_fault(lists: Lists, find: Find) -> None:
    lists.entries = [announced("2506.12345v1")]
    find()
    lists.day, lists.entries = "2025-06-21", []
    lists.submitted = [Paper("2506.20001", published="2025-06-19T12:00:00Z", categories=("cs.CL",))]
    found = find(today="2025-06-21")
    assert (found.failures, found.notes) == ((), ())
    assert ids(found) == ["arxiv:2506.20001", "arxiv:2506.12345"]


def test_what_is_announced_after_a_run_of_the_same_day_is_found_the_next(
    lists: Lists, find: Find
) -> None:
    lists.day = "2025-06-16"
    assert ids(find(since="2025-06-16")) == ids(find(since="2025-06-16")) == []
    assert len(lists.seen) == 2
    lists.submitted = [Paper("2506.20000", published="2025-06-16T12:00:00Z", categories=("cs.CL",))]
    lists.day = "2025-06-18"
    second = find(since="2025-06-16", today="2025-06-18")
    assert (ids(second), second.notes) == (["arxiv:2506.20000"], ())


def test_a_category_with_two_names_is_known_by_both(lists: Lists, find: Find) -> None:
    lists.entries = [announced("2506.12345v1", categories=("eess.SY", "cs.SY"))]
    lists.submitted = [
        Paper("2506.12346", published="2025-06-13T12:00:00Z", categories=("cs.IT", "math.IT"))
    ]
    settings = DiscoverSettings(categories=("cs.SY", "math.IT"))
    found = find(settings, since="2025-06-16")
    assert ids(found) == ["arxiv:2506.12345", "arxiv:2506.12346"]


def test_authors_keep_what_stands_behind_their_names(lists: Lists, find: Find) -> None:
    lists.entries = [announced("2506.12345v1", authors="Bo Sample, Jr. (MIT), Cy Third III, V. Li")]
    assert find().candidates[0].authors == ("Bo Sample Jr.", "Cy Third III", "V. Li")


def test_days_that_were_missed_come_from_the_api(lists: Lists, find: Find) -> None:
    lists.entries = [announced("2506.12345v1")]
    paper = Paper("2506.1", categories=("cs.CL", "cs.LG"), license=CC_BY)
    lists.submitted = [
        paper._replace(id=f"2506.0001{number}", published=published)
        for number, published in enumerate(
            [
                # too late for Wednesday's feed, so in Thursday's
                "2025-06-10T18:30:00Z",
                "2025-06-12T12:00:00Z",
                # over the weekend: in Tuesday's, which was read
                "2025-06-14T12:00:00Z",
            ]
        )
    ]
    lists.submitted[1:1] = [
        paper._replace(
            id="2506.09999", published="2025-06-11T12:00:00Z", categories=("cs.LG", "cs.CL")
        )
    ]
    found = find(since="2025-06-11")
    assert [(one.id, one.listed) for one in found.candidates] == [
        ("arxiv:2506.12345", TUESDAY),
        ("arxiv:2506.00011", "2025-06-13"),
        ("arxiv:2506.00010", "2025-06-12"),
    ]
    assert found.candidates[1].license == CC_BY
    assert len(lists.arxiv_requests) == 1
    find(since="2025-06-11")
    assert len(lists.arxiv_requests) == 1


def test_many_that_were_missed_come_a_page_at_a_time(lists: Lists, find: Find) -> None:
    lists.submitted = [
        Paper(f"2506.{number:05}", published="2025-06-12T12:00:00Z", categories=("cs.CL",))
        for number in range(1, 1101)
    ]
    # once in a while a page is empty
    lists.fail(None, None, Answer(lambda right: right[: right.index(b"<entry>")] + b"</feed>"))
    assert len(ids(find(since="2025-06-13"))) == 1100
    assert [one.query["start"] for one in lists.arxiv_requests] == ["0", "500", "500", "1000"]


def test_a_feed_that_is_full_is_asked_for_in_parts(lists: Lists, find: Find) -> None:
    lists.entries = [
        announced(f"2506.{number:05}v1", categories=(f"cs.{'CL' if number % 2 else 'LG'}",))
        for number in range(1, 2401)
    ]
    settings = DiscoverSettings(categories=("cs.CL", "cs.LG"))
    found = find(settings)
    assert len(ids(found)) == 2400
    assert [one.path for one in lists.seen] == ["/atom/cs.CL+cs.LG", "/atom/cs.CL", "/atom/cs.LG"]
    assert found.notes == ()


def test_a_category_that_is_too_large_is_told_of(lists: Lists, find: Find) -> None:
    lists.entries = [announced(f"2506.{number:05}v1") for number in range(1, 2401)]
    found = find()
    assert len(ids(found)) == 2000
    (note,) = found.notes
    assert note.startswith("arXiv has more than can be asked for: name narrower categories")


# --- faults -----------------------------------------------------------------------------------

CUT_GZIP = Answer(lambda right: gzip.compress(right)[:-40], headers=(("Content-Encoding", "gzip"),))
HALF = Answer(lambda right: right[: len(right) * 2 // 3])


@pytest.mark.parametrize(
    "faults",
    [
        [status(429, retry_after="4"), status(503)],
        [CUT_GZIP, CUT],
        [HTML, EMPTY],
        [HALF, RESET],
        [Answer(b"Rate exceeded.", type="text/plain")],
        [Answer(b'<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY a "b">]><feed>&a;</feed>')],
    ],
)
def test_what_fails_for_a_moment_is_asked_for_again(
    lists: Lists, find: Find, faults: list[Answer]
) -> None:
    lists.entries = [announced("2506.12345v1")]
    lists.fail(*faults)
    found = find()
    assert (ids(found), found.failures) == (["arxiv:2506.12345"], ())
    assert len(lists.seen) == len(faults) + 1


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (status(429, retry_after="3600"), "left alone for 60 minutes"),
        (HTML, "arXiv answered with an HTML page in place of a feed, [0-9]+ times in turn"),
        (RESET, "arXiv broke off the connection"),
        (status(404), "arXiv refused the request with '404 Not Found'"),
        (HALF, "arXiv answered with XML that breaks off in place of a feed"),
    ],
)
def test_what_fails_is_told_once_and_the_rest_is_had(
    lists: Lists, find: Find, fault: Answer, told: str
) -> None:
    lists.entries = [announced("2506.12345v1")]
    find()
    lists.day, lists.constant = "2025-06-18", fault
    with Lists() as journal:
        journal.pages["/feed.xml"] = Answer(RSS)
        feeds = (f"{journal.url}/feed.xml",)
        found = find(DiscoverSettings(categories=("cs.CL",), feeds=feeds), today="2025-06-18")
    assert {"arxiv:2506.12345", "doi:10.1000/abc"} <= {*ids(found)}
    assert len(found.failures) <= 2
    assert re.search(told, found.failures[0])


def test_a_category_that_arxiv_does_not_know_spoils_no_other(lists: Lists, find: Find) -> None:
    lists.entries = [announced("2506.12345v1"), announced("2506.12346v1", categories=("cs.LG",))]
    found = find(DiscoverSettings(categories=("cs.CL", "cx.CL", "cs.LG")))
    assert {*ids(found)} == {"arxiv:2506.12345", "arxiv:2506.12346"}
    (failure,) = found.failures
    assert failure.startswith("arXiv cannot answer: Bad archive 'cx.CL'.")
    assert failure.endswith("; correct 'categories' under 'discover:' in content/site.yaml")


def test_where_all_is_older_it_says_how_to_see_it(lists: Lists, find: Find) -> None:
    lists.entries = [announced("2506.12345v1")]
    found = find(since="2025-07-01", today="2025-07-02", is_named=True)
    assert found.candidates == ()
    assert found.notes == ("the newest papers are of 2025-06-17: '--since 2025-06-17' shows them",)
    assert ids(find(since="2025-06-17", today="2025-07-02")) == ["arxiv:2506.12345"]


def test_where_all_is_older_and_no_day_was_named_the_newest_are_shown(
    lists: Lists, find: Find
) -> None:
    lists.entries = [announced("2506.12345v1"), announced("2506.12340v1", day="2025-06-16")]
    found = find(since="2025-07-01", today="2025-07-02")
    assert (ids(found), found.since) == (["arxiv:2506.12345"], TUESDAY)
    assert found.notes == ("the newest papers are of 2025-06-17, and none is of the last days",)


def test_without_the_api_what_the_feed_has_is_shown(
    lists: Lists, find: Find, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIGEST_ARXIV_API", "http://127.0.0.1:9/api/query")
    lists.entries = [announced("2506.12345v1")]
    found = find(since="2025-06-12")
    assert ids(found) == ["arxiv:2506.12345"]
    (failure,) = found.failures
    assert failure.startswith("arXiv's API cannot be reached")
    assert found.notes == ("arXiv's papers of 3 days are missing, from 2025-06-12 to 2025-06-16",)


def test_a_category_that_arxiv_does_not_know_is_told_in_its_words(lists: Lists, find: Find) -> None:
    found = find(DiscoverSettings(categories=("cx.CL",)))
    assert (
        "arXiv cannot answer: Bad archive 'cx.CL'. Valid archive names are: cs, math."
        in (found.failures[0])
    )
    assert len(lists.asked("/atom/")) == 1


@pytest.mark.parametrize("damage", [b"", b"digest 00\n{}", b"\x00" * 100])
def test_a_damaged_file_of_what_was_seen_costs_only_that(
    lists: Lists, find: Find, tmp_path: Path, damage: bytes
) -> None:
    lists.entries = [announced("2506.12345v1")]
    find()
    (half := seen_file(tmp_path)).write_bytes(damage or half.read_bytes()[:60])
    for file in (tmp_path / "cache" / "answers").iterdir():
        file.write_bytes(file.read_bytes()[:50])
    assert ids(find()) == ["arxiv:2506.12345"]


def test_two_at_once_ask_once(lists: Lists, find: Find) -> None:
    lists.entries = [announced("2506.12345v1")]
    lists.fail(status(503))
    found: list[Gathered] = []
    threads = [threading.Thread(target=lambda: found.append(find())) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [ids(one) for one in found] == [["arxiv:2506.12345"]] * 2
    assert len(lists.seen) == 2


def test_whoever_ends_it_keeps_what_was_had(lists: Lists, find: Find, tmp_path: Path) -> None:
    lists.entries = [announced("2506.12345v1")]
    feed = f"{lists.url}/feed.xml"
    lists.pages["/feed.xml"] = Answer(b"<rss><channel></channel></rss>")

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    now = dt.datetime.fromisoformat(f"{TUESDAY}T14:00:00+00:00")
    settings = DiscoverSettings(categories=("cs.CL",), feeds=(feed,))
    with pytest.raises(KeyboardInterrupt):
        gather(Search(tmp_path, settings, TUESDAY, TUESDAY, now, progress=stop))
    lists.constant = status(404)
    assert ids(find()) == ["arxiv:2506.12345"]


# --- the other sources ------------------------------------------------------------------------

RSS = b"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">
<channel><title>Journal of Engines</title><link>https://journal.example/</link>
<item><title>On &lt;i&gt;E. coli&lt;/i&gt; &amp;amp; Engines</title>
<link>https://journal.example/articles/1</link>
<description>&lt;p&gt;A &lt;b&gt;short&lt;/b&gt; text.&lt;/p&gt;</description>
<dc:creator>Ada Lovelace</dc:creator><dc:creator>Charles Babbage</dc:creator>
<prism:doi>10.1000/ABC</prism:doi><pubDate>Tue, 17 Jun 2025 08:00:00 +0000</pubDate></item>
<item><title>A Page</title><link>/posts/2</link>
<pubDate>Tue, 17 Jun 2025 08:00:00 GMT</pubDate></item>
<item><title>Old</title><link>/posts/0</link><pubDate>Sun, 01 Jun 2025 08:00:00 GMT</pubDate></item>
<item><title></title><link>/posts/3</link></item>
</channel></rss>"""
RDF = b"""<?xml version="1.0" encoding="ISO-8859-1"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://journal.example/"><title>Journal</title></channel>
<item rdf:about="https://journal.example/a"><title>Caf\xe9 &nbsp; Physics</title>
<link>https://journal.example/a</link><dc:identifier>doi:10.1000/def</dc:identifier>
<dc:date>2025-06-17</dc:date><dc:creator>A. Lovelace, B. Sample and C. Third</dc:creator></item>
</rdf:RDF>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Reading</title>
<entry><title type="html">&lt;em&gt;DSI&lt;/em&gt;</title><id>tag:x,2025:1</id>
<link rel="replies" href="https://blog.example/replies"/>
<link href="https://arxiv.org/abs/2202.06991v2"/>
<author><name>Ada Lovelace</name></author><published>2025-06-17T10:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>text</b>.</div></content>
</entry></feed>"""


def test_feeds_of_all_kinds_give_works_and_pages(lists: Lists, find: Find) -> None:
    lists.pages = {
        "/rss": Answer(RSS, type="text/xml"),
        "/rdf": Answer(RDF),
        "/moved": Answer(status=301, headers=(("Location", "/atom.xml"),)),
        "/atom.xml": Answer(gzip.compress(ATOM), headers=(("Content-Encoding", "gzip"),)),
    }
    feeds = tuple(f"{lists.url}/{name}" for name in ("rss", "rdf", "moved"))
    found = find(DiscoverSettings(feeds=feeds))
    assert found.failures == ()
    by_id = {one.id: one for one in found.candidates}
    assert by_id.keys() == {
        "doi:10.1000/abc",
        f"{lists.url}/posts/2",
        "doi:10.1000/def",
        "arxiv:2202.06991",
    }
    engines = by_id["doi:10.1000/abc"]
    assert (engines.title, engines.abstract) == ("On E. coli & Engines", "A short text.")
    assert engines.authors == ("Ada Lovelace", "Charles Babbage")
    assert (engines.source, engines.listed) == ("Journal of Engines", TUESDAY)
    physics = by_id["doi:10.1000/def"]
    assert physics.title == "Café Physics"
    assert physics.authors == ("A. Lovelace", "B. Sample", "C. Third")
    index = by_id["arxiv:2202.06991"]
    assert (index.title, index.abstract) == ("DSI", "A text.")


def test_no_day_is_one_that_no_calendar_has_or_that_is_to_come(lists: Lists, find: Find) -> None:
    days = ("2025-02-31", "0000-00-00", "2031-01-01", "Tue, 31 Jun 2025 00:00:00 GMT")
    items = "".join(
        f"<item><title>A</title><link>https://doi.org/10.1000/feed{number}</link>"
        f"<pubDate>{day}</pubDate></item>"
        for number, day in enumerate(days)
    )
    lists.pages["/rss"] = Answer(f"<rss><channel>{items}</channel></rss>".encode())
    wrong = [{"date-parts": [[2025, 13, 45]]}, {"date-parts": [[2031, 1, 1]]}]
    lists.articles = [article(f"10.1000/{number}", created=one) for number, one in enumerate(wrong)]
    issue = DiscoverSettings(issns=("1476-4687",), feeds=(f"{lists.url}/rss",))
    found = find(issue, today="2025-06-18")
    assert [one.listed for one in found.candidates] == ["2025-06-18"] * 6


def test_a_page_in_place_of_a_feed_is_asked_for_once(lists: Lists, find: Find) -> None:
    lists.pages["/blog"] = HTML
    found = find(DiscoverSettings(feeds=(f"{lists.url}/blog",)))
    (failure,) = found.failures
    assert failure.startswith(f"'{lists.url}/blog' cannot answer: it is an HTML page, and no feed;")
    assert len(lists.seen) == 1


def test_new_preprints_of_a_subject_come_from_biorxiv(lists: Lists, find: Find) -> None:
    lists.preprints = [
        *(preprint(f"10.1101/2025.06.16.{number:06}") for number in range(70)),
        preprint("10.1101/2025.06.16.900001", version="2"),
        preprint("10.1101/2025.06.16.900002", category="genomics"),
        preprint("10.1101/2025.06.16.900003", server="medRxiv"),
        preprint("10.1101/2025.06.16.900004", date="2025-06-10"),
        preprint("10.1101/2025.06.16.900005", published="10.1038/S41586"),
    ]
    found = find(DiscoverSettings(biorxiv=("neuroscience",)))
    assert len(ids(found)) == 71
    last = found.candidates[0]
    assert last.id == "doi:10.1101/2025.06.16.900005"
    assert last.versions == ("doi:10.1038/s41586",)
    assert last.authors == ("A. Lovelace", "C. Babbage")
    assert last.license == "https://creativecommons.org/licenses/by-nc/4.0/"
    assert [one.path.split("/")[-2] for one in lists.seen] == ["0", "30", "60"]
    assert all(one.query["category"] == "neuroscience" for one in lists.seen)
    assert find(DiscoverSettings(medrxiv=("neuroscience",))).candidates


def test_signs_in_names_of_biorxiv_are_read(lists: Lists, find: Find) -> None:
    lists.preprints = [preprint("10.1101/2025.06.16.900001", authors="O&#39;Neil, A.; Sample, B.")]
    (found,) = find(DiscoverSettings(biorxiv=("neuroscience",))).candidates
    assert found.authors == ("A. O'Neil", "B. Sample")


def test_new_articles_of_journals_come_from_crossref(lists: Lists, find: Find) -> None:
    lists.articles = [article(f"10.1000/{number}") for number in range(250)]
    lists.articles[0] = article(
        "10.1000/0",
        relation={"has-preprint": [{"id": "https://arxiv.org/abs/2506.1", "id-type": "uri"}]},
        subtitle=["With <i>E. coli</i>"],
    )
    lists.articles[1]["relation"] = {
        "has-preprint": [{"id": "10.48550/arXiv.2506.12345", "id-type": "doi"}]
    }
    lists.articles[2] = {"DOI": "10.1000/broken", "title": {}, "author": "x", "created": []}
    found = find(DiscoverSettings(issns=("1476-4687", "2041-1723")))
    assert len(ids(found)) == 249
    by_id = {one.id: one for one in found.candidates}
    zero = by_id["doi:10.1000/0"]
    assert (zero.title, zero.abstract) == ("An Article: With E. coli", "An abstract.")
    assert (zero.source, zero.listed, zero.license) == ("Journal of Engines", TUESDAY, CC_BY)
    assert by_id["doi:10.1000/1"].versions == ("arxiv:2506.12345",)
    first, second = lists.seen
    assert first.query["filter"] == (
        "issn:1476-4687,issn:2041-1723,from-created-date:2025-06-17,"
        "until-created-date:2025-06-17,type:journal-article"
    )
    assert second.query["cursor"] == "200"


def test_of_a_day_that_does_not_exist_the_paper_is_listed_today(lists: Lists, find: Find) -> None:
    lists.pages["/atom"] = Answer(ATOM.replace(b"2025-06-17T", b"2025-02-30T"))
    lists.articles = [article("10.1000/1", created={"date-parts": [[2025, 13, 45]]})]
    feed = f"{lists.url}/atom"
    found = find(DiscoverSettings(issns=("1476-4687",), feeds=(feed,)))
    assert [one.listed for one in found.candidates] == [TUESDAY] * 2


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (
            Answer(
                json.dumps(
                    {"status": "failed", "message": [{"message": "Filter issn is not valid."}]}
                ).encode(),
                400,
            ),
            "Crossref cannot answer: Filter issn is not valid.",
        ),
        (Answer(b'{"status": "ok", "mess'), "Crossref answered with JSON that breaks off"),
        (Answer(b"[1, 2]"), "Crossref answered with something that is no list of works"),
        (Answer(b'{"message": {"items": 7}}'), "Crossref answered with something that is no list"),
        (HTML, "Crossref answered with an HTML page in place of a list"),
    ],
)
def test_faults_of_lists_in_json_are_told(
    lists: Lists, find: Find, answer: Answer, told: str
) -> None:
    lists.constant = answer
    found = find(DiscoverSettings(issns=("1476-4687",)))
    assert found.candidates == ()
    assert found.failures[0].startswith(told)


def test_one_work_of_two_sources_is_there_once(lists: Lists, find: Find) -> None:
    lists.preprints = [preprint("10.1101/2025.06.16.1", published="10.1000/abc")]
    lists.pages["/rss"] = Answer(RSS)
    found = find(DiscoverSettings(biorxiv=("neuroscience",), feeds=(f"{lists.url}/rss",)))
    assert "doi:10.1000/abc" not in ids(found)
    assert len(ids(found)) == 2
