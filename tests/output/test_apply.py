"""The writer: what differs is written, what is owned is deleted, nothing else is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.basics.diagnostics import Checked
from digest.basics.files import FileError
from digest.output.stage import open_stage
from tests.output.writing import tree, write

if TYPE_CHECKING:
    from pathlib import Path


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    assert write(tmp_path, {"a/x": b"1", "a/y": b"2"}) == [("a/x", "wrote"), ("a/y", "wrote")]
    assert write(tmp_path, {"a/x": b"1", "a/y": b"3"}) == [("a/y", "wrote")]
    assert write(tmp_path, {"a/x": b"1", "a/y": b"3"}) == []
    assert tree(tmp_path) == {"a/x": b"1", "a/y": b"3"}


def test_what_is_no_longer_planned_is_deleted_with_its_empty_folders(tmp_path: Path) -> None:
    write(tmp_path, {"a/b/x": b"1", "a/y": b"2"})
    assert write(tmp_path, {"a/y": b"2"}) == [("a/b/x", "deleted")]
    assert not (tmp_path / "a/b").exists()


def test_a_file_that_someone_else_put_there_stays(tmp_path: Path) -> None:
    write(tmp_path, {"a/x": b"1"})
    (tmp_path / "a/theirs").write_bytes(b"!")
    write(tmp_path, {})
    assert tree(tmp_path) == {"a/theirs": b"!"}


def test_a_file_that_was_damaged_is_made_again(tmp_path: Path) -> None:
    write(tmp_path, {"x": b"1"})
    (tmp_path / "x").write_bytes(b"2")
    assert write(tmp_path, {"x": b"1"}) == [("x", "wrote")]
    (tmp_path / "x").unlink()
    assert write(tmp_path, {"x": b"1"}) == [("x", "wrote")]


def test_a_file_becomes_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    write(tmp_path, {"a": b"1", "b/x": b"2"})
    write(tmp_path, {"a/x": b"3", "b": b"4"})
    assert tree(tmp_path) == {"a/x": b"3", "b": b"4"}


def test_a_run_that_is_cut_off_leaves_nothing_unowned(tmp_path: Path) -> None:
    (tmp_path / "b/theirs").mkdir(parents=True)
    with pytest.raises(FileError):
        write(tmp_path, {"a": b"1", "b": b"2", "c/d": b"3"})
    (tmp_path / "b/theirs").rmdir()
    (tmp_path / "b").rmdir()
    assert write(tmp_path, {}) == [(path, "deleted") for path in ("a", "b", "c/d")]
    assert tree(tmp_path) == {}


def test_what_is_in_the_way_of_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file in the way")
    with pytest.raises(FileError, match=r"/out' is a file where a folder must be; move it away"):
        write(tmp_path / "out", {"x": b"1"})
    (tmp_path / "in/a/x/theirs").mkdir(parents=True)
    with pytest.raises(FileError, match=r"write '.*/in/a/x': a folder is in its place; move it"):
        write(tmp_path / "in", {"a/x": b"1"})
    (tmp_path / "in/b").write_text("theirs")
    with pytest.raises(FileError, match=r"/in/b' is a file where a folder must be; move it away"):
        write(tmp_path / "in", {"b/x": b"1"})


def test_a_folder_in_place_of_a_file_that_is_to_go_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, {"a/x": b"1", "b": b"2"})
    (tmp_path / "a/x").unlink()
    (tmp_path / "a/x").mkdir()
    (tmp_path / "a/x/theirs").write_bytes(b"!")
    assert write(tmp_path, {"b": b"2"}) == [("a/x", "deleted")]
    assert write(tmp_path, {"b": b"2"}) == []
    assert tree(tmp_path) == {"a/x/theirs": b"!", "b": b"2"}


def test_a_file_in_place_of_a_folder_whose_files_are_to_go_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, {"a/x": b"1", "b": b"2"})
    (tmp_path / "a/x").unlink()
    (tmp_path / "a").rmdir()
    (tmp_path / "a").write_bytes(b"!")
    assert write(tmp_path, {"b": b"2"}) == [("a/x", "deleted")]
    assert tree(tmp_path) == {"a": b"!", "b": b"2"}


@pytest.mark.parametrize("link", ["a", "a/b"])
@pytest.mark.parametrize("files", [{"a/b/x": b"2"}, {"a/b/x": b"1", "a/b/y": b"2"}, {}])
def test_nothing_is_written_or_deleted_by_way_of_a_link(
    tmp_path: Path, link: str, files: dict[str, bytes]
) -> None:
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    write(out, {"a/b/x": b"1"})
    (out / link).rename(elsewhere)
    (out / link).symlink_to(elsewhere)
    before = tree(elsewhere)
    with pytest.raises(FileError, match=rf"'.*/out/{link}' is a link, .*; take it away"):
        write(out, files)
    assert tree(elsewhere) == before
    (out / link).unlink()
    write(out, files)
    assert tree(out) == files


def test_a_link_in_place_of_a_file_is_replaced(tmp_path: Path) -> None:
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    write(out, {"x": b"1", "y": b"2"})
    elsewhere.write_bytes(b"1")
    for name in ("x", "y"):
        (out / name).unlink()
        (out / name).symlink_to(elsewhere)
    assert write(out, {"x": b"1"}) == [("y", "deleted"), ("x", "wrote")]
    assert not (out / "x").is_symlink()
    assert elsewhere.read_bytes() == b"1"


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "disk")
    write(tmp_path / "out", {"a/x": b"1"})
    assert tree(tmp_path / "disk") == {"a/x": b"1"}


def test_what_is_not_published_leaves_nothing(tmp_path: Path) -> None:
    with open_stage(tmp_path) as stage:
        assert stage.put("a/x", "key", Checked(b"1")).is_new
    assert list((tmp_path / ".cache").iterdir()) == []
