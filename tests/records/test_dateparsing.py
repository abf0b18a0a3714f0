"""Dates as people write them, from the source to what readers see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from digest.citing.formats.bibtex import format_bibtex
from digest.citing.formats.csljson import format_csl_json
from digest.citing.formats.keys import KeyedWork
from digest.citing.styles import format_reference
from digest.records.bibtex import parse_bibtex
from digest.records.dateparsing import read_date
from digest.records.doiwork import make_doi_work
from digest.records.record import format_record, parse_record
from digest.records.store import FOLDER, record_name
from digest.render.dates import date_text

if TYPE_CHECKING:
    from digest.basics.works import Work

KEY = "doi:10.1000/x"


def bib(fields: str) -> Work:
    text = f"@online{{a, author={{Doe, Ann}}, title={{T}}, {fields}}}"
    (entry,) = parse_bibtex(text, "content/references.bib").value or ()
    return entry.work


def shown(work: Work, style: str = "apa", lang: str = "en") -> str:
    return format_reference(work, style, lang).text


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("2022", (2022,)), ("[2022]", (2022,)), ("850", (850,)), ("2022-02-14", (2022, 2, 14)),
        ("2022-2-4", (2022, 2, 4)), ("2022-02-14T10:00:00Z", (2022, 2, 14)),
        ("August 1, 2012", (2012, 8, 1)), ("30-Mar-2020", (2020, 3, 30)), ("May 2020", (2020, 5)),
        ("1st September 2019", (2019, 9, 1)), ("2022, February 14", (2022, 2, 14)),
        ("14.2.2022", (2022, 2, 14)), ("03/2004", (2004, 3)), ("3\u20135 May 2020", (2020, 5, 3)),
        ("May 3-5, 2020", (2020, 5, 3)), ("30 May to 2 June 2020", (2020, 5, 30)),
        ("Jan/Feb 2020", (2020, 1)), ("Spring 2021", (2021,)), ("Winter 2020/21", (2020,)),
        ("2021-21", (2021,)), ("2021/2022", (2021,)), ("2019--2020", (2019,)), ("2019-20", (2019,)),
        ("300 BC", (-300,)), ("300 B.C.E.", (-300,)), ("-0299", (-300,)), ("AD 79", (79,)),
        ("79 CE", (79,)), ("n.d.", ()), ("forthcoming", ()), ("in press", ()), ("", ()),
    ],
)  # fmt: skip
def test_whole_dates(typed: str, parts: tuple[int, ...]) -> None:
    found = read_date(typed)
    assert (found.parts, found.is_whole, found.circa) == (parts, True, False)


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("2020-00-00", (2020,)), ("2020-13-40", (2020,)), ("2021-02-30", (2021, 2)),
        ("February 30, 2021", (2021, 2)), ("3/4/2022", (2022,)), ("2014 [1901]", (2014,)),
        ("199X", ()), ("19XX", ()), ("1990s", ()), ("18th century", ()), ("0000", ()), ("12", ()),
    ],
)  # fmt: skip
def test_of_other_dates_the_rest_is_kept_and_known_to_be_one(
    typed: str, parts: tuple[int, ...]
) -> None:
    found = read_date(typed)
    assert (found.parts, found.is_whole) == (parts, False)


@pytest.mark.parametrize("typed", ["1723~", "1723?", "c. 1723", "ca. 1723", "circa 1723", "c 1723"])
@pytest.mark.parametrize("field", ["year", "date"])
def test_about_a_year(typed: str, field: str) -> None:
    work = bib(f"{field}={{{typed}}}")
    assert shown(work) == "Doe, A. (ca. 1723). T."
    assert "ca. 1723" in shown(work, "ieee")
    assert "Ann Doe, ca. 1723" in shown(work, "plain")
    again = format_bibtex([KeyedWork("k", work)])
    assert bib(again.partition("title")[2].partition(",\n")[2].rstrip("}\n")).circa
    assert '"circa": true' in format_csl_json([KeyedWork("k", work)])


def test_before_christ() -> None:
    work = bib("date={-0299}")
    assert shown(work) == "Doe, A. (300 B.C.E.). T."
    assert "300 v. Chr." in shown(work, "apa", "de")
    assert "year          = {-0299}" in format_bibtex([KeyedWork("k", work)])
    assert date_text("-0299", "en") == "300 B.C.E."


def test_a_whole_date_in_the_year_counts_whole() -> None:
    assert shown(bib("year={August 1, 2012}")) == "Doe, A. (2012, August 1). T."
    assert bib("year={August 1, 2012}, month=sep").issued == (2012, 9)
    assert bib("year={August~1, 2012}").issued == (2012, 8, 1)
    assert bib("date={in press}").status == "in press"


def made(**fields: Any) -> Work:
    item = {"type": "journal-article", "title": "T", "container-title": "J", **fields}
    read = make_doi_work(item, KEY)
    assert read
    work = read.work
    data = format_record(work)
    again = parse_record(data, f"{FOLDER}{record_name(KEY)}")
    assert again.diagnostics == ()
    assert again.value == work
    return work


def parts(*numbers: int) -> dict[str, Any]:
    return {"date-parts": [list(numbers)]}


ONLINE, PRINT = parts(2015, 10, 2), parts(2016, 1)


@pytest.mark.parametrize(
    ("item", "issued"),
    [
        ({"issue": "1", "volume": "59", "published-print": PRINT}, (2016, 1)),
        ({"page": "1-9", "volume": "59", "published-print": PRINT}, (2016, 1)),
        ({"issue": "1", "volume": "59", "journal-issue": {"published-print": PRINT}}, (2016, 1)),
        ({"volume": "59", "published-print": PRINT}, (2015, 10, 2)),
        ({"issue": "1", "page": "2", "published-print": PRINT}, (2015, 10, 2)),
        ({"issue": "1", "volume": "58", "published-print": parts(2015)}, (2015, 10, 2)),
        ({"issue": "1", "volume": "58", "published-print": parts(2015, 10)}, (2015, 10, 2)),
        ({"issue": "1", "volume": "58", "journal-issue": "59"}, (2015, 10, 2)),
    ],
)
def test_what_has_a_volume_is_dated_as_it_is(item: Any, issued: tuple[int, ...]) -> None:
    assert made(issued=ONLINE, **item).issued == issued


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        (parts(2020, 0, 0), (2020,)),
        (parts(2020, 13, 40), (2020,)),
        (parts(2021, 2, 30), (2021, 2)),
        ({"raw": "May 2020"}, (2020, 5)),
        ({"literal": "Spring 2021"}, (2021,)),
        (parts(2021, 22), (2021,)),
        (parts(-300), (-300,)),
        ({"literal": "in press"}, ()),
    ],
)
def test_an_impossible_part_costs_that_part(issued: Any, expected: tuple[int, ...]) -> None:
    assert made(issued=issued).issued == expected


def test_records_keep_what_other_programs_know_of_a_date() -> None:
    assert made(issued={**parts(1723), "circa": True}).circa
    assert not made(issued={**parts(1723), "circa": False}).circa
    assert made(issued={"literal": "in press"}).status == "in press"
