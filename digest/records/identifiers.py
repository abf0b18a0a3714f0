"""The sources of records, and the ids of works in every form in which people paste them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import neither
from digest.records.arxivids import ARXIV
from digest.records.doiids import DOI
from digest.records.idtext import quote_line, split_prefix, strip_around
from digest.records.paperpages import find_inner, find_page_ids
from digest.records.source import Flaw, Id

if TYPE_CHECKING:
    from digest.records.source import RecordSource

SOURCES: dict[str, RecordSource] = {source.kind: source for source in (ARXIV, DOI)}
"""By their kinds, in the order in which they are asked: arXiv may know of a DOI that it is a
paper's. Where several have a record of one work, the first one's facts are taken."""

_KINDS = tuple(SOURCES)
_PREFIXES = tuple(f"{kind}:" for kind in SOURCES)
_ADDRESS = lazy_regex(
    # as it is, and mistyped as https:/ or htttps:// or https://https://
    r"(?P<scheme>(?:h?t{1,3}ps?:?/{1,3})+)?(?P<host>[a-z0-9.-]+)(?::[0-9]+)?/(?P<path>.*)",
    re.IGNORECASE,
)


class Identifier(msgspec.Struct, frozen=True):
    """The id of a work in canonical form."""

    key: str
    """`arxiv:2202.06991`, `arxiv:hep-th/9901001`, or `doi:10.1038/…` in lower case."""
    version: int = 0
    """The version that was named, from 1; 0 where none was."""
    follows: bool = False
    """Whether it did not stand in what was read, but follows by a rule from the address of a page:
    that there is such a work, only its record can say."""

    @property
    def kind(self) -> str:
        """Who gave the id: a key of `SOURCES`."""
        return self.key.partition(":")[0]

    @property
    def value(self) -> str:
        """The id alone, as `2202.06991` or `10.1038/…`."""
        return self.key.partition(":")[2]

    @property
    def doi(self) -> str:
        """The DOI; empty where the id tells none."""
        return SOURCES[self.kind].doi(self.value)

    @property
    def url(self) -> str:
        """The address of the work: arXiv's abstract page, or the DOI's."""
        return SOURCES[self.kind].url(self.value)


class Malformed(msgspec.Struct, frozen=True):
    """Why a text is no id."""

    message: str
    hint: str = ""
    page: str = ""
    """The address that it is of a page of somebody else's; empty where it is none."""


def is_id_key(key: str) -> bool:
    """Tell whether a key is that of a work that a source has given an id, as `arxiv:…`."""
    return key.lower().startswith(_PREFIXES)


def parse_identifier(text: str) -> Identifier | Malformed:
    """Read an id of any source in any pasted form.

    Addresses of pages about the work are among them, be they its publisher's or others'.
    """
    found = _parse(text, "")
    if isinstance(found, Malformed):
        return _parse_page(text) or found
    return found


def parse_own_form(text: str) -> Identifier | Malformed:
    """Read an id as its source writes it, or in an address of the source's own."""
    return _parse(text, "")


def parse_arxiv(text: str) -> Identifier | Malformed:
    """Read a text that must be an arXiv id; a DOI that arXiv gave to a paper will do."""
    return parse_as(ARXIV.kind, text)


def parse_doi(text: str) -> Identifier | Malformed:
    """Read a text that must be a DOI. One that arXiv gave to a paper becomes the arXiv id."""
    return parse_as(DOI.kind, text)


def parse_as(kind: str, text: str) -> Identifier | Malformed:
    """Read a text that must be an id of one kind."""
    found = _parse(text, kind)
    if isinstance(found, Malformed):
        found = _parse_page(text) or found
    if isinstance(found, Malformed) or found.kind == kind:
        return found
    registrant = found.doi.partition("/")[0]
    if kind == DOI.kind and registrant and f"{registrant}/" in unquote(text):
        return found
    is_none = f"'{found.value}' is {SOURCES[found.kind].an_id}, not {SOURCES[kind].an_id}"
    return Malformed(is_none, f"write '{found.kind}: {found.value}'")


def spelled_doi(text: str, found: Identifier) -> str:
    """Return the DOI that was found in `text` with its letters as large as they stand there.

    An arXiv paper's is spelled as arXiv registered it.
    """
    typed = re.search(re.escape(found.doi), unquote(text), re.IGNORECASE | re.ASCII)
    return typed[0] if typed and found.kind == DOI.kind else found.doi


def plain_form(text: str, found: Identifier, kind: str) -> str:
    """Return how an id is written that was found in `text`, as one of a kind: with nothing around.

    A version that was named is kept. Empty where it is written so already.
    """
    version = f"v{found.version}" if found.version else ""
    if text.strip() == found.value + version:
        return ""
    for form in (found.value, found.doi):
        plain = form + version
        read = parse_as(kind, plain)
        if isinstance(read, Identifier) and (read.key, read.version) == (found.key, found.version):
            plain = spelled_doi(text, found) if found.kind == DOI.kind else plain
            return "" if plain == text.strip() else plain
    return ""


def _parse(text: str, expected: str) -> Identifier | Malformed:
    """Read an id of any kind; `expected` only chooses the words for what is none."""
    kind, rest = split_prefix(strip_around(text), _KINDS)
    kind = kind or expected
    if not rest:
        return Malformed("there is no id", _hint(expected))
    address = _ADDRESS.fullmatch(rest)
    if address and (address["scheme"] or _find_in_address(address["host"], "")):
        path = strip_around(unquote(re.split(r"[?#]", address["path"], maxsplit=1)[0])).strip("/")
        named = _find_in_address(address["host"], path)
        if named is None:
            return _of_others(quote_line(text), rest)
        kind, rest = named
    return _read(rest, kind, text)


def _parse_page(text: str) -> Identifier | None:
    """Read the address of a page about a work, whoever it belongs to."""
    address = strip_around(text)
    for inner in find_inner(address):
        found = parse_identifier(inner)
        if isinstance(found, Identifier):
            return found
    for page in find_page_ids(address):
        found = _read(strip_around(page.text), "", "")
        if isinstance(found, Identifier):
            return msgspec.structs.replace(found, follows=page.follows)
    return None


def _find_in_address(host: str, path: str) -> tuple[str, str] | None:
    """Return the kind of the id in an address, and the id; None where it is none of a source."""
    for source in SOURCES.values():
        named = source.in_address(host.lower(), path)
        if named is not None:
            return source.kind, named
    return None


def _read(text: str, kind: str, typed: str) -> Identifier | Malformed:
    """Read an id with nothing around it; `kind` is that which it should be, if any is known.

    `typed` is all that was typed.
    """
    if "/" not in text and "%2f" in text.lower():
        text = strip_around(unquote(text))
    flaws: dict[str, Flaw] = {}
    for name, source in SOURCES.items():
        answer = source.read(text)
        if isinstance(answer, Id):
            return Identifier(f"{name}:{answer.value}", answer.version)
        if isinstance(answer, Flaw):
            flaws[name] = answer
    kind = kind or next(iter(flaws), "")
    quoted = quote_line(typed)
    if not kind:
        ids = neither(source.an_id for source in SOURCES.values())
        return Malformed(f"{quoted} is {ids}", _hint(""))
    flaw = flaws.get(kind) or Flaw(SOURCES[kind].unlike)
    reason = f": {flaw.message}" if flaw.message else ""
    return Malformed(f"{quoted} is not {SOURCES[kind].an_id}{reason}", flaw.hint or _hint(kind))


def _of_others(quoted: str, address: str) -> Malformed:
    names = neither(source.name for source in SOURCES.values())
    message = f"{quoted} is an address of {names}"
    ids = " or ".join(source.an_id for source in SOURCES.values())
    by_hand = "for a paper without one write an entry with 'url', 'title', 'authors' and 'date'"
    return Malformed(message, f"give {ids}; {by_hand}", address)


def _hint(kind: str) -> str:
    if kind:
        return SOURCES[kind].hint
    return "write " + ", ".join(f"{one.an_id} as {one.example}" for one in SOURCES.values())
