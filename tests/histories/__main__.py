"""Random histories of edits: `python -m tests.histories --count 500`.

After every edit, what a build leaves must be what a clean build makes. A history that fails is
shortened, and printed as the command that plays it again.
"""

from __future__ import annotations

import argparse
import os
import sys
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from tests.histories.builds import warm_up
from tests.histories.history import check_names, make_steps, parse_steps, play
from tests.histories.shrinking import shrink

if TYPE_CHECKING:
    from tests.histories.history import Failure, Steps


def main() -> None:
    """Play histories, and exit with 1 where one fails."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.histories",
        description="Compare builds after random edits with clean builds.",
    )
    parser.add_argument("--count", type=int, default=100, help="how many histories")
    parser.add_argument("--steps", type=int, default=12, help="how many edits in each")
    parser.add_argument("--seed", type=int, default=0, help="of the first; the next has the next")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="how many at once")
    parser.add_argument(
        "--shrink", type=float, default=60, help="seconds to shorten one that fails"
    )
    parser.add_argument("--only", metavar="EDITS", default="", help="as 'stop-build,rewrite'")
    parser.add_argument("--serve", action="store_true", help="in one preview, as 'digest serve' is")
    parser.add_argument(
        "--older", type=int, default=0, help="editions more; from 20 on, builds fork processes"
    )
    parser.add_argument("--replay", metavar="STEPS", help="play these steps instead: 'touch:1 …'")
    parser.add_argument(
        "--keep", type=Path, help="with --replay: the folder to play in, which stays"
    )
    asked = parser.parse_args()
    warm_up()
    if asked.replay is not None:
        steps = parse_steps(asked.replay)
        failures = [play(steps, asked.keep, serves=asked.serve, older=asked.older)]
    else:
        seeds = range(asked.seed, asked.seed + asked.count)
        only = asked.only.split(",") if asked.only else []
        check_names(only)
        failures = _play_all([make_steps(seed, asked.steps, only) for seed in seeds], asked)
    failed = [one for one in failures if one]
    for failure in failed:
        _tell(failure, asked)
    sys.exit(bool(failed))


def _play_all(histories: list[Steps], asked: argparse.Namespace) -> list[Failure | None]:
    failures = []
    # forked, as they have all imported then
    with ProcessPoolExecutor(asked.jobs, mp_context=get_context("fork")) as pool:
        playing = [pool.submit(_play, steps, asked) for steps in histories]
        for done, one in enumerate(as_completed(playing), start=1):
            failures.append(one.result())
            failed = sum(map(bool, failures))
            print(f"\r{done} of {len(histories)}, {failed} failed", end="", file=sys.stderr)
    print(file=sys.stderr)
    return failures


def _play(steps: Steps, asked: argparse.Namespace) -> Failure | None:
    serves, older = asked.serve, asked.older
    failure = play(steps, serves=serves, older=older)
    return failure and shrink(failure, asked.shrink, serves=serves, older=older)


def _tell(failure: Failure, asked: argparse.Namespace) -> None:
    """Print the command that plays a failing history again, and what is wrong."""
    steps = " ".join(map(str, failure.steps))
    how = "--serve " if asked.serve else ""
    how += f"--older {asked.older} " if asked.older else ""
    print(f"python -m tests.histories {how}--replay '{steps}'", *failure.why, sep="\n  ")


if __name__ == "__main__":
    main()
