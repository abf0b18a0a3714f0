"""What is said of what cannot be imported."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from digest.commands.importsource import read_source
from digest.importing.files import Unusable

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("names", "message", "hint"),
    [
        ((), "has no files", ""),
        (("HEAD", "config", "refs/heads/main"), "git keeps", "give a clone"),
        (("a.docx",), "word processor", "plain text"),
        (("a.eml", "b.EML"), "an e-mail", "as a web page"),
        (("a.png",), "no kind", "a Jekyll site (--from jekyll)"),
    ],
)
def test_no_source(tmp_path: Path, names: tuple[str, ...], message: str, hint: str) -> None:
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    found = read_source(str(tmp_path), "", "", lambda _most: b"")
    assert isinstance(found, Unusable)
    assert message in found.message
    assert hint in found.hint


def test_no_posts_as_what_the_editor_says(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_text("x")
    found = read_source(str(tmp_path), "jekyll", "", lambda _most: b"")
    assert isinstance(found, Unusable)
    assert "has no posts, as a Jekyll site" in found.message


def test_files_that_nobody_understands_are_named(tmp_path: Path) -> None:
    files = {"posts.csv": "post_id,title,is_published,audience\n11.one,One,true,everyone\n"}
    files |= {"posts/11.one.html": "<p>a</p>", "11.opens.csv": "reader@example.net"}
    files |= {"notes.txt": "a", "more.zip": "PK", "slides.pdf": "%PDF-"}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    found = read_source(str(tmp_path), "", "", lambda _most: b"")
    assert not isinstance(found, Unusable)
    assert [one.what for one in found.archive.left_out] == [
        "11.opens.csv",
        "3 files: 'more.zip', 'notes.txt', 'slides.pdf'",
    ]


def test_no_files_that_can_be_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("../a.md", "x")
    found = read_source(str(tmp_path / "a.zip"), "", "", lambda _most: b"")
    assert isinstance(found, Unusable)
    assert (found.message[-12:], found.hint) == (
        "has no files",
        "../a.md: its name leads out of the zip",
    )
