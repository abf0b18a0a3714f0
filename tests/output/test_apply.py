"""The writer: what differs is written, what is owned is deleted, nothing else is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.basics.diagnostics import Checked
from digest.basics.files import OWNED, FileError
from digest.basics.ownfiles import write_own
from digest.output.apply import apply
from digest.output.damage import find_damaged, why
from digest.output.manifest import Written, read_manifest, write_manifest
from digest.output.stage import open_stage

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, files: dict[str, bytes]) -> list[tuple[str, str]]:
    keys = {path: f"key of {data!r}" for path, data in files.items()}
    manifest = read_manifest(folder)
    with open_stage(folder) as stage:
        made = [
            stage.put(path, keys[path], Checked(data))
            for path, data in files.items()
            if why(path, keys[path], manifest, folder) != "same"
        ]
        stale = manifest.keys() - keys.keys()
        applied = apply(folder, manifest, stale, made, stage, {})
        write_manifest(folder, applied.manifest)
    return [(change.path, change.action) for change in applied.changes]


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".")
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


@pytest.mark.parametrize("lost", [".manifest.json", ".owned.json"])
def test_either_list_of_files_tells_what_is_owned(tmp_path: Path, lost: str) -> None:
    write(tmp_path, {"x": b"1", "y": b"2"})
    (tmp_path / lost).write_text("{half")
    assert write(tmp_path, {"x": b"1"}) == [("y", "deleted")]
    write(tmp_path, {"x": b"1", "z": b"3"})
    assert write(tmp_path, {"x": b"1"}) == [("z", "deleted")]


@pytest.mark.parametrize("place", [0.0, 0.02, 0.2, 0.4, 0.6, 0.8, 0.999])
@pytest.mark.parametrize("name", [".manifest.json", ".owned.json"])
def test_a_damaged_byte_costs_time_alone(tmp_path: Path, name: str, place: float) -> None:
    files = {f"{number % 7}/{number}": b"%d" % number for number in range(300)}
    write(tmp_path, files)
    noted = (tmp_path / name).read_bytes()
    at = int(place * len(noted))
    (tmp_path / name).write_bytes(noted[:at] + bytes([noted[at] ^ 1]) + noted[at + 1 :])
    assert find_damaged(tmp_path)[:1] == ([".manifest.json"] if name != OWNED or at < 40 else [])
    fewer = {path: data for number, (path, data) in enumerate(files.items()) if number % 3}
    changes = write(tmp_path, fewer | {"more": b"!"})
    assert changes == [
        *((path, "deleted") for path in sorted({*files} - {*fewer})),
        ("more", "wrote"),
    ]
    assert tree(tmp_path) == fewer | {"more": b"!"}
    # and then all is noted again
    assert find_damaged(tmp_path) == []


def test_only_the_parts_of_what_changed_are_decoded(tmp_path: Path) -> None:
    files = {f"{number}": b"%d" % number for number in range(300)}
    write(tmp_path, files | {"x": b"1"})
    manifest = read_manifest(tmp_path)
    assert len(manifest) == 301
    other = manifest.replace({"x": Written("other")})
    assert manifest.replace({"x": manifest["x"]}) is manifest
    same = [old is new for old, new in zip(manifest.parts, other.parts, strict=True)]
    assert same.count(False) == 1
    assert other["x"] == Written("other") != manifest["x"]
    assert dict(read_manifest(tmp_path)) == {**manifest}


def test_without_any_list_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    write(tmp_path, {"x": b"1"})
    for name in (".manifest.json", ".owned.json"):
        (tmp_path / name).unlink()
    assert write(tmp_path, {"x": b"1"}) == []


def test_what_an_earlier_version_wrote_is_owned(tmp_path: Path) -> None:
    write(tmp_path, {"x": b"1", "y": b"2"})
    (tmp_path / ".owned.json").unlink()
    # without a hash before it
    (tmp_path / ".manifest.json").write_text('{"x": {"key": "k"}, "y": {"key": "k"}}')
    assert write(tmp_path, {"x": b"1"}) == [("y", "deleted")]


def test_what_an_earlier_version_knew_of_a_page_is_known(tmp_path: Path) -> None:
    noted = {"x": Written("k", 1, 2, "hash", subject="page x"), "y": Written("k")}
    # in one piece
    write_own(tmp_path / ".manifest.json", noted, tmp_path)
    write_own(tmp_path / ".owned.json", [*noted, "z"], tmp_path)
    assert dict(read_manifest(tmp_path)) == noted | {"z": Written("")}


def test_a_list_of_files_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    outside = tmp_path / "precious"
    outside.write_text("!")
    out = tmp_path / "out"
    out.mkdir()
    forged = ["../precious", str(outside), "a/../../precious", "x/..", ".", ""]
    write_own(out / ".owned.json", forged, out)
    write_own(out / ".manifest.json", {path: {"key": "k"} for path in forged}, out)
    write(out, {"x": b"1"})
    assert outside.exists()


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
