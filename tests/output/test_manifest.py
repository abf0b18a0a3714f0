"""What is known of written files: whatever becomes of the lists, it costs time alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.basics.files import OWNED
from digest.basics.ownfiles import write_own
from digest.output.damage import find_damaged
from digest.output.manifest import Written, read_manifest
from tests.output.writing import tree, write

if TYPE_CHECKING:
    from pathlib import Path


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
