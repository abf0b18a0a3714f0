"""New editions and entries: what they are called, and what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.basics.diagnostics import Place
from digest.basics.editions import Edition, Entry
from digest.basics.fragments import Body
from digest.commands.new import (
    NewFile,
    NewFileError,
    make_edition,
    write_new,
)
from digest.content.load import Content
from digest.content.units import EditionFolder
from digest.settings.config import SectionRule, Settings, ThemeChoice

if TYPE_CHECKING:
    from pathlib import Path

    from digest.records.bibtex import BibEntry

TODAY = "2022-04-17"
SECTIONS = (SectionRule("why", "Why", "❓", required=True), SectionRule("more", "Key insights"))


def newsletter(
    *editions: Edition,
    lang: str = "en",
    sections: tuple[SectionRule, ...] = SECTIONS,
    entries: tuple[Entry, ...] = (),
    bibliography: tuple[BibEntry, ...] = (),
) -> Content:
    settings = Settings(
        "News",
        "https://example.org/",
        "https://example.org/",
        ThemeChoice("paper", Place("", 1, 1)),
        lang=lang,
        sections=sections,
    )
    folders = tuple(EditionFolder(edition, entries) for edition in editions)
    return Content(settings, folders, (), (), bibliography, ())


def edition(id_: str, number: int = 0) -> Edition:
    path = f"content/editions/{id_}/index.md"
    return Edition(id_, path, id_, "2022-03-02", Body(), number=number)


# --- editions ---------------------------------------------------------------------------------


def test_a_month_gives_an_edition_its_title_and_date() -> None:
    file = make_edition(
        "2022-05", newsletter(edition("2022-03", 14), edition("2022-02", 13)), TODAY
    )
    assert file.path == "content/editions/2022-05/index.md"
    assert file.text.startswith(
        "---\ntitle: May 2022\ndate: 2022-05-01\nnumber: 15\ndescription:\n---\n"
    )
    assert ":::{papers}\n:::\n" in file.text


@pytest.mark.parametrize(
    ("id_", "why"),
    [
        ("2022-13", "there is no month '2022-13'; for a week write '2022-w13'"),
        ("2022-00", "there is no month '2022-00'"),
        ("2022-02-30", "there is no day '2022-02-30'"),
        ("2022-13-01", "there is no day '2022-13-01'"),
        ("2022-4", "'2022-4' lacks a zero; write '2022-04'"),
        ("2022-4-1", "'2022-4-1' lacks a zero; write '2022-04-01'"),
    ],
)
def test_a_date_that_is_none_is_refused(id_: str, why: str) -> None:
    with pytest.raises(NewFileError, match=why):
        make_edition(id_, newsletter(), TODAY)


@pytest.mark.parametrize(
    ("id_", "lang", "title", "date"),
    [
        ("2022-04", "en", "April 2022", TODAY),
        ("2022-03", "de", "März 2022", "2022-03-01"),
        ("2022-05", "fr", "Mai 2022", "2022-05-01"),
        ("2022-05-09", "en", "May 9, 2022", "2022-05-09"),
        ("neurips-special", "en", "Neurips special", TODAY),
        ("14", "en", "14", TODAY),
    ],
)
def test_titles_and_dates(id_: str, lang: str, title: str, date: str) -> None:
    text = make_edition(id_, newsletter(lang=lang), TODAY).text
    assert f"title: {title}\ndate: {date}\n" in text


def test_editions_are_numbered_where_the_newsletter_counts_them() -> None:
    assert "number: 1\n" in make_edition("2022-05", newsletter(), TODAY).text
    uncounted = newsletter(edition("2022-03"))
    assert "number" not in make_edition("2022-05", uncounted, TODAY).text


@pytest.mark.parametrize(
    "id_", ["", ".", "..", "a/b", "../x", "/etc", "a b", ".x", "-x", "x.", "a\n"]
)
def test_what_cannot_be_a_folder_is_refused(id_: str) -> None:
    with pytest.raises(NewFileError, match="cannot be a folder's name"):
        make_edition(id_, newsletter(), TODAY)


@pytest.mark.parametrize("id_", ["Special", "special", "SPECIAL"])
def test_an_edition_that_exists_is_refused_whatever_its_letters(id_: str) -> None:
    with pytest.raises(NewFileError, match=r"there is an edition .* already"):
        make_edition(id_, newsletter(edition("Special")), TODAY)


# --- on disk ----------------------------------------------------------------------------------


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    file = NewFile("content/editions/2022-03/index.md", "new\n")
    write_new(tmp_path, [file])
    with pytest.raises(NewFileError, match="exists already; it was left as it is"):
        write_new(tmp_path, [NewFile(file.path, "other\n")])
    assert (tmp_path / file.path).read_text() == "new\n"
