"""The BibTeX files from which an archive's posts cite."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.importing.citations.bibfiles import GivenWorks, read_bibliographies
from digest.importing.post import LeftOut, Place
from tests.importing.folders import open_written
from tests.importing.handmade import archive, post
from tests.importing.works import article

if TYPE_CHECKING:
    from pathlib import Path

BIB = """\
@string{cj = "The Computer Journal"}
@article{knuth, title={Literate Programming}, author={Knuth, D.}, year={1984}, journal=cj}
@book{esl, title={Statistical Learning}, author={Hastie, T.}, year={2009}}
"""
TWO = ("one.bib", "two.bib")


def read(folder: Path, text: str = "So [@knuth].", *, key: str = "other") -> GivenWorks:
    files = open_written(folder, {"one.bib": BIB, "two.bib": "@misc{Knuth, title={Else}}"})
    come = msgspec.structs.replace(archive(post("2022-03-02", text)), bibliographies=TWO)
    there = msgspec.structs.replace(article("10.1/x", "Another", ["A B"], 2020), id=f"bib:{key}")
    return read_bibliographies(come, files, [there])


def test_works_come_with_what_they_take_from_elsewhere(tmp_path: Path) -> None:
    given = read(tmp_path)
    assert [work.id for work in given.works] == ["bib:knuth", "bib:esl"]
    assert "journal       = {The Computer Journal}" in given.text


def test_the_first_work_of_a_key_counts(tmp_path: Path) -> None:
    (double,) = read(tmp_path).left_out
    assert (double.what, double.place) == ("Knuth", Place("two.bib", 1))
    given = read(tmp_path, key="esl")
    assert [work.id for work in given.works] == ["bib:knuth"]
    assert [(one.what, one.place.line) for one in given.left_out] == [("esl", 3), ("Knuth", 1)]


def test_posts_that_cite_nothing_need_no_works(tmp_path: Path) -> None:
    assert read(tmp_path, "So.") == GivenWorks()


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    files = open_written(tmp_path, {"one.bib": "@book{a, title={A}, yeer={2009}}", "two.bib": ""})
    (tmp_path / "two.bib").write_bytes(b"\0" * 99)
    come = msgspec.structs.replace(archive(post("2022-03-02", "@a")), bibliographies=TWO)
    field, file = read_bibliographies(come, files, ()).left_out
    assert "yeer" in field.what
    assert file == LeftOut("two.bib", "it is not text", Place("two.bib"))
