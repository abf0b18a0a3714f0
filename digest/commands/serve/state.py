"""How the newest build went, for everyone who wants to know or waits for the next."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec

from digest.basics.recent import Recent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


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
    ahead: dict[str, str] = {}
    """The pages that are shown before all the others are made, by the path of their address; with
    what is their `site` then."""
    problems: tuple[Problem, ...] = ()
    """Why the newest build published nothing; the site is still that of the last good one."""
    warnings: int = 0


class Shown(msgspec.Struct, frozen=True):
    """A page, or what it loads, that is shown before all the others are made."""

    name: str
    """The path of its file below the site's folder."""
    body: bytes


_MOST = 8
"""So many pages are thought to be open in browsers."""


class SharedState:
    """The newest state, for all who show it. All methods may be called from any thread."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._state = State()
        self._busy = False
        self._ahead: dict[str, Shown] = {}
        """By the decoded path of its address."""
        self._looked: Recent[str] = Recent(_MOST)

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
            self._replace(msgspec.structs.replace(state, ahead={}), {})

    def publish_ahead(self, site: str, pages: Iterable[str], shown: Mapping[str, Shown]) -> None:
        """Show some pages, and what they load, before the build under way is done.

        `pages` are the paths of their addresses, as browsers ask for them; `shown` has the decoded
        ones. `site` tells them from what they were.
        """
        with self._condition:
            ahead = dict.fromkeys(pages, site)
            self._replace(msgspec.structs.replace(self._state, ahead=ahead), dict(shown))

    def _replace(self, state: State, ahead: dict[str, Shown]) -> None:
        self._state = msgspec.structs.replace(state, number=self._state.number + 1)
        self._ahead = ahead
        self._condition.notify_all()

    @property
    def ahead(self) -> dict[str, Shown]:
        """All that is shown before all is made, by decoded path."""
        return self._ahead

    def note_look(self, address: str, name: str) -> None:
        """Note that somebody looks at a page: the path of its address, and that of its file."""
        with self._condition:
            self._looked.pop(address, None)
            self._looked[address] = name

    @property
    def looked(self) -> dict[str, str]:
        """The pages that were asked for last: the paths of their files by those of addresses."""
        with self._condition:
            return dict(self._looked)

    def when_shown(self, path: str, seconds: float) -> tuple[State, Shown | None]:
        """Return the newest state, and what is shown at a decoded path before all is made, if any.

        As soon as there is that, or no build is under way, or after `seconds`.
        """
        with self._condition:
            self._condition.wait_for(lambda: not self._busy or path in self._ahead, seconds)
            return self._state, self._ahead.get(path)

    def after(self, number: int, seconds: float) -> State | None:
        """Return the newest state as soon as it is not that number; None after `seconds`."""
        deadline = time.monotonic() + seconds
        with self._condition:
            while self._state.number == number:
                left = deadline - time.monotonic()
                if left <= 0 or not self._condition.wait(left):
                    return None
            return self._state
