"""A failing history made as short as can be."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.histories.history import play

if TYPE_CHECKING:
    from tests.histories.history import Failure


def shrink(failure: Failure, seconds: float, *, serves: bool = False, older: int = 0) -> Failure:
    """Leave out steps as long as the history still fails, many at once first.

    Takes about so many seconds at most.
    """
    until = time.monotonic() + seconds
    size = len(failure.steps) // 2
    while size:
        begin = 0
        while begin < len(failure.steps) and time.monotonic() < until:
            steps = failure.steps[:begin] + failure.steps[begin + size :]
            if shorter := play(steps, serves=serves, older=older):
                failure = shorter
            else:
                begin += size
        size //= 2
    return failure
