"""Pages and other numbers, from what people and publishers write to what readers see."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from digest.citing.formats.bibtex import format_bibtex
from digest.citing.formats.keys import KeyedWork
from digest.citing.formats.ris import format_ris
from digest.citing.styles import format_reference
from digest.records.bibtex import parse_bibtex
from digest.records.doiwork import make_doi_work

if TYPE_CHECKING:
    from digest.basics.works import Work

KEY = "doi:10.1000/x"


def article(fields: str) -> Work:
    text = f"@article{{a, title={{T}}, journal={{J}}, year=2020, {fields}}}"
    (entry,) = parse_bibtex(text, "content/references.bib").value or ()
    return entry.work


def shown(work: Work, style: str) -> str:
    return format_reference(work, style, "en").text


@pytest.mark.parametrize(
    ("typed", "apa", "ieee"),
    [
        ("349--349", "349", "p. 349"),
        ("349\u2013349", "349", "p. 349"),
        ("7-7", "7", "p. 7"),
        ("1", "1", "p. 1"),
        ("137.01", "137.01", "p. 137.01"),
        ("S1", "S1", "p. S1"),
        ("1:1", "1:1", "p. 1:1"),
        ("A-12", "A-12", "p. A-12"),
        ("p. 7", "7", "p. 7"),
        ("349--", "349", "p. 349"),
        ("pp. 12--15", "12\u201315", "pp. 12\u201315"),
        ("pages 12-15", "12\u201315", "pp. 12\u201315"),
        ("123+", "123+", "pp. 123+"),
        ("123ff.", "123ff", "pp. 123ff."),
        ("12, 15-17", "12, 15\u201317", "pp. 12, 15\u201317"),
        ("i--xii", "i\u2013xii", "pp. i\u2013xii"),
        ("1:1--1:20", "1:1\u20131:20", "pp. 1:1\u20131:20"),
        ("e1234--e1234", "Article e1234", "Art. no. e1234"),
        ("12 pages", "12 pages", ", 12 pages"),
        ("123--+", "123+", "pp. 123+"),
        ("123$-$130", "123\u2013130", "pp. 123\u2013130"),
        ("123\u2212130", "123\u2013130", "pp. 123\u2013130"),
        ("$123$--$130$", "123\u2013130", "pp. 123\u2013130"),
        ("Article 12", "Article 12", "Art. no. 12"),
        ("giaa123", "Article giaa123", "Art. no. giaa123"),
        ("n71", "Article n71", "Art. no. n71"),
        ("P01012", "Article P01012", "Art. no. P01012"),
        ("e2020GL090001", "Article e2020GL090001", "Art. no. e2020GL090001"),
        ("ii5", "ii5", "p. ii5"),
        ("L12", "L12", "p. L12"),
        ("S1234", "S1234", "p. S1234"),
        ("Art. No. 123456", "Article 123456", "Art. no. 123456"),
        ("In press", "", ""),
        ("n/a--n/a", "", ""),
        ("no-no", "", ""),
        ("0-0", "", ""),
    ],
)
def test_pages(typed: str, apa: str, ieee: str) -> None:
    crossref = make_doi_work(
        {"type": "journal-article", "title": "T", "container-title": "J", "page": typed}, KEY
    )
    assert crossref
    for work in (article(f"pages={{{typed}}}"), crossref.work):
        after = f", {apa}." if apa else "."
        assert f"J{after}" in shown(work, "apa")
        assert (ieee or ".") in shown(work, "ieee")
        assert ieee or not re.search(r"\bpp?\.", shown(work, "ieee"))


def test_one_page_is_one_page_in_exports() -> None:
    made = [KeyedWork("k", article("pages={349--349}"))]
    assert "pages         = {349}," in format_bibtex(made)
    assert "SP  - 349\r\n" in format_ris(made)
    assert "EP  - " not in format_ris(made)


@pytest.mark.parametrize(
    ("fields", "apa", "ieee"),
    [
        ("volume={Vol. 3}, number={no. 4}", "3(4)", "vol. 3, no. 4"),
        ("volume={Volume 12}, number={Issue 4-5}", "12(4\u20135)", "vol. 12, no. 4\u20135"),
        ("volume={vol IV}, number={Nr. 2}", "IV(2)", "vol. IV, no. 2"),
        ("volume={A 30}, number={Suppl. 1}", "A 30(Suppl. 1)", "vol. A 30, no. Suppl. 1"),
        ("volume={Novel 3}", "Novel 3", "vol. Novel 3"),
        ("volume={12(3)}", "12(3)", "vol. 12, no. 3"),
        ("volume={12(3)}, number={4}", "12(3)(4)", "vol. 12(3), no. 4"),
        ("volume={12:3}", "12:3", "vol. 12:3"),
        # as programs for journals write both into each
        ("volume={Vol 12, No 3 (2020)}", "12(3)", "vol. 12, no. 3"),
        ("number={Vol. 12 No. 3 (2020): Spring}", "12(3)", "vol. 12, no. 3"),
        ("volume=12, number={Vol. 12 No. 3 (2020)}", "12(3)", "vol. 12, no. 3"),
        ("volume={Volume 4 Issue 2}, number={Volume 4 Issue 2}", "4(2)", "vol. 4, no. 2"),
        ("volume=11, number={Vol. 12 No. 3}", "11(Vol. 12 No. 3)", "vol. 11, no. Vol. 12 No. 3"),
        ("volume={12 (2020)}", "12", "vol. 12"),
        ("volume=12, number=0", "12(0)", "vol. 12, no. 0"),
        ("volume=12, number={Online First}", "12", "vol. 12"),
    ],
)
def test_words_before_numbers_are_the_styles(fields: str, apa: str, ieee: str) -> None:
    assert f"J, {apa}." in shown(article(fields), "apa")
    assert ieee in shown(article(fields), "ieee")


def test_an_articles_number_goes_without_its_word() -> None:
    assert "J, 1, Article 12." in shown(article("volume=1, eid={Article 12}"), "apa")


def test_an_articles_own_number_for_its_page_is_no_page() -> None:
    work = article("volume=1, eid={023}, pages={023}")
    assert "J, vol. 1, 2020, Art. no. 023." in shown(work, "ieee")


@pytest.mark.parametrize(
    ("fields", "apa"),
    [
        ("volume={n/a}, number={n/a}", "J."),
        ("volume={}, number={ja}", "J."),
        ("volume={ahead-of-print}, number={ahead-of-print}", "J. Advance online publication."),
        ("volume={null}, number={Online First}", "J. Advance online publication."),
        ("volume={Publish Ahead of Print}", "J. Advance online publication."),
        ("volume={0}, number={0}, pages={1-12}", "J, 1\u201312."),
        ("volume={0}, number={1}", "J, 0(1)."),
        ("volume={12}, number={in press}", "J, 12."),
        ("volume={12}, number={JA1}", "J, 12(JA1)."),
    ],
)
def test_what_is_in_no_issue_yet_has_none(fields: str, apa: str) -> None:
    assert shown(article(fields), "apa").endswith(apa)
