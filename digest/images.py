"""How large an image is, so that a page can leave room for it before it is loaded."""

from __future__ import annotations

import io
import re
import warnings
from xml.etree import ElementTree

import msgspec

SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg")
"""The kinds of image that browsers show."""

_EXIF_ORIENTATION = 0x0112
_ON_ITS_SIDE = frozenset({5, 6, 7, 8})
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "AVIF")


class Size(msgspec.Struct, frozen=True):
    """In CSS pixels."""

    width: int
    height: int


def is_image_name(name: str) -> bool:
    """Tell by its name whether a file is an image."""
    return name.lower().endswith(SUFFIXES)


def measure(data: bytes, name: str) -> Size | None:
    """Return the size of an image as it is shown, or None where it cannot be read as one.

    Only the head is read, so that a picture that would unpack to gigabytes costs nothing. A
    photograph that a camera marked as lying on its side is measured upright.
    """
    if not is_image_name(name):
        return None
    return _measure_svg(data) if name.lower().endswith(".svg") else _measure_bitmap(data)


def _measure_bitmap(data: bytes) -> Size | None:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 -- 30 ms, for new images only

    try:
        with warnings.catch_warnings():
            # the warning is of pixels that are never unpacked here
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                width, height = image.size
                turned = image.getexif().get(_EXIF_ORIENTATION) in _ON_ITS_SIDE
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        return None
    return Size(height, width) if turned else Size(width, height)


def _measure_svg(data: bytes) -> Size | None:
    # no entities: what they unpack to has no bound
    if b"<!ENTITY" in data:
        return None
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 -- entities are refused above
    except (ElementTree.ParseError, ValueError):
        return None
    if root.tag.rpartition("}")[2] != "svg":
        return None
    width, height = _pixels(root.get("width")), _pixels(root.get("height"))
    box = [_pixels(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip())]
    if len(box) == 4 and box[2] and box[3]:  # noqa: PLR2004 -- x, y, width, height
        ratio = box[2] / box[3]
        width = width or (height * ratio if height else box[2])
        height = height or width / ratio
    return Size(round(width), round(height)) if width and height else None


def _pixels(length: str | None) -> float:
    """Return a length in CSS pixels; 0 where there is none or it depends on the page."""
    found = re.fullmatch(r"\s*([0-9]*\.?[0-9]+)(px|pt|mm|cm|in|)\s*", length or "")
    units = {"": 1.0, "px": 1.0, "pt": 96 / 72, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
    return float(found[1]) * units[found[2]] if found else 0.0
