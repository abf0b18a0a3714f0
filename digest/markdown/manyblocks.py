"""How many cells of tables, items of lists and headings one text may have.

A row of one sign has as many cells as the first, and an item may be one sign.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from digest.markdown.bounds import CELLS, HEADINGS, ITEMS, MOST, too_many
from digest.markdown.problems import make_block_problem

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_COUNTED = {"td_open": CELLS, "list_item_open": ITEMS, "heading_open": HEADINGS}
_LEFT_OUT = {"tr_open": CELLS, "list_item_open": ITEMS, "heading_open": HEADINGS}


def many_blocks_plugin(parser: MarkdownIt) -> None:
    """Add the rule, which runs when blocks have been parsed."""
    parser.core.ruler.after("block", "many_blocks", _rule)


def _rule(state: StateCore) -> None:
    """Leave out the rows, items and headings behind those that are allowed."""
    if len(state.tokens) <= min(MOST.values()):
        return
    kept: list[Token] = []
    counts: Counter[str] = Counter()
    problems: dict[str, Token] = {}
    left_out = None
    for token, behind in zip(state.tokens, [*state.tokens[1:], None], strict=True):
        if left_out:
            # up to what closes it
            left_out = None if token.level == left_out.level and token.nesting < 0 else left_out
            continue
        kind = _LEFT_OUT.get(token.type, "")
        # what stands above the columns stays
        is_head = token.type == "tr_open" and behind is not None and behind.type == "th_open"
        if kind and counts[kind] >= MOST[kind] and not is_head:
            left_out = token
            problems.setdefault(kind, make_block_problem(token.map, 0, *too_many(kind)))
            continue
        if counted := _COUNTED.get(token.type):
            counts[counted] += 1
        kept.append(token)
    if problems:
        state.tokens = [*kept, *problems.values()]
