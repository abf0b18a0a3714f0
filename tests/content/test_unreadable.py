"""What is there and cannot be read is an error, and never taken for what is not there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.newsletter import Newsletter, brief
from tests.rights import open_folder, without_root

if TYPE_CHECKING:
    from collections.abc import Iterator

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'


@pytest.fixture
def newsletter() -> Iterator[Newsletter]:
    with open_folder() as folder:
        newsletter = Newsletter(folder)
        newsletter.edition(
            "2022-03", "See [data](data.pdf), ![a](f.svg) and [@a; @arxiv:2202.00001].\n"
        )
        newsletter.entry("2022-03/01-x", arxiv="2202.00002")
        newsletter.write("content/editions/2022-03/data.pdf", b"%PDF")
        newsletter.write("content/editions/2022-03/f.svg", SVG)
        newsletter.write("content/pages/about.md", "---\ntitle: About\n---\nUs.\n")
        newsletter.write("content/references.bib", "@book{a, title={T}, author={A B}, year=2000}")
        newsletter.paper("arxiv:2202.00001")
        newsletter.paper("arxiv:2202.00002", title="Another")
        assert newsletter.build().diagnostics == ()
        yield newsletter


@pytest.mark.parametrize(
    "path",
    [
        "editions",
        "editions/2022-03",
        "editions/2022-03/index.md",
        "editions/2022-03/01-x.md",
        "editions/2022-03/data.pdf",
        "editions/2022-03/f.svg",
        "pages",
        "pages/about.md",
        "papers",
        "papers/arxiv",
        "papers/arxiv/2202.00001.json",
        "references.bib",
        "site.yaml",
    ],
)
def test_it_is_told_and_nothing_is_unpublished(newsletter: Newsletter, path: str) -> None:
    file = newsletter.root / "content" / path
    before = {one for one in newsletter.out.rglob("*") if one.is_file()}
    for one in (newsletter.out, *newsletter.out.rglob("*")):
        one.chmod(0o777)
    file.chmod(0)
    with without_root():
        found = newsletter.build()
        checked = newsletter.check()
    # neither of the file nor of what needs it anything else is said
    assert checked == [f"{path}:1:1 error file-unreadable"]
    assert found.changes == ()
    assert {one for one in newsletter.out.rglob("*") if one.is_file()} >= before
    file.chmod(0o755)
    assert newsletter.check() == []


@pytest.mark.parametrize(
    "path",
    ["editions/2022-03/01-x.md", "papers/arxiv/2202.00001.json", "references.bib", "site.yaml"],
)
def test_a_text_that_would_fill_the_memory_is_not_read(newsletter: Newsletter, path: str) -> None:
    # it takes no room on the disk
    os.truncate(newsletter.root / "content" / path, 70_000_000)
    (found,) = newsletter.diagnose()
    assert brief(found) == f"{path}:1:1 error file-unreadable"
    assert found.message == "this is there, and cannot be read: it is larger than 64 MB"
    assert found.hint == "part it, or take it away"


@pytest.mark.parametrize("path", ["", "/paper", "/paper/web", "/paper/web/404.html"])
def test_a_theme_that_cannot_be_read_is_told(newsletter: Newsletter, path: str) -> None:
    newsletter.write("themes/paper/web/404.html", "{% extends 'parent:web/404.html' %}")
    newsletter.write("themes/other/theme.yaml", "contract: 1")
    for folder in (newsletter.out, *newsletter.out.rglob("*")):
        folder.chmod(0o777)
    (newsletter.root / f"themes{path}").chmod(0)
    expected = [f"themes{path or '/paper'}:1:1 error theme-error"]
    with without_root():
        assert newsletter.check() == expected
        assert list(map(brief, newsletter.build().diagnostics)) == expected


def test_a_name_that_is_no_text_is_told(newsletter: Newsletter) -> None:
    for folder in ("editions/2022-03", "pages", "papers/arxiv"):
        (newsletter.root / "content" / folder / os.fsdecode(b"caf\xe9.md")).touch()
    assert newsletter.check() == [
        f"{folder}/caf\\udce9.md:1:1 error encoding"
        for folder in ("editions/2022-03", "pages", "papers/arxiv")
    ]


@pytest.mark.parametrize("target", [".git/config", ".env", "content/.hidden", "build/.cache"])
def test_a_link_publishes_nothing_that_is_hidden(newsletter: Newsletter, target: str) -> None:
    newsletter.write(f"{target}{'/x' if target.endswith('cache') else ''}", "SECRET")
    link = newsletter.root / "content/editions/2022-03/shown.txt"
    link.symlink_to(newsletter.root / target)
    newsletter.edition("2022-03", "See [it](shown.txt).\n")
    assert "editions/2022-03/shown.txt:1:1 warning file-unused" in newsletter.check()
    assert newsletter.build().changes == ()


@pytest.mark.parametrize("target", ["/etc/passwd", "../../elsewhere.txt", "/proc/self/environ"])
def test_a_theme_has_nothing_from_elsewhere(newsletter: Newsletter, target: str) -> None:
    newsletter.write("elsewhere.txt", "SECRET")
    newsletter.write("themes/paper/static/own.txt", "own")
    link = newsletter.root / "themes/paper/static/shown.txt"
    link.symlink_to(target if target.startswith("/") else f"../{target}")
    assert newsletter.check() == ["themes/paper/static/shown.txt:1:1 error theme-error"]
    link.unlink()
    link.symlink_to("own.txt")
    assert newsletter.check() == []


def test_a_theme_may_itself_be_kept_elsewhere(newsletter: Newsletter) -> None:
    newsletter.write("kept/web/404.html", "{% extends 'web/base.html' %}")
    (newsletter.root / "themes").mkdir()
    (newsletter.root / "themes/paper").symlink_to("../kept")
    assert [one for one in newsletter.check() if "link" in one] == []


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("p.html", "<p>Hello</p>", "scripts in this file"),
        ("sw.js", "self", "scripts in this file"),
        ("data.csv", "<script>", ""),
    ],
)
def test_what_runs_scripts_is_published_with_a_word(
    newsletter: Newsletter, name: str, text: str, told: str
) -> None:
    newsletter.write(f"content/editions/2022-03/{name}", text)
    newsletter.edition("2022-03", f"See [data](data.pdf) and [it]({name}).\n")
    expected = [f"editions/2022-03/{name}:1:1 warning script-published"] if told else []
    assert newsletter.check() == expected
    assert all(found.message.startswith(f"{told} ") for found in newsletter.diagnose())
    assert newsletter.build().changes
    newsletter.settings("check: {script-published: off}\n")
    assert newsletter.check() == []
