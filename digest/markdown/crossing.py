"""Emphasis that reaches over a key, as in `[*see @key*]`: it would be printed as its signs.

The words before a key and those behind it are texts of their own, so that each can be set in its
place; no mark opens in one and closes in another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.markdown.citationtokens import CLOSE, DELIMITERS, OPEN, WORDS
from digest.markdown.places import OFFSET
from digest.markdown.problems import push_problem

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.rules_inline.state_inline import Delimiter


def crossing_plugin(parser: MarkdownIt) -> None:
    """Add the rule, which runs when marks have been paired and their signs still stand apart."""
    parser.inline.ruler2.after("balance_pairs", "citation_crossing", _rule)


def _rule(state: StateInline) -> None:
    if "@" not in state.src:
        return
    begin, opened, crossings = 0, set[int](), []
    # a problem that is pushed goes behind all that has been parsed
    for token in tuple(state.tokens):
        if token.type == OPEN:
            begin, opened = int(token.meta[OFFSET]), set()
        elif token.type == WORDS and token.nesting > 0 and token.meta[DELIMITERS]:
            opens, closes = _unpaired(token.meta[DELIMITERS])
            if opened & closes:
                crossings.append(begin)
            opened |= opens
        elif token.type == CLOSE:
            opened = set()
    for offset in dict.fromkeys(crossings):
        message = "emphasis that begins before a key and ends behind it"
        hint = "put its signs around the whole citation, or '\\' before each of them"
        push_problem(state, offset, "citation-malformed", message, hint)


def _unpaired(delimiters: list[Delimiter]) -> tuple[set[int], set[int]]:
    """Return the signs that open without a close, and those that close without an opening."""
    closed = {one.end for one in delimiters if one.end >= 0}
    opens = {one.marker for one in delimiters if one.open and one.end < 0}
    closes = {
        one.marker for index, one in enumerate(delimiters) if one.close and index not in closed
    }
    return opens, closes
