"""Feeds in RSS 2.0 (RSS Advisory Board, version 2.0.11, and its Best Practices Profile)."""

from __future__ import annotations

import datetime as dt
from email.utils import format_datetime
from html import escape
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from digest.render.feedxml import add, to_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.render.feeditem import PlainItem
    from digest.site.feedview import FeedHead

_NAMESPACES = {
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}


def format_rss(head: FeedHead, items: Iterable[PlainItem]) -> bytes:
    """Return a feed in RSS."""
    items = tuple(items)
    rss = Element("rss", {"version": "2.0", **_NAMESPACES})
    channel = add(rss, "channel")
    add(channel, "title", head.title)
    add(channel, "link", head.page_url)
    add(channel, "description", escape(head.description, quote=False))
    add(channel, "language", head.lang)
    if items:
        add(channel, "lastBuildDate", _date(head.updated))
    add(channel, "generator", "digest")
    add(channel, "atom:link", rel="self", type="application/rss+xml", href=head.url)
    for item in items:
        _add_item(channel, item)
    return to_bytes(rss)


def _add_item(channel: Element, item: PlainItem) -> None:
    element = add(channel, "item")
    add(element, "title", item.title)
    add(element, "link", item.url)
    add(element, "guid", item.id, isPermaLink="false")
    add(element, "pubDate", _date(item.published))
    for editor in item.editors:
        add(element, "dc:creator", editor.name)
    for tag in item.tags:
        add(element, "category", tag)
    # a description is HTML; without a summary it is the whole, and there is no second one
    if item.summary:
        add(element, "description", escape(item.summary, quote=False))
        add(element, "content:encoded", item.html)
    else:
        add(element, "description", item.html)


def _date(moment: str) -> str:
    """Return a date-time of RFC 3339 in the form of RFC 822, with a year of four digits."""
    return format_datetime(dt.datetime.fromisoformat(moment))
