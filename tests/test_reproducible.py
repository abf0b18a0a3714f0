"""The same content gives the same bytes: in another folder, another process, another zone."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent


def build(root: Path, *options: str, backwards: bool, **environment: str) -> dict[str, str]:
    """Copy the showcase to `root` and build it; return the hash of every file that it makes."""
    source = REPOSITORY / "content"
    for file in sorted(source.rglob("*"), reverse=backwards):
        if file.is_file():
            copy = root / "content" / file.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)
    built = subprocess.run(
        [sys.executable, "-m", "digest", "build", "--root", str(root), "--email", "all", *options],
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return {
        file.relative_to(root / "build").as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for folder in ("site", "email")
        for file in (root / "build" / folder).rglob("*")
        if file.is_file()
    }


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    here = build(
        tmp_path / "a",
        "--jobs=1",
        backwards=False,
        PYTHONHASHSEED="1",
        TZ="Pacific/Kiritimati",
        LC_ALL="C",
        SOURCE_DATE_EPOCH="1700000000",
    )
    there = build(
        tmp_path / "other folder" / "ü",
        "--jobs=2",
        backwards=True,
        PYTHONHASHSEED="2",
        TZ="America/Los_Angeles",
        LC_ALL="C.UTF-8",
        SOURCE_DATE_EPOCH="1750000000",
    )
    assert len(here) > 20
    assert "email/2022-02/message.eml" in here
    assert here == there


def test_no_published_file_names_a_folder_of_this_machine(showcase: Path) -> None:
    for file in showcase.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert str(REPOSITORY).encode() not in data
            assert str(showcase.parent.parent).encode() not in data
