"""Work in other processes: what comes of it is had, whatever becomes of the processes."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from digest.basics.files import FileError
from digest.basics.processes import beside, spread

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("forks", [True, False])
def test_its_result_is_that_of_the_work(*, forks: bool) -> None:
    with beside(lambda: ["ä", "b"], list[str], forks=forks) as result:
        assert result() == ["ä", "b"]
        assert result() == ["ä", "b"]


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _fail() -> None:
    raise MemoryError


@pytest.mark.parametrize("ends", [_die, _fail])
def test_where_the_process_ends_before_it_is_done_the_work_is_done_here(
    tmp_path: Path, ends: Callable[[], None]
) -> None:
    here, went_on = os.getpid(), tmp_path / "went on"

    def work() -> int:
        if os.getpid() != here:
            ends()
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
        return 7

    try:
        with beside(work, int, forks=True) as result:
            assert result() == 7
    finally:
        if os.getpid() != here:
            went_on.touch()
            os._exit(1)
    assert not went_on.exists()


def test_no_process_is_left_where_nobody_asks_for_its_result() -> None:
    def work() -> int:
        signal.pause()
        return 0

    before = _children()
    with beside(work, int, forks=True):
        assert len(_children() - before) == 1
    assert _children() <= before


@pytest.mark.parametrize("helps", [True, False])
@pytest.mark.parametrize("processes", [1, 2, 3])
def test_what_comes_of_items_is_listed_in_their_order(processes: int, *, helps: bool) -> None:
    batches = [range(start, start + 4) for start in range(0, 400, 4)]

    def work(item: int) -> tuple[int, int]:
        return item, os.getpid()

    with spread(work, batches, processes, lambda: None, helps=helps) as made:
        items, makers = zip(*made, strict=True)
    assert items == tuple(range(400))
    if processes > 1 and not helps:
        assert os.getpid() not in makers


@pytest.mark.parametrize("processes", [1, 2])
def test_a_file_that_cannot_be_written_ends_the_work_of_all(processes: int) -> None:
    def work(item: int) -> int:
        if item == 7:
            raise FileError("cannot write")
        return item

    before = _children()
    batches = [[item] for item in range(20)]
    with (
        pytest.raises(FileError, match="cannot write"),
        spread(work, batches, processes, lambda: None) as made,
    ):
        list(made)
    assert _children() <= before


def _children() -> set[str]:
    return set(Path(f"/proc/self/task/{os.getpid()}/children").read_text().split())
