"""Lists of papers in every form, whole and broken."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from digest.basics.richtext import without_styles
from digest.importing.lists import find_form

if TYPE_CHECKING:
    from digest.importing.lists.paperlist import PaperList

BIB = """
@string{nn = "NeurIPS"}
% a comment
@article{a, title = {Things: a {Study}}, author = {Poe, Ada and Bob Roe}, year = 2022,
  eprint = {2202.06991}, archiveprefix = {arXiv}}
@inproceedings{b, title = "Others", booktitle = nn, doi = {10.1000/XYZ}, year = 2021}
@misc{c, title = {A page}, url = {https://openreview.net/forum?id=x}, year = 2021}
@misc{d, title = {A note}, note = {arXiv:2301.00001}}
@misc{e, title = {Broken
@misc{f, title = {After}, url = {https://arxiv.org/abs/2301.00002v2}}
"""
RIS = """TY  - JOUR
AU  - Poe, Ada
AU  - Roe, B. C.
TI  - Things: a
 Study
PY  - 2022/02/16/
UR  - https://arxiv.org/abs/2202.06991
ER  -
TY  - CONF
T1  - Others
Y1  - 2021
DO  - 10.1000/XYZ
ER  -

TY  - GEN
AU  - Nobody
ER  -
TY - ELEC
TI  - A page
UR  - https://openreview.net/forum?id=x
N1  - never closed
"""
ITEMS = [
    {
        "id": "http://zotero.org/users/1/items/A",
        "type": "article",
        "title": "Things: a <i>Study</i>",
        "author": [{"family": "Poe", "given": "Ada"}],
        "issued": {"date-parts": [["2022", 2, 16]]},
        "number": "arXiv:2202.06991",
        "note": "arXiv:2202.06991 [cs]",
    },
    {"id": 2, "type": "paper-conference", "title": "Others", "DOI": "10.1000/XYZ"},
    {"id": "3", "type": "webpage", "title": "A page", "URL": "https://openreview.net/forum?id=x"},
    {"id": "4", "type": "webpage"},
    "a text",
]
ZOTERO = (
    '"Key","Item Type","Publication Year","Author","Title","DOI","Url","Date","Extra"\n'
    '"A","preprint","2022","Poe, Ada; Roe, Bob","Things: a\nStudy","","","2022-02-16",'
    '"arXiv:2202.06991 [cs]"\n'
    '"B","journalArticle","2021","","Others","10.1000/XYZ","","",""\n'
    '"C","webpage","","","A page","","https://openreview.net/forum?id=x","",""\n'
    ",,,,,,,,\n"
    '"D","note","2021","","","","","",""\n'
)
KEYS = ("arxiv:2202.06991", "doi:10.1000/xyz")


def read(name: str, text: str) -> PaperList:
    form = find_form(name, text[:4096])
    assert form
    return form.read(text)


def keys(found: PaperList) -> list[str]:
    return [one.id.key if one.id else one.url or one.title for one in found.papers]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.ris", "TY  - JOUR\nTI  - On <i>E. coli</i> &amp; \\emph{x}\nER  - \n"),
        ("a.bib", r"@misc{a, title={On \textit{E. coli} \& \emph{x}}}"),
        ("a.json", '[{"type": "book", "title": "On <i>E. coli</i> &amp; <em>x</em>"}]'),
    ],
)
def test_titles_keep_their_styles(name: str, text: str) -> None:
    assert [one.title for one in read(name, text).papers] == ["On <i>E. coli</i> & <i>x</i>"]


def test_a_chapter_is_not_its_editors() -> None:
    record = "TY  - {}\nA2  - Poe, Ada\nTI  - T\nER  - \n"
    texts = (record.format("CHAP"), record.format("EDBOOK"))
    assert [len(read("a.ris", text).papers[0].authors) for text in texts] == [0, 1]


@pytest.mark.parametrize(
    ("name", "text", "lines", "faults"),
    [
        ("a.ris", RIS, [1, 9, 18], [15]),
        ("a.json", json.dumps(ITEMS, indent=1), [2, 24, 30], [36, 40]),
        ("a.json", json.dumps({"items": ITEMS}), [1, 1, 1], [1, 1]),
        ("a.csv", ZOTERO, [2, 4, 5], [7]),
        ("a.csv", ZOTERO.replace(",", "\t").replace("Poe\t", "Poe,"), [2, 4, 5], [7]),
    ],
)
def test_forms(name: str, text: str, lines: list[int], faults: list[int]) -> None:
    found = read(name, text)
    assert keys(found) == [*KEYS, "https://openreview.net/forum?id=x"]
    assert [one.line for one in found.papers] == lines
    assert [one.line for one in found.faults] == faults
    first = found.papers[0]
    assert (without_styles(first.title), first.date) == ("Things: a Study", (2022, 2, 16))
    assert first.authors[0].literal == "Ada Poe"
    assert found.papers[2].title == "A page"


def test_bibtex() -> None:
    found = read("library.bib", BIB)
    page = "https://openreview.net/forum?id=x"
    assert keys(found) == [*KEYS, page, "arxiv:2301.00001", "arxiv:2301.00002"]
    assert [one.line for one in found.papers] == [4, 6, 7, 8, 10]
    assert [one.line for one in found.faults] == [9]
    assert found.papers[0].title == "Things: a Study"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "arXiv ID;Paper\n2202.06991;\n;https://x.org/p\n",
            ["arxiv:2202.06991", "https://x.org/p"],
        ),
        ("title\tlink\nA title\tTBD\n", ["A title"]),
        ("Title,Authors,Year\nA title,Ada Poe and Bob Roe,2021\n", ["A title"]),
        ("2202.06991\nhttps://doi.org/10.1000/xyz\n\n", list(KEYS)),
        ("\ufeffDOI,Title\n10.1000/xyz,T\n", ["doi:10.1000/xyz"]),
        ("DOI,URL\n10.1000/xyz,https://arxiv.org/abs/2202.06991\n", ["arxiv:2202.06991"]),
    ],
)
def test_columns_in_any_order(text: str, expected: list[str]) -> None:
    found = read("papers.csv", text)
    assert (keys(found), found.faults) == (expected, ())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '[{"title": "A", "DOI": "10.1000/xyz"'),
        ("a.json", '{"title": ' + "[" * 100_000),
        ("a.csv", 'title,doi\n,,,x\n"never closed,10.1000/xyz\n'),
        ("a.bib", "@article{a, title = {" + "{" * 5_000),
        ("a.ris", "TY  - JOUR\nAU\n\x00\nER  - \n"),
    ],
)
def test_a_broken_list_is_told_and_no_crash(name: str, text: str) -> None:
    assert read(name, text).faults


def test_a_text_that_is_no_list_has_no_form() -> None:
    assert find_form("notes.md", "# Notes\n\nSome words, and more.\n") is None
