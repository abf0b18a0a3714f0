"""Files are written whole or not at all."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from digest.files import replace_file


def test_a_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    file, workshop = tmp_path / "note.md", tmp_path / "build" / ".cache"
    file.write_bytes(b"old")
    replace_file(file, b"new\r\n", workshop)
    assert file.read_bytes() == b"new\r\n"
    assert list(workshop.iterdir()) == []


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_who_may_read_and_write_it_stays(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "note.md"
    file.write_bytes(b"old")
    file.chmod(mode)
    replace_file(file, b"new", tmp_path / "cache", keep_mode=True)
    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_where_it_cannot_be_replaced_nothing_is_left(tmp_path: Path) -> None:
    taken, workshop = tmp_path / "taken", tmp_path / "cache"
    (taken / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match=r"taken"):
        replace_file(taken, b"new", workshop)
    assert (taken / "inside").is_dir()
    assert list(workshop.iterdir()) == []


def test_a_workshop_on_another_disk_will_do(tmp_path: Path) -> None:
    memory = Path("/dev/shm")  # noqa: S108 -- the one other file system that a machine is sure to have
    if not memory.is_dir() or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("this machine has no second file system at /dev/shm")
    file = tmp_path / "note.md"
    file.write_bytes(b"old")
    workshop = memory / f"digest-{tmp_path.name}"
    try:
        replace_file(file, b"new", workshop)
        assert list(workshop.iterdir()) == []
    finally:
        workshop.rmdir()
    assert file.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["note.md"]
