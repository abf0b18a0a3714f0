"""What is left over of markup after parsing: shown as it was typed, so each becomes a problem.

A family of forms has a file, with a table of them. A form that digest comes to understand is no
text any more, and so is not left over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.token import Token

from digest.markdown.left import drafting, emphasis, fullwidth, html, links, starts, tex, tools
from digest.markdown.left.blocks import check_fence, check_indented
from digest.markdown.left.forms import Form, find_forms
from digest.markdown.left.shown import mask, skim
from digest.markdown.places import OFFSET
from digest.markdown.problems import PROBLEM, set_problem

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

# where two forms fit a place, the first is told
_FORMS: tuple[Form, ...] = (
    *tools.FORMS,
    *tex.FORMS,
    *html.FORMS,
    *links.FORMS,
    *emphasis.FORMS,
    *fullwidth.FORMS,
    *starts.FORMS,
    *drafting.FORMS,
)
_RARE = "<{[\\*_~=^`%|&:!#$"


def _group_signs() -> dict[str, list[tuple[str, int]]]:
    """Return the forms' signs with the forms' numbers, by what all texts have that have a sign."""
    groups: dict[str, list[tuple[str, int]]] = {}
    for index, form in enumerate(_FORMS):
        for sign in form.signs:
            rare = next((one for one in sign if one in _RARE), sign)
            groups.setdefault(rare, []).append((sign, index))
    return groups


_SIGNS = tuple(_group_signs().items())


def left_plugin(parser: MarkdownIt) -> None:
    """Add the rule, which runs when inline text has been parsed and is still as typed."""
    parser.core.ruler.after("inline", "left", _rule)


def _rule(state: StateCore) -> None:
    found: list[Token] = []
    for token in state.tokens:
        if token.type == "inline" and token.children:
            _check_inline(token, token.children)
        elif token.type == "fence":
            found += check_fence(token, state.src)
        elif token.type == "code_block":
            found += check_indented(token, state.src)
    state.tokens += found


def _check_inline(token: Token, children: list[Token]) -> None:
    """Add to an inline token's children a problem for each form that is left in its text."""
    text = skim(children)
    likely: set[int] = set()
    for rare, signs in _SIGNS:
        if rare in text:
            likely.update(index for sign, index in signs if sign in text)
    forms = [_FORMS[index] for index in sorted(likely) if _FORMS[index].pattern.search(text)]
    if not forms:
        return
    for left in find_forms(forms, mask(token.content, children), token.content):
        problem = Token(PROBLEM, "", 0)
        set_problem(problem, "markup-left", left.message, left.hint)[OFFSET] = left.start
        children.append(problem)
