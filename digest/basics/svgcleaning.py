"""An SVG without what a browser would run, or load from elsewhere, where it shows it by itself.

In a page a drawing does neither (SVG 2, section 2.2, "Referencing modes"); whoever opens it at its
own address has it run there as a page of the site. Only that is taken out: all other bytes stay as
they are, so that a drawing looks as it did.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.parsers.expat import XMLParserType

_SVG = "http://www.w3.org/2000/svg"
_HTML = "http://www.w3.org/1999/xhtml"
_MATHML = "http://www.w3.org/1998/Math/MathML"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
# in any other namespace, as those of drawing programs, nothing does anything
_LIVE = frozenset({"", _SVG, _HTML, _MATHML})
_NAMED = frozenset({"", _XLINK, _XML})
_RUN = frozenset({"script", "handler", "listener", "iframe", "embed", "object"})
_ANIMATE = frozenset({"animate", "animateColor", "animateMotion", "animateTransform", "set"})
_TEXT = """a abbr b blockquote body br caption center code col colgroup dd del dfn div dl dt em
    figcaption figure font h1 h2 h3 h4 h5 h6 head hr html i img ins kbd label li mark nobr ol p pre
    q s samp section small span strike strong style sub sup table tbody td tfoot th thead title tr
    tt u ul var wbr"""
"""The elements of HTML that drawing programs set words with; others may load or run something."""
_SETS_TEXT = frozenset(_TEXT.split())
_ADDRESSES = frozenset({"action", "background", "base", "data", "formaction", "href", "longdesc"})
_ADDRESSES |= {"ping", "poster", "src", "srcset"}
_LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_SHOW = frozenset({"image", "feImage", "img"})
"""Elements whose file may be in their address: as a picture again, which runs nothing."""

_SCHEME = lazy_regex(r"([a-z][a-z0-9+.-]*):|[/\\]{2}")
_IGNORED = lazy_regex(r"[\x00-\x20]+")
"""Signs that browsers pass over in addresses (URL, section 4.4)."""
_SITE = r"(?:(?<![\w+.-])[a-z][a-z0-9+.-]*:|[/\\]{2})"
_NAMED_SITE = rf"\"\s*{_SITE}[^\"]*\"?|'\s*{_SITE}[^']*'?"
_LOADS = lazy_regex(
    rf"(?P<kept>@namespace\b[^;]*)"
    rf"|@import\s*(?:url\(\s*(?:{_NAMED_SITE}|{_SITE}[^)]*)|{_NAMED_SITE})[^;]*;?"
    rf"|url\(\s*(?!.?\s*data:)(?:{_NAMED_SITE}|{_SITE}[^)]*)\s*\)?"
    rf"|(?:image-set|image|src)\([^;{{}}]*?(?!data:){_SITE}[^;{{}}]*",
    re.IGNORECASE,
)
"""What in a style loads from another site, or may."""
_COMMENT = lazy_regex(
    r"""(?P<kept>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|/\*.*?(?:\*/|\Z)""", re.DOTALL
)
"""One, or what only looks like one: a string."""
_ESCAPE = lazy_regex(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)

_NAME = lazy_regex(rb"<[^\s/>]+")
_ATTRIBUTE = lazy_regex(rb"\s+([^\s=/>]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_Judged = tuple[str, bool, str]
"""Of an attribute: what is taken out, whether that can run, and what is left of its value."""

_LONGEST = 60
"""Characters of what a message names."""


class UncleanError(ValueError):
    """A drawing that cannot be cleaned, as it cannot be read to its end."""


class Taken(msgspec.Struct, frozen=True):
    """What was taken out of a drawing."""

    what: str
    """As it is named: `<script>`, `onload`, an address."""
    line: int
    column: int
    """Both 1-based; the column in characters."""
    can_run: bool
    """Whether it could run scripts; else it is loaded from another site."""


class Cleaned(msgspec.Struct, frozen=True):
    """A drawing that runs nothing and asks no other site for anything."""

    data: bytes
    taken: tuple[Taken, ...]
    """In the order of the file; none where it is as it was."""


def clean_svg(data: bytes) -> Cleaned:
    """Return a drawing cleaned.

    Raises UncleanError where that cannot be: it is no XML, has entities, or is in UTF-16.
    """
    cuts = _find_cuts(data)
    if not cuts:
        return Cleaned(data, ())
    parts: list[bytes] = []
    at = 0
    for cut in cuts:
        parts += (data[at : cut.start], cut.instead)
        at = cut.end
    cleaned = b"".join((*parts, data[at:]))
    # the bytes of UTF-16 are none of ASCII
    if b"\0" in data or _find_cuts(cleaned):
        raise UncleanError
    return Cleaned(cleaned, tuple(_tell(data, cut) for cut in cuts))


class _Cut(msgspec.Struct, frozen=True):
    start: int
    end: int
    what: str
    can_run: bool
    instead: bytes = b""


def _tell(data: bytes, cut: _Cut) -> Taken:
    # of an attribute, what stands before its name is cut, too
    start = cut.end - len(data[cut.start : cut.end].lstrip())
    begin = data.rfind(b"\n", 0, start) + 1
    line = data.count(b"\n", 0, begin) + 1
    column = len(data[begin:start].decode(errors="replace")) + 1
    what = " ".join(cut.what.split())
    short = what if len(what) <= _LONGEST else f"{what[: _LONGEST - 1]}…"
    return Taken(short, line, column, cut.can_run)


def _find_cuts(data: bytes) -> list[_Cut]:
    from xml.parsers import expat  # noqa: PLC0415 -- few newsletters have an SVG

    finder = _Finder(data, expat.ParserCreate(namespace_separator=" "))
    try:
        finder.parser.Parse(data, True)  # noqa: FBT003 -- the end of the data
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise UncleanError from error
    cuts: list[_Cut] = []
    for cut in sorted(finder.cuts, key=lambda one: (one.start, -one.end)):
        if not cuts or cut.start >= cuts[-1].end:
            cuts.append(cut)
    return cuts


class _Open(msgspec.Struct, frozen=True):
    """An element that has begun."""

    depth: int
    start: int
    """The first byte of its tag."""
    name: str


class _Finder:
    """Finds what is to be taken out of a drawing, while expat reads it."""

    def __init__(self, data: bytes, parser: XMLParserType) -> None:
        self.cuts: list[_Cut] = []
        self.parser = parser
        self._data = data
        self._depth = 0
        self._out: _Open | None = None
        """The element that is being left out."""
        self._style: _Open | None = None
        self._css: list[str] = []
        parser.ordered_attributes = True
        parser.specified_attributes = True
        parser.EntityDeclHandler = _refuse
        parser.AttlistDeclHandler = _refuse
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._read_text
        parser.ProcessingInstructionHandler = self._read_instruction

    def _begin(self, name: str, attributes: list[str]) -> None:
        self._depth += 1
        namespace, _, local = name.rpartition(" ")
        if self._out or namespace not in _LIVE:
            return
        opened = _Open(self._depth, self.parser.CurrentByteIndex, local)
        pairs = list(zip(attributes[::2], attributes[1::2], strict=True))
        if _can_run(namespace, local, pairs):
            self._out = opened
            return
        if local == "style" and not self._style:
            self._style, self._css = opened, []
        judged = [_judge(namespace, local, *pair) for pair in pairs]
        if any(judged):
            self._cut_attributes(opened.start, judged)

    def _cut_attributes(self, start: int, judged: list[_Judged | None]) -> None:
        declared = (b"xmlns", b"xmlns:")
        spans = [
            found
            for found in _match_attributes(self._data, start)
            if found[1] != declared[0] and not found[1].startswith(declared[1])
        ]
        for one, span in zip(judged, spans, strict=True):
            if one:
                what, can_run, left = one
                value = html.escape(left).encode("ascii", "xmlcharrefreplace")
                instead = b' %s="%s"' % (span[1], value) if left else b""
                self.cuts.append(_Cut(span.start(), span.end(), what, can_run, instead))

    def _end(self, _name: str) -> None:
        at = self.parser.CurrentByteIndex
        if self._out and self._out.depth == self._depth:
            start = self._out.start
            # of an element that is only a tag, this is behind it
            is_tag = self._data[at - 2 : at] == b"/>" and at == _find_end(self._data, start)
            end = at if is_tag else _find_end(self._data, at)
            self.cuts.append(_Cut(start, end, f"<{self._out.name}>", can_run=True))
            self._out = None
        elif self._style and self._style.depth == self._depth:
            css, what = _clean_css("".join(self._css))
            if what:
                text = html.escape(css).encode("ascii", "xmlcharrefreplace")
                start = _find_end(self._data, self._style.start)
                self.cuts.append(_Cut(start, at, what, can_run=False, instead=text))
            self._style = None
        self._depth -= 1

    def _read_text(self, text: str) -> None:
        if self._style and not self._out:
            self._css.append(text)

    def _read_instruction(self, target: str, _text: str) -> None:
        # also one that turns the drawing into something else (XSL Transformations)
        if target == "xml-stylesheet" and not self._out:
            start = self.parser.CurrentByteIndex
            end = self._data.index(b"?>", start) + 2
            self.cuts.append(_Cut(start, end, f"<?{target}?>", can_run=True))


def _match_attributes(data: bytes, start: int) -> Iterator[re.Match[bytes]]:
    """Yield the attributes of the tag at `start`, which expat has read."""
    name = _NAME.match(data, start)
    at = name.end() if name else start
    while found := _ATTRIBUTE.match(data, at):
        yield found
        at = found.end()


def _find_end(data: bytes, start: int) -> int:
    """Return where the tag at `start` ends: within a value, `>` may stand for itself."""
    values = [found.end() for found in _match_attributes(data, start)]
    return data.index(b">", values[-1] if values else start) + 1


def _refuse(*_declared: object) -> None:
    """Refuse a file that declares what its text would become by it."""
    raise UncleanError


def _can_run(namespace: str, local: str, attributes: list[tuple[str, str]]) -> bool:
    if namespace == _HTML:
        return local not in _SETS_TEXT
    if local in _ANIMATE:
        named = (
            value.strip().rpartition(":")[2] for key, value in attributes if key == "attributeName"
        )
        return any(one.startswith("on") or one in _ADDRESSES for one in named)
    return local in _RUN


def _judge(namespace: str, element: str, key: str, value: str) -> _Judged | None:
    """Return what an attribute does where that is too much."""
    space, _, local = key.rpartition(" ")
    if space not in _NAMED:
        return None
    if not space and local.lower().startswith("on"):
        return local, True, ""
    if local in _ADDRESSES:
        address = _IGNORED.sub("", value).lower()
        found = _SCHEME.match(address)
        if not found or _is_harmless(found[1], address, namespace, element):
            return None
        is_load = found[1] in {None, "http", "https"}
        return value, not is_load, ""
    css, what = _clean_css(value)
    return (what, False, css) if what else None


def _is_harmless(scheme: str | None, address: str, namespace: str, element: str) -> bool:
    if element == "a" or namespace == _MATHML:
        return scheme in {None, *_LINK_SCHEMES}
    return element in _SHOW and address.startswith("data:image/")


def _clean_css(css: str) -> tuple[str, str]:
    """Return a style that loads nothing from elsewhere, and what it would have loaded first."""
    what = _find_load(css) if any(sign in css for sign in "(@\\") else ""
    if not what:
        return css, ""
    left = _LOADS.sub(_leave_out, css)
    # one that hides what it loads was written by no program that draws
    return "" if _find_load(left) else left, what


def _find_load(css: str) -> str:
    """Return what a style loads first, as browsers read it; empty for nothing."""
    read = _COMMENT.sub(lambda found: found["kept"] or "", css) if "/*" in css else css
    read = _ESCAPE.sub(_unescape, read) if "\\" in read else read
    return next((one[0] for one in _LOADS.finditer(read) if not one["kept"]), "")


def _unescape(found: re.Match[str]) -> str:
    try:
        return chr(int(found[1], 16)) if found[1] else str(found[2])
    except ValueError:
        return ""


def _leave_out(found: re.Match[str]) -> str:
    if found["kept"] or found[0].startswith("@"):
        return found["kept"] or ""
    return "url(data:,)"
