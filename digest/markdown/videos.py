"""A video: its address, alone in a paragraph. It becomes a link in the place of a picture.

Nothing is loaded from where the video is, until a reader goes there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.token import Token

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

VIDEO = "video"
"""The type of the token in place of the address, whose `info` is the name of the site."""
WATCH = "Watch on {site}"
"""What the link says, where the theme has no word `watch`."""
_SITES = {
    "YouTube": r"(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com/"
    r"(?:watch\?(?:\S*&)?v=|shorts/|live/|embed/)[\w-]{6,}\S*|youtu\.be/[\w-]{6,}\S*",
    "Vimeo": r"(?:www\.|player\.)?vimeo\.com/(?:\S+/)?\d{5,}\S*",
    "Dailymotion": r"(?:www\.)?dailymotion\.com/video/\w+\S*|dai\.ly/\w+",
    "Bilibili": r"(?:(?:www|m)\.)?bilibili\.com/video/\w+\S*",
    # there are many sites of it, and each has a name of its own
    "": r"(?P<host>[\w.-]+)/(?:w/[A-Za-z0-9]{20,24}|videos/watch/[0-9a-f-]{36})(?:\?\S*)?",
}
_ADDRESSES = {
    name: lazy_regex(rf"(?:https?://)?(?:{one})", re.IGNORECASE) for name, one in _SITES.items()
}
_BLANK = frozenset({"text", "softbreak"})


def video_plugin(parser: MarkdownIt) -> None:
    """Add the rule, which runs when inline text has been parsed."""
    parser.core.ruler.after("inline", "videos", _rule)


def _rule(state: StateCore) -> None:
    if not _may_be_address(state.src):
        return
    for paragraph, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if paragraph.type != "paragraph_open" or paragraph.hidden:
            continue
        if not _may_be_address(inline.content):
            continue
        children = [
            one for one in inline.children or () if one.type not in _BLANK or one.content.strip()
        ]
        if [one.type for one in children] != ["link_open", "text_special", "link_close"]:
            continue
        address = children[1].content
        site = _site_of(address) if children[0].info == "auto" else ""
        if site:
            paragraph.meta[VIDEO] = True
            inline.children = [
                children[0],
                Token(VIDEO, "", 0, content=address, info=site),
                children[2],
            ]


def _may_be_address(text: str) -> bool:
    return "://" in text or "www." in text


def _site_of(address: str) -> str:
    """Return the name of the site that a video is on; empty where the address is of none."""
    for name, pattern in _ADDRESSES.items():
        found = pattern.fullmatch(address)
        if found:
            return name or found["host"]
    return ""
