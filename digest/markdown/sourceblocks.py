"""Where code, HTML, headings and bold lines stand in Markdown as CommonMark alone reads it.

For texts that were written for other tools: digest itself reads no HTML, and more than CommonMark.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from markdown_it import MarkdownIt

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

BOLD: Final = 7
"""The level of a bold line, below those of all headings."""
_BOLD = lazy_regex(r"(\*\*|__)(?P<text>(?!\s)[^*_\n]+(?<!\s))\1:?")
_MAY_BE_CODE = lazy_regex(r"```|~~~|^(?: {0,3}\t| {4})[ \t]*\S", re.MULTILINE)


class SourceBlock(NamedTuple):
    """A block of a text."""

    kind: Literal["code", "html", "heading", "bold"]
    first: int
    """Its first line, from 0."""
    end: int
    """The line behind its last."""
    text: str
    """What is in it, without the signs of lists and quotations before its lines; of a heading
    or a bold line its words as they are written in Markdown."""
    level: int
    """Of a heading, 1 to 6, and 7 of a bold line; 0 of what is neither, or is in a list or a
    quotation."""


@functools.cache
def _parser() -> MarkdownIt:
    # definitions are lines of paragraphs here, which takes less time
    return MarkdownIt("commonmark", {"html": True}).disable("reference")


def may_have_code(text: str) -> bool:
    """Tell whether a text may have blocks of code."""
    return _MAY_BE_CODE.search(text) is not None


def find_source_blocks(text: str) -> tuple[SourceBlock, ...]:
    """Find the blocks of code and of HTML, headings and bold lines, in the order of the text."""
    parser = _parser()
    tokens: list[Token] = []
    parser.block.parse(text, parser, {}, tokens)
    return tuple(_list(tokens))


def _list(tokens: list[Token]) -> Iterator[SourceBlock]:
    for index, token in enumerate(tokens):
        first, end = token.map or (0, 0)
        match token.type:
            case "fence" | "code_block":
                yield SourceBlock("code", first, end, token.content, 0)
            case "html_block":
                yield SourceBlock("html", first, end, token.content, 0)
            case "heading_open":
                level = 0 if token.level else int(token.tag[1:])
                yield SourceBlock("heading", first, end, tokens[index + 1].content, level)
            case "paragraph_open" if not token.level:
                if found := _BOLD.fullmatch(tokens[index + 1].content):
                    yield SourceBlock("bold", first, end, found["text"].rstrip(": "), BOLD)
