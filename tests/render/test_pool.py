"""Rendering in several processes: what comes of it is what one process makes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.bench.written import write_newsletter
from tests.cli.program import environment
from tests.newsletter import Newsletter

DAY = "2022-06-01"


@pytest.fixture
def large(tmp_path: Path) -> Newsletter:
    """Return a newsletter with enough pages for several processes."""
    write_newsletter(tmp_path / "large", 12)
    return Newsletter.at(tmp_path / "large", tmp_path / "large" / "build")


def everything(out: Path) -> dict[str, bytes]:
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.parts[len(out.parts)] in {"site", "email"}
    }


def test_any_number_of_processes_makes_the_same_bytes(large: Newsletter, tmp_path: Path) -> None:
    alone = Newsletter.at(large.root, tmp_path / "alone")
    assert alone.build(DAY, jobs=1, email="all").diagnostics == ()
    several = Newsletter.at(large.root, tmp_path / "several")
    told: list[tuple[int, int]] = []
    assert several.build(DAY, told=told, jobs=3, email="all").diagnostics == ()
    assert everything(several.out) == everything(alone.out)
    assert told == [(count, len(told)) for count in range(1, len(told) + 1)]


def test_what_was_parsed_before_is_read_in_every_process(large: Newsletter) -> None:
    large.build(DAY, jobs=1)
    first = everything(large.out)
    # all is rendered again, and no source is parsed again
    large.write("themes/paper/web/404.html", "{% extends 'web/base.html' %}")
    large.build(DAY, jobs=2)
    large.delete("themes/paper/web/404.html")
    assert large.build(DAY, jobs=2).diagnostics == ()
    assert everything(large.out) == first


def test_a_mistake_in_a_template_is_told_once_for_each_page(large: Newsletter) -> None:
    large.write("themes/paper/web/entry.html", "{{ nothing }}")
    found = large.build(DAY, jobs=2)
    assert {(one.path, one.line, one.rule) for one in found.diagnostics} == {
        ("themes/paper/web/entry.html", 1, "theme-error")
    }
    assert not found.changes


def test_an_interrupt_ends_every_process(large: Newsletter) -> None:
    command = [sys.executable, "-m", "digest", "build", "--jobs", "2"]
    with subprocess.Popen(
        command,
        cwd=large.root,
        env=environment(large.root),
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as running:
        group = os.getpgid(running.pid)
        until = time.monotonic() + 30
        while time.monotonic() < until and running.poll() is None and not _children(running.pid):
            pass
        # a terminal sends it to all of them
        os.killpg(group, signal.SIGINT)
        said = running.communicate(timeout=30)[1]
    assert running.returncode in {0, 130}
    assert b"Traceback" not in said
    with pytest.raises(ProcessLookupError):
        os.killpg(group, 0)


def _children(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
