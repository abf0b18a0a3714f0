"""Sources that are compared: each save is told once, however little of it can be seen."""

from __future__ import annotations

import os
from threading import Event
from typing import TYPE_CHECKING

import msgspec
import pytest

from digest.commands.serve.comparing import compare_sources, find_changed, look
from digest.commands.serve.watching import WATCHED, is_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FILE = "content/editions/2022-03/index.md"
LINKED = "static/2022-03/index.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, FILE, "one")
    write(tmp_path, "themes/own/theme.yaml", "extends: paper")
    return tmp_path


@pytest.fixture
def told(root: Path) -> Iterator[Iterator[frozenset[str]]]:
    """What is told from now on; a look that finds nothing is followed by another."""
    stop = Event()
    changes = compare_sources(root, WATCHED, is_source, stop)
    assert next(changes) == frozenset()
    yield changes
    stop.set()
    assert list(changes) == []


def write(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text)


def write_at_the_same_time(root: Path) -> None:
    """Write as many bytes into the same file, which says then that it is as old as before."""
    before = (root / FILE).stat()
    write(root, FILE, "two")
    os.utime(root / FILE, ns=(before.st_atime_ns, before.st_mtime_ns))


def replace(root: Path) -> None:
    """Put a file of the same size and times in the place of another, as a copy does."""
    write(root, "content/new", "two")
    before = (root / FILE).stat()
    os.utime(root / "content/new", ns=(before.st_atime_ns, before.st_mtime_ns))
    (root / "content/new").replace(root / FILE)


@pytest.mark.parametrize(
    ("save", "paths"),
    [
        (lambda root: write(root, FILE, "two"), {FILE}),
        (write_at_the_same_time, {FILE}),
        (replace, {FILE}),
        (lambda root: (root / FILE).unlink(), {FILE}),
        (lambda root: (root / "content").rename(root / "away"), {FILE}),
        (lambda root: write(root, "static/CNAME", "example.org"), {"static/CNAME"}),
        (lambda root: (root / "static").symlink_to(root / "content/editions"), {LINKED}),
        (lambda root: (root / "content/gone").symlink_to("nowhere"), {"content/gone"}),
        (lambda root: (root / "content/self").symlink_to("self"), {"content/self"}),
        (lambda root: (root / "content/round").symlink_to("."), set()),
        (lambda root: os.mkfifo(root / "content/pipe"), {"content/pipe"}),
        (lambda root: write(root, "content/.index.md.swp", "two"), set()),
    ],
)
def test_what_was_saved_is_told_and_nothing_else(
    root: Path, told: Iterator[frozenset[str]], save: Callable[[Path], object], paths: set[str]
) -> None:
    save(root)
    write(root, "themes/own/theme.yaml", "extends: plain")
    assert next(told) == paths | {"themes/own/theme.yaml"}


def test_what_a_slow_clock_does_not_tell_apart_is_read(root: Path) -> None:
    first = look(root, WATCHED, is_source, {})
    write(root, FILE, "two")
    # in the same tick of the disk's clock: as after a save to a stick of FAT
    second = {
        path: msgspec.structs.replace(one, status=first[path].status)
        for path, one in look(root, WATCHED, is_source, first).items()
    }
    assert find_changed(first, second) == {FILE}
    third = look(root, WATCHED, is_source, second)
    while not all(one.is_settled for one in third.values()):
        third = look(root, WATCHED, is_source, third)
    assert {one.bytes for one in look(root, WATCHED, is_source, third).values()} == {""}
