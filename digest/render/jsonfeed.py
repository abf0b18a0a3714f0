"""Feeds in JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from digest.render.feedxml import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.render.feeditem import PlainItem
    from digest.site.views.feed import FeedHead
    from digest.site.views.parts import Editor


def format_json(head: FeedHead, items: Iterable[PlainItem]) -> bytes:
    """Return a feed in JSON."""
    pictures = {"icon": head.icon, "favicon": head.favicon}
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": head.title,
        "home_page_url": head.page_url,
        "feed_url": head.url,
        "description": head.description,
        **{name: url for name, url in pictures.items() if url},
        "language": head.lang,
        "authors": _authors(head.editors),
        "items": [_item(head, item) for item in items],
    }
    return json.dumps(_cleaned(feed), ensure_ascii=False, indent=1).encode() + b"\n"


def _cleaned(value: Any) -> Any:  # noqa: ANN401 -- whatever JSON has
    """Return a value whose texts are the same as in the XML of the other feeds."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {name: _cleaned(one) for name, one in value.items()}
    return [_cleaned(one) for one in value]


def _item(head: FeedHead, item: PlainItem) -> dict[str, Any]:
    fields = {
        "id": item.id,
        "url": item.url,
        "external_url": item.external_url,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.html,
        "date_published": item.published,
        "date_modified": item.updated,
        "authors": _authors(item.editors),
        "tags": item.tags,
        "language": item.lang if item.lang != head.lang else "",
    }
    # an edition may be empty, and its content is there even so
    return {name: value for name, value in fields.items() if value or name == "content_html"}


def _authors(editors: Iterable[Editor]) -> list[dict[str, str]]:
    return [
        {"name": editor.name, **({"url": editor.url} if editor.url else {})} for editor in editors
    ]
