"""The command line: parse, call, print, exit."""

from __future__ import annotations

import atexit
import gc

from digest.cli.stopping import Stopped, end, stop_in_order


def main() -> None:
    """Run the command line."""
    # what follows takes most of a short run
    stop_in_order()
    # what is imported, read and planned lives to the end: to look through all of it for garbage,
    # whenever it has grown a little, took a fifth of a build
    gc.set_threshold(1_000_000, 50, 1000)
    # nor is it looked through at the end, when the process gives all of it back
    atexit.register(gc.freeze)
    try:
        # not before that is set
        from digest.cli.program import run  # noqa: PLC0415

        run()
    except Stopped as stopped:
        end(stopped)
