"""An item of a feed as every form of feed has it: plain texts, and HTML that needs no style."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.render.facts import plain_markup
from digest.render.feedcontent import write_content
from digest.site.views.parts import Editor

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.basics.fragments import Parts
    from digest.site.views.feed import FeedHead, FeedItem


class PlainPaper(msgspec.Struct, frozen=True):
    """A paper that an item covers."""

    title: str
    url: str


class PlainItem(msgspec.Struct, frozen=True):
    """An item, ready to be put into a feed of any form."""

    id: str
    url: str
    external_url: str
    """The paper's, where the item is an entry."""
    title: str
    summary: str
    """Plain text; may be empty."""
    html: str
    lang: str
    published: str
    updated: str
    editors: tuple[Editor, ...]
    tags: tuple[str, ...]
    papers: tuple[PlainPaper, ...]
    discussion: str
    """The address at which it is discussed; may be empty."""


def make_plain_item(item: FeedItem, head: FeedHead, texts: Callable[[str], Parts]) -> PlainItem:
    """Print an item; `texts` gives the text of a fragment by its hash."""
    papers = tuple(PlainPaper(plain_markup(paper.title), paper.url) for paper in item.papers)
    return PlainItem(
        id=item.id,
        url=item.url,
        external_url=papers[0].url if item.is_entry and papers else "",
        title=plain_markup(item.title),
        summary=item.summary,
        html=write_content(item, head, texts),
        lang=item.lang,
        published=item.published,
        updated=item.updated,
        editors=item.editors,
        tags=item.tags,
        papers=papers,
        discussion=item.discussion,
    )
