"""What is left over of markup after parsing: shown as it was typed, so each becomes a problem.

A family of forms has a file, with a table of them. A form that digest comes to understand is no
text any more, and so is not left over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digest.markdown.left import (
    citations,
    citedelsewhere,
    emphasis,
    fullwidth,
    html,
    joinedlines,
    links,
    lostsigns,
    numbers,
    othermarkup,
    placeholders,
    restructuredtext,
    starts,
    templates,
    texcommands,
    tools,
    unpaired,
)
from digest.markdown.left.codeblocks import check_fence, check_indented
from digest.markdown.left.forms import Typed, Whole, find_forms, group_forms, likely_forms
from digest.markdown.left.headings import check_heading
from digest.markdown.left.shown import mask, skim
from digest.markdown.places import OFFSET
from digest.markdown.problems import make_inline_problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

    from digest.markdown.left.forms import Form

# where two forms fit a place, the first is told
_FORMS = group_forms(
    *citedelsewhere.FORMS,
    *templates.FORMS,
    *restructuredtext.FORMS,
    *othermarkup.FORMS,
    *tools.FORMS,
    *texcommands.FORMS,
    *citations.FORMS,
    *html.FORMS,
    *links.FORMS,
    *emphasis.FORMS,
    *unpaired.FORMS,
    *fullwidth.FORMS,
    *joinedlines.FORMS,
    *starts.FORMS,
    *lostsigns.FORMS,
    *placeholders.FORMS,
)
_NUMBERS = group_forms(*numbers.FORMS)
"""What is left over only where references are numbered."""
_CELLS = frozenset({"th_open", "td_open"})
NUMBERED = "is_numbered"
"""The key in the parser's environment: whether references are numbered."""


def left_plugin(parser: MarkdownIt) -> None:
    """Add the rule, which runs when inline text has been parsed and is still as typed."""
    parser.core.ruler.after("inline", "left", _rule)


def _rule(state: StateCore) -> None:
    whole = Whole(state.src)
    found: list[Token] = []
    texts: list[_Text] = []
    for index, token in enumerate(state.tokens):
        if token.type == "inline" and token.children:
            shown = skim(token.children)
            is_cell = state.tokens[index - 1].type in _CELLS
            texts.append(_Text(token.content, 0, token.children, shown, token.children, is_cell))
            texts += _list_images(token) if "![" in token.content else ()
        elif token.type == "fence":
            found += check_fence(token, whole)
        elif token.type == "code_block":
            found += check_indented(token, whole)
        elif token.type == "heading_open":
            found += check_heading(state.tokens, index, whole)
    state.tokens += found
    # most forms are in none of them
    shown = "".join(text.shown for text in texts)
    likely = likely_forms(_FORMS, shown)
    likely += likely_forms(_NUMBERS, shown) if state.env.get(NUMBERED) else []
    if likely:
        inline = (token.content for token in state.tokens if token.type == "inline")
        unread = links.unread_labels(inline) if "]:" in state.src else frozenset()
        for text in texts:
            _check_text(text, likely, Typed(text.typed, whole, unread))


class _Text(NamedTuple):
    """An inline text, or the text of an image in one."""

    typed: str
    begin: int
    """Where it begins in the inline text."""
    tokens: list[Token]
    """What it was parsed to."""
    shown: str
    """What is shown of it as it was typed, behind a line end."""
    problems: list[Token]
    """The tokens to which what is wrong with it is added."""
    is_cell: bool = False
    """Whether it is that of a table's cell, whose beginning is no line's."""


def _list_images(inline: Token) -> Iterator[_Text]:
    children = inline.children or []
    for image in children:
        if image.type == "image" and image.children:
            begin = image.meta[OFFSET] + len("![")
            yield _Text(image.content, begin, image.children, skim(image.children), children)


def _check_text(text: _Text, forms: Sequence[Form], typed: Typed) -> None:
    """Add to the tokens of an inline text a problem for each form that is left in it."""
    left = [
        form
        for form in forms
        if form.is_in(text.shown) and not (text.is_cell and form.begins_lines)
    ]
    for one in find_forms(left, mask(text.typed, text.tokens), typed) if left else ():
        place = text.begin + one.start
        text.problems.append(make_inline_problem(place, "markup-left", one.message, one.hint))
