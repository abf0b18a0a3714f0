"""arXiv's daily announcements (https://info.arxiv.org/help/rss_specifications.html)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import one_line
from digest.candidates.candidate import Candidate
from digest.candidates.sources.feedxml import parse_items
from digest.candidates.sources.source import Page, Source
from digest.candidates.sources.texts import plain_tex, split_authors
from digest.records.identifiers import Identifier, parse_arxiv
from digest.records.politeclient import WrongQuestionError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.candidates.sources.feedxml import Item

FEED = "https://rss.arxiv.org/atom/"
"""Where DIGEST_ARXIV_FEED does not say otherwise."""
INTERVAL: Final = 3.1
"""Seconds between two requests: arXiv wants three."""
_MOST: Final = 2000
"""Items of one answer: what there is beyond is left out without a word."""
_ERROR = "Feed error"
_CORRECT = "correct 'categories' under 'discover:' in content/site.yaml"
_BEFORE_ABSTRACT = lazy_regex(r"^arXiv:\S+\s+Announce Type:\s*(?P<kind>\S+)\s+")
"""For readers that do not know arXiv's own fields, they stand before the abstract as well."""


def find_announcements(categories: Sequence[str]) -> Source:
    """Return the source of what arXiv announces today in some categories."""
    address = os.environ.get("DIGEST_ARXIV_FEED") or FEED
    return Source(
        name="arXiv",
        address=f"{address.rstrip('/')}/{'+'.join(map(quote, categories))}",
        read=read_announcements,
        interval=INTERVAL,
        scope=tuple(categories),
    )


def read_announcements(data: bytes, address: str) -> Page:
    """Read a day's feed: what is new in it, and neither cross-listed nor replaced."""
    feed = parse_items(data)
    if feed.title.startswith(_ERROR):
        # one that arXiv does not know spoils all the others
        if more := _halve(address):
            return Page(more=more)
        why = one_line(feed.description) or one_line(feed.title)
        raise WrongQuestionError(why, _CORRECT)
    new = (item for item in feed.items if _find_kind(item) == "new")
    made = (make_arxiv_candidate(item, item.date) for item in new)
    found = tuple(one for one in made if one)
    if len(feed.items) < _MOST:
        # one of a day without announcements is empty, and says which day it is of
        days = {item.date for item in feed.items} or {feed.date}
        return Page(found, days=tuple(sorted(filter(None, days))))
    more = _halve(address)
    return Page(found, more, cut=not more)


def _find_kind(item: Item) -> str:
    """Return how a paper is listed, `new` or otherwise; empty where no feed of a day says it."""
    told = _BEFORE_ABSTRACT.match(item.text)
    return item.announced or (told["kind"] if told else "")


def _halve(address: str) -> tuple[str, ...]:
    """Return two addresses that have half the categories each; none where there is only one."""
    base, _, named = address.rpartition("/")
    categories = named.split("+")
    middle = len(categories) // 2
    halves = (categories[:middle], categories[middle:])
    return tuple(f"{base}/{'+'.join(half)}" for half in halves) if middle else ()


def make_arxiv_candidate(item: Item, listed: str) -> Candidate | None:
    """Return the paper that an item of one of arXiv's feeds tells of; None where it tells none."""
    found = parse_arxiv(item.id.rpartition("/abs/")[2].removeprefix("oai:arXiv.org:"))
    title = plain_tex(item.title)
    if not isinstance(found, Identifier) or not title:
        return None
    abstract = _BEFORE_ABSTRACT.sub("", item.text).removeprefix("Abstract:")
    names = item.authors
    if len(names) == 1 and _find_kind(item):
        # all of them in one line
        names = split_authors(plain_tex(names[0]))
    return Candidate(
        id=found.key,
        title=title,
        abstract=plain_tex(abstract),
        authors=tuple(plain_tex(name) for name in names),
        categories=tuple(dict.fromkeys(map(one_line, item.categories))),
        listed=listed,
        url=found.url,
        license=item.rights,
        source="arXiv",
        versions=tuple(item.dois),
    )
