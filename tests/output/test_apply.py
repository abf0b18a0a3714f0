"""The writer: what differs is written, what is owned is deleted, nothing else is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.basics.files import FileError
from digest.output.apply import MANIFEST, apply, read_manifest, why

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, files: dict[str, bytes]) -> list[tuple[str, str]]:
    keys = {path: f"key of {data!r}" for path, data in files.items()}
    manifest = read_manifest(folder)
    made = {p: data for p, data in files.items() if why(p, keys[p], manifest, folder) != "same"}
    return [(change.path, change.action) for change in apply(keys, made, folder)]


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith((".", "writing-"))
    }


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


def test_after_a_lost_manifest_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    write(tmp_path, {"x": b"1"})
    (tmp_path / MANIFEST).write_text("{half")
    assert write(tmp_path, {"x": b"1"}) == []


def test_a_manifest_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    outside = tmp_path / "precious"
    outside.write_text("!")
    out = tmp_path / "out"
    out.mkdir()
    (out / MANIFEST).write_text('{"../precious": {"key": "k"}, "/etc/x": {"key": "k"}}')
    write(out, {"x": b"1"})
    assert outside.exists()


def test_a_run_that_is_cut_off_leaves_nothing_unowned(tmp_path: Path) -> None:
    class Cut(Exception):  # noqa: N818
        pass

    class Broken:
        def read_bytes(self) -> bytes:
            raise Cut

    with pytest.raises(Cut):
        apply({"a": "1", "b": "2"}, {"a": b"1", "b": Broken()}, tmp_path)  # type: ignore[dict-item]
    assert (tmp_path / "a").exists()
    assert write(tmp_path, {}) == [("a", "deleted"), ("b", "deleted")]
    assert tree(tmp_path) == {}


def test_what_is_in_the_way_of_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file in the way")
    with pytest.raises(FileError, match=r"/out' is a file where a folder must be; move it away"):
        write(tmp_path / "out", {"x": b"1"})
    (tmp_path / "in/a/x/theirs").mkdir(parents=True)
    with pytest.raises(FileError, match=r"write '.*/in/a/x': a folder is in its place; move it"):
        write(tmp_path / "in", {"a/x": b"1"})


def test_a_folder_in_place_of_a_file_that_is_to_go_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, {"a/x": b"1", "b": b"2"})
    (tmp_path / "a/x").unlink()
    (tmp_path / "a/x").mkdir()
    (tmp_path / "a/x/theirs").write_bytes(b"!")
    assert write(tmp_path, {"b": b"2"}) == [("a/x", "deleted")]
    assert write(tmp_path, {"b": b"2"}) == []
    assert tree(tmp_path) == {"a/x/theirs": b"!", "b": b"2"}


def test_a_file_that_went_away_is_no_fault_of_the_output(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"cannot read '.*/figure\.png': No such file"):
        apply({"a": "key"}, {"a": tmp_path / "figure.png"}, tmp_path / "out")
