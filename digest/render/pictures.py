"""Pictures made fit for mail: PNG or JPEG, opaque, and no wider than they are ever shown."""

from __future__ import annotations

import io

from digest.site.mail import WIDEST

_BACKGROUND = (255, 255, 255)
_QUALITY = 85
"""Of a JPEG, of 100: no difference is seen on a screen."""


def make_mail_picture(data: bytes, name: str) -> bytes:
    """Return a picture as PNG, or as JPEG if `name` ends with `.jpg`.

    What one would see through is set on white: mails are read on grounds of any colour. Raises
    OSError or ValueError where the picture is damaged; its head was read before.
    """
    from PIL import Image, ImageOps  # noqa: PLC0415 -- 30 ms, for new pictures only

    with Image.open(io.BytesIO(data)) as opened:
        image = ImageOps.exif_transpose(opened).convert("RGBA")
    ground = Image.new("RGBA", image.size, (*_BACKGROUND, 255))
    flat = Image.alpha_composite(ground, image).convert("RGB")
    if flat.width > WIDEST:
        height = round(flat.height * WIDEST / flat.width)
        flat = flat.resize((WIDEST, height), Image.Resampling.LANCZOS)
    made = io.BytesIO()
    if name.endswith(".jpg"):
        flat.save(made, "JPEG", quality=_QUALITY, optimize=True)
    else:
        flat.save(made, "PNG", optimize=True)
    return made.getvalue()
