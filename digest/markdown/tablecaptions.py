"""Captions of tables: a paragraph beside one that begins with `Table:`, or behind it with `:`.

As in Pandoc ("Extension: table_captions"). What stands behind a table with no line between is a row
of it to Markdown, so a last row without a bar is looked at too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.token import Token

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    import re

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

_BEHIND = lazy_regex(r"(?:[Tt]able)?:[ \t]+(?=\S)")
_BEFORE = lazy_regex(r"[Tt]able:[ \t]+(?=\S)")
_PARAGRAPH = 3
"""Tokens: its tags, and the text between them."""


def table_caption_plugin(parser: MarkdownIt) -> None:
    """Add the rule, which runs when blocks have been parsed."""
    parser.core.ruler.after("block", "table_captions", _rule)


def _rule(state: StateCore) -> None:
    if "|" not in state.src or ":" not in state.src:
        return
    tokens, lines = state.tokens, state.src.split("\n")
    opened = 0
    for index in range(len(tokens) - 1, -1, -1):
        if tokens[index].type == "table_close":
            opened = index
        elif tokens[index].type == "table_open":
            _set_caption(tokens, index, opened, lines)


def _set_caption(tokens: list[Token], first: int, last: int, lines: list[str]) -> None:
    """Put the caption of the table between two tokens before it, and both into a figure."""
    level = tokens[first].level
    before, behind = first - _PARAGRAPH, last + 1
    if text := _take_last_row(tokens, first, last, lines):
        last = next(i for i in range(first, len(tokens)) if tokens[i].type == "table_close")
    elif text := _take_paragraph(tokens, behind, level, _BEHIND):
        del tokens[behind : behind + _PARAGRAPH]
    elif text := _take_paragraph(tokens, before, level, _BEFORE):
        del tokens[before:first]
        first, last = before, last - _PARAGRAPH
    else:
        return
    tokens.insert(last + 1, Token("table_figure_close", "figure", -1, level=level, block=True))
    tokens[first:first] = [
        Token("table_figure_open", "figure", 1, level=level, block=True),
        Token("table_caption_open", "figcaption", 1, level=level, block=True),
        text,
        Token("table_caption_close", "figcaption", -1, level=level, block=True),
    ]


def _take_paragraph(
    tokens: list[Token], index: int, level: int, pattern: re.Pattern[str]
) -> Token | None:
    """Return the text of a caption, where a paragraph at an index is one."""
    if index < 0 or index + 1 >= len(tokens) or tokens[index].type != "paragraph_open":
        return None
    text = tokens[index + 1]
    mark = pattern.match(text.content)
    if mark is None or tokens[index].level != level:
        return None
    text.content = text.content[mark.end() :]
    return text


def _take_last_row(tokens: list[Token], first: int, last: int, lines: list[str]) -> Token | None:
    """Return the text of a caption, where a table's last row is one; it is taken out."""
    start = max(i for i in range(first, last) if tokens[i].type == "tr_open")
    text = tokens[start + 2]
    mark = _BEHIND.match(text.content)
    place = tokens[start].map or text.map
    if mark is None or not place or "|" in lines[place[0]]:
        return None
    end = next(i for i in range(start, last) if tokens[i].type == "tr_close")
    del tokens[start : end + 1]
    text.map = [place[0], place[0] + 1]
    text.content = text.content[mark.end() :]
    return text
