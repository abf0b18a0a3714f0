"""The same content gives the same bytes: in another folder, another process, another zone."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent


def build(root: Path, *, backwards: bool, **environment: str) -> dict[str, str]:
    """Copy the showcase to `root` and build it; return the hash of every published file."""
    source = REPOSITORY / "content"
    for file in sorted(source.rglob("*"), reverse=backwards):
        if file.is_file():
            copy = root / "content" / file.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)
    built = subprocess.run(
        [sys.executable, "-m", "digest", "build", "--root", str(root)],
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    site = root / "build/site"
    return {
        file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in site.rglob("*")
        if file.is_file()
    }


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    here = build(
        tmp_path / "a",
        backwards=False,
        PYTHONHASHSEED="1",
        TZ="Pacific/Kiritimati",
        LC_ALL="C",
        SOURCE_DATE_EPOCH="1700000000",
    )
    there = build(
        tmp_path / "other folder" / "ü",
        backwards=True,
        PYTHONHASHSEED="2",
        TZ="America/Los_Angeles",
        LC_ALL="C.UTF-8",
        SOURCE_DATE_EPOCH="1750000000",
    )
    assert len(here) > 20
    assert here == there


def test_no_published_file_names_a_folder_of_this_machine(showcase: Path) -> None:
    for file in showcase.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert str(REPOSITORY).encode() not in data
            assert str(showcase.parent.parent).encode() not in data
