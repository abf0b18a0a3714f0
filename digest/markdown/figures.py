"""Figures: an image alone in its paragraph, whose title becomes the caption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.markdown.places import END, OFFSET, STARTS, Starts, starts_of_title

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
    caption = state.md.parseInline(title, state.env)[0]
    caption.meta[STARTS] = _find_title(state, title, inline, image)
    return caption


def _find_title(state: StateCore, title: str, inline: Token, image: Token) -> Starts:
    start, end = image.meta[OFFSET], image.meta[END]
    if inline.content[start:end].endswith(")"):
        return starts_of_title(title, inline.content[start:end], inline.meta[STARTS], start)
    # `![…][label]`: the title stands with the label's definition
    lines = state.src.split("\n")
    for definition in state.env.get("references", {}).values():
        if definition["title"] == title and definition["href"] == image.attrGet("src"):
            first, last = definition["map"]
            starts, offset = Starts(), 0
            for number in range(first, last):
                starts.add(offset, number, 0)
                offset += len(lines[number]) + 1
            return starts_of_title(title, "\n".join(lines[first:last]), starts, 0)
    return starts_of_title(title, title, inline.meta[STARTS], 0)
