"""What links and images say where one points at them: `[text](address "words")`.

It is no Markdown, but formulas are in Unicode. The title of a figure is its caption, which is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.markdown.citationtokens import OPEN
from digest.markdown.figures import CAPTION
from digest.markdown.left.plaintexts import find_in_plain
from digest.markdown.places import OFFSET
from digest.markdown.problems import make_inline_problem
from digest.markdown.titles import plain_math

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_SHOWN = frozenset({"link_open", "image"})


def tooltip_plugin(parser: MarkdownIt) -> None:
    """Add the rule, which runs when figures have taken their captions."""
    parser.core.ruler.after("figures", "tooltips", _rule)


def _rule(state: StateCore) -> None:
    for inline in state.tokens:
        if inline.type == "inline" and "]" in inline.content:
            children = inline.children or []
            found = [one for token in children if token.type in _SHOWN for one in _check(token)]
            children += found


def _check(token: Token) -> Iterator[Token]:
    """Write a title's formulas in Unicode; yield a problem for each thing else that is markup."""
    title = token.attrGet("title")
    if title and CAPTION not in token.meta:
        for left in find_in_plain(str(title)):
            yield _problem(token, left.message, left.hint)
        token.attrSet("title", plain_math(str(title)))
    for one in token.children or ():
        if one.type == OPEN and one.meta["text"].startswith("["):
            message = f"'{one.meta['text']}' would be shown as it is typed"
            yield _problem(token, message, "cite it in the caption: an image's text cites nothing")


def _problem(token: Token, message: str, hint: str) -> Token:
    return make_inline_problem(token.meta.get(OFFSET, 0), "markup-left", message, hint)
