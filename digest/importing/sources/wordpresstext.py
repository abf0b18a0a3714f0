"""WordPress's text to HTML: shared blocks, shortcodes, paragraphs parted by empty lines alone."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from digest.basics.lazyregex import lazy_regex
from digest.importing.sources.fields import parse_json
from digest.markdown.videopages import VIDEO_PAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_CAPTION = lazy_regex(
    r"\[(?:wp_)?caption(?P<attributes>[^\]]*)\](?P<inner>.*?)\[/(?:wp_)?caption\]",
    re.DOTALL | re.IGNORECASE,
)
_IMAGE = lazy_regex(r"\s*(?P<image>(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)", re.IGNORECASE)
_ENCLOSING = lazy_regex(
    r"\[(?P<name>embed|code|sourcecode|source|latex|quote|youtube|vimeo|pullquote|php|python|bash"
    r"|html|css|js|java|cpp|ruby|sql|xml)(?P<attributes>(?:[\s=][^\]]*)?)\]"
    r"(?P<inner>.*?)\[/(?P=name)\]",
    re.DOTALL | re.IGNORECASE,
)
_LONE = lazy_regex(
    r"(?<!\[)\[(?P<name>[A-Za-z][\w-]{2,40})(?P<attributes>(?:[\s=][^\[\]]{0,1000})?)\](?!\()"
)
_CLOSING = lazy_regex(r"(?<!\[)\[/(?P<name>[A-Za-z][\w-]{2,40})\]")
_LONE_BLOCK = lazy_regex(
    r"<!--\s+wp:(?P<name>[a-z][\w/-]*)\s+(?:(?P<attributes>\{.*?\})\s+)?/-->", re.DOTALL
)
"""A block without HTML of its own: WordPress fills it in when a page is asked for."""
_MOST_FILLED = 1 << 20
"""Characters of blocks that posts share, in one post."""
_ATTRIBUTE = lazy_regex(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\]]+))")
_ADDRESS = lazy_regex(r"https?://[^\s\]\"'<>]+")
_KNOWN = frozenset({
    *("gallery", "audio", "video", "playlist", "youtube", "vimeo", "embed", "caption", "toc"),
    *("contact-form", "contact-form-7", "contact-field", "mc4wp_form", "newsletter", "subscribe"),
    *("jetpack_subscription_form", "sharing", "polldaddy", "poll", "gravityform", "ninja_form"),
    *("wpforms", "recent_posts", "archives", "tweet", "twitter", "soundcloud", "slideshare"),
    *("googlemaps", "blip", "wpvideo", "footnotes", "easy-footnotes", "table"),
})  # fmt: skip
_ESCAPED = lazy_regex(r"\[(\[[A-Za-z/][^\[\]]*\])\]")
_KEPT = lazy_regex(
    r"(<(pre|script|style|textarea|svg|math)\b.*?</\2\s*>)", re.DOTALL | re.IGNORECASE
)
_BLOCK = (
    "address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer"
    "|form|h[1-6]|header|hr|iframe|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th"
    "|thead|tr|ul|video"
)
_AROUND = lazy_regex(rf"\s*(</?(?:{_BLOCK})\b[^>]*>)\s*", re.IGNORECASE)
_BEGINS = lazy_regex(rf"</?(?:{_BLOCK})\b", re.IGNORECASE)
_EMPTY = lazy_regex(r"\n[ \t]*\n\s*")


class Attachment(NamedTuple):
    """A file of the library."""

    address: str
    caption: str
    parent: str


class Expanded(NamedTuple):
    """HTML without shortcodes, and those that stand for nothing."""

    html: str
    left: tuple[str, ...]


def fill_blocks(text: str, reused: Mapping[str, str]) -> Expanded:
    """Return a post's text with the blocks that it shares with others, by their ids, filled in."""
    left: list[str] = []
    filled = 0

    def fill(found: re.Match[str]) -> str:
        nonlocal filled
        name, values = found["name"], parse_json(found["attributes"] or "")
        if name == "footnotes":
            # they are read from where WordPress keeps them
            return found[0]
        number = str(values.get("ref", "")) if isinstance(values, dict) else ""
        inner = reused.get(number, "") if name == "block" else ""
        filled += len(inner)
        if inner and filled <= _MOST_FILLED:
            return inner
        left.append(f"the block '{name}'" + f" {number}" * bool(number))
        return ""

    parts = _LONE_BLOCK.sub(fill, text)
    # what such a block has of others is not filled in, or some would never end
    reused = {}
    return Expanded(_LONE_BLOCK.sub(fill, parts), tuple(left))


def expand(text: str, attachments: Mapping[str, Attachment], post: str) -> Expanded:
    """Return a post's text with HTML in place of shortcodes; `post` is the post's id."""
    left: list[str] = []
    closed = {found["name"].lower() for found in _CLOSING.finditer(text)}

    def lone(found: re.Match[str]) -> str:
        name = found["name"].lower()
        if name not in _KNOWN | closed and not _attributes(found["attributes"]):
            # a word in brackets
            return found[0]
        made = _expand_lone(found, attachments, post, left)
        # the words that it encloses stay, and apart from those before them
        return made or (" " if name in closed else "")

    def outside(html: str) -> str:
        html = _CAPTION.sub(_write_caption, html)
        html = _ENCLOSING.sub(_write_enclosing, html)
        html = _each_outside(html, lambda part: _CLOSING.sub("", _LONE.sub(lone, part)))
        return _ESCAPED.sub(r"\1", html)

    return Expanded(_each_outside(text, outside), tuple(dict.fromkeys(left)))


def _each_outside(text: str, change: Callable[[str], str]) -> str:
    """Change what is outside of code and the like."""
    parts = _KEPT.split(text)
    # the pattern has two groups: what is kept, and its name
    return "".join(
        change(part) if index % 3 == 0 else part
        for index, part in enumerate(parts)
        if index % 3 != 2  # noqa: PLR2004 -- as said
    )


def _attributes(typed: str) -> dict[str, str]:
    return {
        found[1].lower(): found[2] or found[3] or found[4] or ""
        for found in _ATTRIBUTE.finditer(typed)
    }


def _write_caption(found: re.Match[str]) -> str:
    inner = found["inner"]
    image = _IMAGE.match(inner)
    typed = _attributes(found["attributes"]).get("caption", "")
    if image is None:
        return f"<p>{inner} {typed}</p>"
    caption = inner[image.end() :].strip() or typed
    return f"<figure>{image['image']}<figcaption>{caption}</figcaption></figure>"


def _write_enclosing(found: re.Match[str]) -> str:
    name, inner = found["name"].lower(), found["inner"]
    if name in {"embed", "youtube", "vimeo"}:
        return f"<p>{inner.strip()}</p>"
    if name == "latex":
        return f"\\({inner.strip()}\\)"
    if name in {"quote", "pullquote"}:
        return f"<blockquote>{inner}</blockquote>"
    attributes = _attributes(found["attributes"])
    language = attributes.get("language", attributes.get("lang", ""))
    language = language or ("" if name in {"code", "sourcecode", "source"} else name)
    code = inner.strip("\n").replace("<br />", "").replace("<", "&lt;").replace(">", "&gt;")
    return f'<pre><code class="language-{escape(language)}">{code}</code></pre>'


def _expand_lone(
    found: re.Match[str], attachments: Mapping[str, Attachment], post: str, left: list[str]
) -> str:
    name, attributes = found["name"].lower(), _attributes(found["attributes"])
    if name == "gallery":
        ids = re.findall(r"\d+", attributes.get("ids", attributes.get("include", "")))
        shown = [attachments[one] for one in ids if one in attachments]
        shown = shown or [one for one in attachments.values() if one.parent == post and not ids]
        return "".join(map(_write_attachment, shown))
    address = _ADDRESS.search(found[0])
    if name == "vimeo" and address is None and (number := re.search(r"\d{5,}", found[0])):
        return f"<p>{VIDEO_PAGES[name].format(number[0])}</p>"
    if address is not None and name not in {"contact-form-7", "newsletter"}:
        # alone, it is shown as a video where it is one
        return f"\n\n<p>{escape(address[0])}</p>\n\n"
    left.append(found[0])
    return ""


def _write_attachment(one: Attachment) -> str:
    caption = f"<figcaption>{one.caption}</figcaption>" if one.caption else ""
    return f'<figure><img src="{escape(one.address)}">{caption}</figure>'


def part_paragraphs(text: str) -> str:
    """Return the text of WordPress's older editor with its paragraphs and line ends as HTML."""
    return _each_outside(text.replace("\r\n", "\n"), _part)


def _part(text: str) -> str:
    parts = _EMPTY.split(_AROUND.sub(r"\n\n\1\n\n", text))
    written = []
    for part in filter(None, (one.strip() for one in parts)):
        if _BEGINS.match(part):
            written.append(part)
        else:
            written.append(f"<p>{part.replace(chr(10), '<br>')}</p>")
    return "\n".join(written)
