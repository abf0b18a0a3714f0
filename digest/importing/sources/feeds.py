"""A feed: Atom (RFC 4287), RSS 2.0 and 1.0, or JSON Feed 1.1.

Many feeds have only the newest posts, and some only how these begin; both is said.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from digest.basics import xmltree
from digest.basics.lazyregex import lazy_regex
from digest.importing.cleanaddresses import clean_link
from digest.importing.dates import read_day
from digest.importing.htmltext import make_markdown
from digest.importing.plaintext import plain_html
from digest.importing.post import Archive, LeftOut, Place, Post
from digest.importing.sources.fields import (
    dicts_of,
    names_of,
    parse_json,
    site_of,
    string_of,
    words_of_slug,
)
from digest.importing.sources.source import Source

if TYPE_CHECKING:
    from digest.basics.xmltree import Element
    from digest.importing.files import Files
    from digest.importing.sources.source import Options

_XML = lazy_regex(r"<(?:\w+:)?(?:rss|feed|RDF)[\s>]")
_BLOCKS = lazy_regex(r"(?i)<(?:p|div|h[1-6]|ul|ol|table|blockquote|figure|br)\b")
_ENDINGS = (".xml", ".rss", ".atom", ".rdf", ".json")
_SUMMARY = "the feed has only how it begins"


def matches(files: Files) -> bool:
    """Tell whether what was given is a feed, or a few of them."""
    named = [name for name in files.names if name.lower().endswith(_ENDINGS)]
    few = files.names if len(files.names) == 1 else named if named == list(files.names) else []
    return bool(few) and all(_is_feed(files, name) for name in few)


def _is_feed(files: Files, name: str) -> bool:
    beginning = files.read_beginning(name, 16384)
    is_json = beginning.lstrip().startswith("{") and "jsonfeed.org" in beginning
    return is_json or _XML.search(beginning) is not None


def read(files: Files, options: Options) -> Archive:
    """Read each feed."""
    posts: dict[str, Post] = {}
    left_out: list[LeftOut] = []
    about: dict[str, str] = {}
    for name in files.names:
        data = files.read(name)
        if isinstance(data, LeftOut):
            left_out.append(data)
            continue
        is_json = files.read_beginning(name, 64).lstrip().startswith("{")
        found = _read_json(files, name) if is_json else _read_xml(data, name)
        if isinstance(found, str):
            left_out.append(LeftOut(name, found, Place(name)))
            continue
        feed, made = found
        about = feed | about
        posts |= {one.address or one.place.path: one for one in made}
    return Archive(
        "feed",
        tuple(posts.values()),
        title=plain_html(about.get("title", "")),
        tagline=plain_html(about.get("tagline", "")),
        url=options.url or about.get("url", ""),
        lang=about.get("lang", ""),
        left_out=tuple(left_out),
    )


_Read = tuple[dict[str, str], list[Post]]


def _read_xml(data: bytes, name: str) -> _Read | str:
    root = xmltree.parse_xml(data)
    if isinstance(root, str):
        return root
    if xmltree.local(root) == "feed":
        lang = root.get("{http://www.w3.org/XML/1998/namespace}lang", "")
        about = {
            "title": xmltree.text(root, "title"),
            "tagline": xmltree.text(root, "subtitle"),
            "url": _atom_link(root),
            "lang": lang,
        }
        return about, [_atom_post(name, one) for one in xmltree.find_all(root, "entry")]
    channel = next(xmltree.find_all(root, "channel"), root)
    about = {
        "title": xmltree.text(channel, "title"),
        "tagline": xmltree.text(channel, "description"),
        "url": xmltree.text(channel, "link"),
        "lang": xmltree.text(channel, "language"),
    }
    # RSS 1.0 has its items beside the channel
    items = [*xmltree.find_all(channel, "item"), *xmltree.find_all(root, "item")]
    return about, [_rss_post(name, one) for one in items]


def _atom_link(node: Element) -> str:
    links = [one for one in xmltree.find_all(node, "link") if one.get("href")]
    chosen = next((one for one in links if one.get("rel", "alternate") == "alternate"), None)
    if chosen is None:
        return ""
    address = str(chosen.get("href"))
    with suppress(ValueError):
        address = urljoin(xmltree.base_of(chosen), address)
    return clean_link(address)


def _atom_text(node: Element, name: str) -> str:
    """Return a text of Atom as HTML."""
    for one in xmltree.find_all(node, name):
        kind = one.get("type", "text")
        if kind == "xhtml":
            return xmltree.inner_xml(one)
        content = "".join(one.itertext())
        if content.strip():
            return content if "html" in kind else content.replace("&", "&amp;").replace("<", "&lt;")
    return ""


def _atom_post(name: str, entry: Element) -> Post:
    address = _atom_link(entry)
    content, summary = _atom_text(entry, "content"), _atom_text(entry, "summary")
    days = (read_day(xmltree.text(entry, one)) for one in ("published", "issued", "updated"))
    authors = (xmltree.text(one, "name") for one in xmltree.find_all(entry, "author"))
    tags = (
        one.get("label") or one.get("term") or "" for one in xmltree.find_all(entry, "category")
    )
    return _make_post(
        name,
        plain_html(_atom_text(entry, "title")),
        content,
        summary,
        Post(
            Place(name),
            "",
            "",
            next(filter(None, days), None),
            read_day(xmltree.text(entry, "updated")),
            address,
            authors=names_of(authors),
            tags=tuple(filter(None, map(plain_html, tags))),
        ),
        xmltree.base_of(next(xmltree.find_all(entry, "content"), entry)) or address,
    )


def _rss_post(name: str, item: Element) -> Post:
    guid = next(xmltree.find_all(item, "guid"), None)
    lasting = "".join(guid.itertext()).strip() if guid is not None else ""
    is_link = guid is not None and guid.get("isPermaLink", "true") != "false"
    address = xmltree.text(item, "link") or (lasting if is_link and site_of(lasting) else "")
    authors = (xmltree.text(item, one) for one in ("creator", "author"))
    days = (read_day(xmltree.text(item, one)) for one in ("pubDate", "date", "issued", "published"))
    tags = (plain_html("".join(one.itertext())) for one in xmltree.find_all(item, "category"))
    description = xmltree.text(item, "description", "summary")
    content = xmltree.text(item, "encoded", "content")
    if not content and _BLOCKS.search(description):
        content, description = description, ""
    return _make_post(
        name,
        plain_html(xmltree.text(item, "title")),
        content,
        description,
        Post(
            Place(name),
            "",
            "",
            next(filter(None, days), None),
            address=clean_link(address),
            authors=names_of(authors),
            tags=tuple(dict.fromkeys(filter(None, tags))),
        ),
        address,
    )


def _read_json(files: Files, name: str) -> _Read | str:
    text = files.read_text(name)
    found = parse_json(text) if isinstance(text, str) else None
    items = found.get("items") if isinstance(found, dict) else None
    if not isinstance(found, dict) or not isinstance(items, list):
        return "it is not JSON, or has no 'items'"
    about = {
        "title": string_of(found, "title"),
        "tagline": string_of(found, "description"),
        "url": string_of(found, "home_page_url"),
        "lang": string_of(found, "language"),
    }
    return about, [_json_post(name, one) for one in items if isinstance(one, dict)]


def _json_post(name: str, item: dict[str, Any]) -> Post:
    address = string_of(item, "url", "external_url")
    typed = string_of(item, "content_text")
    html = string_of(item, "content_html")
    if typed and not html:
        escaped = typed.replace("&", "&amp;").replace("<", "&lt;")
        html = "".join(f"<p>{part}</p>" for part in escaped.replace("\n\n", "\0").split("\0"))
    people = item.get("authors") or [item.get("author")]
    authors = (string_of(one, "name") for one in dicts_of(people))
    tags = item.get("tags") or ()
    return _make_post(
        name,
        plain_html(string_of(item, "title")),
        html,
        string_of(item, "summary"),
        Post(
            Place(name),
            "",
            "",
            read_day(string_of(item, "date_published")),
            read_day(string_of(item, "date_modified")),
            clean_link(address),
            authors=names_of(authors),
            tags=tuple(plain_html(one) for one in tags if isinstance(one, str)),
            lang=string_of(item, "language"),
        ),
        address,
    )


def _make_post(name: str, title: str, content: str, summary: str, known: Post, base: str) -> Post:
    """Complete a post: its text, or what the feed has of it."""
    from msgspec.structs import replace  # noqa: PLC0415 -- beside its only use

    slug = known.address.rstrip("/").rpartition("/")[2].partition("?")[0]
    place = Place(f"{name}#{slug or title}")
    made = make_markdown(content or summary, place, base)
    begins = (LeftOut("the rest of the text", _SUMMARY, place),) if not content else ()
    return replace(
        known,
        place=place,
        title=title or words_of_slug(slug),
        text=made.text,
        description=plain_html(summary) if content and len(summary) < _LONGEST_SUMMARY else "",
        left_out=(*begins, *made.left_out),
    )


_LONGEST_SUMMARY = 1000
FEED = Source("feed", "a feed", matches, read)
