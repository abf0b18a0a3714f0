"""markdown-it, set up once for each language. One file a rule; this is the table of them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin

from digest.basics.quotationmarks import quotation_marks
from digest.markdown.addresses import address_plugin
from digest.markdown.alerts import alert_plugin
from digest.markdown.citations import citation_plugin
from digest.markdown.codecolours import colour_plugin
from digest.markdown.comments import comment_plugin
from digest.markdown.depth import depth_plugin
from digest.markdown.details import details_plugin
from digest.markdown.directives import directive_plugin
from digest.markdown.eastasian import east_asian_plugin
from digest.markdown.elements import element_plugin
from digest.markdown.figures import figure_plugin
from digest.markdown.footnotes import footnote_plugin
from digest.markdown.inlinenotes import inline_note_plugin
from digest.markdown.left import left_plugin
from digest.markdown.links import link_plugin
from digest.markdown.lost import lost_plugin
from digest.markdown.manyblocks import many_blocks_plugin
from digest.markdown.math import block_math_rule, inline_math_rule
from digest.markdown.ownids import own_id_plugin
from digest.markdown.places import mark_starts
from digest.markdown.signs import ask_by_sign
from digest.markdown.spaced import spaced_plugin
from digest.markdown.tablecaptions import table_caption_plugin
from digest.markdown.tasks import task_plugin
from digest.markdown.tooltips import tooltip_plugin
from digest.markdown.typography import typography_plugin
from digest.markdown.videos import video_plugin

if TYPE_CHECKING:
    from collections.abc import Callable

RULES: tuple[Callable[[MarkdownIt], None], ...] = (
    deflist_plugin,
    footnote_plugin,
    link_plugin,
    spaced_plugin,
    address_plugin,
    citation_plugin,
    comment_plugin,
    element_plugin,
    details_plugin,
    directive_plugin,
    depth_plugin,
    lost_plugin,
    colour_plugin,
    many_blocks_plugin,
    table_caption_plugin,
    left_plugin,
    figure_plugin,
    tooltip_plugin,
    own_id_plugin,
    task_plugin,
    alert_plugin,
    video_plugin,
    inline_note_plugin,
    typography_plugin,
    east_asian_plugin,
)
"""What is added to CommonMark, in this order; besides tables, strikethrough, quotes and math."""


@functools.cache
def get_parser(lang: str) -> MarkdownIt:
    """Return the parser for texts in a language."""
    options = {"html": False, "typographer": True, "maxNesting": 100}
    # the language itself is for rules of our own
    parser = MarkdownIt("commonmark", {**options, "quotes": quotation_marks(lang), "lang": lang})
    parser.enable(["table", "strikethrough", "smartquotes"])
    # text is where no rule begins
    parser.disable(["html_block", "html_inline", "text"])
    dollarmath_plugin(parser, allow_labels=False)
    parser.inline.ruler.at("math_inline", inline_math_rule)
    parser.block.ruler.at("math_block", block_math_rule)
    parser.core.ruler.before("inline", "starts", mark_starts)
    for rule in RULES:
        rule(parser)
    ask_by_sign(parser)
    return parser
