"""How far work has come whose steps are known one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Steps:
    """Tells how much is done of the work of all steps that have begun."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        """`tell` is given the number of things that are done, and of all that are known of."""
        self._tell = tell
        self._known = 0

    def begin(self, count: int) -> Callable[[int], None]:
        """Begin a step of so many things; return what is to be told how many of them are done."""
        before = self._known
        self._known += count
        return lambda done: self._tell(before + done, self._known)
