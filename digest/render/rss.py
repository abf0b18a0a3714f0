"""Feeds in RSS 2.0 (RSS Advisory Board, version 2.0.11, and its Best Practices Profile)."""

from __future__ import annotations

import datetime as dt
from email.utils import format_datetime
from html import escape
from typing import TYPE_CHECKING

from digest.render.feedxml import DECLARATION, tag, wrap, write_license

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.render.feeditem import PlainItem
    from digest.site.views.feed import FeedHead


def format_rss(head: FeedHead, items: Iterable[PlainItem]) -> bytes:
    """Return a feed in RSS."""
    items = tuple(items)
    channel = wrap(
        "channel",
        [
            tag("title", head.title),
            tag("link", head.page_url),
            tag("description", head.description),
            tag("language", head.lang),
            # RSS has nothing for programs
            *write_license(head.license, "copyright", "atom:link"),
            *([tag("lastBuildDate", _date(head.updated))] if items else []),
            tag("generator", "digest"),
            *([_format_image(head)] if head.favicon else []),
            tag("atom:link", rel="self", type="application/rss+xml", href=head.url),
            *map(_format_item, items),
        ],
    )
    rss = wrap(
        "rss",
        [channel],
        version="2.0",
        xmlns_atom="http://www.w3.org/2005/Atom",
        xmlns_content="http://purl.org/rss/1.0/modules/content/",
        xmlns_dc="http://purl.org/dc/elements/1.1/",
    )
    return (DECLARATION + rss).encode()


def _format_image(head: FeedHead) -> str:
    side = str(head.favicon_size)
    return wrap(
        "image",
        [
            tag("url", head.favicon),
            tag("title", head.title),
            tag("link", head.page_url),
            tag("width", side),
            tag("height", side),
        ],
    )


def _format_item(item: PlainItem) -> str:
    # a description is HTML; without a summary it is the whole, and there is no second one
    described = [tag("description", item.html)]
    if item.summary:
        summary = escape(item.summary, quote=False)
        described = [tag("description", summary), tag("content:encoded", item.html)]
    return wrap(
        "item",
        [
            tag("title", item.title),
            tag("link", item.url),
            *([tag("comments", item.discussion)] if item.discussion else []),
            tag("guid", item.id, isPermaLink="false"),
            tag("pubDate", _date(item.published)),
            *(tag("dc:creator", editor.name) for editor in item.editors),
            *(tag("category", topic) for topic in item.tags),
            *described,
        ],
    )


def _date(moment: str) -> str:
    """Return a date-time of RFC 3339 in the form of RFC 822, with a year of four digits."""
    return format_datetime(dt.datetime.fromisoformat(moment))
