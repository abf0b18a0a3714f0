"""Comments: `<!-- … -->`, which print nothing."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_OPEN, _CLOSE = "<!--", "-->"


def comment_plugin(parser: MarkdownIt) -> None:
    """Add the rules: comments on lines of their own, and within a line."""
    ends = ["paragraph", "reference", "blockquote"]
    # before tables, for the first line of a comment may look like the head of one
    parser.block.ruler.before("table", "comment", _block_rule, {"alt": ends})
    parser.inline.ruler.before("html_inline", "comment", _inline_rule)


def end_of_comment(text: str, start: int, end: int) -> int:
    """Return where a comment ends that begins at `start`, or -1 where none ends before `end`."""
    # the first test spares a search to the end from every sign that opens what is never closed
    if not text.startswith(_OPEN, start) or start > _last_close(text):
        return -1
    found = text.find(_CLOSE, start + len(_OPEN), end)
    return found + len(_CLOSE) if found >= 0 else -1


@functools.lru_cache(maxsize=16)
def _last_close(text: str) -> int:
    return text.rfind(_CLOSE)


def _block_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    if state.is_code_block(start):
        return False
    begin = state.bMarks[start] + state.tShift[start]
    close = end_of_comment(state.src, begin, state.eMarks[end - 1])
    if close < 0:
        return False
    line = start
    while state.eMarks[line] < close:
        line += 1
    if not state.src[close : state.eMarks[line]].strip():
        line += 1
    elif line == start:
        # it stands in a line of text: the inline rule takes it
        return False
    elif not silent:
        # what stands behind the comment on its last line begins another block
        state.bMarks[line], state.tShift[line] = close, 0
        state.sCount[line] = state.blkIndent
    if not silent:
        state.line = line
    return True


def _inline_rule(state: StateInline, silent: bool) -> bool:  # noqa: ARG001, FBT001 -- markdown-it's signature
    close = -1
    if state.src[state.pos] == "<":
        close = end_of_comment(state.src, state.pos, state.posMax)
    state.pos = close if close >= 0 else state.pos
    return close >= 0
