"""Names of fields and types that are misspelt."""

from __future__ import annotations

import pytest

from digest.records.bibtex import parse_bibtex
from tests.records.bibtex.texts import PATH, problems


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("jounral", "journal"), ("yera", "year"), ("volumne", "volume"), ("Editr", "editor"),
        ("authors", "author"), ("titel", "title"), ("page", "pages"), ("dio", "doi"),
        ("ulr", "url"), ("booktile", "booktitle"), ("organisation", "organization"),
        ("publsiher", "publisher"), ("editon", "edition"), ("howpublised", "howpublished"),
        ("yea", "year"), ("dte", "date"), ("urls", "url"), ("directer", "director"),
        ("archive-prefix", "archiveprefix"), ("url-date", "urldate"), ("serie", "series"),
    ],
)  # fmt: skip
def test_a_slip_in_the_name_of_a_field_is_named(typed: str, meant: str) -> None:
    text = f"@misc{{k, title={{T}},\n {typed} = {{x}}}}"
    (found,) = [
        one
        for one in parse_bibtex(text, PATH).diagnostics
        if one.message.startswith("there is no f")
    ]
    assert (found.line, found.column) == (2, 2)
    assert found.message == f"there is no field '{typed.lower()}'"
    assert f"'{meant}'" in found.hint


def test_a_title_in_a_field_that_is_misspelt_is_told_once() -> None:
    assert problems("@misc{k, titel={T}}") == [(1, 10, "there is no field 'titel'")]


def test_fields_of_other_programs_are_no_slips() -> None:
    names = (
        "abbr abstract affiliation annote annotation author+an bdsk-url-1 bibsource biburl "
        "bookauthor citations code comment data date-added date-modified editora editorb "
        "editorbtype eissn file fjournal folder groups ids isbn13 issued jtitle key keywords "
        "langid language license local-url mendeley-groups mid mrnumber node note2 notes "
        "numpages options origlanguage owner pagetotal pagination pid pmid pdf preprint rating "
        "related shortauthor shorttitle shorthand sjournal slides sortyear source status "
        "supplement tags timestamp uid usera username video volumes vote x-color xref"
    )
    fields = "".join(f", {name} = {{x}}" for name in names.split())
    assert problems(f"@misc{{k, title={{T}}{fields}}}") == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Nanual", "manual"), ("artcle", "article"), ("inproceeding", "inproceedings"),
     ("masterthesis", "mastersthesis"), ("Aritcle", "article"), ("incolection", "incollection"),
     ("bok", "book")],
)  # fmt: skip
def test_a_slip_in_the_name_of_a_type_is_named(typed: str, meant: str) -> None:
    (found,) = parse_bibtex(f"\n@{typed}{{k, title={{T}}}}", PATH).diagnostics
    assert (found.line, found.column) == (2, 1)
    assert found.message == f"there is no type '@{typed.lower()}'"
    assert found.hint == f"did you mean '@{meant}'?"
    for kind in ("misc", "talk", "webpage", "newspaper", "newsletter", "podcast", "customa"):
        assert problems(f"@{kind}{{k, title={{T}}}}") == []


def test_an_entry_without_its_sign_is_named() -> None:
    text = (
        "% article{no, old}\narticle{a,\n title={T}}\n\n@book{b, title={U}}\n"
        "  InProceedings{c, title={V}}\n\nA note {on, nothing}.\n"
    )
    assert problems(text) == [
        (2, 1, "the entry 'a' has no '@' before its type"),
        (6, 3, "the entry 'c' has no '@' before its type"),
    ]
    assert parse_bibtex(text, PATH).diagnostics[0].hint == "write '@article{a,'"
