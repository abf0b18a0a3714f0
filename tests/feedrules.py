"""Feeds judged by the rules of their forms, and their content by what a feed reader can show.

Each check returns what is wrong, in words; nothing where all is right.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

import jsonschema
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMAS = Path(__file__).parent / "schemas"
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
DC = "{http://purl.org/dc/elements/1.1/}"


class Item(NamedTuple):
    """An item of a feed, whatever its form."""

    id: str
    url: str
    title: str
    summary: str
    html: str
    published: dt.datetime
    updated: dt.datetime | None
    """None in RSS, which does not tell."""
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    addresses: tuple[str, ...]
    """All that the item names outside of its content, its id aside."""


class Feed(NamedTuple):
    """A feed, whatever its form."""

    id: str
    """Empty where the form has none."""
    url: str
    page: str
    title: str
    items: tuple[Item, ...]


def read_feed(data: bytes) -> Feed:
    """Read a feed of any of the three forms."""
    if data.startswith(b"{"):
        return _read_json(json.loads(data))
    root = etree.fromstring(data)
    return _read_rss(root) if root.tag == "rss" else _read_atom(root)


def check_feed(data: bytes) -> list[str]:
    """Return what the rules of a feed's form, and ours of its content, have against it."""
    if data.startswith(b"{"):
        found = check_json(data)
    else:
        found = (check_rss if etree.fromstring(data).tag == "rss" else check_atom)(data)
    if found:
        # it may be so wrong that it cannot be read
        return found
    feed = read_feed(data)
    found = [f"two items are {item.id}" for item in feed.items if _ids(feed).count(item.id) > 1]
    return found + [f"{item.id}: {fault}" for item in feed.items for fault in check_html(item.html)]


def _ids(feed: Feed) -> list[str]:
    return [item.id for item in feed.items]


# --- Atom: RFC 4287 ---


def check_atom(data: bytes) -> list[str]:
    """Check a feed by the grammar of RFC 4287 and by its rules that no grammar says."""
    root = etree.fromstring(data)
    schema = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
    found = [] if schema.validate(root) else [str(error) for error in schema.error_log]
    entries = root.findall(f"{ATOM}entry")
    if root.find(f"{ATOM}author") is None and any(e.find(f"{ATOM}author") is None for e in entries):
        found.append("4.1.1: the feed or each of its entries has an author")
    if not root.findall(f"{ATOM}link[@rel='self']"):
        found.append("4.1.1: a feed should have a link to itself")
    for part in (root, *entries):
        id_ = part.findtext(f"{ATOM}id", "")
        found += [f"{id_}: {fault}" for fault in _check_atom_part(part, id_)]
    return found


def _check_atom_part(part: etree._Element, id_: str) -> Iterator[str]:
    links = part.findall(f"{ATOM}link")
    alternates = [
        (link.get("type"), link.get("hreflang"))
        for link in links
        if link.get("rel", "alternate") == "alternate"
    ]
    if len(alternates) != len(set(alternates)):
        yield "4.1.1 and 4.1.2: two alternates have one type and language"
    content = part.find(f"{ATOM}content")
    if part.tag == f"{ATOM}entry" and content is None and not alternates:
        yield "4.1.2: an entry without content has an alternate"
    if content is not None and content.get("src") and part.find(f"{ATOM}summary") is None:
        yield "4.1.2: content that is elsewhere is summed up"
    if not urlsplit(id_).scheme:
        yield "4.2.6: an id is an IRI, and no relative reference"
    for date in part.iter(f"{ATOM}updated", f"{ATOM}published"):
        if not re.fullmatch(
            r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", date.text or ""
        ):
            yield f"3.3: '{date.text}' is no date-time of RFC 3339"
    for person in part.iter(f"{ATOM}name"):
        if not (person.text or "").strip():
            yield "3.2.1: a person has a name"


def _read_atom(root: etree._Element) -> Feed:
    return Feed(
        root.findtext(f"{ATOM}id", ""),
        root.find(f"{ATOM}link[@rel='self']").get("href"),
        root.find(f"{ATOM}link[@rel='alternate']").get("href"),
        root.findtext(f"{ATOM}title", ""),
        tuple(
            Item(
                entry.findtext(f"{ATOM}id", ""),
                entry.find(f"{ATOM}link[@rel='alternate']").get("href"),
                entry.findtext(f"{ATOM}title", ""),
                entry.findtext(f"{ATOM}summary", ""),
                entry.findtext(f"{ATOM}content", ""),
                dt.datetime.fromisoformat(entry.findtext(f"{ATOM}published", "")),
                dt.datetime.fromisoformat(entry.findtext(f"{ATOM}updated", "")),
                tuple(name.text or "" for name in entry.iter(f"{ATOM}name")),
                tuple(tag.get("term") for tag in entry.iter(f"{ATOM}category")),
                tuple(link.get("href") for link in entry.iter(f"{ATOM}link"))
                + tuple(uri.text or "" for uri in entry.iter(f"{ATOM}uri")),
            )
            for entry in root.iter(f"{ATOM}entry")
        ),
    )


# --- RSS 2.0: the RSS Advisory Board's specification and its Best Practices Profile ---

_CHANNEL = {
    *("title", "link", "description", "language", "copyright", "managingEditor", "webMaster"),
    *("pubDate", "lastBuildDate", "category", "generator", "docs", "cloud", "ttl", "image"),
    *("rating", "textInput", "skipHours", "skipDays", "item"),
}
_ITEM = {
    *("title", "link", "description", "author", "category", "comments", "enclosure", "guid"),
    *("pubDate", "source"),
}
_SEVERAL = {"item", "category", f"{DC}creator", f"{ATOM}link"}
_RFC822 = (
    r"((Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d\d "
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d(:\d\d)? ([+-]\d{4}|GMT|UT)"
)


def check_rss(data: bytes) -> list[str]:
    """Check a feed by the specification's rules and the profile's, each told by its section."""
    root = etree.fromstring(data)
    channels = root.findall("channel")
    if root.tag != "rss" or root.get("version") != "2.0" or len(channels) != 1 or len(root) != 1:
        return ["specification: the document is an rss of version 2.0 with one channel"]
    (channel,) = channels
    found = [
        f"specification, required channel elements: {name}"
        for name in ("title", "link", "description")
        if not channel.findtext(name, "").strip()
    ]
    found += _check_names(channel, _CHANNEL)
    self_links = [link for link in channel.findall(f"{ATOM}link") if link.get("rel") == "self"]
    if [link.get("type") for link in self_links] != ["application/rss+xml"]:
        found.append("profile, atom:link: a channel names its own address")
    if not re.fullmatch("[A-Za-z]{2,3}(-[A-Za-z0-9]+)*", channel.findtext("language", "en")):
        found.append("specification, language: a code of RFC 1766")
    for item in channel.findall("item"):
        found += [f"{item.findtext('guid')}: {fault}" for fault in _check_rss_item(item)]
    for date in root.iter("pubDate", "lastBuildDate"):
        if not re.fullmatch(_RFC822, date.text or ""):
            found.append(f"profile, dates: RFC 822 with a year of four digits: {date.text}")
        elif parsedate_to_datetime(date.text).strftime("%a") != date.text[:3]:
            found.append(f"specification, dates: another day of the week: {date.text}")
    for link in root.iter("link"):
        if urlsplit(link.text or "").scheme not in {"http", "https"}:
            found.append(f"specification, links: begins with a scheme: {link.text}")
    return found


def _check_names(element: etree._Element, known: set[str]) -> Iterator[str]:
    names = [child.tag for child in element]
    for name in sorted(set(names)):
        if not name.startswith("{") and name not in known:
            yield f"specification, extending RSS: {name} is in a namespace or not at all"
        if names.count(name) > 1 and name not in _SEVERAL:
            yield f"specification: {name} stands there twice"


def _check_rss_item(item: etree._Element) -> Iterator[str]:
    yield from _check_names(item, _ITEM)
    names = [child.tag for child in item]
    if not {"title", "description"} & set(names):
        yield "specification, elements of an item: a title or a description"
    guid = item.find("guid")
    if guid is None or not (guid.text or "").strip():
        yield "profile, guid: an item should have one"
    elif guid.get("isPermaLink", "true") == "true" and not urlsplit(guid.text).netloc:
        yield "specification, guid: a permalink is an address"
    encoded = f"{CONTENT}encoded"
    if encoded in names and "description" not in names[: names.index(encoded)]:
        yield "profile, content:encoded: it follows a description"
    author = item.findtext("author")
    if author is not None and "@" not in author:
        yield "specification, author: an address for mail"


def _read_rss(root: etree._Element) -> Feed:
    channel = root[0]
    return Feed(
        "",
        channel.find(f"{ATOM}link[@rel='self']").get("href"),
        channel.findtext("link", ""),
        channel.findtext("title", ""),
        tuple(_read_rss_item(item) for item in channel.iter("item")),
    )


def _read_rss_item(item: etree._Element) -> Item:
    described = item.findtext("description", "")
    encoded = item.findtext(f"{CONTENT}encoded")
    return Item(
        item.findtext("guid", ""),
        item.findtext("link", ""),
        item.findtext("title", ""),
        "" if encoded is None else _text_of(described),
        described if encoded is None else encoded,
        parsedate_to_datetime(item.findtext("pubDate", "")),
        None,
        tuple(name.text or "" for name in item.iter(f"{DC}creator")),
        tuple(tag.text or "" for tag in item.iter("category")),
        (item.findtext("link", ""),),
    )


def _text_of(html: str) -> str:
    """Return HTML that has no tags as text."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert not reader.tags
    return reader.text


# --- JSON Feed 1.1 ---


def check_json(data: bytes) -> list[str]:
    """Check a feed by a schema of JSON Feed 1.1."""
    schema = json.loads((SCHEMAS / "jsonfeed.json").read_text("utf-8"))
    checker = jsonschema.Draft202012Validator(schema)
    return [
        f"{error.json_path}: {error.message}" for error in checker.iter_errors(json.loads(data))
    ]


def _read_json(feed: dict[str, Any]) -> Feed:
    return Feed(
        "",
        feed["feed_url"],
        feed["home_page_url"],
        feed["title"],
        tuple(_read_json_item(item) for item in feed["items"]),
    )


def _read_json_item(item: dict[str, Any]) -> Item:
    authors = item.get("authors", [])
    named = [item["url"], item.get("external_url"), *(author.get("url") for author in authors)]
    return Item(
        item["id"],
        item["url"],
        item["title"],
        item.get("summary", ""),
        item["content_html"],
        dt.datetime.fromisoformat(item["date_published"]),
        dt.datetime.fromisoformat(item["date_modified"]),
        tuple(author["name"] for author in authors),
        tuple(item.get("tags", [])),
        tuple(address for address in named if address),
    )


# --- what is in an item ---

_TAGS = {
    *("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre"),
    *("code", "em", "strong", "i", "b", "s", "sub", "sup", "a", "br", "hr", "img", "figure"),
    *("figcaption", "table", "thead", "tbody", "tr", "th", "td", "div", "span"),
    # a reader that does not know one of these shows its words
    *("small", "kbd", "mark", "u", "ins", "del", "abbr"),
}
_EMPTY = {"br", "hr", "img"}
_ATTRIBUTES = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start", "type"},
    "div": {"lang", "dir"},
    "span": {"lang", "dir"},
    "code": {"class"},
    "table": {"cellpadding"},
    "td": {"align"},
    "th": {"align"},
}


class _Reader(HTMLParser):
    """Reads an item's content, and notes its faults on the way."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.addresses: list[str] = []
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in _TAGS:
            self.faults.append(f"<{tag}> is for pages")
        for name, value in attrs:
            is_known = name in _ATTRIBUTES.get(tag, set())
            if not is_known or (name == "class" and not (value or "").startswith("language-")):
                self.faults.append(f"<{tag} {name}> is for pages")
            if name in {"href", "src"}:
                self.addresses.append(value or "")
        if tag == "img" and not dict(attrs).get("alt"):
            self.faults.append("a picture without a text")
        if tag not in _EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        self.text += data


def check_html(html: str) -> list[str]:
    """Check that an item's content needs no style, and that every address in it is whole."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    faults = reader.faults + [f"<{tag}> is never closed" for tag in reader.open]
    for address in reader.addresses:
        parts = urlsplit(address)
        is_whole = parts.scheme in {"http", "https"} and parts.netloc
        if not is_whole and parts.scheme != "mailto":
            faults.append(f"'{address}' is no whole address")
    return faults


def addresses_in(feed: Feed) -> list[str]:
    """Return every address that a feed leads to, those in its items' content included."""
    found = [feed.url, feed.page]
    for item in feed.items:
        reader = _Reader()
        reader.feed(item.html)
        found += [*item.addresses, *reader.addresses]
    return found
