"""arXiv's answers, judged before they are believed.

The library that reads them takes whatever it is given: a feed cut in the middle is a shorter feed
to it, an HTML page an empty one, and an entry that tells of an error is left out. So each answer
is first read here, strictly, for as much as it takes to know what it is.
"""

from __future__ import annotations

import re
from xml.parsers import expat

import msgspec

from digest.basics.lazyregex import lazy_regex

_ATOM = "http://www.w3.org/2005/Atom"
_ERROR = "/api/errors"
_LONGEST_QUOTE = 60
# XML 1.0, section 2.2: what no document may have, not even as a reference
_FORBIDDEN = lazy_regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_REFERENCE = lazy_regex("&#(?:x(?P<hex>[0-9a-fA-F]{1,6})|(?P<decimal>[0-9]{1,7}));")

_HTML = lazy_regex(rb"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)


class NotAFeed(ValueError):  # noqa: N818 -- it says what the answer is
    """The answer is no Atom feed; the message says what it is."""


class FeedEntry(msgspec.Struct, frozen=True):
    """What is needed of an entry to judge it."""

    id: str
    """An address: of an abstract page, or of an error."""
    summary: str

    @property
    def is_error(self) -> bool:
        """Whether it tells of an error, and of no paper."""
        return _ERROR in self.id


def clean_feed(data: bytes) -> bytes:
    """Return an answer without what XML forbids: old abstracts have control characters."""
    text = _FORBIDDEN.sub("", data.decode("utf-8", errors="replace"))
    return _REFERENCE.sub(_allowed, text).encode()


def _allowed(reference: re.Match[str]) -> str:
    code = int(reference["hex"], 16) if reference["hex"] else int(reference["decimal"])
    is_character = code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF  # noqa: PLR2004 -- Unicode's
    return reference[0] if is_character and not _FORBIDDEN.match(chr(code)) else ""


def parse_feed(data: bytes) -> tuple[FeedEntry, ...]:
    """Return the entries of a whole and well-formed Atom feed (RFC 4287).

    Raises NotAFeed for everything else, a document that declares entities included.
    """
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = reader.doctype
    if _HTML.match(data):
        raise NotAFeed("an HTML page")
    try:
        parser.Parse(data, True)  # noqa: FBT003 -- takes no keyword: this is all there is
    except expat.ExpatError as error:
        raise NotAFeed(_describe(data)) from error
    return tuple(reader.entries)


class _Reader:
    def __init__(self) -> None:
        self.entries: list[FeedEntry] = []
        self._open: list[str] = []
        self._texts: dict[str, str] = {}

    def doctype(self, *_args: object) -> None:
        """Refuse a document type: feeds have none, and entities multiply."""
        raise NotAFeed("XML that declares entities")

    def start(self, name: str, _attributes: object) -> None:
        if not self._open and name != f"{_ATOM} feed":
            raise NotAFeed("XML of another kind")
        self._open.append(name.removeprefix(f"{_ATOM} "))
        if self._open[1:] == ["entry"]:
            self._texts = {"id": "", "summary": ""}

    def text(self, text: str) -> None:
        if self._open[1:2] == ["entry"] and self._open[2:] in (["id"], ["summary"]):
            self._texts[self._open[2]] += text

    def end(self, _name: str) -> None:
        if self._open[1:] == ["entry"]:
            self.entries.append(
                FeedEntry(self._texts["id"].strip(), self._texts["summary"].strip())
            )
        self._open.pop()


def _describe(data: bytes) -> str:
    text = " ".join(data.decode("utf-8", errors="replace").split())
    if not text:
        return "nothing"
    if text.startswith("<"):
        return "XML that breaks off" if not text.endswith("</feed>") else "broken XML"
    return f"'{text[:_LONGEST_QUOTE]}'" if text.isprintable() else "something unreadable"
