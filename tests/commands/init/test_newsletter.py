"""A new newsletter: its files hold what they should, and it is built as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from digest.commands.init.newsletter import Start, make_newsletter, title_of_folder
from digest.records.record import format_record, parse_record
from digest.settings.config import parse_settings
from tests.newsletter import Newsletter

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TODAY = "2030-05-17"
SITE = "content/site.yaml"
DIGEST = "research-digest~=1.2"
START = Start("Held Out", "https://example.org/letters/", "en", TODAY, DIGEST)

LEFT = [
    f"{place} warning markup-left"
    for place in (
        *("editions/2030-05/01-dsi.md:11:1", "editions/2030-05/index.md:5:1"),
        "pages/about.md:5:1",
    )
]
"""Texts that are there to be written over."""


def files_of(start: Start = START) -> dict[str, str]:
    return {file.path: file.text for file in make_newsletter(start)}


def write(root: Path, files: Mapping[str, str]) -> Newsletter:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return Newsletter.at(root, root / "build")


def test_it_is_built_without_a_problem(tmp_path: Path) -> None:
    newsletter = write(tmp_path, files_of())
    assert newsletter.check(TODAY) == LEFT
    assert newsletter.build(TODAY).outputs
    edition = newsletter.text("editions/2030-05/")
    assert "May 2030" in edition
    assert "Transformer Memory as a Differentiable Search Index" in edition
    assert "Autoregressive Entity Retrieval" in edition
    assert "Why" in newsletter.text("editions/2030-05/dsi/")
    assert "Held Out" in newsletter.page("about/")


@pytest.mark.parametrize(
    ("today", "month"),
    [("2030-05-17", "2030-06"), ("2030-11-01", "2030-12"), ("2030-12-31", "2031-01")],
)
def test_its_readme_begins_the_next_edition(today: str, month: str) -> None:
    files = files_of(Start("T", "https://example.org/", "en", today, DIGEST))
    assert f"digest new {month} " in files["README.md"]
    (added,) = re.findall(r"digest add (\d{4}\.\d{5}) ", files["README.md"])
    assert not [path for path in files if added in path]


@pytest.mark.parametrize("lang", ["de", "pt-BR", "no"])
def test_it_is_built_in_every_language(tmp_path: Path, lang: str) -> None:
    newsletter = write(tmp_path, files_of(Start("T", "https://example.org/", lang, TODAY, DIGEST)))
    assert newsletter.check(TODAY) == LEFT
    assert parse_settings((tmp_path / "content/site.yaml").read_text()).value.lang == lang


@pytest.mark.parametrize("title", ['A: "b" #c', "null", "[x]", "{{ x }}", "@lang@", "&a *b", "“é”"])
def test_the_title_is_read_back_as_it_was_given(title: str) -> None:
    found = parse_settings(
        files_of(Start(title, "https://example.org/", "en", TODAY, DIGEST))[SITE]
    )
    assert found.diagnostics == ()
    assert found.value.title == title


def test_the_settings_come_last() -> None:
    assert list(files_of())[-1] == SITE


def test_records_are_as_digest_itself_writes_them() -> None:
    records = {path: text for path, text in files_of().items() if "content/papers/" in path}
    assert len(records) == 2
    for path, text in records.items():
        work = parse_record(text.encode(), path).value
        assert work
        assert format_record(work).decode() == text


def test_the_digest_that_is_asked_for_is_installed() -> None:
    assert files_of()["requirements.txt"].endswith(f"\n{DIGEST}\n")


def test_nothing_is_left_to_be_filled_in() -> None:
    for path, text in files_of().items():
        assert not re.search(r"(?<![\w.])@[a-z]+@", text), path
        assert text.endswith("\n")


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("held-out_letters", "Held out letters"),
        ("über news", "Über news"),
        ("2030", "2030"),
        ("", "Newsletter"),
        ("---", "Newsletter"),
        ("b\udce9b", "B?b"),
    ],
)
def test_the_title_is_that_of_the_folder(name: str, title: str) -> None:
    assert title_of_folder(name) == title
