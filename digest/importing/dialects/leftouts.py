"""What is left out of one text, with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.text import shorten
from digest.importing.post import LeftOut, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LONGEST = 400
"""Characters of what is left out that are told."""


class LeftOuts:
    """Collects what is left out of one post's text.

    Lines are counted in the text as it is when something is taken out of it; no step changes their
    number.
    """

    def __init__(self, path: str, first_line: int, numbers: Sequence[int] = ()) -> None:
        """Begin with a text that begins on this line, from 1, of the file with this path.

        `numbers` are those of its lines behind that one, where they do not go side by side.
        """
        self._path = path
        self._first_line = first_line
        self._numbers = numbers
        self.show: Callable[[str], str] = str
        """Returns a part of the text with what was put aside in it; see `Hidden`."""
        self._found: list[LeftOut] = []

    def add(self, text: str, offset: int, what: str, reason: str) -> None:
        """Note that `what`, which stands at an offset in a text, is left out for a reason."""
        self.add_line(text.count("\n", 0, offset), what, reason)

    def add_line(self, line: int, what: str, reason: str) -> None:
        """Note the same of a line, from 0."""
        number = self._numbers[line] if 0 <= line < len(self._numbers) else line
        place = Place(self._path, self._first_line + number)
        self._found.append(LeftOut(shorten(self.show(what), _LONGEST), reason, place))

    @property
    def found(self) -> tuple[LeftOut, ...]:
        """What was left out, in the order of the text."""
        return tuple(sorted(self._found, key=lambda one: one.place.line))
