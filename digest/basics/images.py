"""How large an image is, so that a page can leave room for it, and where it looks otherwise."""

from __future__ import annotations

import html
import io
import re
import warnings

import msgspec

from digest.basics.conflicts import settle_bytes
from digest.basics.lazyregex import lazy_regex

SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg")
"""The kinds of image that browsers show."""

_SVG = "http://www.w3.org/2000/svg"
_EXIF_ORIENTATION = 0x0112
_ON_ITS_SIDE = frozenset({5, 6, 7, 8})
# MPO is a JPEG with another behind it, as some cameras make
_COMMON_FORMATS = frozenset({"PNG", "JPEG", "MPO", "GIF"})
_COMMON_MODES = frozenset({"1", "L", "P", "RGB"})
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "AVIF")
_LONGEST_SIDE = 1_000_000
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


class Size(msgspec.Struct, frozen=True):
    """In CSS pixels."""

    width: int
    height: int
    fickle: bool = False
    """Whether it may look otherwise elsewhere: it is no PNG, JPEG or GIF, one sees through it, it
    lies on its side, or its colours are not 8 bits of grey or RGB; of an SVG, whether it has words,
    which each machine sets in another face, or shows other files."""


def is_image_name(name: str) -> bool:
    """Tell by its name whether a file is an image."""
    return name.lower().endswith(SUFFIXES)


def says_nothing(alt: str) -> bool:
    """Tell whether a text that stands for an image is none, or only names a file."""
    return not alt or is_image_name(alt)


def measure(data: bytes, name: str) -> Size | None:
    """Return the size of an image as it is shown, or None where it cannot be read as one.

    Only the head is read, so that a picture that would unpack to gigabytes costs nothing. A
    photograph that a camera marked as lying on its side is measured upright.
    """
    if not is_image_name(name):
        return None
    return _measure_svg(data) if name.lower().endswith(".svg") else _measure_bitmap(data)


_OTHERS = (b"II*\0", b"MM\0*", b"BM", b"%PDF", b"\x00\x00\x01\x00")
"""What files of TIFF, BMP, PDF and of icons begin with."""
_TOO_LARGE = "it has too many pixels; make it smaller"


def find_fault(data: bytes, name: str) -> str:
    """Return what to do about an image that `measure` cannot read, as a hint."""
    start = data[:200].lstrip().lower()
    if not data:
        return "the file is empty"
    if data.startswith(b"version https://git-lfs"):
        return "it only points to where Git LFS has it: run 'git lfs pull'"
    if start.startswith((b"<!doctype html", b"<html")):
        return "it is a web page; save the image itself"
    if name.lower().endswith(".svg"):
        return _find_svg_fault(data)
    is_other = data.startswith(_OTHERS) or data[4:12] in {b"ftypheic", b"ftypmif1", b"ftypisom"}
    if is_other or start.startswith((b"<svg", b"<?xml")):
        return "it is of another kind than its name says: use PNG, JPEG, GIF, WebP, AVIF or SVG"
    return _TOO_LARGE if _is_too_large(data) else "is the file whole?"


def _find_svg_fault(data: bytes) -> str:
    if settle_bytes(data, "").diagnostics:
        return "git left a conflict in it: keep one of the two texts"
    if b"\0" in data:
        return "save it as UTF-8"
    if b"<!ENTITY" in data:
        return "save it without entities, as '<!ENTITY …>'"
    if _read_svg(data):
        return "give its '<svg>' a viewBox, as 'viewBox=\"0 0 640 480\"'"
    return "is the file whole?"


def _is_too_large(data: bytes) -> bool:
    from PIL import Image  # noqa: PLC0415 -- as above

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            Image.open(io.BytesIO(data), formats=_FORMATS).close()
    except Image.DecompressionBombError:
        return True
    except Exception:  # noqa: BLE001 -- as above
        return False
    return False


def _measure_bitmap(data: bytes) -> Size | None:
    from PIL import Image  # noqa: PLC0415 -- 30 ms, for new images only

    try:
        with warnings.catch_warnings():
            # of pixels that are never unpacked here, and of damaged notes of the camera
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                width, height = image.size
                # only if the head has it: Pillow would unpack a PNG to look behind the picture
                tags = image.getexif() if "exif" in image.info else {}
                orientation = tags.get(_EXIF_ORIENTATION, 1)
                fickle = (
                    orientation in range(2, 9)
                    or image.mode not in _COMMON_MODES
                    or image.format not in _COMMON_FORMATS
                    or "transparency" in image.info
                )
    except Exception:  # noqa: BLE001 -- each format's reader raises its own at a damaged file
        return None
    turned = orientation in _ON_ITS_SIDE
    return Size(*((height, width) if turned else (width, height)), fickle)


def _measure_svg(data: bytes) -> Size | None:
    elements = _read_svg(data)
    if elements is None:
        return None
    head = elements[0][1]
    width, height = _pixels(head.get("width", "")), _pixels(head.get("height", ""))
    box = [_pixels(part) for part in re.split(r"[\s,]+", head.get("viewBox", "").strip())]
    if len(box) == 4 and box[2] and box[3]:  # noqa: PLR2004 -- x, y, width, height
        ratio = box[2] / box[3]
        width = width or (height * ratio if height else box[2])
        height = height or width / ratio
    if not (0 < width <= _LONGEST_SIDE and 0 < height <= _LONGEST_SIDE):
        return None
    return Size(max(round(width), 1), max(round(height), 1), any(map(_is_fickle, elements)))


Element = tuple[str, dict[str, str]]
"""The name of an element, without its namespace, and its attributes."""


def _is_fickle(element: Element) -> bool:
    """Tell whether an element of an SVG looks otherwise elsewhere, or not at all."""
    name, attributes = element
    if name in {"text", "foreignObject"}:
        return True
    shown = next((attributes[key] for key in attributes if key.endswith("href")), "")
    return name in {"image", "feImage"} and not shown.startswith("data:")


def _read_svg(data: bytes) -> list[Element] | None:
    """Return the elements of an SVG, the outermost first; None where the file is no SVG."""
    from xml.parsers import expat  # noqa: PLC0415 -- few newsletters have an SVG

    elements: list[Element] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.EntityDeclHandler = _refuse_entity

    def keep(name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        # what draws nothing need not be kept
        if not elements or local in {"text", "foreignObject", "image", "feImage"}:
            elements.append((local if namespace in {"", _SVG} else "", attributes))

    parser.StartElementHandler = keep
    try:
        parser.Parse(data, True)  # noqa: FBT003 -- the end of the data
    except (expat.ExpatError, ValueError, LookupError):
        return None
    return elements if elements[0][0] == "svg" else None


_SCRIPTS = lazy_regex(
    r"<\s*(?:[\w-]+:)?(?:script|foreignObject|iframe|embed|object|handler|listener)\b"
    r"|\son[a-z]+\s*=(?=\s*[\"'])|javascript:",
    re.IGNORECASE,
)
_CODE = (".js", ".mjs")
_PAGES = (".html", ".htm", ".xhtml", ".xht", *_CODE)


def may_run_scripts(name: str) -> bool:
    """Tell by its name whether a browser may run what is in a file that it shows by itself."""
    return name.lower().endswith((*_PAGES, ".svg"))


def find_scripts(data: bytes, name: str) -> str:
    """Return what of a file may run as a script where it is shown by itself; empty for nothing.

    A drawing in a page runs none (SVG 2, "Image contexts"); at its own address it does. A page
    without a tag, as those by which one shows to others that a site is one's own, has none.
    """
    if not may_run_scripts(name):
        return ""
    if name.lower().endswith(_PAGES):
        is_code = name.lower().endswith(_CODE)
        return "scripts in this file" if is_code or b"<" in data else ""
    # in UTF-16, the letters are those of ASCII with a zero beside each
    text = data.replace(b"\0", b"").decode("latin-1")
    found = _SCRIPTS.search(html.unescape(text))
    return f"'{' '.join(found[0].split())}' in this file" if found else ""


def _refuse_entity(*_declared: object) -> None:
    """Refuse a file that declares entities: what they unpack to has no bound."""
    raise ValueError("an SVG with entities")


def _pixels(length: str) -> float:
    """Return a length in CSS pixels; 0 where there is none or it depends on the page."""
    found = re.fullmatch(r"\s*\+?(\d*\.?\d+(?:[eE][+-]?\d{1,3})?)(px|pt|pc|mm|cm|in|)\s*", length)
    return float(found[1]) * _UNITS[found[2]] if found else 0.0
