"""What Zotero takes from a page about a paper is the paper."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

import pytest
from hypothesis import given

from digest.basics.works import ArxivFacts, Name, Work
from digest.citing.formats.coins import make_coins
from tests.citing.formats import zotero
from tests.citing.formats.works import plain, read_showcase, works

PEOPLE = (Name("van den Oord", "A\u00e4ron"), Name("King", "Martin Luther", "Jr."))
CREATORS = [("van den Oord", "A\u00e4ron"), ("King", "Martin Luther Jr")]


def taken(work: Work) -> dict[str, Any]:
    item = zotero.parse(make_coins(work))
    assert item
    return item


FULL: dict[str, Any] = {
    "author": PEOPLE,
    "issued": (2022, 2, 4),
    "container_title": "In & Out",
    "container_title_short": "In&Out.",
    "collection_title": "Series",
    "publisher": "A = B",
    "publisher_place": "Paris",
    "edition": "2",
    "volume": "3",
    "issue": "4",
    "page": "5-6",
    "isbn": "978-0-387-31073-2, 978-0-387-31074-9",
    "issn": "0302-9743, 1611-3349",
    "doi": "10.1002/(sici)1<1::aid>3.0.co;2-#",
    "url": "https://example.org/a?b=c&d=e#f",
}
COMMON = {
    "title": "100% & more",
    "creators": CREATORS,
    "date": "2022-02-04",
    "DOI": FULL["doi"],
    "url": FULL["url"],
}
PRINTED = {"volume": "3", "issue": "4", "pages": "5-6"}
JOURNAL = {"journalAbbreviation": "In&Out.", "ISSN": "0302-9743"}
BOOK = {"publisher": "A = B", "place": "Paris", "edition": "2", "series": "Series"} | {
    "ISBN": "978-0-387-31073-2"
}
IN = {"publicationTitle": "In & Out"}
WEB = IN | {"publisher": "A = B"}


@pytest.mark.parametrize(
    ("type_", "item_type", "more"),
    [
        ("article-journal", "journalArticle", PRINTED | IN | JOURNAL),
        ("paper-conference", "conferencePaper", PRINTED | BOOK | IN),
        ("chapter", "bookSection", PRINTED | BOOK | IN),
        ("book", "book", PRINTED | BOOK),
        ("report", "report", PRINTED | BOOK),
        ("thesis", "thesis", {"publisher": "A = B", "type": "PhD thesis"}),
        ("article", "preprint", WEB),
        ("software", "computerProgram", WEB),
        ("dataset", "dataset", WEB),
        ("webpage", "webpage", WEB),
        ("post-weblog", "blogPost", WEB),
        ("speech", "presentation", WEB),
        ("treaty", "document", WEB),
    ],
)
def test_each_kind_of_work_is_taken_as_what_it_is(
    type_: str, item_type: str, more: dict[str, str]
) -> None:
    work = Work("x", type_, "100% & more", genre="PhD thesis", **FULL)
    assert taken(work) == {"itemType": item_type} | COMMON | more


def test_a_journal_has_its_number_in_print_and_on_screens() -> None:
    made = dict(
        parse_qsl(make_coins(Work("x", "article-journal", "T", issn="1234-5678, 8765-4321")))
    )
    assert (made["rft.issn"], made["rft.eissn"]) == ("1234-5678", "8765-4321")


def test_a_patent_has_inventors_and_a_number() -> None:
    work = Work("x", "patent", "A Machine", PEOPLE, issued=(1999,), publisher="IBM", number="US1")
    assert taken(work) == {
        "itemType": "patent",
        "title": "A Machine",
        "creators": CREATORS,
        "issueDate": "1999",
        "assignee": "IBM",
        "patentNumber": "US1",
    }


def test_an_arxiv_paper_has_its_doi_and_the_address_where_it_is_read() -> None:
    work = Work(
        *("arxiv:2202.06991", "article", "Memory of $n$"),
        doi="10.48550/arXiv.2202.06991",
        url="https://arxiv.org/abs/2202.06991",
        arxiv=ArxivFacts("2202.06991", 3),
    )
    assert taken(work) == {
        "itemType": "preprint",
        "title": "Memory of $n$",
        "creators": [],
        "DOI": "10.48550/arXiv.2202.06991",
        "url": "https://arxiv.org/abs/2202.06991",
    }


def test_a_body_keeps_its_whole_name_and_nobody_is_others() -> None:
    names = (Name(literal="Barnes and Noble, Inc."), *PEOPLE, Name(literal="others"))
    work = Work("x", "article", "T", names)
    assert taken(work)["creators"] == [("Barnes and Noble, Inc.", ""), *CREATORS]


def test_an_article_without_pages_has_its_number() -> None:
    assert taken(Work("x", "article-journal", "T", number="104101"))["pages"] == "104101"


@given(works())
def test_any_work_is_taken_whole(work: Work) -> None:
    item = taken(work)
    assert plain(item["title"]) == plain(work.title.replace("+", " "))
    assert len(item["creators"]) == len(work.author)


@given(works())
def test_every_value_is_encoded(work: Work) -> None:
    """As the standard has it: pairs of a key and a value, and no empty ones."""
    made = make_coins(work)
    assert made.isascii()
    pairs = parse_qsl(made, keep_blank_values=True, strict_parsing=True)
    assert all(key.startswith(("ctx_ver", "rft")) and value for key, value in pairs)
    titles = [v for k, v in pairs if k in {"rft.title", "rft.atitle", "rft.btitle"}]
    assert work.title in titles


def test_real_works_are_taken_whole() -> None:
    for work in read_showcase():
        item = taken(work)
        assert item["title"] == work.title
        assert item["url"] == work.url
        assert [family for family, _ in item["creators"]] == [
            name.family or name.literal for name in work.author
        ]
