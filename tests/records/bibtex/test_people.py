"""The people of an entry, each in the part that they had in its work."""

from __future__ import annotations

import re

import pytest

from digest.basics.works import Name
from digest.citing.formats.bibtex import format_bibtex
from digest.citing.formats.keys import KeyedWork
from digest.citing.styles import format_reference
from digest.records.bibtex import parse_bibtex
from tests.records.bibtex.texts import PATH, entries, problems, work

ADA, BO = Name("Poe", "Ada", "", "Ada Poe"), Name("Roe", "Bo", "", "Bo Roe")


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Yi Tay and Tran, Vinh Q.", [("Tay", "Yi", ""), ("Tran", "Vinh Q.", "")]),
        ("King, Jr., Martin Luther", [("King", "Martin Luther", "Jr.")]),
        (r"It{\=o}, K{\=o}ji and K{\=o}ji Tanaka", [("Itō", "Kōji", ""), ("Tanaka", "Kōji", "")]),
        (r"{\=O}no, Y{\=u}ki", [("Ōno", "Yūki", "")]),
        ("family=Oord, given=Aaron, prefix=van den", [("van den Oord", "Aaron", "")]),
        ("村上 春樹", [("", "", "")]),
        ("Martin Luther King Jr.", [("King", "Martin Luther", "Jr.")]),
        ("Ludwig van Beethoven", [("van Beethoven", "Ludwig", "")]),
        ("van den Oord, Aaron", [("van den Oord", "Aaron", "")]),
        ("Luc Van Gool", [("Van Gool", "Luc", "")]),
        ("Nicola {De Cao}", [("De Cao", "Nicola", "")]),
        ("{\\'E}lodie Ga{\\\"e}l", [("Gaël", "Élodie", "")]),
        ("{Google Research} and Ha, David", [("", "", ""), ("Ha", "David", "")]),
        ("{Barnes and Noble}", [("", "", "")]),
        ("Plato", [("", "", "")]),
        ("Ha, David and others", [("Ha", "David", ""), ("", "", "")]),
    ],
)
def test_names(typed: str, names: list[tuple[str, str, str]]) -> None:
    made = work(f"@misc{{k, title = {{T}}, author = {{{typed}}}}}").author
    assert [(one.family, one.given, one.suffix) for one in made] == names
    assert all(one.literal for one in made)


def test_a_body_and_the_rest_have_their_names_whole() -> None:
    made = work("@misc{k, title={T}, author={{Barnes and Noble} and others}}").author
    assert [one.literal for one in made] == ["Barnes and Noble", "others"]


def test_a_manual_is_by_its_organization() -> None:
    made = work("@manual{k, title={T}, organization={R and Sons}, year=2020}")
    assert [one.literal for one in made.author] == ["R and Sons"]
    assert made.type == "book"


def test_a_name_in_east_asian_script_has_its_family_name_first() -> None:
    (name,) = work("@book{k, title={T}, author={family={村上}, given={春樹}}}").author
    assert (name.family, name.given, name.literal) == ("村上", "春樹", "村上春樹")


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        (r"Hans M{\"u}ller, Anna Schmidt, and Bob Roe", ["Hans Müller", "Anna Schmidt", "Bob Roe"]),
        ("Müller, Hans; Schmidt, Anna", ["Hans Müller", "Anna Schmidt"]),
        ("A and  and B", ["A", "B"]),
        ("King, Martin Luther, Jr.", ["Martin Luther King Jr."]),
        ("Martin Luther King, Jr.", ["Martin Luther King Jr."]),
        (
            "ACM, Inc. and Matthews, M. D. and Smith, V.",
            ["ACM, Inc.", "M. D. Matthews", "V. Smith"],
        ),
        ("{Barnes; Noble} and X", ["Barnes; Noble", "X"]),
        ("M&uuml;ller, Hans and {AT&amp;T Labs}", ["Hans Müller", "AT&T Labs"]),
    ],
)
def test_names_that_are_parted_wrongly_are_read_as_they_are_meant(
    typed: str, names: list[str]
) -> None:
    made = work(f"@misc{{k, title = {{T}}, author = {{{typed}}}}}")
    assert [one.literal for one in made.author] == names


def test_groups_and_others_who_made_a_work_are_its_authors() -> None:
    made = work("@article{k, title={T}, author={Aad, G. and others}, collaboration={ATLAS}}")
    assert [name.literal for name in made.author] == ["G. Aad", "ATLAS Collaboration", "others"]
    assert made.note == ""
    exported = format_bibtex([KeyedWork("k", made)])
    assert re.search(r"author += \{Aad, G. and others\}", exported)
    assert re.search(r"collaboration += \{ATLAS\}", exported)
    assert work(exported).author == made.author
    made = work("@video{k, title={T}, namea={{CASS Community}}, nameatype={collaborator}}")
    assert [name.literal for name in made.author] == ["CASS Community"]


@pytest.mark.parametrize(
    ("fields", "people"),
    [
        ("editor={Poe, Ada}, editortype={editor}", {"editor": (ADA,)}),
        ("editor={Poe, Ada}, editora={Roe, Bo}", {"editor": (ADA, BO)}),
        ("editor={Poe, Ada}, editora={Roe, Bo}, editoratype={redactor}", {"editor": (ADA, BO)}),
        ("editor={Poe, Ada}, editortype={Director}", {"author": (ADA,), "director": (ADA,)}),
        ("author={Roe, Bo}, editor={Poe, Ada}, editortype={director}",
         {"author": (BO, ADA), "director": (ADA,)}),
        ("director={Poe, Ada and Roe, Bo}", {"author": (ADA, BO), "director": (ADA, BO)}),
        ("author={Poe, Ada}, director={Poe, Ada}", {"author": (ADA,), "director": (ADA,)}),
        ("author={Roe, Bo}, editor={Poe, Ada}, editortype={translator}",
         {"author": (BO,), "translator": (ADA,)}),
        ("author={Roe, Bo}, editorb={Poe, Ada}, editorbtype={translator}",
         {"author": (BO,), "translator": (ADA,)}),
        ("author={Roe, Bo}, editorc={Poe, Ada}, editorctype={collaborator}", {"author": (BO,)}),
        ("namea={Roe, Bo}, nameatype={collaborator}, nameb={Poe, Ada}", {"author": (BO, ADA)}),
        ("namea={Roe, Bo}, editor={Poe, Ada}", {"editor": (ADA,)}),
        ("namea={Roe, Bo}, nameatype={translator}", {"translator": (BO,)}),
        ("author={Roe, Bo}, bookauthor={Poe, Ada}", {"author": (BO,), "container_author": (ADA,)}),
        ("organization={Poe}", {"author": (Name(literal="Poe"),)}),
    ],
)  # fmt: skip
def test_people_have_the_part_that_is_told(
    fields: str, people: dict[str, tuple[Name, ...]]
) -> None:
    made = work(f"@manual{{k, title={{T}}, {fields}}}")
    parts = (
        *("author", "editor", "translator", "director", "collection_editor", "container_author"),
    )
    assert {part: getattr(made, part) for part in parts if getattr(made, part)} == people


@pytest.mark.parametrize(
    ("fields", "lang", "apa"),
    [
        ("director={Poe, Ada}", "en", "Poe, A. (Director). (1968). T [Film]."),
        ("director={Poe, Ada}", "de", "Poe, A. (Regisseur). (1968). T [Film]."),
        (
            "director={Poe, Ada and Roe, Bo}",
            "en",
            "Poe, A., & Roe, B. (Directors). (1968). T [Film].",
        ),
        ("author={Roe, Bo}, director={Poe, Ada}", "en", "Roe, B., & Poe, A. (1968). T [Film]."),
    ],
)
def test_a_film_is_its_directors(fields: str, lang: str, apa: str) -> None:
    made = work(f"@movie{{k, title={{T}}, year=1968, {fields}}}")
    assert format_reference(made, "apa", lang).text == apa


def test_a_slip_in_a_part_is_named() -> None:
    (found,) = parse_bibtex(
        "@book{k, title={T},\n editor={Poe, A},\n editortype={tranlator}}", PATH
    ).diagnostics
    assert (found.line, found.message) == (3, "nobody has the part 'tranlator' in a work")
    assert found.hint == "did you mean 'translator'?"
    assert problems("@book{k, title={T}, editor={Poe, A}, editortype={illustrator}}") == []


def test_a_chapter_of_another_authors_book() -> None:
    chapter = "@inbook{k, author={Poe, Ada}, title={C}, pages={1--3}, crossref={b}}"
    book = "@book{b, author={Roe, Bo}, editor={Kim, Lee}, title={B}, publisher={P}, year=2020}"
    made = entries(f"{chapter}\n{book}")["k"].work
    assert format_reference(made, "apa", "en").text == (
        "Poe, A. (2020). C. In B. Roe, B (L. Kim, Ed.; pp. 1\u20133). P."
    )
    own = entries(f"{chapter.replace('Poe, Ada', 'Roe, Bo')}\n{book}")["k"].work
    assert "In L. Kim (Ed.), B (pp." in format_reference(own, "apa", "en").text


def test_a_translator_takes_the_place_of_nobody() -> None:
    made = work("@book{k, title={The Rites}, translator={Roe, Bo}, publisher={P}, year=1960}")
    assert format_reference(made, "ieee", "en").text == "The Rites, B. Roe, Trans., P, 1960."
