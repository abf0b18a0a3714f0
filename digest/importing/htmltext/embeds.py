"""What services put into posts as widgets, to what can be read: a link with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digest.basics.lazyregex import lazy_regex
from digest.importing.cleanaddresses import clean_link
from digest.importing.htmltext.nodes import classes_of, read_attributes, string, words_of_node
from digest.markdown.videopages import VIDEO_PAGES, find_video_page

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode


class Embed(NamedTuple):
    """What stands in the place of a widget: a paragraph, or within a line if `is_inline`."""

    words: str
    """Plain text; empty for the address alone, which digest shows as a video where it is one."""
    address: str = ""
    behind: str = ""
    """Further words, behind the link."""
    quote: str = ""
    """Words above it, which are somebody else's."""
    is_inline: bool = False


_SPOTIFY = lazy_regex(r"(?:https?:)?//open\.spotify\.com/embed(?:-podcast)?/(\w+/\w+)")
_BEHIND = ("caption", "description", "truncated_body_text")
"""What a widget shows behind the title."""
_GIST = lazy_regex(r"https://gist\.github\.com/[\w-]+/\w+")
_TWEET = frozenset({"tweet", "twitter-embed"})


def player_address(source: str) -> str:
    """Return the address of a page with what a frame plays, or of the frame itself."""
    if page := find_video_page(source):
        return page
    if found := _SPOTIFY.match(source):
        return f"https://open.spotify.com/{found[1]}"
    return clean_link(f"https:{source}" if source.startswith("//") else source)


def read_embed(node: LexborNode) -> Embed | None:
    """Return what an element is that shows something from elsewhere, if it is one."""
    tag = node.tag
    if tag in {"iframe", "embed", "object", "video", "audio", "amp-youtube"}:
        return _read_media(node)
    classes = classes_of(node)
    if "kg-bookmark-container" in classes:
        return _read_bookmark(node)
    if "file-embed-wrapper" in classes or "kg-file-card-container" in classes:
        return _read_file(node)
    values = read_attributes(node)
    if not values:
        return None
    if "mention-wrap" in classes:
        return Embed(string(values, "name"), is_inline=True)
    return _read_substack(classes, values, has_words=bool(words_of_node(node)))


def _read_substack(
    classes: frozenset[str], values: dict[str, object], *, has_words: bool
) -> Embed | None:
    video = string(values, "videoId")
    if video and "vimeo-wrap" in classes:
        return Embed("", VIDEO_PAGES["vimeo"].format(video))
    if video:
        return Embed("", VIDEO_PAGES["youtube"].format(video))
    if _TWEET & classes:
        return _read_tweet(values)
    if has_words or "gallery" in values:
        return None
    note = values.get("comment")
    if isinstance(note, dict):
        address = clean_link(string(values, "url", "canonical_url"))
        return Embed(string(note, "name"), address, quote=string(note, "body"))
    address = clean_link(string(values, "url", "canonical_url", "targetUrl", "href"))
    if number := string(values, "instagram_id"):
        address = f"https://www.instagram.com/p/{number}/"
    elif found := _GIST.search(string(values, "innerHTML")):
        address = found[0]
    title = string(values, "title", "text", "name", "filename")
    if not address.startswith(("https://", "http://")):
        address = ""
    body = " ".join(filter(None, (string(values, one) for one in _BEHIND)))
    return Embed(title, address, body) if title or address else None


def _read_tweet(values: dict[str, object]) -> Embed:
    who = string(values, "name")
    account = string(values, "username")
    words = f"{who} (@{account})" if who and account else who or account or "X"
    return Embed(words, clean_link(string(values, "url")), quote=string(values, "full_text"))


def _read_media(node: LexborNode) -> Embed | None:
    attributes = node.attributes
    source = attributes.get("src") or attributes.get("data-src") or attributes.get("data") or ""
    if not source and (inner := node.css_first("source[src]")) is not None:
        source = inner.attributes.get("src") or ""
    if not source and (video := attributes.get("data-videoid")):
        source = f"https://www.youtube.com/embed/{video}"
    address = player_address(source)
    if not address.startswith(("https://", "http://", "/")):
        # a file beside the post; any other scheme leads nowhere
        is_file = address and ":" not in address
        return (
            Embed(attributes.get("title") or address.rpartition("/")[2], address)
            if is_file
            else None
        )
    is_known = any(page.format("") in address for page in VIDEO_PAGES.values())
    title = (attributes.get("title") or attributes.get("aria-label") or "").strip()
    values = read_attributes(node)
    title, address = string(values, "title") or title, string(values, "url") or address
    return Embed("" if is_known else title, address)


def _read_bookmark(node: LexborNode) -> Embed | None:
    def words(name: str) -> str:
        found = node.css_first(name)
        return words_of_node(found) if found is not None else ""

    address = clean_link(node.attributes.get("href") or "")
    more = [words(".kg-bookmark-author"), words(".kg-bookmark-publisher")]
    behind = " ".join(
        filter(None, (words(".kg-bookmark-description"), " · ".join(filter(None, more))))
    )
    return Embed(words(".kg-bookmark-title"), address, behind)


def _read_file(node: LexborNode) -> Embed | None:
    link = node if node.tag == "a" else node.css_first("a[href]")
    if link is None:
        return None
    address = clean_link(link.attributes.get("href") or "")
    words = words_of_node(node)
    while words.endswith("Download"):
        # there is one for each width of the page
        words = words.removesuffix("Download").strip()
    return Embed(words or "Download", address)
