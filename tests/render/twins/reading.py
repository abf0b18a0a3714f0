"""A twin read again by plain CommonMark; what is math is told as in the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin

from digest.basics import plain
from digest.markdown.math import inline_math_rule
from digest.render.pagecontext import NumberedCitations
from digest.render.twins.markdownblocks import BlockWriter
from digest.render.twins.markdownlines import LineWriter
from digest.site.views.parts import Use
from tests.render.plainly import WORKS, page_context, parse_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from markdown_it.token import Token

    from digest.render.pagecontext import PageContext

_SILENT = {"html_inline", "html_block"}


def twin_of(text: str, style: str = "bracket", prefix: str = "") -> str:
    """Return a Markdown text as a twin has it."""
    return write(parse_plain(text), page_context(style), prefix)


def write(form: plain.Plain, around: PageContext, prefix: str = "") -> str:
    writer = LineWriter(around)
    writer.use = Use("", prefix)
    return "\n".join(BlockWriter(writer).write(form.blocks))


def parse(markdown: str) -> list[Token]:
    """Return the tokens of CommonMark with GitHub's tables and struck out words, and math."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    dollarmath_plugin(parser, allow_labels=False, allow_digits=False, double_inline=True)
    parser.inline.ruler.at("math_inline", inline_math_rule)
    return parser.parse(markdown)


def read(markdown: str) -> str:
    """Return what a twin says, without its spaces."""
    return "".join("".join(_words(parse(markdown))).split())


def _words(tokens: Iterable[Token]) -> Iterable[str]:
    for token in tokens:
        if token.type in _SILENT:
            continue
        if token.children:
            yield from _words(token.children)
        else:
            yield token.content


def said(blocks: Sequence[plain.Block]) -> str:
    """Return what a text says, without its spaces; citations and marks as twins have them."""
    return "".join("".join(_SAID[type(block)](block) for block in blocks).split())


def _line(inlines: plain.Inlines) -> str:
    return "".join(_SAID[type(part)](part) for part in inlines)


def _names(part: plain.Names) -> str:
    return f"{part.key.upper()} et al." if part.key in WORKS else part.key


def _cited(part: plain.Cited) -> str:
    return NumberedCitations(page_context().citations).write(part, _line)


_SAID: dict[type, Callable[[Any], str]] = {
    plain.Paragraph: lambda block: _line(block.inner),
    plain.Heading: lambda block: _line(block.inner),
    plain.CodeBlock: lambda block: block.text,
    plain.FormulaBlock: lambda block: block.tex,
    plain.Quote: lambda block: (
        (f"[!{block.alert.upper()}]" if block.alert else "") + said(block.blocks)
    ),
    plain.Details: lambda block: _line(block.summary) + said(block.blocks),
    plain.Items: lambda block: "".join(map(said, block.items)),
    plain.Terms: lambda block: "".join(_line(one.inner) + said(one.blocks) for one in block.terms),
    plain.Table: lambda block: "".join(_line(cell) for row in block.rows for cell in row),
    plain.FigureBlock: lambda block: _line(block.image) + _line(block.caption),
    plain.Rule: lambda _: "",
    plain.Note: lambda block: f"[{block.letters}]{said(block.blocks)}",
    str: lambda part: part,
    plain.Marked: lambda part: _line(part.inner),
    plain.Element: lambda part: _line(part.inner),
    plain.Box: lambda part: "[x]" if part.is_done else "[ ]",
    plain.Link: lambda part: _line(part.inner),
    plain.Code: lambda part: part.text,
    plain.Formula: lambda part: part.tex,
    plain.Picture: lambda part: part.alt,
    plain.NoteMark: lambda part: f"[{part.letters}]",
    plain.Break: lambda _: "",
    plain.Names: _names,
    plain.Cited: _cited,
}
