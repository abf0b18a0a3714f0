"""Which source is found for what was given."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from digest.importing.files import Files, Unusable, open_files
from digest.importing.sources import find_source
from tests.importing.folders import PICTURE, open_written

if TYPE_CHECKING:
    from pathlib import Path

POST = "---\ntitle: T\n---\nx\n"


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        ("jekyll", {"README.md": "x", "docs/_posts/2022-03-02-a.md": POST}),
        ("jekyll", {"_config.yml": "title: T", "index.md": POST}),
        ("jekyll", {"2022-03-02-a.md": POST}),
        ("jekyll", {"source/_posts/a.md": POST, "package.json": "{}"}),
        ("hugo", {"hugo.toml": "", "content/a.md": POST, "README.md": "x"}),
        ("hugo", {"config/_default/config.yaml": "x: y", "content/a.md": POST}),
        ("hugo", {"site/config.toml": "baseURL = 'x'", "site/content/a.md": POST}),
        ("zola", {"config.toml": "base_url = 'x'", "content/a.md": "+++\n+++\nx"}),
        ("quarto", {"_quarto.yml": "", "posts/a/index.qmd": POST}),
        ("quarto", {"a.qmd": POST}),
        ("pelican", {"pelicanconf.py": "", "content/a.md": "Title: A\n\nx"}),
        ("pelican", {"a.md": "Title: A\nDate: 2022-03-02\n\nx", "b.md": "Title: B\nDate: x\n\nx"}),
        ("markdown", {"README.md": "# Papers\n"}),
        ("markdown", {"blog/2022-03-02-a.md": "x", "docusaurus.config.js": ""}),
        ("markdown", {"2022-03-02-a.md": "no head\n"}),
        ("text", {"a.txt": "x", "b.txt": "y"}),
        ("", {}),
        ("", {"a.png": PICTURE, "b.jpg": PICTURE}),
        ("", {"HEAD": "ref: refs/heads/main", "config": "[core]", "objects/ab/cd": "x"}),
        ("", {"a.docx": "x"}),
    ],
)
def test_folders(tmp_path: Path, kind: str, texts: dict[str, str]) -> None:
    files = open_written(tmp_path, texts)
    source = find_source(files)
    assert (source.name if source else "") == kind


def test_a_zip_of_a_repository(tmp_path: Path) -> None:
    file = tmp_path / "news-main.zip"
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("news-main/_config.yml", "permalink: pretty\n")
        packed.writestr("news-main/_posts/2022-03-02-a.md", POST)
    files = open_files(str(file), lambda _most: b"")
    assert isinstance(files, Files)
    source = find_source(files)
    assert source is not None
    assert source.name == "jekyll"


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(b"%PDF-1.7\n")
    for given, message in ((pdf, "is a PDF"), (tmp_path / "none", "there is no")):
        found = open_files(str(given), lambda _most: b"")
        assert isinstance(found, Unusable)
        assert message in found.message
