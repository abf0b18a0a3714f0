"""Feeds: each of their items printed once, then put into the form that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.diagnostics import Checked
from digest.render.atom import format_atom, format_entry
from digest.render.feeditem import PlainItem, make_plain_item
from digest.render.jsonfeed import format_json
from digest.render.rss import format_rss

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.basics.fragments import Parts
    from digest.site.views.feed import Feed, FeedHead, FeedItem


class FeedRenderer:
    """Renders the feeds of one site."""

    def __init__(self, texts: Callable[[str], Parts]) -> None:
        self._texts = texts
        self._printed: dict[str, PlainItem] = {}
        """Editions by the addresses of their pages: each is in all feeds of the site."""
        self._entries: dict[str, str] = {}
        """Items as Atom has them, by the same: an entry is in the feeds of all its tags."""

    def render(self, view: Feed) -> Checked[bytes]:
        """Return a feed's bytes; there is always one."""
        head = view.head
        match head.form:
            case "atom":
                made = format_atom(head, (self._entry(item, head) for item in view.items))
            case "rss":
                made = format_rss(head, (self._print(item, head) for item in view.items))
            case "json":
                made = format_json(head, (self._print(item, head) for item in view.items))
        return Checked(made)

    def _entry(self, item: FeedItem, head: FeedHead) -> str:
        if item.url not in self._entries:
            self._entries[item.url] = format_entry(self._print(item, head), head.lang)
        return self._entries[item.url]

    def _print(self, item: FeedItem, head: FeedHead) -> PlainItem:
        if item.is_entry:
            return make_plain_item(item, head, self._texts)
        if item.url not in self._printed:
            self._printed[item.url] = make_plain_item(item, head, self._texts)
        return self._printed[item.url]
