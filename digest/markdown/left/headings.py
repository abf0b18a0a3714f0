"""Headings without words, of which a page would show a gap, and its contents a link to nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.markdown.problems import make_block_problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from digest.markdown.left.forms import Whole


def check_heading(tokens: Sequence[Token], index: int, whole: Whole) -> Iterator[Token]:
    """Report the heading that opens at an index, where nothing stands between its signs."""
    heading, inline = tokens[index : index + 2]
    if not inline.content.strip():
        column = whole.first_line(heading).find(heading.markup)
        hint = f"write its words, or take '{heading.markup}' away"
        yield make_block_problem(
            heading.map, column, "markup-left", "a heading without words", hint
        )
