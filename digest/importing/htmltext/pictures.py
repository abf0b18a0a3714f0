"""Pictures of HTML: where they are, what they show, and what stands below them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digest.importing.cleanaddresses import clean_picture
from digest.importing.htmltext.inline import write_address
from digest.importing.htmltext.nodes import classes_of, read_attributes, string, words_of_node

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from selectolax.lexbor import LexborNode

_EMOJI = frozenset({"emoji", "wp-smiley", "smiley", "emoji-image", "gmail_emoji"})
_CAPTIONS = frozenset({
    *("image-caption", "wp-caption-text", "imageCaption", "gallery-caption", "wp-element-caption"),
    *("blocks-gallery-caption", "image_caption"),
})  # fmt: skip
_LAZY = ("data-src", "data-lazy-src", "data-original", "data-orig-file", "data-srcset", "srcset")


class Picture(NamedTuple):
    """A picture within a post."""

    address: str
    shows: str
    """What is said in its place, plain text."""


def read_picture(node: LexborNode) -> Picture | str | None:
    """Return an image, the sign that it is a picture of, or None where it has no address.

    An address that begins with `data:` is the picture itself.
    """
    attributes = node.attributes
    shows = " ".join((attributes.get("alt") or "").split())
    if shows and _EMOJI & classes_of(node):
        return shows
    source = string(read_attributes(node), "src", "href") or (attributes.get("src") or "").strip()
    if not source or source.startswith("data:"):
        lazy = (attributes.get(name) or "" for name in _LAZY)
        source = next((one.split()[0] for one in lazy if one.strip()), source)
    if not source:
        return None
    address = source if source.startswith("data:") else clean_picture(source)
    return Picture(address, shows)


def is_caption(node: LexborNode) -> bool:
    """Tell whether an element is the caption of the picture beside it."""
    return node.tag == "figcaption" or bool(_CAPTIONS & classes_of(node))


def list_gallery(node: LexborNode) -> Iterator[Picture]:
    """List the pictures that Substack names in a gallery's attributes alone."""
    images = _gallery(node).get("images")
    for one in images if isinstance(images, list) else ():
        if isinstance(one, dict) and (source := string(one, "src")):
            yield Picture(clean_picture(source), string(one, "alt", "caption"))


def gallery_caption(node: LexborNode) -> str:
    """Return what such a gallery has below it."""
    return string(_gallery(node), "caption")


def _gallery(node: LexborNode) -> dict[str, object]:
    found = read_attributes(node).get("gallery")
    return found if isinstance(found, dict) else {}


def write_picture(picture: Picture, shows: str, caption: str) -> str:
    """Return an image as Markdown. What it shows and its caption are Markdown without line ends."""
    title = caption.replace("\\", "\\\\").replace('"', '\\"')
    behind = f' "{title}"' if title else ""
    return f"![{shows}]({write_address(picture.address)}{behind})"


def is_alone(node: LexborNode, captions: Sequence[LexborNode] = ()) -> bool:
    """Tell whether an element with a picture has nothing else, but captions."""
    if node.css_first("pre, table table, iframe, blockquote, video, audio") is not None:
        return False
    unseen = (*captions, *node.css("noscript, svg"))
    spoken = sum(len(words_of_node(one).split()) for one in unseen)
    return len(words_of_node(node).split()) <= spoken
