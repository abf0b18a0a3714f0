"""What the head of a page says of the paper that it is about.

Publishers put it there for Google Scholar, in `citation_` tags
(https://scholar.google.com/intl/en/scholar/inclusion.html#indexing), and many repositories in
those of Dublin Core, PRISM, bepress and EPrints.
"""

from __future__ import annotations

import codecs
import contextlib
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.works import Name
from digest.records.dateparsing import read_date
from digest.records.identifiers import Identifier, parse_identifier
from digest.records.names.reading import read_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class PageFacts(msgspec.Struct, frozen=True):
    """What a page says of its paper."""

    id: Identifier | None = None
    """None where the page names none."""
    title: str = ""
    """Plain text; empty where the page does not say, as are the others."""
    authors: tuple[Name, ...] = ()
    date: tuple[int, ...] = ()
    """Year, month, day: as many as are known."""


_IDS = ("citation_arxiv_id", "citation_doi", "prism.doi", "bepress_citation_doi", "dc.identifier",
        "dc.identifier.doi", "dcterms.identifier", "eprints.id_number")  # fmt: skip
_TITLES = ("citation_title", "bepress_citation_title", "eprints.title", "dc.title", "dcterms.title")
_AUTHORS = ("citation_author", "citation_authors", "bepress_citation_author",
            "eprints.creators_name", "dc.creator", "dcterms.creator")  # fmt: skip
_DATES = ("citation_publication_date", "citation_date", "citation_online_date", "citation_year",
          "prism.publicationdate", "bepress_citation_date", "eprints.date", "dc.date",
          "dc.date.issued", "dcterms.issued", "dcterms.date")  # fmt: skip


def read_page_facts(data: bytes, charset: str = "") -> PageFacts:
    """Read what a page says of its paper.

    `data` is its HTML, which may be cut off, and `charset` the encoding that its server named.
    """
    tags = _read_tags(_decode(data, charset))
    found = (parse_identifier(text) for text in _texts(tags, _IDS))
    ids = [one for one in found if isinstance(one, Identifier)]
    return PageFacts(
        next(iter(ids), None),
        next(iter(_texts(tags, _TITLES)), ""),
        read_names(_split_authors(_first(tags, _AUTHORS))),
        next(filter(None, map(_read_day, _texts(tags, _DATES))), ()),
    )


def _texts(tags: Mapping[str, Sequence[str]], names: Iterable[str]) -> list[str]:
    return [text for name in names for text in tags.get(name, ())]


def _first(tags: Mapping[str, Sequence[str]], names: Iterable[str]) -> Sequence[str]:
    """Return the texts of the first of these tags that the page has."""
    return next((tags[name] for name in names if name in tags), ())


def _split_authors(texts: Sequence[str]) -> list[str]:
    """Return the names: some pages have all in one tag, with semicolons between them."""
    return [name.strip() for text in texts for name in text.split(";") if name.strip()]


def _read_day(text: str) -> tuple[int, ...]:
    return read_date(text.replace("/", "-")).parts


# --- the head of a page ------------------------------------------------------------------------

_MOST_TAGS = 10_000
_WANTED = frozenset({*_IDS, *_TITLES, *_AUTHORS, *_DATES})
_BODY = lazy_regex(r"</head\b|<body\b", re.IGNORECASE)
_CHARSET = lazy_regex(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


class _Tags(HTMLParser):
    """Gathers the meta elements of a page by their names in lower case."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[str, list[str]] = {}
        self._count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta" or self._count > _MOST_TAGS:
            return
        self._count += 1
        given = {name: value or "" for name, value in attrs}
        name = (given.get("name") or given.get("property", "")).lower().strip()
        text = " ".join(given.get("content", "").split())
        if name in _WANTED and text:
            self.found.setdefault(name, []).append(text)


def _read_tags(text: str) -> dict[str, list[str]]:
    parser = _Tags()
    # Python's reader gives up at a marked section that it does not know
    with contextlib.suppress(AssertionError):
        parser.feed(_BODY.split(text, maxsplit=1)[0])
    return parser.found


def _decode(data: bytes, charset: str) -> str:
    named = _CHARSET.search(data[:4096])
    for name in (charset, named[1].decode("ascii") if named else "", "utf-8"):
        try:
            return data.decode(codecs.lookup(name).name, errors="replace")
        except LookupError:
            continue
    return ""
