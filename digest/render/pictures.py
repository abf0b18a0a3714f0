"""Pictures made fit for mail: PNG or JPEG, opaque, and no wider than they are ever shown."""

from __future__ import annotations

import io
import posixpath
from typing import TYPE_CHECKING

from digest.basics.colours import Colour, contrast, parse_colour
from digest.basics.diagnostics import Checked, Diagnostic
from digest.basics.images import measure
from digest.render.bitmaps import unpack
from digest.render.rasterise import rasterise
from digest.site.mail import WIDEST

if TYPE_CHECKING:
    from PIL.Image import Image as Bitmap

_WHITE, _BLACK = Colour(255, 255, 255), Colour(0, 0, 0)
_LIGHT = 8
"""The contrast of black on a paper that is light: what is drawn in it is seen well."""
_DENSITY = 2
"""Pixels of a drawing for each in CSS."""
_QUALITY = 85
"""Of a JPEG, of 100: no difference is seen on a screen."""
_MOST_COLOURS = 256
"""Of a plot or drawing; a PNG of so few is a third as long with a palette."""


def make_mail_picture(data: bytes, source: str, path: str, paper: str) -> Checked[bytes]:
    """Return the picture in the file `source` as PNG, or as JPEG if `path` ends with `.jpg`.

    What one would see through is set on the theme's paper, and on white where that is dark: mails
    are read on grounds of any colour, and pictures are drawn for a light one. Problems:
    `image-missing`, where it is damaged; its head alone was read before.
    """
    try:
        return Checked(_make(data, source, path, _choose_ground(paper)))
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
        flat = flat.quantize(_MOST_COLOURS, dither=Image.Dither.NONE)
    flat.save(made, "PNG", optimize=True, icc_profile=profile)
    return made.getvalue()


def _choose_ground(paper: str) -> Colour:
    colour = parse_colour(paper)
    return colour if colour and contrast(colour, _BLACK) >= _LIGHT else _WHITE


def _flatten(image: Bitmap, ground: Colour) -> Bitmap:
    """Return a picture opaque on a ground, with red, green and blue."""
    from PIL import Image  # noqa: PLC0415 -- as above

    if image.mode != "RGBA":
        return image.convert("RGB")
    below = Image.new("RGBA", image.size, (*ground[:3], 255))
    return Image.alpha_composite(below, image).convert("RGB")
