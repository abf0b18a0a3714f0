"""What an SVG says of itself: its size, what it shows, and how much it unpacks to."""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.conflicts import settle_bytes
from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Mapping

_SVG = "http://www.w3.org/2000/svg"
_LONGEST_SIDE = 1_000_000
_DEEPEST = 500
"""How deep elements may stand in one another; what draws them gives up at some depth."""
_MOST_ELEMENTS = 1_000_000
"""Those that a drawing may have, with all that it shows again by `use`."""
# CSS Values and Units 4, section 6.2, "Absolute lengths"
_UNITS = {
    "": 1.0,
    "px": 1.0,
    "pt": 96 / 72,
    "pc": 16.0,
    "mm": 9.6 / 2.54,
    "cm": 96 / 2.54,
    "in": 96.0,
}
_LINKS = frozenset({"a", "script"})
"""Elements whose address is not that of something shown."""
_OUTER = lazy_regex(r"""@import\s+["']([^"']*)|url\(\s*["']?(?!\#|data:)([^"')]*)""", re.IGNORECASE)
"""What a style loads from another file."""


class Svg(msgspec.Struct, frozen=True):
    """A drawing."""

    width: int
    """In CSS pixels; 0 where it has none."""
    height: int
    is_fickle: bool
    """Whether it looks otherwise elsewhere: it has words, or shows other files."""
    outer: str
    """Another file that it shows; empty for none."""


class _TooMuchError(ValueError):
    """A drawing that is deeper, or unpacks to more, than anything draws."""


def read_svg(data: bytes) -> Svg | None:
    """Read a drawing; None where the file is none, or one that nothing can draw."""
    try:
        reader = _Reader(data)
    except ValueError:
        return None
    width, height = _measure(reader.head)
    return Svg(width, height, reader.has_words or bool(reader.outer), reader.outer)


def find_svg_fault(data: bytes) -> str:
    """Return what to do about a drawing that has no size or cannot be read, as a hint."""
    if settle_bytes(data, "").diagnostics:
        return "git left a conflict in it: keep one of the two texts"
    if b"\0" in data:
        return "save it as UTF-8"
    if b"<!ENTITY" in data:
        return "save it without entities, as '<!ENTITY …>'"
    try:
        _Reader(data)
    except _TooMuchError:
        return "it unpacks to more than browsers draw: save it simpler, or as a PNG"
    except ValueError:
        return "is the file whole?"
    return "give its '<svg>' a viewBox, as 'viewBox=\"0 0 640 480\"'"


class _Reader:
    """Reads a drawing; raises ValueError where it is none."""

    def __init__(self, data: bytes) -> None:
        from xml.parsers import expat  # noqa: PLC0415 -- few newsletters have an SVG

        self.head: Mapping[str, str] = {}
        self.has_words = False
        self.outer = ""
        self._count = self._depth = 0
        self._open: list[tuple[str, int]] = []
        self._parts: dict[str, tuple[int, int]] = {}
        """By id, the numbers of the first element in it and of the first behind it."""
        self._uses: list[tuple[int, str]] = []
        """The numbers of elements that show another again, and the other's id."""
        self._style: list[str] | None = None
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.EntityDeclHandler = _refuse_entity
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._read_text
        parser.ProcessingInstructionHandler = self._read_instruction
        try:
            parser.Parse(data, True)  # noqa: FBT003 -- the end of the data
        except (expat.ExpatError, LookupError) as error:
            raise ValueError(str(error)) from error
        self._check_weight()

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        local = local if namespace in {"", _SVG} else ""
        if not self._count:
            if local != "svg":
                raise ValueError("no SVG")
            self.head = attributes
        self._count += 1
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _TooMuchError
        self._open.append((attributes.get("id", ""), self._count))
        if local in {"text", "foreignObject"}:
            self.has_words = True
        elif local == "style":
            self._style = []
        self._read_attributes(local, attributes)

    def _read_attributes(self, local: str, attributes: Mapping[str, str]) -> None:
        for key, value in attributes.items():
            if key.endswith("href") and local and local not in _LINKS:
                if local == "use" and value.startswith("#"):
                    self._uses.append((self._count, value[1:]))
                elif not value.startswith(("#", "data:")):
                    self.outer = self.outer or value
            elif "url(" in value:
                self._read_style(value)

    def _end(self, _name: str) -> None:
        id_, first = self._open.pop()
        self._depth -= 1
        if id_:
            self._parts.setdefault(id_, (first, self._count + 1))
        if self._style is not None:
            self._read_style("".join(self._style))
            self._style = None

    def _read_text(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)

    def _read_instruction(self, target: str, text: str) -> None:
        if target == "xml-stylesheet" and (found := re.search(r"""href=["']([^"']*)""", text)):
            self.outer = self.outer or found[1]

    def _read_style(self, style: str) -> None:
        for found in _OUTER.finditer(style):
            self.outer = self.outer or found[1] or found[2]

    def _check_weight(self) -> None:
        """Raise where a few elements that show one another again would be very many."""
        weights: dict[str, int] = {}

        def weigh(first: int, end: int, asking: frozenset[str]) -> int:
            start, stop = (bisect.bisect(self._uses, (number,)) for number in (first, end))
            within = self._uses[start:stop]
            return end - first + sum(weigh_part(id_, asking) for _, id_ in within)

        def weigh_part(id_: str, asking: frozenset[str]) -> int:
            if len(asking) > _DEEPEST // 2:
                raise _TooMuchError
            # what shows itself is not drawn
            if id_ not in weights and id_ in self._parts and id_ not in asking:
                weights[id_] = min(weigh(*self._parts[id_], asking | {id_}), _MOST_ELEMENTS + 1)
            return weights.get(id_, 0)

        if self._uses and weigh(1, self._count + 1, frozenset()) > _MOST_ELEMENTS:
            raise _TooMuchError


def _refuse_entity(*_declared: object) -> None:
    """Refuse a file that declares entities: what they unpack to has no bound."""
    raise ValueError("an SVG with entities")


def _measure(head: Mapping[str, str]) -> tuple[int, int]:
    width, height = _pixels(head.get("width", "")), _pixels(head.get("height", ""))
    box = [_pixels(part) for part in re.split(r"[\s,]+", head.get("viewBox", "").strip())]
    if len(box) == 4 and box[2] and box[3]:  # noqa: PLR2004 -- x, y, width, height
        ratio = box[2] / box[3]
        width = width or (height * ratio if height else box[2])
        height = height or width / ratio
    if not (0 < width <= _LONGEST_SIDE and 0 < height <= _LONGEST_SIDE):
        return 0, 0
    return max(round(width), 1), max(round(height), 1)


def _pixels(length: str) -> float:
    """Return a length in CSS pixels; 0 where there is none or it depends on the page."""
    found = re.fullmatch(r"\s*\+?(\d*\.?\d+(?:[eE][+-]?\d{1,3})?)(px|pt|pc|mm|cm|in|)\s*", length)
    return float(found[1]) * _UNITS[found[2]] if found else 0.0
