"""Where in the file a piece of inline text stands.

markdown-it's block tokens know their lines, its inline tokens only an offset in the text that
the blocks left over once list marks, quote marks and indents were taken off. Here the two are
brought together again: for every inline token, on which line and column each line of its text
begins.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from digest.model import Place

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

STARTS = "starts"
"""The key in a token's meta under which the beginnings of its lines are kept."""


class Starts:
    """The beginnings of the lines of one inline text, within its Markdown text."""

    def __init__(self) -> None:
        self._offsets: list[int] = []
        self._places: list[tuple[int, int]] = []

    def add(self, offset: int, line: int, column: int) -> None:
        """Say that what stands at `offset` is at `line` and `column`, all counted from 0."""
        self._offsets.append(offset)
        self._places.append((line, column))

    def find(self, offset: int) -> tuple[int, int]:
        """Return line and column, from 0, of an offset."""
        index = max(bisect_right(self._offsets, offset) - 1, 0)
        line, column = self._places[index]
        return line, column + offset - self._offsets[index]


class Origin:
    """Where a Markdown text begins in its file."""

    def __init__(self, place: Place) -> None:
        self._place = place

    def place(self, line: int, column: int) -> Place:
        """Return the place of a line and column of the text, both from 0."""
        start = self._place
        # only the first line of the text shares its line with something before it
        before = start.column if line == 0 else 1
        return Place(start.path, start.line + line, before + column)


def mark_starts(state: StateCore) -> None:
    """Note where the lines of every inline token begin. A core rule, before `inline`."""
    lines = state.src.split("\n")
    cells: dict[int, int] = {}
    for token in state.tokens:
        if token.type == "inline" and token.map:
            token.meta[STARTS] = _find_starts(token, lines, cells)


def _find_starts(token: Token, lines: list[str], cells: dict[int, int]) -> Starts:
    """Find the lines of an inline token's text among the lines that it came from.

    `cells` keeps, for each line, how far the cells of a table on it have been found.
    """
    starts = Starts()
    first = token.map[0] if token.map else 0
    offset = 0
    for index, text in enumerate(token.content.split("\n")):
        line = first + index
        source = lines[line] if line < len(lines) else ""
        if source.rstrip().endswith(text.rstrip()) and line not in cells and "|" not in source:
            starts.add(offset, line, len(source.rstrip()) - len(text.rstrip()))
        else:
            cells[line] = _align(text, source, cells.get(line, 0), starts, offset, line)
        offset += len(text) + 1
    return starts


def _align(text: str, source: str, after: int, starts: Starts, offset: int, line: int) -> int:
    r"""Find a heading's or a cell's text in its line, and return where it ends.

    In a cell the text has `|` where the line has `\|`.
    """
    pattern = r"\\?\|".join(re.escape(part) for part in text.split("|"))
    found = re.compile(pattern).search(source, after) if text else None
    column = found.start() if found else after
    starts.add(offset, line, column)
    position = column
    for index, character in enumerate(text):
        if source[position : position + 2] == "\\|" and character == "|":
            position += 1
            starts.add(offset + index, line, position)
        position += 1
    return position
