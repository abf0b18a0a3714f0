"""What one build costs, as a process of its own."""

from __future__ import annotations

import os
import subprocess
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tests.bench.programs import Program


class Cost(NamedTuple):
    """What a build took."""

    wall: float
    """Seconds of the whole process."""
    cpu: float
    """Seconds of it and of all that it started, user and system time together."""
    memory: float
    """MB: the peak of the largest process."""


def time_build(program: Program) -> Cost:
    """Build, and return what it cost."""
    began = time.monotonic()
    process = subprocess.Popen(
        program.build,
        cwd=program.root,
        env=program.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{program.name} failed with {process.returncode} in {program.root}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
