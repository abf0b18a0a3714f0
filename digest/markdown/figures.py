"""Figures: an image alone in its paragraph, whose title becomes the caption; and rows of them.

Images that have a paragraph to themselves stand side by side, as in pandoc-crossref. Tools that
know no rows show the images one behind the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.markdown.places import END, OFFSET, STARTS, Starts, starts_of_title

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

CAPTION = "figure_caption"
"""The key in the meta of an image's token: the token of its caption."""
ROW = "figure_row"
"""The key in the meta of an image's token: the sources of all that stand in its row."""
_MOST_IN_ROW = 6
"""More would be too small to be read; they are images in a line, as signs of a project are."""


def figure_plugin(parser: MarkdownIt) -> None:
    """Add the rule, which runs when inline text has been parsed."""
    parser.core.ruler.after("inline", "figures", _rule)


def _rule(state: StateCore) -> None:
    if state.inlineMode or "![" not in state.src:
        return
    tokens = state.tokens
    defined = _Definitions(state)
    for index in range(1, len(tokens) - 1):
        inline = tokens[index]
        images = _images_alone(inline) if tokens[index - 1].type == "paragraph_open" else []
        if 1 < len(images) <= _MOST_IN_ROW:
            kind, tag = "figures", "div"
            inline.children = images
            for image in images:
                image.meta[ROW] = [str(one.attrGet("src")) for one in images]
        elif len(images) == 1 and images[0].attrGet("title"):
            kind, tag = "figure", "figure"
        else:
            continue
        for paragraph in (tokens[index - 1], tokens[index + 1]):
            paragraph.type = paragraph.type.replace("paragraph", kind)
            paragraph.tag = tag
            paragraph.hidden = False
        for image in filter(lambda one: one.attrGet("title"), images):
            caption = state.md.parseInline(str(image.attrGet("title")), state.env)[0]
            caption.meta[STARTS] = _find_title(inline, image, defined)
            image.meta[CAPTION] = caption


def _images_alone(inline: Token) -> list[Token]:
    """Return the images of a paragraph, where it has nothing else."""
    children = [
        child
        for child in inline.children or ()
        if child.type != "softbreak" and (child.type != "text" or child.content.strip())
    ]
    return children if all(child.type == "image" for child in children) else []


def _find_title(inline: Token, image: Token, defined: _Definitions) -> Starts:
    """Return where the characters of an image's title stand in the file."""
    title, source = str(image.attrGet("title")), str(image.attrGet("src"))
    start, end = image.meta[OFFSET], image.meta[END]
    if inline.content[start:end].endswith(")"):
        return starts_of_title(title, inline.content[start:end], inline.meta[STARTS], start)
    # `![…][label]`: the title stands with the label's definition
    return defined.find(title, source) or starts_of_title(title, title, inline.meta[STARTS], 0)


class _Definitions:
    """The definitions of labels in a text, by what they define."""

    def __init__(self, state: StateCore) -> None:
        known = state.env.get("references", {}).values()
        # of several that say the same, the first
        self.maps = {(one["title"], one["href"]): one["map"] for one in reversed(list(known))}
        self.lines = state.src.split("\n") if self.maps else []

    def find(self, title: str, source: str) -> Starts | None:
        """Return where the characters of the title stand that is defined with a source."""
        if (title, source) not in self.maps:
            return None
        first, last = self.maps[title, source]
        starts, offset = Starts(), 0
        for number in range(first, last):
            starts.add(offset, number, 0)
            offset += len(self.lines[number]) + 1
        return starts_of_title(title, "\n".join(self.lines[first:last]), starts, 0)
