"""Pictures made fit for mails and feeds: PNG, JPEG or GIF, opaque, and no wider than is shown."""

from __future__ import annotations

import io
import itertools
import posixpath
from typing import TYPE_CHECKING

from digest.basics.colours import parse_colour
from digest.basics.diagnostics import Checked, Diagnostic
from digest.basics.images import MOST_PIXELS, find_suffix, measure
from digest.render.bitmaps import count_pixels, unpack, unpack_frames
from digest.render.rasterise import rasterise
from digest.site.mailpictures import WIDEST

if TYPE_CHECKING:
    from PIL.Image import Image as Bitmap

    from digest.basics.colours import Colour
    from digest.site.views.mailpicture import MailPicture

_DENSITY = 2
"""Pixels of a drawing for each in CSS."""
_QUALITY = 85
"""Of a JPEG, of 100: no difference is seen on a screen."""
_MOST_COLOURS = 256
"""Of a plot or drawing; a PNG of so few is a third as long with a palette."""


def make_mail_picture(data: bytes, source: str, path: str, view: MailPicture) -> Checked[bytes]:
    """Return the picture in the file `source` as the PNG, JPEG or GIF that `path` names.

    Problems: `image-missing`, where it is damaged; its head alone was read before.
    """
    ground = parse_colour(view.ground)
    assert ground  # noqa: S101 -- it is chosen among those that are read
    try:
        is_gif = path.endswith(".gif")
        return Checked(_make_gif(data, ground) if is_gif else _make(data, source, path, ground))
    except Exception as error:  # noqa: BLE001 -- each format's reader raises its own at a damaged file
        message = f"this picture cannot be made fit for the mail: {error}"
        is_drawing = source.lower().endswith(".svg")
        hint = f"put a PNG of the same name beside '{posixpath.basename(source)}'"
        hint = hint if is_drawing else "is the file whole? does a picture program open it?"
        return Checked(None, (Diagnostic(source, 1, 1, "image-missing", message, hint),))


def _make(data: bytes, source: str, path: str, ground: Colour) -> bytes:
    from PIL import Image  # noqa: PLC0415 -- 30 ms, for new pictures only

    if source.lower().endswith(".svg") and (size := measure(data, source)):
        data = rasterise(data, min(_DENSITY * size.width, WIDEST))
    image = unpack(data)
    profile = image.info.get("icc_profile", b"")
    flat = _flatten(image, ground)
    few = flat.getcolors(_MOST_COLOURS) is not None
    if flat.width > WIDEST:
        height = max(round(flat.height * WIDEST / flat.width), 1)
        flat = flat.resize((WIDEST, height), Image.Resampling.LANCZOS)
    made = io.BytesIO()
    if path.endswith(".jpg"):
        flat.save(made, "JPEG", quality=_QUALITY, optimize=True, icc_profile=profile)
        return made.getvalue()
    if few:
        flat = _reduce(flat)
    flat.save(made, "PNG", optimize=True, icc_profile=profile)
    return made.getvalue()


def _make_gif(data: bytes, ground: Colour) -> bytes:
    """Return a GIF that moves as before; one of too many pixels to unpack stays as it is.

    A picture of another kind may have its name: of too many pixels, it has its first frame alone.
    """
    is_gif = find_suffix(data) == ".gif"
    is_large = count_pixels(data) > MOST_PIXELS
    if is_large and is_gif:
        return data
    frames, said, is_clear = [], [], not is_gif
    for frame in itertools.islice(unpack_frames(data), 1 if is_large else None):
        is_clear = is_clear or frame.getchannel("A").getextrema() != (255, 255)
        frames.append(_reduce(_flatten(frame, ground)))
        said.append(frame.info)
    if not is_clear:
        return data
    # without it, a GIF moves once
    repeated = {"loop": said[0]["loop"]} if "loop" in said[0] else {}
    made = io.BytesIO()
    durations = [info.get("duration", 0) for info in said]
    first, *others = frames
    first.save(made, "GIF", save_all=True, append_images=others, duration=durations, **repeated)
    return made.getvalue()


def _reduce(image: Bitmap) -> Bitmap:
    """Return a picture with a palette."""
    from PIL import Image  # noqa: PLC0415 -- as above

    return image.quantize(_MOST_COLOURS, dither=Image.Dither.NONE)


def _flatten(image: Bitmap, ground: Colour) -> Bitmap:
    """Return a picture opaque on a ground, with red, green and blue."""
    from PIL import Image  # noqa: PLC0415 -- as above

    if image.mode != "RGBA":
        return image.convert("RGB")
    below = Image.new("RGBA", image.size, (*ground[:3], 255))
    return Image.alpha_composite(below, image).convert("RGB")
