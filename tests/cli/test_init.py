"""`digest init` as a shell sees it: every kind of folder, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.program import Ran, run

if TYPE_CHECKING:
    from pathlib import Path


def init(cwd: Path, *arguments: str) -> Ran:
    ran = run(cwd, "init", *arguments)
    assert "Traceback" not in ran.err
    return ran


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_files_made_are_its_results_and_the_next_steps_are_told(tmp_path: Path) -> None:
    ran = init(tmp_path, "News of ours/ünd mehr")
    assert ran.status == 0
    folder = tmp_path / "News of ours/ünd mehr"
    assert set(ran.out.splitlines()) == set(tree(folder))
    assert "next:\n  cd 'News of ours/ünd mehr'\n  make check\n  make serve\n" in ran.err
    assert "put yours into content/site.yaml" in ran.err
    assert "title: Ünd mehr\n" in (folder / "content/site.yaml").read_text()
    checked = run(folder, "check")
    # each of its texts is there to be written over
    assert (checked.status, checked.out[-11:]) == (0, "3 warnings\n")
    assert checked.out.count("warning[markup-left]: a text of the starter is still here") == 3
    assert "'Say here who you are, what you read, and how you choose.' and 1 more\n" in checked.out


def test_the_title_the_address_and_the_language_can_be_given(tmp_path: Path) -> None:
    options = ("--title", "Held: Out", "--url", "https://letters.example/a", "--lang", "nl")
    ran = init(tmp_path, ".", *options)
    assert ran.status == 0
    assert "cd " not in ran.err
    assert "put yours" not in ran.err
    settings = (tmp_path / "content/site.yaml").read_text()
    assert 'title: "Held: Out"\nurl: https://letters.example/a/\nlang: nl\n' in "".join(
        f"{line}\n" for line in settings.splitlines() if line[:1].isalpha()
    )


def test_a_name_that_begins_with_a_hyphen_is_one(tmp_path: Path) -> None:
    ran = init(tmp_path, "--", "-x")
    assert ran.status == 0
    assert "  cd ./-x\n" in ran.err
    assert (tmp_path / "-x/content/site.yaml").is_file()


def test_files_that_are_there_are_kept_and_named(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    (tmp_path / "requirements.txt").write_text("flask\n")
    ran = init(tmp_path, ".")
    assert ran.status == 0
    assert "README.md (kept)\n" in ran.out
    assert "warning: add 'research-digest @ file:///" in ran.err
    assert (tmp_path / "README.md").read_text() == "mine"
    assert (tmp_path / "requirements.txt").read_text() == "flask\n"


def test_editions_that_are_there_get_none_beside_them(tmp_path: Path) -> None:
    index = tmp_path / "content/editions/2001-01/index.md"
    index.parent.mkdir(parents=True)
    index.write_text("---\ntitle: T\ndate: 2001-01-01\n---\nText.\n")
    assert init(tmp_path, ".").status == 0
    assert [path.name for path in (tmp_path / "content/editions").iterdir()] == ["2001-01"]
    assert run(tmp_path, "check").out.count("[markup-left]: a text of the starter") == 1


def test_a_newsletter_is_refused_and_stays_as_it_was(tmp_path: Path) -> None:
    init(tmp_path, ".")
    (tmp_path / "Makefile").unlink()
    before = tree(tmp_path)
    ran = init(tmp_path, ".", "--title", "Other")
    assert ran.status == 2
    assert "is a newsletter already" in ran.err
    assert tree(tmp_path) == before


def test_within_another_newsletter_it_warns(tmp_path: Path) -> None:
    init(tmp_path, ".")
    ran = init(tmp_path, "other")
    assert ran.status == 0
    assert f"warning: 'other' is inside another newsletter, '{tmp_path}'" in ran.err


@pytest.mark.parametrize("name", ["file", "file/below"])
def test_a_file_is_no_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("text")
    ran = init(tmp_path, name)
    assert ran.status == 2
    assert "Error: 'file' is in the way: a folder must be there" in ran.err
    assert tree(tmp_path) == {"file": b"text"}


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--url", "example.org", "not 'example.org'; it begins with 'https://'"),
        ("--url", "https://a.example/?b", "the site's address must end with its path"),
        ("--lang", "en_GB", "there is no language 'en_GB'; did you mean 'en-GB'?"),
        ("--title", "", "the title must be one line of text"),
        ("--title", "a\nb", "the title must be one line of text"),
    ],
)
def test_an_option_that_does_not_fit_makes_nothing(
    tmp_path: Path, option: str, value: str, said: str
) -> None:
    ran = init(tmp_path, "new", option, value)
    assert ran.status == 2
    assert said in ran.err
    assert not (tmp_path / "new").exists()
