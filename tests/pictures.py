"""Pictures for tests: such as newsletters have, and such as nobody should meet."""

from __future__ import annotations

import io
import random
from typing import Any

from PIL import Image, ImageDraw


def encode(image: Image.Image, form: str = "PNG", **options: Any) -> bytes:
    """Return an image as a file of a form that Pillow knows."""
    made = io.BytesIO()
    image.save(made, form, **options)
    return made.getvalue()


def photograph(width: int = 1600, height: int = 1000, seed: int = 1) -> Image.Image:
    """Return what has as many colours as a photograph, as soft."""
    chance = random.Random(seed)
    size = (width // 20 + 2, height // 20 + 2)
    small = Image.frombytes("RGB", size, chance.randbytes(3 * size[0] * size[1]))
    return small.resize((width, height), Image.Resampling.BICUBIC)


def located(image: Image.Image) -> bytes:
    """Return an image as a JPEG that tells where it was taken."""
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (52.0, 31.0, 12.0)}
    return encode(image, "JPEG", exif=exif)


def plot(width: int = 1600, height: int = 1000) -> Image.Image:
    """Return a plot of few colours, with letters in it."""
    drawn = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(drawn)
    for step in range(0, width, 40):
        pen.line((0, step * height // width, step, height), ("#a8401f", "#225588")[step % 80 // 40])
        pen.text((step, step * height // width), f"{step} seconds", "#24211d", font_size=22)
    return drawn.quantize(32)
