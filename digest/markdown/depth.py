"""How deep emphasis may nest; markdown-it has a bound for all else that nests.

Programs that read HTML end at once where ten thousand elements are in each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.markdown.problems import push_problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_EMPHASIS = frozenset({"em_open", "strong_open", "s_open"})


def depth_plugin(parser: MarkdownIt) -> None:
    """Add the rule, which runs when signs of emphasis have become elements."""
    parser.inline.ruler2.after("emphasis", "depth", _rule)


def _rule(state: StateInline) -> None:
    deepest = state.md.options["maxNesting"]
    too_deep = [*_find_too_deep(state.tokens, deepest)] if len(state.tokens) > deepest else []
    for token in too_deep:
        token.type, token.tag, token.nesting, token.content = "text", "", 0, token.markup
    if too_deep:
        message = "emphasis is nested too deeply"
        push_problem(state, 0, "text-lost", message, "take some of it apart")


def _find_too_deep(tokens: list[Token], deepest: int) -> Iterator[Token]:
    """List the signs of emphasis, opening and closing, that stand in too many elements."""
    opened: list[bool] = []
    for token in tokens:
        if token.nesting > 0:
            opened.append(len(opened) >= deepest and token.type in _EMPHASIS)
        elif not token.nesting:
            continue
        if opened[-1]:
            yield token
        if token.nesting < 0:
            opened.pop()
