"""A bitmap of any kind, unpacked for a screen: upright, 8 bits deep, in grey or in RGB."""

from __future__ import annotations

import io
import warnings
from contextlib import suppress
from typing import TYPE_CHECKING

from digest.basics.images import FORMATS, ON_ITS_SIDE, ORIENTATION, with_jpeg_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image as Bitmap

PHOTOGRAPHS = frozenset({"JPEG", "MPO"})
_GAMMA = 1 / 2.2
"""What screens expect."""
_COLOURED = frozenset({"RGB", "RGBA", "P", "PA"})


def is_moving(data: bytes) -> bool:
    """Tell whether an image has more than one frame. Raises what its reader does at a fault."""
    with _open(data) as opened:
        # what a camera puts behind a photograph is no frame
        return opened.format != "MPO" and getattr(opened, "n_frames", 1) > 1


def has_gamma(data: bytes) -> bool:
    """Tell whether a PNG is lighter or darker than its numbers say (PNG, 11.3.2.2).

    Raises what its reader does at a fault.
    """
    with _open(data) as opened:
        is_told = not {"icc_profile", "srgb"} & opened.info.keys()
        return is_told and abs(opened.info.get("gamma", _GAMMA) - _GAMMA) > _GAMMA / 20


def unpack(data: bytes, widest: int = 0) -> Bitmap:
    """Return an image in the mode `L`, `RGB` or `RGBA`, its first frame if it moves.

    Its `format` is that of the file. What of its colours is wider than sRGB stays as it is, with
    the profile in `info`; of ink and of grey with a profile the colours are those of sRGB. A
    photograph may be unpacked smaller, if it is still twice as wide as `widest`. Raises what its
    reader does at a fault.
    """
    from PIL import ImageOps  # noqa: PLC0415 -- as above

    with _open(data) as opened:
        kind, transparency = opened.format, "transparency" in opened.info
        if kind in PHOTOGRAPHS and widest:
            # a JPEG is unpacked in halves, quarters or eighths at no cost
            is_lying = opened.getexif().get(ORIENTATION) in ON_ITS_SIDE
            across = opened.height if is_lying else opened.width
            least = [2 * widest * side // across for side in opened.size]
            opened.draft(opened.mode, (least[0], least[1]))
        upright = ImageOps.exif_transpose(opened)
        profile = opened.info.get("icc_profile", b"")
    made = _convert(upright, profile, has_alpha=transparency or "A" in upright.getbands())
    if made.mode == "RGBA" and made.getchannel("A").getextrema() == (255, 255):
        made = made.convert("RGB")
    made.format = kind
    made.info = {}
    if profile and upright.mode in _COLOURED and not _is_usual(profile):
        made.info["icc_profile"] = profile
    return made


def unpack_frames(data: bytes) -> Iterator[Bitmap]:
    """Return the frames of an image one by one, in the mode `RGBA`.

    What the file says of a frame is in its `info`. Raises what its reader does at a fault.
    """
    from PIL import ImageSequence  # noqa: PLC0415 -- as above

    with _open(data) as opened:
        yield from (frame.convert("RGBA") for frame in ImageSequence.Iterator(opened))


def count_pixels(data: bytes) -> int:
    """Return how many pixels an image has in all frames. Raises as `unpack_frames` does."""
    with _open(data) as opened:
        return opened.width * opened.height * getattr(opened, "n_frames", 1)


def _open(data: bytes) -> Bitmap:
    from PIL import Image  # noqa: PLC0415 -- as above

    with warnings.catch_warnings():
        # of many pixels, whose number was looked at, and of damaged notes of the camera
        warnings.simplefilter("ignore")
        return Image.open(io.BytesIO(with_jpeg_end(data)), formats=FORMATS)


def _convert(image: Bitmap, profile: bytes, *, has_alpha: bool) -> Bitmap:
    if image.mode.startswith("I"):
        # 16 bits of grey, of which Pillow would keep the lower ones
        return image.convert("I").point(lambda grey: grey / 256).convert("L")
    if has_alpha:
        return image.convert("RGBA")
    if image.mode in {"1", "L"}:
        grey = image.convert("L")
        return _convert_colours(grey, profile) or grey
    if image.mode == "CMYK":
        return _convert_colours(image, profile) or image.convert("RGB")
    return image if image.mode == "RGB" else image.convert("RGB")


def _convert_colours(image: Bitmap, profile: bytes) -> Bitmap | None:
    """Return an image in sRGB by its own profile; None where that is none for it."""
    if not profile:
        return None
    from PIL import ImageCms  # noqa: PLC0415 -- few pictures have such a profile

    with suppress(ImageCms.PyCMSError, OSError, ValueError):
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(
            image, own, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    return None


def _is_usual(profile: bytes) -> bool:
    """Tell whether a profile says what browsers take for granted, or nothing."""
    from PIL import ImageCms  # noqa: PLC0415 -- as above

    with suppress(ImageCms.PyCMSError, OSError, ValueError):
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.getProfileDescription(own).startswith("sRGB")
    return True
