"""What is left over of markup after parsing: shown as it was typed, so each becomes a problem.

A family of forms has a file, with a table of them. A form that digest comes to understand is no
text any more, and so is not left over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.token import Token

from digest.markdown.left import (
    emphasis,
    fullwidth,
    html,
    links,
    placeholders,
    restructuredtext,
    starts,
    templates,
    texcommands,
    tools,
    unpaired,
)
from digest.markdown.left.codeblocks import check_fence, check_indented
from digest.markdown.left.forms import Typed, find_forms, group_forms, likely_forms
from digest.markdown.left.shown import mask, skim
from digest.markdown.places import OFFSET
from digest.markdown.problems import PROBLEM, set_inline_problem

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

    from digest.markdown.left.forms import Left

# where two forms fit a place, the first is told
_FORMS = group_forms(
    *templates.FORMS,
    *restructuredtext.FORMS,
    *tools.FORMS,
    *texcommands.FORMS,
    *html.FORMS,
    *links.FORMS,
    *emphasis.FORMS,
    *unpaired.FORMS,
    *fullwidth.FORMS,
    *starts.FORMS,
    *placeholders.FORMS,
)


def left_plugin(parser: MarkdownIt) -> None:
    """Add the rule, which runs when inline text has been parsed and is still as typed."""
    parser.core.ruler.after("inline", "left", _rule)


def _rule(state: StateCore) -> None:
    found: list[Token] = []
    texts = (token.content for token in state.tokens if token.type == "inline")
    unread = links.unread_labels(texts) if "]:" in state.src else frozenset()
    for token in state.tokens:
        if token.type == "inline" and token.children:
            _check_inline(token.children, Typed(token.content, state.src, unread))
        elif token.type == "fence":
            found += check_fence(token, state.src)
        elif token.type == "code_block":
            found += check_indented(token, state.src)
    state.tokens += found


def _check_inline(children: list[Token], typed: Typed) -> None:
    """Add to the tokens of an inline text a problem for each form that is left in it."""
    found = [(0, left) for left in _find_left(children, typed)]
    for image in children:
        if image.type == "image" and image.children:
            words = typed._replace(text=image.content)
            begin = image.meta[OFFSET] + len("![")
            found += [(begin, left) for left in _find_left(image.children, words)]
    for begin, left in found:
        problem = Token(PROBLEM, "", 0)
        set_inline_problem(problem, begin + left.start, "markup-left", left.message, left.hint)
        children.append(problem)


def _find_left(children: list[Token], typed: Typed) -> list[Left]:
    text = skim(children)
    forms = [form for form in likely_forms(_FORMS, text) if form.pattern.search(text)]
    return find_forms(forms, mask(typed.text, children), typed) if forms else []
