"""Feeds as items: Atom (RFC 4287), RSS 2.0, and RSS 1.0 with Dublin Core, as publishers use it."""

from __future__ import annotations

import email.utils
import re
from typing import TYPE_CHECKING, Final

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.records.atom import NotAFeed
from digest.records.identifiers import Identifier, parse_doi

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_HTML = lazy_regex(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_ROOT = lazy_regex(rb"<(?:[a-z]+:)?(?:feed|rss|rdf)\b", re.IGNORECASE)
_WHOLE = lazy_regex(rb"</(?:[a-z]+:)?(?:feed|rss|rdf)\s*>\s*(?:<!--.*-->\s*)?\Z", re.IGNORECASE)
_ROOTS: Final = frozenset({"feed", "rss", "RDF"})
_DAY = lazy_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NOISE = lazy_regex("[\x00-\x08\x0b\x0c\x0e-\x1f]")


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


def parse_items(data: bytes) -> Feed:
    """Read a feed. Raises NotAFeed for everything else, and for one that breaks off.

    What is no well-formed XML, as feeds often are, is read as far as it goes.
    """
    from lxml import etree  # noqa: PLC0415 -- for feeds only

    if _HTML.match(data):
        raise NotAFeed("an HTML page")
    start = _ROOT.search(data)
    if start is None:
        raise NotAFeed("something that is no feed" if data.strip() else "nothing")
    if b"<!ENTITY" in data[: start.start()]:
        raise NotAFeed("XML that declares entities")
    options = {"resolve_entities": False, "no_network": True, "load_dtd": False}
    try:
        root = etree.fromstring(data, etree.XMLParser(**options))
    except etree.XMLSyntaxError as error:
        if not _WHOLE.search(data):
            raise NotAFeed("XML that breaks off") from error
        root = etree.fromstring(data, etree.XMLParser(**options, recover=True))
    if root is None or _local(root) not in _ROOTS:
        raise NotAFeed("XML of another kind")
    channel = next((one for one in root if _local(one) == "channel"), root)
    items = tuple(_read_item(one) for one in root.iter() if _local(one) in {"entry", "item"})
    total = _text(channel, "totalResults")
    return Feed(
        title=_text(channel, "title"),
        description=_text(channel, "subtitle", "description"),
        date=_read_day(_text(channel, "updated", "pubDate", "lastBuildDate", "date")),
        items=items,
        total=int(total) if total.isdecimal() else len(items),
    )


def _local(element: _Element) -> str:
    """Return an element's name without its namespace; nothing of a comment or the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _inner(element: _Element) -> str:
    """Return all text in an element: of XHTML, that of its elements."""
    return _NOISE.sub("", "".join(element.itertext())).strip()


def _texts(element: _Element, *names: str) -> Iterator[str]:
    """Yield the texts of an element's children, by the order of the names."""
    for name in names:
        for child in element:
            if _local(child) == name and (text := _inner(child)):
                yield text


def _text(element: _Element, *names: str) -> str:
    return next(_texts(element, *names), "")


def _read_item(element: _Element) -> Item:
    links = [*_list_links(element)]
    time = _text(element, "published", "pubDate", "issued", "date", "publicationDate", "updated")
    surest = (*_texts(element, "doi", "DOI", "identifier"), *links)
    return Item(
        id=_text(element, "id", "guid"),
        link=next(iter(links), ""),
        links=(*surest, *_texts(element, "id", "guid")),
        dois=tuple(_list_dois(element)),
        title=_text(element, "title"),
        text=_text(element, "summary", "description", "encoded", "content"),
        authors=(*_list_authors(element), *_texts(element, "creator")),
        categories=tuple(_list_categories(element)),
        date=_read_day(time),
        time=time,
        rights=_text(element, "rights", "license") or _find_license(element),
        announced=_text(element, "announce_type"),
    )


def _list_dois(element: _Element) -> Iterator[str]:
    for text in _texts(element, "doi", "DOI"):
        for one in text.split():
            found = parse_doi(one)
            if isinstance(found, Identifier):
                yield found.key


def _list_links(element: _Element) -> Iterator[str]:
    for child in element:
        if _local(child) == "link" and child.get("rel", "alternate") == "alternate":
            address = child.get("href") or _inner(child)
            if address:
                yield address
    about = next((value for name, value in element.attrib.items() if name.endswith("}about")), "")
    if about:
        yield about


def _find_license(element: _Element) -> str:
    """Return the address of a licence (RFC 4946)."""
    links = (child for child in element if _local(child) == "link")
    return next((one.get("href", "") for one in links if one.get("rel") == "license"), "")


def _list_authors(element: _Element) -> Iterator[str]:
    for child in element:
        if _local(child) == "author" and (name := _text(child, "name") or _inner(child)):
            # RSS has the mail address, and the name behind it
            yield re.sub(r"^\S+@\S+\s*\((.*)\)$", r"\1", name)


def _list_categories(element: _Element) -> Iterator[str]:
    """List an item's categories, the primary one first."""
    for name in ("primary_category", "category", "subject"):
        for child in element:
            if _local(child) == name and (named := child.get("term") or _inner(child)):
                yield named


def _read_day(time: str) -> str:
    """Return the day of a date of RFC 3339 or RFC 5322, in the zone in which it is told."""
    if found := _DAY.match(time.strip()):
        return found[0]
    try:
        return email.utils.parsedate_to_datetime(time).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return ""
