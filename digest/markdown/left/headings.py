"""Headings without words, of which a page would show a gap, and its contents a link to nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.token import Token

from digest.markdown.left.codeblocks import split_lines
from digest.markdown.problems import PROBLEM, set_block_problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.markdown.left.forms import Whole

_HINT = "write its words, or take '{}' away"


def check_heading(tokens: Sequence[Token], index: int, whole: Whole) -> Iterator[Token]:
    """Report the heading that opens at an index, where nothing stands between its signs."""
    heading, inline = tokens[index : index + 2]
    if inline.content.strip():
        return
    line = whole.ask(split_lines)[heading.map[0] if heading.map else 0]
    token = Token(PROBLEM, "", 0, map=heading.map)
    column, hint = max(line.find(heading.markup), 0), _HINT.format(heading.markup)
    set_block_problem(token, column, "markup-left", "a heading without words", hint)
    yield token
