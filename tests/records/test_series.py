"""Books told from the series that they are in."""

from __future__ import annotations

import msgspec
import pytest

from digest.basics.works import Work
from digest.citing.styles import format_reference
from digest.records.bibtex import parse_bibtex
from digest.records.doiwork import make_doi_work
from digest.records.record import format_record, parse_record
from digest.records.series import split_titles
from digest.records.store import FOLDER, record_name

BOOKS = (
    ("Modeling Decisions for Artificial Intelligence", "Lecture Notes in Computer Science"),
    ("Advances in Cryptology \u2013 CRYPTO 2019", "Lecture Notes in Computer Science"),
    ("Trends in Functional Programming", "Lecture Notes in Computer Science"),
    ("Studies in Logic", "Lecture Notes in Mathematics"),
    ("HCI International 2020 - Posters", "Communications in Computer and Information Science"),
    ("Advances in Neural Networks", "Advances in Intelligent Systems and Computing"),
    ("Dynamic Optimization", "Studies in Computational Intelligence"),
    ("Polymers for Microelectronics", "ACS Symposium Series"),
    ("Deep Learning", "SpringerBriefs in Computer Science"),
    ("Analysis of Financial Time Series", "Wiley Series in Probability and Statistics"),
    ("Handbook of Research on Big Data", "Advances in Data Mining and Database Management"),
    ("Plant Pathology", "Methods in Molecular Biology"),
    ("Neurobiology", "Progress in Brain Research"),
    ("The Frontal Lobes", "Handbook of Clinical Neurology"),
    ("Climate Change", "NATO Science for Peace and Security Series C: Environmental Security"),
    ("Einstein and His Critics", "Boston Studies in the Philosophy of Science"),
    ("Virus Entry", "Current Topics in Microbiology and Immunology"),
    ("Rotor Dynamics", "IUTAM Bookseries"),
    ("Spin Glass Theory", "World Scientific Lecture Notes in Physics"),
    ("Evaluating User Experience", "Human\u2013Computer Interaction Series"),
)


@pytest.mark.parametrize(("book", "series"), BOOKS)
def test_names_tell_in_either_order(book: str, series: str) -> None:
    assert split_titles([book, series]) == split_titles([series, book]) == (book, series)


def test_where_no_name_tells_the_series_stands_first() -> None:
    assert split_titles(["Wissen", "Handeln"]) == ("Handeln", "Wissen")
    titles = ["Lecture Notes in Computer Science", "Theory", "ECCV 2018"]
    assert split_titles(titles) == ("ECCV 2018", "Lecture Notes in Computer Science")


def test_that_no_name_tells_is_told() -> None:
    def problems(*titles: str) -> tuple[str, ...]:
        item = {"type": "book-chapter", "title": "T", "container-title": list(titles)}
        made = make_doi_work(item, "doi:10.1000/x")
        return made.problems if made else ()

    assert problems("Wissen", "Handeln") == (
        "'Handeln' is taken for the book, and 'Wissen' for its series: see whether it is so",
    )
    assert problems("Lecture Notes in Computer Science", "ECCV 2018") == ()
    assert problems("Wissen", "Wissen") == problems("Wissen") == ()


def chapter(container: str, collection: str, kind: str = "chapter") -> Work:
    return Work("doi:10.1000/x", kind, "T", container_title=container, collection_title=collection)


def reread(work: Work) -> tuple[str, str]:
    read = parse_record(format_record(work), f"{FOLDER}{record_name(work.id)}")
    assert read.value
    assert not read.diagnostics
    return read.value.container_title, read.value.collection_title


@pytest.mark.parametrize(
    ("container", "collection", "is_exchanged"),
    [
        ("Lecture Notes in Computer Science", "Cryptography and Coding", True),
        ("Lecture Notes in Computer Science", "LNCS 7089", False),
        ("Studies in Logic", "Wissen und Handeln", False),
        ("Cryptography and Coding", "Lecture Notes in Computer Science", False),
    ],
)
def test_a_record_that_had_them_exchanged_comes_right(
    container: str, collection: str, *, is_exchanged: bool
) -> None:
    told = (collection, container) if is_exchanged else (container, collection)
    assert reread(chapter(container, collection)) == told


@pytest.mark.parametrize(
    ("kind", "title", "container", "collection", "expected"),
    [
        ("paper-conference", "T", "Cosmic Ray Conference", "Cosmic ray conference.",
         ("Cosmic Ray Conference", "")),
        ("paper-conference", "T", "Meeting Abstracts #235", "Meeting Abstracts",
         ("Meeting Abstracts #235", "")),
        ("paper-conference", "T", "Meeting Abstracts #23", "Meeting Abstracts",
         ("Meeting Abstracts #23", "Meeting Abstracts")),
        ("book", "Big Book", "Big book", "", ("", "")),
        ("book", "Big Book", "", "Big Book", ("", "")),
        ("webpage", "The Site", "The Site", "", ("", "")),
        ("article-journal", "Nature", "Nature", "", ("Nature", "")),
        ("chapter", "Logic", "Logic", "", ("Logic", "")),
    ],
)  # fmt: skip
def test_one_title_is_told_once(
    kind: str, title: str, container: str, collection: str, expected: tuple[str, str]
) -> None:
    work = chapter(container, collection, kind)
    work = msgspec.structs.replace(work, title=title, volume="235")
    assert reread(work) == expected


def test_the_same_holds_for_what_services_and_editors_write() -> None:
    titles = ["Cryptography and Coding", "Lecture Notes in Computer Science"]
    item = {"type": "book-chapter", "title": "T", "container-title": titles}
    made = make_doi_work(item, "doi:10.1000/x")
    assert made
    assert (made.work.container_title, made.work.collection_title) == tuple(titles)
    text = "@inproceedings{a, title = {T}, booktitle = {Ray Conference}, series = {Ray Conference}}"
    (entry,) = parse_bibtex(text, "references.bib").value or ()
    assert (entry.work.container_title, entry.work.collection_title) == ("Ray Conference", "")


def test_the_volume_in_a_series_name_is_its_volume() -> None:
    fields = "series = {Lecture Notes in Computer Science, vol. 12345}"
    text = f"@inproceedings{{a, title = {{T}}, booktitle = {{Proc. CAV}}, {fields}}}"
    (entry,) = parse_bibtex(text, "references.bib").value or ()
    work = entry.work
    assert (work.collection_title, work.volume) == ("Lecture Notes in Computer Science", "12345")


def test_a_number_that_stands_in_the_name_of_a_place_is_told_once() -> None:
    fields = "howpublished={Code Library, record ascl:1905.001}, eid={ascl:1905.001}"
    text = f"@misc{{a, title={{T}}, {fields}}}"
    (entry,) = parse_bibtex(text, "references.bib").value or ()
    assert format_reference(entry.work, "apa", "en").text.count("1905.001") == 1
