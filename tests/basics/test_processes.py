"""Work in a process beside: its result is had, whatever becomes of the process."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from digest.basics.processes import beside


@pytest.mark.parametrize("forks", [True, False])
def test_its_result_is_that_of_the_work(*, forks: bool) -> None:
    with beside(lambda: ["ä", "b"], list[str], forks=forks) as result:
        assert result() == ["ä", "b"]
        assert result() == ["ä", "b"]


def test_where_the_process_dies_the_work_is_done_here() -> None:
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return 7

    with beside(work, int, forks=True) as result:
        assert result() == 7


def test_no_process_is_left_where_nobody_asks_for_its_result() -> None:
    def work() -> int:
        signal.pause()
        return 0

    before = _children()
    with beside(work, int, forks=True):
        assert len(_children() - before) == 1
    assert _children() <= before


def _children() -> set[str]:
    return set(Path(f"/proc/self/task/{os.getpid()}/children").read_text().split())
