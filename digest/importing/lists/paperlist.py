"""What a list of papers says of each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.works import Name
from digest.importing.papers.typed import is_entry_url, is_placeholder
from digest.records.identifiers import Identifier, parse_identifier, parse_own_form

if TYPE_CHECKING:
    from collections.abc import Iterable


class ListedPaper(msgspec.Struct, frozen=True):
    """An item of a list of papers; what it does not say is empty."""

    line: int
    """Where it begins, 1-based."""
    id: Identifier | None = None
    url: str = ""
    title: str = ""
    """Rich text."""
    authors: tuple[Name, ...] = ()
    date: tuple[int, ...] = ()
    """Year, month, day, as many as are told."""
    links: tuple[tuple[str, str], ...] = ()
    """Further addresses, each with what it is called."""
    text: str = ""
    """What is said of the paper, plain text."""

    @property
    def is_nothing(self) -> bool:
        """Whether it says of no paper which one it is."""
        return not (self.id or self.url or self.title)


class ListFault(msgspec.Struct, frozen=True, order=True):
    """Something in a list that cannot be read."""

    line: int
    message: str


class PaperList(msgspec.Struct, frozen=True):
    """A list of papers, in its order."""

    papers: tuple[ListedPaper, ...] = ()
    faults: tuple[ListFault, ...] = ()
    not_taken: tuple[str, ...] = ()
    """Names of columns whose cells are in none of the papers."""


_IN_TEXT = lazy_regex(
    r"arxiv(?:\.org/(?:abs|pdf)/|[\s:.]+)(?P<arxiv>(?:[a-z-]+(?:\.[A-Z]{2})?/[0-9]{7}"
    r"|[0-9]{4}\.[0-9]{4,5})(?:v[0-9]+)?)"
    r"|(?P<doi>\b10\.[0-9]{4,9}/[^\s\"<>,;]+)",
    re.IGNORECASE,
)
_LONGEST = 5000
"""Characters of a note that are looked through."""


def find_id(fields: Iterable[str], notes: Iterable[str] = ()) -> Identifier | None:
    """Return the id of a paper; one of arXiv, if there is one, else a DOI.

    `fields` hold nothing but an id or an address; in `notes` it may stand among other words.
    """
    found: list[Identifier] = []
    for text in fields:
        read = parse_identifier(text) if text else None
        if isinstance(read, Identifier):
            found.append(read)
    for text in notes:
        for one in _IN_TEXT.finditer(text[:_LONGEST]):
            read = parse_own_form(one["arxiv"] or one["doi"])
            if isinstance(read, Identifier):
                found.append(read)
    ranked = sorted(found, key=lambda one: (one.follows, one.kind != "arxiv"))
    return ranked[0] if ranked else None


def find_url(texts: Iterable[str]) -> str:
    """Return the first text that is an address of a page."""
    return next((one for one in texts if is_entry_url(one) and not is_placeholder(one)), "")
