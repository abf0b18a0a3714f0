"""Figures: an image alone in its paragraph, whose title becomes the caption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.markdown.places import STARTS, Starts

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

CAPTION = "figure_caption"


def figure_plugin(parser: MarkdownIt) -> None:
    """Add the rule, which runs when inline text has been parsed."""
    parser.core.ruler.after("inline", "figures", _rule)


def _rule(state: StateCore) -> None:
    tokens = state.tokens
    for index in range(1, len(tokens) - 1):
        inline = tokens[index]
        image = _lone_image(inline)
        in_paragraph = tokens[index - 1].type == "paragraph_open"
        if image is None or not in_paragraph or not image.attrGet("title"):
            continue
        for paragraph in (tokens[index - 1], tokens[index + 1]):
            paragraph.type = paragraph.type.replace("paragraph", "figure")
            paragraph.tag = "figure"
            paragraph.hidden = False
        image.meta[CAPTION] = _parse_caption(state, inline, image)


def _lone_image(inline: Token) -> Token | None:
    children = [
        child
        for child in inline.children or ()
        if child.type != "softbreak" and (child.type != "text" or child.content.strip())
    ]
    return children[0] if len(children) == 1 and children[0].type == "image" else None


def _parse_caption(state: StateCore, inline: Token, image: Token) -> Token:
    """Return the caption as an inline token that knows its place in the file."""
    title = str(image.attrGet("title"))
    # a title may have lost backslashes; then the place is that of its first character
    found = inline.content.find(title)
    line, column = inline.meta[STARTS].find(max(found, 0))
    starts = Starts()
    offset = 0
    for number, text in enumerate(title.split("\n")):
        starts.add(offset, line + number, column if number == 0 else 0)
        offset += len(text) + 1
    caption = state.md.parseInline(title, state.env)[0]
    caption.meta[STARTS] = starts
    return caption
