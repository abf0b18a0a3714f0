"""Any Atom or RSS feed: a journal's, a laboratory's, a list of somebody's."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from digest.basics.hosts import may_be_asked
from digest.basics.text import one_line
from digest.candidates.candidate import Candidate
from digest.candidates.sources.feedxml import Item, is_html, parse_items
from digest.candidates.sources.source import Page, Source
from digest.candidates.sources.texts import find_id, plain_source, split_authors
from digest.records.politeclient import WrongQuestionError


def find_items(address: str) -> Source:
    """Return the source of what a feed has."""
    return Source(name=f"'{address}'", address=address, read=read_feed)


def read_feed(data: bytes, address: str) -> Page:
    """Read a feed's items; each is a work with an id, or a page."""
    if is_html(data):
        # it would be one tomorrow, too
        remedy = "give the address of its feed in content/site.yaml"
        raise WrongQuestionError("it is an HTML page, and no feed", remedy)
    feed = parse_items(data)
    name = plain_source(feed.title) or urlsplit(address).hostname or address
    made = (_make(item, name, address) for item in feed.items)
    return Page(tuple(one for one in made if one))


def _make(item: Item, name: str, address: str) -> Candidate | None:
    found = find_id(item.links)
    page = urljoin(address, item.link.strip()) if item.link else ""
    title = plain_source(item.title)
    if not title or not (found or may_be_asked(page)):
        return None
    return Candidate(
        id=found.key if found else page,
        title=title,
        abstract=plain_source(item.text),
        authors=tuple(one for names in item.authors for one in split_authors(plain_source(names))),
        categories=tuple(dict.fromkeys(map(one_line, item.categories))),
        listed=item.date,
        url=found.url if found else page,
        license=one_line(item.rights) if may_be_asked(item.rights) else "",
        source=name,
    )
