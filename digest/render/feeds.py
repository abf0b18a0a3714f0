"""Feeds: each of their items printed once, then put into the form that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.diagnostics import Checked
from digest.render.atom import format_atom
from digest.render.feeditem import PlainItem, make_plain_item
from digest.render.jsonfeed import format_json
from digest.render.rss import format_rss

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.model import Parts
    from digest.site.feedview import Feed, FeedHead, FeedItem

_FORMATS = {"atom": format_atom, "rss": format_rss, "json": format_json}


class FeedRenderer:
    """Renders the feeds of one site."""

    def __init__(self, texts: Callable[[str], Parts]) -> None:
        self._texts = texts
        self._printed: dict[str, PlainItem] = {}
        """By their id: an edition is in three feeds, an entry in those of all its tags."""

    def render(self, view: Feed) -> Checked[bytes]:
        """Return a feed's bytes; there is always one."""
        items = (self._print(item, view.head) for item in view.items)
        return Checked(_FORMATS[view.head.form](view.head, items))

    def _print(self, item: FeedItem, head: FeedHead) -> PlainItem:
        if item.id not in self._printed:
            self._printed[item.id] = make_plain_item(item, head, self._texts)
        return self._printed[item.id]
