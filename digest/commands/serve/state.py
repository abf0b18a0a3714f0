"""How the newest build went, for everyone who wants to know or waits for the next."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator


class Problem(msgspec.Struct, frozen=True):
    """One problem, as a page shows it."""

    place: str
    """`path:line:column`; empty where it is in no file of the newsletter."""
    label: str
    """`error[rule]`, or what else it is."""
    message: str
    hint: str = ""


class State(msgspec.Struct, frozen=True):
    """What there is to see after a build."""

    number: int = 0
    """Of the state; each has a higher one than the one before."""
    site: str = ""
    """Differs whenever what is published differs; empty before the first build that went well."""
    base_path: str = "/"
    problems: tuple[Problem, ...] = ()
    """Why the newest build published nothing; the site is still that of the last good one."""
    warnings: int = 0


class SharedState:
    """The newest state, for all who show it. All methods may be called from any thread."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._state = State()
        self._busy = False

    @property
    def state(self) -> State:
        """The newest state."""
        return self._state

    @contextmanager
    def building(self) -> Iterator[None]:
        """Say that a build is under way, so that requests wait for its end."""
        self._set_busy(busy=True)
        try:
            yield
        finally:
            self._set_busy(busy=False)

    def _set_busy(self, *, busy: bool) -> None:
        with self._condition:
            self._busy = busy
            self._condition.notify_all()

    def publish(self, state: State) -> None:
        """Make a state the newest; it gets its number here. Requests wait for no build then."""
        with self._condition:
            self._busy = False
            self._state = msgspec.structs.replace(state, number=self._state.number + 1)
            self._condition.notify_all()

    def when_idle(self, seconds: float) -> State:
        """Return the newest state as soon as no build is under way, or after `seconds`."""
        with self._condition:
            self._condition.wait_for(lambda: not self._busy, seconds)
            return self._state

    def after(self, number: int, seconds: float) -> State | None:
        """Return the newest state as soon as it is not that number; None after `seconds`."""
        deadline = time.monotonic() + seconds
        with self._condition:
            while self._state.number == number:
                left = deadline - time.monotonic()
                if left <= 0 or not self._condition.wait(left):
                    return None
            return self._state
