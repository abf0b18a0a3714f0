"""How many cells the tables of one text may have: a row of one sign has as many as the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.markdown.bounds import CELLS, MOST, too_many
from digest.markdown.problems import make_block_problem

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token


def many_cells_plugin(parser: MarkdownIt) -> None:
    """Add the rule, which runs when blocks have been parsed."""
    parser.core.ruler.after("block", "many_cells", _rule)


def _rule(state: StateCore) -> None:
    """Leave out the rows behind those that are allowed."""
    if "|" not in state.src or len(state.tokens) <= MOST[CELLS]:
        return
    kept: list[Token] = []
    count, problem = 0, None
    is_left_out = False
    for token, behind in zip(state.tokens, [*state.tokens[1:], None], strict=True):
        count += token.type == "td_open"
        # what stands above the columns stays
        is_row = token.type == "tr_open" and behind is not None and behind.type == "td_open"
        if is_row and count >= MOST[CELLS]:
            is_left_out = True
            problem = problem or make_block_problem(token.map, 0, *too_many(CELLS))
        if not is_left_out:
            kept.append(token)
        is_left_out = is_left_out and token.type != "tr_close"
    if problem:
        state.tokens = [*kept, problem]
