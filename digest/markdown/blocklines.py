"""The lines of a block that is being parsed, and the line that ends what one of them begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.rules_block import StateBlock


class Search(NamedTuple):
    """Lines that a search went through in vain."""

    first: int
    stop: int
    rank: int
    indent: int


def line_text(state: StateBlock, line: int) -> str:
    """Return a line's text, without what its lists and quotations put before it."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def find_line(
    state: StateBlock, start: int, end: int, fits: Callable[[str], object], what: str, rank: int = 0
) -> int | None:
    """Return the first line behind `start`, in its block and before `end`, whose text fits.

    One search for `what` in vain spares all later ones theirs, or many would take the square of
    the time: what one of a rank did not find, none of that or a higher rank will.
    """
    vain: Search | None = state.env.get(what)
    if (
        vain
        and vain.first <= start < vain.stop <= end
        and rank >= vain.rank
        and state.blkIndent >= vain.indent
    ):
        return None
    line = start + 1
    while line < end and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent):
        if fits(line_text(state, line)):
            return line
        line += 1
    state.env[what] = Search(start, line, rank, state.blkIndent)
    return None
