"""Icons: square PNGs of a picture, for whoever shows no SVG."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from digest.basics.diagnostics import Checked, Diagnostic
from digest.basics.images import measure
from digest.render.bitmaps import unpack
from digest.render.rasterise import rasterise

if TYPE_CHECKING:
    from digest.site.views.icon import IconView

_MARGIN = 0.1
"""Of an opaque icon's side: phones round its corners."""


def make_icon(data: bytes, source: str, view: IconView) -> Checked[bytes]:
    """Return an icon as PNG, made of the picture in the file `source`: the whole, in the middle.

    Problems: `image-missing`, where it is damaged; its head alone was read before.
    """
    try:
        return Checked(_make(data, source, view))
    except Exception as error:  # noqa: BLE001 -- each format's reader raises its own at a damaged file
        message = f"no icon can be made of this picture: {error}"
        hint = "is the file whole? does a picture program open it?"
        return Checked(None, (Diagnostic(source, 1, 1, "image-missing", message, hint),))


def _make(data: bytes, source: str, view: IconView) -> bytes:
    from PIL import Image, ImageOps  # noqa: PLC0415 -- 30 ms, for new icons only

    size = view.size
    room = size - 2 * round(size * _MARGIN) if view.is_opaque else size
    if source.lower().endswith(".svg") and (found := measure(data, source)):
        width = max(round(room * min(1, found.width / found.height)), 1)
        data = rasterise(data, width)
    fitted = ImageOps.contain(unpack(data).convert("RGBA"), (room, room), Image.Resampling.LANCZOS)
    ground = (255, 255, 255, 255) if view.is_opaque else (0, 0, 0, 0)
    icon = Image.new("RGBA", (size, size), ground)
    corner = ((size - fitted.width) // 2, (size - fitted.height) // 2)
    icon.alpha_composite(fitted, corner)
    made = io.BytesIO()
    (icon.convert("RGB") if view.is_opaque else icon).save(made, "PNG", optimize=True)
    return made.getvalue()
