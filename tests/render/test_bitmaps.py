"""Bitmaps of every kind are unpacked to what a browser shows of them."""

from __future__ import annotations

import io
import struct
from typing import Any

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from digest.render.bitmaps import has_gamma, is_moving, unpack
from tests.pictures import encode, photograph, plot

RED = (200, 30, 30)


def colour(data: bytes, at: tuple[int, int] = (5, 5)) -> object:
    image = unpack(data)
    pixel = image.convert("RGBA" if image.mode == "RGBA" else "RGB").getpixel(at)
    return (image.mode, pixel)


def grey_of_16_bits(value: int) -> bytes:
    return encode(Image.frombytes("I;16", (20, 20), struct.pack("<H", value) * 400))


def is_near(one: object, other: tuple[int, ...], distance: int = 4) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) <= distance for a, b in zip(one, other, strict=True))


def in_palette(**options: Any) -> bytes:
    image = Image.new("P", (20, 20), 1)
    image.putpalette([0, 0, 0, *RED])
    return encode(image, **options)


@pytest.mark.parametrize(
    ("data", "mode", "shown"),
    [
        (encode(Image.new("RGB", (20, 20), RED)), "RGB", RED),
        (encode(Image.new("1", (20, 20), 1)), "L", (255, 255, 255)),
        (encode(Image.new("L", (20, 20), 90)), "L", (90, 90, 90)),
        (encode(Image.new("LA", (20, 20), (90, 100))), "RGBA", (90, 90, 90, 100)),
        (encode(Image.new("LA", (20, 20), (90, 255))), "RGB", (90, 90, 90)),
        (encode(Image.new("RGBA", (20, 20), (*RED, 40))), "RGBA", (*RED, 40)),
        (in_palette(), "RGB", RED),
        (in_palette(transparency=1), "RGBA", (*RED, 0)),
        (encode(Image.new("RGB", (20, 20), RED), transparency=RED), "RGBA", (*RED, 0)),
        (grey_of_16_bits(0x4000), "L", (64, 64, 64)),
        (grey_of_16_bits(0xFFFF), "L", (255, 255, 255)),
        (encode(Image.new("RGB", (20, 20), RED).convert("CMYK"), "JPEG"), "RGB", RED),
        (encode(Image.new("RGB", (20, 20), RED), "GIF"), "RGB", RED),
        (encode(Image.new("RGB", (20, 20), RED), "WEBP", lossless=True), "RGB", RED),
    ],
)
def test_every_kind_has_its_colours(data: bytes, mode: str, shown: tuple[int, ...]) -> None:
    found = colour(data)
    assert isinstance(found, tuple)
    assert found[0] == mode
    assert is_near(found[1], shown), found


def test_a_photograph_is_turned_upright_whatever_it_is_packed_for() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    lying = Image.new("RGB", (400, 200), "white")
    lying.paste(RED, (0, 0, 100, 200))
    for widest in (0, 50):
        image = unpack(encode(lying, "JPEG", exif=exif, quality=95), widest)
        assert image.height == 2 * image.width
        assert is_near(image.getpixel((image.width // 2, 2)), RED, 12)
        assert is_near(image.getpixel((image.width // 2, image.height - 2)), (255, 255, 255), 12)


def test_wider_colours_stay_with_their_profile_and_usual_ones_without() -> None:
    wide = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    usual = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    picture = Image.new("RGB", (20, 20), RED)
    assert unpack(encode(picture, icc_profile=wide)).info == {"icc_profile": wide}
    assert unpack(encode(picture.quantize(4), icc_profile=wide)).info == {"icc_profile": wide}
    assert unpack(encode(picture, icc_profile=usual)).info == {}
    assert unpack(encode(picture, icc_profile=b"no profile at all")).info == {}


def test_a_profile_of_another_kind_of_colours_is_passed_over() -> None:
    usual = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for mode in ("L", "CMYK"):
        form = "JPEG" if mode == "CMYK" else "PNG"
        data = encode(
            Image.new("RGB", (20, 20), (90, 90, 90)).convert(mode), form, icc_profile=usual
        )
        found = colour(data)
        assert isinstance(found, tuple)
        assert is_near(found[1], (90, 90, 90))


def test_what_moves_is_told_from_a_photograph_with_another_behind_it() -> None:
    frames = {"save_all": True, "append_images": [photograph(60, 40, 2)]}
    for form in ("GIF", "WEBP", "PNG"):
        assert is_moving(encode(photograph(60, 40), form, **frames))
    assert not is_moving(encode(photograph(60, 40), "MPO", **frames))
    assert not is_moving(encode(plot(60, 40)))


def test_a_large_photograph_is_unpacked_no_larger_than_needed() -> None:
    data = encode(photograph(4000, 3000), "JPEG")
    assert unpack(data, 500).width == 1000
    assert Image.open(io.BytesIO(data)).width == 4000
    # a panorama that stands upright is as wide as its short side
    exif = Image.Exif()
    exif[0x0112] = 6
    lying = encode(photograph(4000, 600), "JPEG", exif=exif)
    assert unpack(lying, 500).size == (600, 4000)
    assert unpack(lying, 100).size == (300, 2000)


def test_a_png_says_how_light_its_numbers_are() -> None:
    def png(*parts: tuple[bytes, bytes]) -> bytes:
        said = PngImagePlugin.PngInfo()
        for name, data in parts:
            said.add(name, data)
        return encode(plot(60, 40), pnginfo=said)

    assert has_gamma(png((b"gAMA", struct.pack(">I", 100_000))))
    assert not has_gamma(png((b"gAMA", struct.pack(">I", 45_455))))
    assert not has_gamma(png((b"sRGB", b"\0"), (b"gAMA", struct.pack(">I", 100_000))))
    assert not has_gamma(png())
    assert not has_gamma(encode(photograph(60, 40), "JPEG"))
