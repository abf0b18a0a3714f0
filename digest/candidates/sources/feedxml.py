"""Feeds as items: Atom (RFC 4287), RSS 2.0, and RSS 1.0 with Dublin Core, as publishers use it."""

from __future__ import annotations

import email.utils
import re
from typing import TYPE_CHECKING, Final

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.xmltree import (
    find_all,
    inner_text,
    local,
    parse_damaged,
    parse_whole,
    text,
    texts,
)
from digest.candidates.sources.texts import read_day
from digest.records.atom import NotAFeed
from digest.records.identifiers import Identifier, parse_doi
from digest.records.service import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.basics.xmltree import Element

_HTML = lazy_regex(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_ROOT = lazy_regex(rb"<(?:[a-z]+:)?(?:feed|rss|rdf)\b", re.IGNORECASE)
_WHOLE = lazy_regex(rb"</(?:[a-z]+:)?(?:feed|rss|rdf)\s*>\s*(?:<!--.*-->\s*)?\Z", re.IGNORECASE)
_ROOTS: Final = frozenset({"feed", "rss", "RDF"})


class Item(msgspec.Struct, frozen=True):
    """An item of a feed. Texts are as they came, with whatever markup they have."""

    id: str = ""
    link: str = ""
    """The address of its page."""
    links: tuple[str, ...] = ()
    """All addresses and ids that it gives for itself, the surest for a paper first."""
    dois: tuple[str, ...] = ()
    """The keys of the DOIs that it names."""
    title: str = ""
    text: str = ""
    """Its summary, or else its content."""
    authors: tuple[str, ...] = ()
    """Each as the feed has it: one name, or several in one line."""
    categories: tuple[str, ...] = ()
    date: str = ""
    """The day on which it appeared, `YYYY-MM-DD`; empty where it does not say."""
    time: str = ""
    """The same with its time, as it came."""
    rights: str = ""
    announced: str = ""
    """How arXiv lists it: `new`, `cross`, `replace`, `replace-cross`."""


class Feed(msgspec.Struct, frozen=True):
    """A feed, read."""

    title: str
    description: str
    date: str
    """The day of which it is, `YYYY-MM-DD`; empty where it does not say."""
    items: tuple[Item, ...]
    total: int
    """How many there are at its source, where it says so; else how many it has."""


def parse_items(data: bytes, wanted: str = "feed") -> Feed:
    """Read a feed. Raises Fault for everything else, and for one that breaks off.

    What is no well-formed XML, as feeds often are, is read as far as it goes. `wanted` is what
    messages call what was to come.
    """
    try:
        root = _parse_root(data)
    except NotAFeed as error:
        raise Fault(f"answered with {error} in place of a {wanted}") from error
    channel = next((one for one in root if local(one) == "channel"), root)
    items = tuple(_read_item(one) for one in root.iter() if local(one) in {"entry", "item"})
    total = text(channel, "totalResults")
    return Feed(
        title=text(channel, "title"),
        description=text(channel, "subtitle", "description"),
        date=_read_day(text(channel, "updated", "pubDate", "lastBuildDate", "date")),
        items=items,
        total=int(total) if total.isdecimal() else len(items),
    )


def is_html(data: bytes) -> bool:
    """Tell whether it is a page for people."""
    return _HTML.match(data) is not None


def _parse_root(data: bytes) -> Element:
    if is_html(data):
        raise NotAFeed("an HTML page")
    start = _ROOT.search(data)
    if start is None:
        raise NotAFeed("something that is no feed" if data.strip() else "nothing")
    if b"<!ENTITY" in data[: start.start()]:
        raise NotAFeed("XML that declares entities")
    root = parse_whole(data)
    if root is None and not _WHOLE.search(data):
        raise NotAFeed("XML that breaks off")
    root = parse_damaged(data) if root is None else root
    if root is None or local(root) not in _ROOTS:
        raise NotAFeed("XML of another kind")
    return root


def _read_item(element: Element) -> Item:
    links = [*_list_links(element)]
    time = text(element, "published", "pubDate", "issued", "date", "publicationDate", "updated")
    surest = (*texts(element, "doi", "DOI", "identifier"), *links)
    return Item(
        id=text(element, "id", "guid"),
        link=next(iter(links), ""),
        links=(*surest, *texts(element, "id", "guid")),
        dois=tuple(_list_dois(element)),
        title=text(element, "title"),
        text=text(element, "summary", "description", "encoded", "content"),
        authors=(*_list_authors(element), *texts(element, "creator")),
        categories=tuple(_list_categories(element)),
        date=_read_day(time),
        time=time,
        rights=text(element, "rights", "license") or _find_license(element),
        announced=text(element, "announce_type"),
    )


def _list_dois(element: Element) -> Iterator[str]:
    for typed in texts(element, "doi", "DOI"):
        for one in typed.split():
            found = parse_doi(one)
            if isinstance(found, Identifier):
                yield found.key


def _list_links(element: Element) -> Iterator[str]:
    for child in find_all(element, "link"):
        if child.get("rel", "alternate") == "alternate":
            address = child.get("href") or inner_text(child)
            if address:
                yield address
    about = next((value for name, value in element.attrib.items() if name.endswith("}about")), "")
    if about:
        yield about


def _find_license(element: Element) -> str:
    """Return the address of a licence (RFC 4946)."""
    links = find_all(element, "link")
    return next((one.get("href", "") for one in links if one.get("rel") == "license"), "")


def _list_authors(element: Element) -> Iterator[str]:
    for child in find_all(element, "author"):
        if name := text(child, "name") or inner_text(child):
            # RSS has the mail address, and the name behind it
            yield re.sub(r"^\S+@\S+\s*\((.*)\)$", r"\1", name)


def _list_categories(element: Element) -> Iterator[str]:
    """List an item's categories, the primary one first."""
    for name in ("primary_category", "category", "subject"):
        for child in find_all(element, name):
            if named := child.get("term") or inner_text(child):
                yield named


def _read_day(time: str) -> str:
    """Return the day of a date of RFC 3339 or RFC 5322, in the zone in which it is told."""
    if day := read_day(time):
        return day
    try:
        return email.utils.parsedate_to_datetime(time).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return ""
