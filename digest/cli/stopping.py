"""How the program ends when it is asked to: in order, whoever asks."""

from __future__ import annotations

import signal
import sys
from contextlib import suppress

from digest.basics.endingsignals import ENDING


class Stopped(BaseException):
    """The user or the system ends the program, by the signal `number`; no mistake."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.status = 128 + number
        """What the program exits with, as shells tell of it."""
        super().__init__()


def stop_in_order() -> None:
    """Raise Stopped at Ctrl-C, at a request to end, and when the terminal is closed.

    What is ignored already, as by `nohup`, stays so. Once it has been raised, a second Ctrl-C ends
    the program at once, and any other signal of the kind changes nothing.
    """
    for number in ENDING:
        if signal.getsignal(number) in {signal.SIG_DFL, signal.default_int_handler}:
            signal.signal(number, _stop)


def end(stopped: Stopped) -> None:
    """Tell that the program was stopped, and exit."""
    # a terminal that was closed cannot be told
    with suppress(OSError):
        # it shows ^C where the line stands
        begin = "\n" if sys.stderr.isatty() else ""
        sys.stderr.write(f"{begin}stopped; every file is whole\n")
        sys.stderr.flush()
    sys.exit(stopped.status)


def _stop(number: int, _frame: object) -> None:
    for other in ENDING:
        if signal.getsignal(other) is _stop:
            signal.signal(other, signal.SIG_DFL if other == signal.SIGINT else signal.SIG_IGN)
    raise Stopped(number)
