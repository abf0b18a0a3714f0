"""A post's Markdown as its generator reads it, made into Markdown that digest reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.importing.dialects.attributes import convert_attributes, drop_signs
from digest.importing.dialects.cells import convert_cells
from digest.importing.dialects.containers import convert_colons, convert_marked
from digest.importing.dialects.definitions import drop_lacking
from digest.importing.dialects.formulas import convert_formulas, has_formulas
from digest.importing.dialects.hidden import Hidden
from digest.importing.dialects.signs import escape_signs
from digest.importing.dialects.tags import convert_tags, may_begin_block
from digest.importing.linktargets import replace_targets
from digest.markdown.sourceblocks import find_source_blocks, may_have_code

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.importing.dialects.leftouts import LeftOuts

_CLOSE_HEADING = lazy_regex(r"^(#{1,6})(?=[^#\s])", re.MULTILINE)
_BREAK = lazy_regex(r"(?<!\\)\\\\[ \t]*$", re.MULTILINE)


class Dialect(msgspec.Struct, frozen=True):
    """What a generator reads beside CommonMark, where digest must be told."""

    is_kramdown: bool = False
    r"""`$$…$$` within a line is a formula of the line, and `\\` ends one."""
    is_pandoc: bool = False
    """Attributes have no colon, `~` and `^` make what is low and high, and `^[…]` is a note."""
    is_python: bool = False
    """A heading needs no space behind its `#`."""
    has_colons: bool = False
    """`:::` stands around blocks."""
    has_marked_notes: bool = False
    """`!!! note` begins one."""
    has_citations: bool = False
    """`@key` cites a work of a bibliography."""
    has_dollars: bool = False
    """`$…$` is a formula for certain."""


def convert(
    text: str,
    dialect: Dialect,
    path: str,
    leftouts: LeftOuts,
    settle_link: Callable[[str], str] | None = None,
    *,
    lacks_definitions: bool = False,
) -> str:
    """Return a post's text, of which no templates are left, as digest reads it.

    `path` is that of its file, and `settle_link` returns for the address of a link or a picture the
    one that is to stand there. `lacks_definitions` says that a template made some of the
    definitions of its links.
    """
    if dialect.is_pandoc:
        text = convert_cells(text, leftouts)
    if dialect.has_colons:
        text = convert_colons(text)
    if dialect.has_marked_notes:
        text = convert_marked(text)
    hidden = Hidden(text)
    leftouts.show = hidden.show
    is_needed = may_have_code(text) or may_begin_block(text)
    blocks = find_source_blocks(text) if is_needed else ()
    text = hidden.hide_code(text, blocks)
    has_dollars = dialect.has_dollars or has_formulas(text)
    # some signs are comments
    text = hidden.hide_comments(drop_signs(text, leftouts))
    if lacks_definitions:
        text = drop_lacking(text, leftouts)
    if settle_link:
        text = replace_targets(text, settle_link)
    text = convert_formulas(text, hidden, has_dollars=has_dollars, is_kramdown=dialect.is_kramdown)
    if "<" in text:
        text = convert_tags(hidden.hide_pointed(text), blocks, path, leftouts)
        # what is code now was HTML
        text = hidden.hide_code(text, None if "```" in text else ())
    text = hidden.hide_addresses(text)
    text = convert_attributes(text, leftouts, is_pandoc=dialect.is_pandoc)
    if dialect.is_kramdown:
        text = _BREAK.sub("  ", text)
    if dialect.is_python:
        text = _CLOSE_HEADING.sub(r"\1 ", text)
    text = escape_signs(
        text, has_citations=dialect.has_citations, has_inline_notes=dialect.is_pandoc
    )
    return hidden.show(text)
