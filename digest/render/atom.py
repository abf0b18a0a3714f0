"""Feeds in Atom (RFC 4287)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from digest.render.feedxml import add, to_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.render.feeditem import PlainItem
    from digest.site.feedview import FeedHead
    from digest.site.views import Editor


def format_atom(head: FeedHead, items: Iterable[PlainItem]) -> bytes:
    """Return a feed in Atom."""
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": head.lang})
    add(feed, "id", head.id)
    add(feed, "title", head.title)
    add(feed, "subtitle", head.description)
    add(feed, "updated", head.updated)
    add(feed, "link", rel="alternate", type="text/html", href=head.page_url)
    add(feed, "link", rel="self", type="application/atom+xml", href=head.url)
    _add_authors(feed, head.editors)
    add(feed, "generator", "digest")
    for item in items:
        _add_entry(feed, head, item)
    return to_bytes(feed)


def _add_entry(feed: Element, head: FeedHead, item: PlainItem) -> None:
    lang = item.lang if item.lang != head.lang else ""
    entry = add(feed, "entry", xml_lang=lang)
    add(entry, "id", item.id)
    add(entry, "title", item.title)
    add(entry, "link", rel="alternate", type="text/html", href=item.url)
    for paper in item.papers:
        add(entry, "link", rel="related", href=paper.url, title=paper.title)
    add(entry, "published", item.published)
    add(entry, "updated", item.updated)
    _add_authors(entry, item.editors)
    for tag in item.tags:
        add(entry, "category", term=tag)
    if item.summary:
        add(entry, "summary", item.summary)
    add(entry, "content", item.html, type="html")


def _add_authors(parent: Element, editors: Iterable[Editor]) -> None:
    for editor in editors:
        author = add(parent, "author")
        add(author, "name", editor.name)
        if editor.url:
            add(author, "uri", editor.url)
