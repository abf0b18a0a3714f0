"""Rendering in several processes: what comes of it is what one process makes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.bench.written import write_newsletter
from tests.cli.program import environment, wait_until_gone
from tests.newsletter import Newsletter

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    assert told == sorted(set(told))
    done, of_all = told[-1]
    assert done == of_all > 0


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


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_every_process(large: Newsletter, number: signal.Signals, jobs: int) -> None:
    with running(large, jobs) as build:
        build.send_signal(number)
        said = build.communicate(timeout=30)[1]
        assert (build.returncode, said) in {
            (128 + number, b"stopped; every file is whole\n"),
            (0, said),
        }
        assert_gone(build)


def test_a_signal_to_all_processes_ends_them_in_order(large: Newsletter) -> None:
    with running(large, 2) as build:
        # as a terminal sends it, or one that is closed
        os.killpg(build.pid, signal.SIGHUP)
        said = build.communicate(timeout=30)[1]
        assert (build.returncode, said) in {(129, b"stopped; every file is whole\n"), (0, said)}
        assert_gone(build)


def test_a_killed_build_leaves_no_process(large: Newsletter) -> None:
    with running(large, 2) as build:
        build.kill()
        # would wait for whoever has the other end of its output
        build.communicate(timeout=30)
        assert_gone(build)


def test_a_process_that_the_system_ends_is_told_of(large: Newsletter) -> None:
    with running(large, 2) as build:
        for worker in children(build.pid):
            os.kill(worker, signal.SIGKILL)
        said = build.communicate(timeout=30)[1].decode()
        assert build.returncode == 3, said
        assert said == (
            "Error: a process of digest was ended by signal 9; where memory is short, '--jobs 1' "
            "needs less\n"
        )
        assert_gone(build)


def test_no_more_processes_are_started_than_there_are_cores(large: Newsletter) -> None:
    with running(large, 99_999) as build:
        assert len(children(build.pid)) < cores()
        assert build.communicate(timeout=60)[1].startswith(b"in ")
    assert build.returncode == 0


@contextmanager
def running(newsletter: Newsletter, jobs: int) -> Iterator[subprocess.Popen[bytes]]:
    """Run a build, in a group of its own, until it renders: until it has started its processes."""
    command = [sys.executable, "-m", "digest", "build", "--jobs", str(jobs)]
    with subprocess.Popen(
        command,
        cwd=newsletter.root,
        env=environment(newsletter.root),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as build:
        until = time.monotonic() + 30
        while build.poll() is None and time.monotonic() < until:
            # it is itself one of those that work
            if jobs > 1 and len(children(build.pid)) == min(jobs, cores()) - 1:
                break
            if jobs == 1 and (newsletter.out / ".cache").exists():
                break
        yield build


def cores() -> int:
    return len(os.sched_getaffinity(0))


def children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def assert_gone(build: subprocess.Popen[bytes]) -> None:
    """Assert that nothing is left of a build's group, or will be in a moment."""
    assert wait_until_gone(build.pid, 5), "a process outlives its build"
