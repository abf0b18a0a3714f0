"""Feeds in Atom (RFC 4287)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.render.feedxml import DECLARATION, tag, wrap, write_license

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.render.feeditem import PlainItem
    from digest.site.views.feed import FeedHead
    from digest.site.views.parts import Editor


def format_atom(head: FeedHead, entries: Iterable[str]) -> bytes:
    """Return a feed in Atom; its entries are those that `format_entry` makes."""
    feed = wrap(
        "feed",
        [
            tag("id", head.id),
            tag("title", head.title),
            tag("subtitle", head.description),
            tag("updated", head.updated),
            tag("link", rel="alternate", type="text/html", href=head.page_url),
            tag("link", rel="self", type="application/atom+xml", href=head.url),
            *([tag("icon", head.favicon)] if head.favicon else []),
            *([tag("logo", head.logo)] if head.logo else []),
            *_authors(head.editors),
            *write_license(head.license, "rights", "link"),
            tag("generator", "digest"),
            *entries,
        ],
        xmlns="http://www.w3.org/2005/Atom",
        xml_lang=head.lang,
    )
    return (DECLARATION + feed).encode()


def format_entry(item: PlainItem, feed_lang: str) -> str:
    """Return an item as an entry of a feed that is in `feed_lang`."""
    return wrap(
        "entry",
        [
            tag("id", item.id),
            tag("title", item.title),
            tag("link", rel="alternate", type="text/html", href=item.url),
            *(tag("link", rel="related", href=one.url, title=one.title) for one in item.papers),
            *(
                # RFC 4685, section 4
                [tag("link", rel="replies", type="text/html", href=item.discussion)]
                if item.discussion
                else []
            ),
            tag("published", item.published),
            tag("updated", item.updated),
            *_authors(item.editors),
            *(tag("category", term=topic) for topic in item.tags),
            *([tag("summary", item.summary)] if item.summary else []),
            tag("content", item.html, type="html"),
        ],
        xml_lang=item.lang if item.lang != feed_lang else "",
    )


def _authors(editors: Iterable[Editor]) -> Iterator[str]:
    for editor in editors:
        uri = [tag("uri", editor.url)] if editor.url else []
        yield wrap("author", [tag("name", editor.name), *uri])
