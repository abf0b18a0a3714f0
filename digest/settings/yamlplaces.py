"""Where the text of a YAML value stands in its file, which folds its lines and has its escapes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SPACE = " \t"
_ESCAPES = {
    # YAML 1.2.2, section 5.7: what is no number is one sign, and stands for one
    '"': lazy_regex(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.|$)"),
    "'": lazy_regex("''"),
}
"""By the quotation mark around a text."""


class Start(NamedTuple):
    """Where a piece of a text stands in the file: a line less the space before it, or its rest."""

    offset: int
    """In the text, as YAML has put it together."""
    line: int
    column: int
    """1-based, as the line."""


Point = tuple[int, int]
"""A line and a column, from 0."""


def find_starts(
    text: str, lines: Sequence[str], begin: Point, end: Point, style: str
) -> tuple[Start, ...]:
    """Find where the pieces of a text begin; none for a text that stands as typed on one line.

    `lines` are those of the file; the value's first sign is at `begin`, its last before `end`.
    `style` is its quotation mark, `|` or `>`, or empty.
    """
    if style in _ESCAPES:
        starts = tuple(_find_quoted(text, lines, begin, end, style))
        return starts if begin[0] < end[0] or len(starts) > 1 else ()
    if begin[0] == end[0]:
        return ()
    return tuple(_find_lines(text, lines, begin, end, is_block=bool(style)))


def _find_quoted(
    text: str, lines: Sequence[str], begin: Point, end: Point, style: str
) -> Iterator[Start]:
    at = 0
    for line in range(begin[0], end[0] + 1):
        column = begin[1] + 1 if line == begin[0] else 0
        typed = lines[line][column : end[1] - 1 if line == end[0] else None]
        if line > begin[0]:
            column += len(typed) - len(typed.lstrip(_SPACE))
            typed = typed.lstrip(_SPACE)
            # lines are joined by a space, or by line ends where some are empty
            at = _pass_blanks(text, at)
        if line < end[0]:
            typed = typed.rstrip(_SPACE)
        if typed:
            yield Start(at, line + 1, column + 1)
        done = 0
        for found in _ESCAPES[style].finditer(typed):
            # a line end that is escaped stands for nothing
            at += found.start() - done + (found[0] != "\\")
            done = found.end()
            if done < len(typed):
                yield Start(at, line + 1, column + done + 1)
        at += len(typed) - done


def _pass_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at] in _SPACE + "\n":
        at += 1
    return at


def _find_lines(
    text: str, lines: Sequence[str], begin: Point, end: Point, *, is_block: bool
) -> Iterator[Start]:
    at, stop = 0, len(text.rstrip(_SPACE + "\n"))
    # behind the line that opens a block
    for line in range(begin[0] + is_block, min(end[0] + 1, len(lines))):
        typed = lines[line][0 if line > begin[0] else begin[1] :].strip(_SPACE)
        at = _pass_blanks(text, at)
        if at >= stop:
            break
        if typed:
            column = len(lines[line].rstrip(_SPACE)) - len(typed)
            yield Start(at, line + 1, column + 1)
            if not text.startswith(typed, at, stop):
                # the last line, with what follows the value
                break
            at += len(typed)
