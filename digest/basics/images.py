"""How large an image is, so that a page can leave room for it, and where it looks otherwise."""

from __future__ import annotations

import io
import re
import warnings
import zlib
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.svgs import find_svg_fault, read_svg

if TYPE_CHECKING:
    from PIL.Image import Image as Bitmap

MOST_PIXELS = 60_000_000
"""A picture of more is not unpacked here, and may not be on a telephone."""

SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg")
"""The kinds of image that browsers show."""

ORIENTATION, _PLACE = 0x0112, 0x8825
"""Notes of a camera, by their numbers (Exif, 4.6.4 and 4.6.3)."""
ON_ITS_SIDE = frozenset({5, 6, 7, 8})
# MPO is a JPEG with another behind it, as some cameras make
_COMMON_FORMATS = frozenset({"PNG", "JPEG", "MPO", "GIF"})
_COMMON_MODES = frozenset({"1", "L", "P", "RGB"})
_CLEAR_MODES = frozenset({"LA", "PA", "RGBA"})
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "AVIF")


class Size(msgspec.Struct, frozen=True):
    """In CSS pixels."""

    width: int
    height: int
    fickle: bool = False
    """Whether it may look otherwise elsewhere: it is no PNG, JPEG or GIF, one sees through it, it
    lies on its side, or its colours are not 8 bits of grey or RGB; of an SVG, whether it has words,
    which each machine sets in another face, or shows other files."""
    outer: str = ""
    """Another file that an SVG shows, which no browser loads into a picture; empty for none."""
    is_located: bool = False
    """Whether it tells where a photograph was taken."""
    is_clear: bool = False
    """Whether one may see through a bitmap; through an SVG one may anyhow."""


def is_image_name(name: str) -> bool:
    """Tell by its name whether a file is an image."""
    return name.lower().endswith(SUFFIXES)


def find_suffix(data: bytes) -> str:
    """Return the ending that a file's name must have for what it begins with; empty for none."""
    if data.startswith(b"\x89PNG\r\n"):
        return ".png"
    if data.startswith(b"\xff\xd8\xff"):
        return ".jpg"
    if data.startswith(b"GIF8"):
        return ".gif"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return ".webp"
    if data[4:12] in {b"ftypavif", b"ftypavis"}:
        return ".avif"
    return ".svg" if _SVG_BEGINS.match(data) else ""


_SVG_BEGINS = lazy_regex(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]",
    re.DOTALL | re.IGNORECASE,
)


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
    if not name.lower().endswith(".svg"):
        return _measure_bitmap(data)
    svg = read_svg(data)
    return Size(svg.width, svg.height, svg.is_fickle, svg.outer) if svg and svg.width else None


_OTHERS = (b"II*\0", b"MM\0*", b"BM", b"%PDF", b"\x00\x00\x01\x00")
"""What files of TIFF, BMP, PDF and of icons begin with."""
_BITMAPS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF")
_TOO_LARGE = "it has too many pixels; make it smaller"


DAMAGED = "copy it anew from where it is whole, or open it in a picture program and save it"
"""What to do about an image of which a part is lost, as a hint."""


def find_fault(data: bytes, name: str) -> str:
    """Return what to do about an image that `measure` cannot read, as a hint."""
    start = data[:200].lstrip().lower()
    if not data:
        return "the file is empty"
    if data.startswith(b"version https://git-lfs"):
        return "it only points to where Git LFS has it: run 'git lfs pull'"
    if start.startswith((b"<!doctype html", b"<html")):
        return "it is a web page; save the image itself"
    is_svg = name.lower().endswith(".svg")
    is_other = data.startswith(_OTHERS) or data[4:12] in {b"ftypheic", b"ftypmif1", b"ftypisom"}
    if is_other or (data.startswith(_BITMAPS) if is_svg else start.startswith((b"<svg", b"<?xml"))):
        return "it is of another kind than its name says: use PNG, JPEG, GIF, WebP, AVIF or SVG"
    if is_svg:
        return find_svg_fault(data)
    return _TOO_LARGE if _is_too_large(data) else "is the file whole?"


def has_its_end(data: bytes, name: str) -> bool:
    """Tell whether a bitmap has its end and, where its kind can tell, no byte of it is another.

    Only one that seems to lack its end is unpacked.
    """
    if name.lower().endswith(".svg"):
        return True
    if data.startswith(b"\x89PNG"):
        return _is_png_whole(data)
    if data.startswith(b"\xff\xd8"):
        whole = with_jpeg_end(data)
        return whole is data or _is_unpacked(data) or _is_jpeg_unpacked(whole)
    is_cut = data.startswith(b"GIF8") and not data.rstrip(b"\0").endswith(b";")
    return not is_cut or _is_unpacked(data)


_JPEG_END = b"\xff\xd9"


def with_jpeg_end(data: bytes) -> bytes:
    """Return a JPEG with the mark of its end, without which browsers show it all the same."""
    if not data.startswith(b"\xff\xd8") or data.rstrip(b"\0").endswith(_JPEG_END):
        return data
    return data.removesuffix(_JPEG_END[:1]) + _JPEG_END


def _is_jpeg_unpacked(whole: bytes) -> bool:
    """Tell whether a JPEG that was given an end lacks nothing else.

    What is lacking would be read from what is put before the end.
    """
    more = whole.removesuffix(_JPEG_END) + b"\x5a\xa5" * 500 + _JPEG_END
    try:
        with _opened(whole) as one, _opened(more) as other:
            return one.tobytes() == other.tobytes()
    except Exception:  # noqa: BLE001 -- as above
        return False


def _is_png_whole(data: bytes) -> bool:
    """Check the sums of a PNG's parts, up to its end (PNG, 5.3 and 5.4)."""
    at = 8
    while at + 12 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        end = at + 12 + length
        is_sound = zlib.crc32(data[at + 4 : end - 4]) == int.from_bytes(data[end - 4 : end], "big")
        # a part whose name begins with a small letter is only a note
        if kind[:1].isupper() and not is_sound:
            return False
        if kind == b"IEND":
            return True
        at = end
    return False


def _is_unpacked(data: bytes) -> bool:
    try:
        with _opened(data) as image:
            if image.width * image.height <= MOST_PIXELS:
                image.load()
    except Exception:  # noqa: BLE001 -- each format's reader raises its own at a damaged file
        return False
    return True


def _opened(data: bytes) -> Bitmap:
    from PIL import Image  # noqa: PLC0415 -- 30 ms, for new images only

    with warnings.catch_warnings():
        # of many pixels, which are seldom unpacked here
        warnings.simplefilter("ignore")
        return Image.open(io.BytesIO(data), formats=FORMATS)


def _is_too_large(data: bytes) -> bool:
    from PIL import Image  # noqa: PLC0415 -- as above

    try:
        _opened(data).close()
    except Image.DecompressionBombError:
        return True
    except Exception:  # noqa: BLE001 -- as above
        return False
    return False


def _measure_bitmap(data: bytes) -> Size | None:
    try:
        with warnings.catch_warnings():
            # of damaged notes of the camera
            warnings.simplefilter("ignore")
            with _opened(data) as image:
                width, height = image.size
                # only if the head has it: Pillow would unpack a PNG to look behind the picture
                tags = image.getexif() if "exif" in image.info else {}
                orientation = tags.get(ORIENTATION, 1)
                is_located = _PLACE in tags
                is_clear = image.mode in _CLEAR_MODES or "transparency" in image.info
                fickle = (
                    is_clear
                    or orientation in range(2, 9)
                    or image.mode not in _COMMON_MODES
                    or image.format not in _COMMON_FORMATS
                )
    except Exception:  # noqa: BLE001 -- each format's reader raises its own at a damaged file
        return None
    turned = orientation in ON_ITS_SIDE
    shown = (height, width) if turned else (width, height)
    return Size(*shown, fickle, is_located=is_located, is_clear=is_clear)
