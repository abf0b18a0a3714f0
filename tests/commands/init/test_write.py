"""Writing into a folder where there may be others' files: nothing that is there changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.basics.files import FileError
from digest.commands.init.write import Written, write_missing
from digest.commands.new import NewFile, NewFileError

if TYPE_CHECKING:
    from pathlib import Path

FILES = (NewFile("a/b/c.md", "one\n"), NewFile("d", "two\n"))


def listed(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_what_is_missing_is_made_with_its_folders(tmp_path: Path) -> None:
    assert write_missing(tmp_path / "new" / "er", FILES).made == ("a/b/c.md", "d")
    assert (tmp_path / "new/er/a/b/c.md").read_bytes() == b"one\n"
    assert listed(tmp_path / "new" / "er") == {"a/b/c.md", "d"}


def test_what_is_there_is_kept(tmp_path: Path) -> None:
    (tmp_path / "d").write_text("mine")
    written = write_missing(tmp_path, FILES)
    assert (written.made, written.kept) == (("a/b/c.md",), ("d",))
    assert (tmp_path / "d").read_text() == "mine"


@pytest.mark.parametrize("leads_to", ["nowhere", "a-folder"])
def test_a_link_is_kept_wherever_it_leads(tmp_path: Path, leads_to: str) -> None:
    (tmp_path / "a-folder").mkdir()
    (tmp_path / "d").symlink_to(leads_to)
    assert write_missing(tmp_path, FILES).kept == ("d",)
    assert (tmp_path / "d").is_symlink()
    assert not (tmp_path / "nowhere").exists()


def test_a_file_in_the_place_of_a_folder_is_told_before_anything_is_made(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a file")
    with pytest.raises(NewFileError, match="is in the way: a folder must be there"):
        write_missing(tmp_path, (*FILES[1:], *FILES[:1]))
    assert listed(tmp_path) == {"a"}


def test_what_the_file_system_refuses_is_told_and_leaves_no_trace(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"cannot write '.*x{300}'"):
        write_missing(tmp_path, [NewFile("x" * 300, "text")])
    assert listed(tmp_path) == set()


def test_the_next_run_completes_what_the_first_left(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        write_missing(tmp_path, (FILES[0], NewFile("x" * 300, "text"), FILES[1]))
    assert listed(tmp_path) == {"a/b/c.md"}
    assert write_missing(tmp_path, FILES) == Written(("d",), ("a/b/c.md",))
