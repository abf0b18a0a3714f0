"""Files are written whole or not at all."""

from __future__ import annotations

import stat
import time
from pathlib import Path

import pytest

from digest.basics.files import replace_file, settled_ns


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


def test_a_time_in_whole_milliseconds_may_be_that_of_a_disk_that_counts_in_seconds() -> None:
    assert settled_ns(1_000_000_000) == 3_000_000_000
    assert settled_ns(1_000_000_001) == 1_050_000_001


def test_files_of_this_machine_settle_quickly(tmp_path: Path) -> None:
    file = tmp_path / "note.md"
    seen = set()
    for number in range(20):
        file.write_text(f"{number:02}")
        changed_ns = file.stat().st_mtime_ns
        assert changed_ns not in seen
        seen.add(changed_ns)
        time.sleep((settled_ns(changed_ns) - changed_ns) / 1e9)
