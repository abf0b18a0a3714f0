"""The formats and sizes in which browsers may take a picture in place of its file.

AVIF and WebP, in the widths in which a theme shows pictures, where that saves bytes. How they are
encoded was measured with plots, screenshots and photographs: a plot has as sharp letters in AVIF of
this quality, and a third of the bytes. They have nothing of what a camera notes of a place. What is
made is kept in the user's cache folder.
"""

from __future__ import annotations

import functools
import io
import posixpath
from typing import TYPE_CHECKING

import msgspec

from digest.basics.images import MOST_PIXELS
from digest.basics.text import fingerprint
from digest.basics.usercache import keep, recall
from digest.render.bitmaps import PHOTOGRAPHS, has_gamma, is_moving, unpack

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PIL.Image import Image as Bitmap

_AVIF, _WEBP = "image/avif", "image/webp"
_SUFFIXES = {_AVIF: "avif", _WEBP: "webp"}
_KINDS = (".png", ".jpg", ".jpeg", ".gif", ".webp")
"""The kinds of pictures that there are others of: an AVIF is as small as it can be."""
_RECIPE = 2
"""Differs from that of an earlier digest which made others of the same picture."""
_FEW_BYTES = 8_000
"""A picture of fewer is loaded as fast as any."""
_LONGEST_SIDE = 16_383
"""Of a WebP, in pixels."""
_ALIKE = 0.85
"""A picture of which another has more than this part of the width is not made besides."""
_MOST_COLOURS = 256
"""Of a drawing that may be shorter without any loss."""


class Encoded(msgspec.Struct, frozen=True):
    """A picture in one format and width."""

    media_type: str
    width: int = 0
    data: bytes = b""
    """Empty where that is the file itself, in its own width, which is as short as any."""


class Encodings(msgspec.Struct, frozen=True):
    """What there is in place of a picture."""

    encoded: tuple[Encoded, ...] = ()
    """By format, the shorter first, and by width."""
    is_damaged: bool = False
    """Whether it cannot be unpacked."""


def is_worth_it(name: str, size: int, width: int, height: int) -> bool:
    """Tell whether a picture may have others in its place; `size` is how many bytes it has."""
    if not name.lower().endswith(_KINDS):
        return False
    is_bounded = width * height <= MOST_PIXELS and max(width, height) <= 4 * _LONGEST_SIDE
    return size >= _FEW_BYTES and width > 1 and is_bounded


def make_encodings(data: bytes, widths: Sequence[int]) -> Encodings:
    """Return what there is in place of a picture, in these widths or its own.

    It is made once: the next time, in whatever newsletter, it is taken from the cache.
    """
    key = fingerprint(data, msgspec.json.encode((_RECIPE, widths, _read_versions())))
    kept = recall("figures", key, key)
    if kept is not None:
        return msgspec.msgpack.decode(kept, type=Encodings)
    made = _make(data, tuple(widths))
    keep("figures", key, key, msgspec.msgpack.encode(made))
    return made


def name_variant(address: str, one: Encoded) -> str:
    """Return the address of a picture in another format, from that of the file itself.

    It has a hash, so that what is at an address never changes.
    """
    if not one.data:
        return address
    stem = posixpath.splitext(address)[0]
    # two files of one picture would else be two of one name
    hash_ = fingerprint(address, one.data)[:8]
    return f"{stem}.{one.width}.{hash_}.{_SUFFIXES[one.media_type]}"


def render_variant(data: bytes, widths: Sequence[int], path: str) -> bytes | None:
    """Return that of a picture's encodings which is planned at a path; None where it is none."""
    width, _, suffix = posixpath.basename(path).split(".")[-3:]
    every = make_encodings(data, widths).encoded
    return next(
        (
            one.data
            for one in every
            if str(one.width) == width and _SUFFIXES[one.media_type] == suffix
        ),
        None,
    )


def _read_versions() -> list[str | None]:
    """Return the versions of what encodes, each of which makes bytes of its own."""
    import PIL  # noqa: PLC0415 -- 30 ms, for new pictures only
    from PIL import features  # noqa: PLC0415 -- as above

    return [PIL.__version__, features.version("avif"), features.version("webp")]


# each of a picture's files asks for all, which no cache may have where none can be written
@functools.lru_cache(maxsize=2)
def _make(data: bytes, widths: tuple[int, ...]) -> Encodings:
    try:
        if is_moving(data) or has_gamma(data):
            return Encodings()
        image = unpack(data, max(widths))
    except MemoryError:
        return Encodings()
    except Exception:  # noqa: BLE001 -- each format's reader raises its own at a damaged file
        return Encodings(is_damaged=True)
    made = [*_encode(image, widths)]
    avif, webp = (
        _choose([one for one in made if one.media_type == kind], len(data)) for kind in _SUFFIXES
    )
    if avif and webp and len(avif[0].data) >= len(webp[0].data):
        avif = []
    return Encodings((*avif, *webp))


def _encode(image: Bitmap, widths: Sequence[int]) -> Iterator[Encoded]:
    from PIL import Image, features  # noqa: PLC0415 -- as above

    widest = min(image.width, max(widths))
    chosen = [*(width for width in sorted(widths) if width < _ALIKE * widest), widest]
    few = image.convert("RGB").getcolors(_MOST_COLOURS) is not None
    profile = image.info.get("icc_profile", b"")
    # letters in colour are blurred where four pixels share one
    shared = "4:2:0" if image.format in PHOTOGRAPHS else "4:4:4"
    for width in chosen:
        height = max(round(image.height * width / image.width), 1)
        if height > _LONGEST_SIDE:
            continue
        is_whole = width == image.width
        sized = image if is_whole else image.resize((width, height), Image.Resampling.LANCZOS)
        if features.check("avif"):
            how = {"quality": 60, "speed": 7, "subsampling": shared, "max_threads": 1}
            yield Encoded(_AVIF, width, _save(sized, "AVIF", icc_profile=profile, **how))
        if features.check("webp"):
            webp = _save(sized, "WEBP", icc_profile=profile, quality=80, method=4)
            if few and is_whole:
                exact = _save(sized, "WEBP", icc_profile=profile, lossless=True, method=4)
                webp = min(webp, exact, key=len)
            yield Encoded(_WEBP, width, webp)


def _save(image: Bitmap, form: str, **how: object) -> bytes:
    made = io.BytesIO()
    image.save(made, form, **how)
    return made.getvalue()


def _choose(made: Sequence[Encoded], size: int) -> list[Encoded]:
    """Choose from one format, narrow ones first, those that are shorter than the next wider one.

    A file of `size` bytes is itself the widest where it is as short as that.
    """
    chosen: list[Encoded] = []
    for one in reversed(made):
        if len(one.data) < size:
            chosen.insert(0, one)
            size = len(one.data)
    if chosen and chosen[-1] is not made[-1]:
        chosen.append(Encoded(made[-1].media_type))
    return chosen
