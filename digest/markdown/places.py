"""Where in the file a piece of inline text stands.

markdown-it's block tokens know their lines, its inline tokens only an offset in the text that
the blocks left over once list marks, quote marks and indents were taken off. Here the two are
brought together again: for every inline token, on which line and column each line of its text
begins.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from markdown_it.common.utils import unescapeAll

from digest.basics.diagnostics import Place
from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

STARTS = "starts"
"""The key in a token's meta under which the beginnings of its lines are kept."""
OFFSET = "offset"
"""The key in a token's meta: where in its inline text it begins."""
END = "end"
"""The key in a token's meta: where in its inline text it ends."""
COLUMN = "column"
"""The key in a block token's meta: the column, from 0, at which it begins on its first line."""

_ESCAPE = lazy_regex(r"\\[!-/:-@\[-`{-~]|&#?\w+;")


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

    def within(self, start: int, end: int) -> Starts:
        """Return the beginnings of the lines of a part of the text, as if it were all."""
        starts = Starts()
        first, last = bisect_right(self._offsets, start), bisect_left(self._offsets, end)
        for offset in (start, *self._offsets[first:last]):
            starts.add(offset - start, *self.find(offset))
        return starts


class Origin:
    """Where a Markdown text begins in its file; or, piece by piece, each of its lines."""

    def __init__(
        self, place: Place, text: str = "", pieces: Sequence[tuple[int, Place]] = ()
    ) -> None:
        self._place = place
        self._pieces = pieces
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))] if pieces else []

    def place(self, line: int, column: int) -> Place:
        """Return the place of a line and column of the text, both from 0."""
        if self._pieces:
            offset = self._lines[min(line, len(self._lines) - 1)] + column
            before = bisect_right(self._pieces, offset, key=lambda piece: piece[0])
            begin, start = self._pieces[max(before - 1, 0)]
            return Place(start.path, start.line, max(start.column + offset - begin, 1))
        start = self._place
        # only the first line of the text shares its line with something before it
        before = start.column if line == 0 else 1
        return Place(start.path, start.line + line, before + column)


def mark_starts(state: StateCore) -> None:
    """Note where the lines of every inline token begin. A core rule, before `inline`."""
    lines = state.src.split("\n")
    cell_ends: dict[int, int] = {}
    before = ""
    for token in state.tokens:
        if token.type == "inline" and token.map and STARTS not in token.meta:
            line = token.map[0]
            if before in {"th_open", "td_open"}:
                starts, cell_ends[line] = _in_cell(token, lines[line], cell_ends.get(line, 0))
                token.meta[END] = cell_ends[line]
            elif before == "heading_open" and "\n" not in token.content:
                starts = _in_heading(token, lines[line])
            else:
                starts = _in_lines(token, lines)
            token.meta[STARTS] = starts
        elif token.type == "math_block" and token.map:
            token.meta[COLUMN] = max(lines[token.map[0]].find("$$"), 0)
        before = token.type


def _in_lines(token: Token, lines: list[str]) -> Starts:
    """Find the lines of a paragraph, each of which is the end of one in the file."""
    starts = Starts()
    line = token.map[0] if token.map else 0
    if "\n" not in token.content and line < len(lines) and lines[line].endswith(token.content):
        # most texts are one line, and all of its end
        starts.add(0, line, len(lines[line]) - len(token.content))
        return starts
    offset = 0
    for text in token.content.split("\n"):
        inner = text.strip()
        column = len(lines[line].rstrip()) - len(inner) if line < len(lines) else 0
        # of a tab before the text several spaces may have been made, so it is no place of its own
        starts.add(offset, line, column - text.find(inner))
        offset += len(text) + 1
        line += 1
    return starts


def _in_heading(token: Token, source: str) -> Starts:
    """Find a heading's text, which `#` may close."""
    source = source.rstrip()
    if not source.endswith(token.content):
        source = source.rstrip("#").rstrip()
    starts = Starts()
    starts.add(0, token.map[0] if token.map else 0, len(source) - len(token.content))
    return starts


def _in_cell(token: Token, source: str, after: int) -> tuple[Starts, int]:
    r"""Find a cell's text in its line, behind the cell that ended at `after`; and its end.

    The text has `|` where the line has `\|`.
    """
    starts = Starts()
    line = token.map[0] if token.map else 0
    first, *others = token.content.split("|")
    column = source.find(first or ("\\|" if others else "|"), after)
    if not token.content:
        # an empty cell ends behind the `|` that opens it
        column += 1
    column = max(column, after)
    starts.add(0, line, column)
    offset, column = len(first), column + len(first)
    for part in others:
        column += source.startswith("\\|", column)
        starts.add(offset, line, column)
        offset, column = offset + 1 + len(part), column + 1 + len(part)
    return starts, column


def starts_of_title(title: str, raw: str, first: Starts, offset: int) -> Starts:
    """Find an image's title in the Markdown of the image, where it stands with its escapes.

    `raw` is the image's Markdown, which begins at `offset` of the text that `first` is about.
    """
    plain, offsets, position = "", [], 0
    for found in _ESCAPE.finditer(raw):
        one = unescapeAll(found[0])
        offsets += [*range(position, found.start()), *[found.start()] * len(one)]
        plain += raw[position : found.start()] + one
        position = found.end()
    plain += raw[position:]
    offsets += range(position, len(raw))
    # the title stands last
    begin = max(plain.rfind(title), 0)
    starts = Starts()
    for index in range(len(title)):
        at, before = offsets[begin + index], offsets[begin + index - 1] if index else -2
        if at != before + 1 or raw[before] == "\n":
            starts.add(index, *first.find(offset + at))
    return starts
