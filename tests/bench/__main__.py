"""How long builds take: `python -m tests.bench`, or `make bench`.

Each build is a process of its own. Times are of the whole process and of all that it started;
CPU is user and system time together, and memory the peak of the largest process.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from tests.bench.written import ENTRIES, entry_path, write_newsletter

if TYPE_CHECKING:
    from collections.abc import Callable

REPOSITORY = Path(__file__).parent.parent.parent


class Cost(NamedTuple):
    """What a build took."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds."""
    memory: float
    """MB."""


def main() -> None:
    """Write a newsletter, build it in several states, and print a row for each."""
    parser = argparse.ArgumentParser(prog="make bench", description="Time builds.")
    parser.add_argument("--editions", type=int, default=100, help="of ten entries each")
    parser.add_argument("--runs", type=int, default=5, help="of each kind; medians are printed")
    parser.add_argument("options", nargs="*", help="for digest build, behind --")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "newsletter"
        write_newsletter(root, asked.editions)
        print(f"{asked.editions} editions, {asked.editions * ENTRIES} entries")
        print(f"{'':24} {'wall s':>8} {'CPU s':>8} {'MB':>6}")
        for name, prepare in STATES.items():
            costs = []
            for run in range(asked.runs):
                prepare(root, run)
                costs.append(_build(root, asked.options))
            wall, cpu, memory = (median(figures) for figures in zip(*costs, strict=True))
            print(f"{name:24} {wall:8.2f} {cpu:8.2f} {memory:6.0f}")


def _from_cold(root: Path, _run: int) -> None:
    shutil.rmtree(root / "build", ignore_errors=True)


def _as_it_is(_root: Path, _run: int) -> None:
    pass


def _with_text(root: Path, run: int) -> None:
    entry = entry_path(root)
    entry.write_text(f"{entry.read_text()}\nEdit {run}.\n")


def _with_title(root: Path, run: int) -> None:
    entry = entry_path(root)
    lines = entry.read_text().splitlines(keepends=True)
    lines[2] = f"name: Paper renamed {run}\n"
    entry.write_text("".join(lines))


STATES: dict[str, Callable[[Path, int], None]] = {
    "from cold": _from_cold,
    "nothing changed": _as_it_is,
    "an entry's text edited": _with_text,
    "an entry's name edited": _with_title,
}


def _build(root: Path, options: list[str]) -> Cost:
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "digest", "build", *options],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"digest build failed with {process.returncode}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
