"""Comments: `<!-- … -->`, which print nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def comment_plugin(parser: MarkdownIt) -> None:
    """Add the rules: comments on lines of their own, and within a line."""
    ends = ["paragraph", "reference", "blockquote"]
    parser.block.ruler.before("html_block", "comment", _block_rule, {"alt": ends})
    parser.inline.ruler.before("html_inline", "comment", _inline_rule)


def _block_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    if state.is_code_block(start):
        return False
    begin = state.bMarks[start] + state.tShift[start]
    found = _COMMENT.match(state.src, begin, state.eMarks[end - 1])
    if found is None:
        return False
    line = start
    while state.eMarks[line] < found.end():
        line += 1
    if state.src[found.end() : state.eMarks[line]].strip():
        # text behind it on its line: the inline rule takes it
        return False
    if not silent:
        state.line = line + 1
    return True


def _inline_rule(state: StateInline, silent: bool) -> bool:  # noqa: ARG001, FBT001 -- markdown-it's signature
    found = _COMMENT.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    state.pos = found.end()
    return True
