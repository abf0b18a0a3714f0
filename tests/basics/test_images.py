"""The size of an image is the one at which browsers show it."""

from __future__ import annotations

import io
import struct
import zlib

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, features

from digest.basics.images import SUFFIXES, Size, find_fault, is_image_name, measure

_ORIENTATION = 0x0112


def _bitmap(kind: str, size: tuple[int, int] = (30, 20), *, orientation: int = 1) -> bytes:
    buffer = io.BytesIO()
    extra = {}
    if orientation != 1:
        exif = Image.Exif()
        exif[_ORIENTATION] = orientation
        extra["exif"] = exif.tobytes()
    Image.new("RGB", size, "navy").save(buffer, kind, **extra)
    return buffer.getvalue()


def _svg(attributes: str, before: str = "") -> bytes:
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" {attributes}><g/></svg>'.encode()


def _png_of_claimed_size(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)  # a bit for each pixel
    packed = zlib.compress(bytes(1 + (width + 7) // 8) * height, 1)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("kind", "name"),
    [("PNG", "a.png"), ("JPEG", "a.jpg"), ("JPEG", "A.JPEG"), ("GIF", "a.gif"), ("WEBP", "a.webp")],
)
def test_bitmaps_have_the_size_that_they_say(kind: str, name: str) -> None:
    assert measure(_bitmap(kind), name) == Size(30, 20, fickle=kind == "WEBP")


@pytest.mark.skipif(not features.check("avif"), reason="this Pillow reads no AVIF")
def test_avif_has_the_size_that_it_says() -> None:
    assert measure(_bitmap("AVIF"), "a.avif") == Size(30, 20, fickle=True)


@pytest.mark.parametrize(
    ("orientation", "shown"),
    [(1, Size(30, 20)), (3, Size(30, 20)), (6, Size(20, 30)), (8, Size(20, 30))],
)
@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG"])
def test_a_photograph_on_its_side_is_measured_upright(
    kind: str, orientation: int, shown: Size
) -> None:
    data = _bitmap(kind, orientation=orientation)
    fickle = kind == "WEBP" or orientation != 1
    assert measure(data, f"a.{kind.lower()}") == msgspec.structs.replace(shown, fickle=fickle)


def test_what_the_bytes_are_counts_and_not_the_name() -> None:
    assert measure(_bitmap("JPEG"), "photograph.png") == Size(30, 20)


@pytest.mark.parametrize("suffix", [s for s in SUFFIXES if s != ".svg"])
@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"<svg/>", b"no image"])
def test_what_is_no_image_has_no_size(data: bytes, suffix: str) -> None:
    assert measure(data, f"a{suffix}") is None


def test_only_the_head_is_read_so_half_a_picture_has_its_size() -> None:
    data = _bitmap("PNG", (300, 200))
    assert measure(data[: len(data) // 2], "a.png") == Size(300, 200)


@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "png", "a.tiff"])
def test_a_name_that_no_browser_shows_is_no_image(name: str) -> None:
    assert not is_image_name(name)
    assert measure(_bitmap("PNG"), name) is None


def test_a_picture_that_claims_gigapixels_is_refused() -> None:
    assert measure(_png_of_claimed_size(60_000, 4)[:60], "a.png") == Size(60_000, 4)
    head = _png_of_claimed_size(1, 1)
    bomb = head[:16] + struct.pack(">II", 60_000, 60_000) + head[24:]
    crc = struct.pack(">I", zlib.crc32(bomb[12:29]))
    assert measure(bomb[:29] + crc + bomb[33:], "bomb.png") is None


@pytest.mark.parametrize(
    ("attributes", "shown"),
    [
        ('width="30" height="20"', Size(30, 20)),
        ('width="30px" height=" 20px "', Size(30, 20)),
        ('width="2in" height="1in"', Size(192, 96)),
        ('width="72pt" height="36pt" viewBox="0 0 72 36"', Size(96, 48)),
        ('width="25.4mm" height="2.54cm"', Size(96, 96)),
        ('width="1.5e2" height="1e2"', Size(150, 100)),
        ('viewBox="0 0 300 200"', Size(300, 200)),
        ('viewBox="-10,-20,300,200"', Size(300, 200)),
        ('width="100%" height="100%" viewBox="0 0 300 200"', Size(300, 200)),
        ('width="150" viewBox="0 0 300 200"', Size(150, 100)),
        ('height="100" viewBox="0 0 300 200"', Size(150, 100)),
        ('width="0.2" height="0.2"', Size(1, 1)),
    ],
)
def test_svg_has_the_size_that_a_browser_gives_it(attributes: str, shown: Size) -> None:
    assert measure(_svg(attributes), "a.svg") == shown


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg",
        b"<html/>",
        b"not xml",
        _svg(""),
        _svg('width="auto" height="auto"'),
        _svg('viewBox="0 0 0 0"'),
        _svg('width="1e999" height="1"'),
        _svg('width="1e99" height="1"'),
    ],
)
def test_svg_without_a_size_has_none(data: bytes) -> None:
    assert measure(data, "a.svg") is None


def test_svg_as_drawing_programs_write_it_is_read() -> None:
    before = (
        '<?xml version="1.0" encoding="utf-8" standalone="no"?>\n'
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<!-- drawn -->\n'
    )
    assert measure(_svg('width="30" height="20"', before), "a.svg") == Size(30, 20)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_svg_that_declares_entities_is_refused_in_every_encoding(encoding: str) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?>'
        f'<!DOCTYPE svg [<!ENTITY l0 "ha">{laughs}]>'
        '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"><text>&l8;</text></svg>'
    )
    assert measure(text.encode(encoding), "a.svg") is None


@given(st.binary(max_size=300), st.sampled_from(SUFFIXES))
def test_whatever_the_bytes_nothing_is_raised(data: bytes, suffix: str) -> None:
    measure(data, f"a{suffix}")


_KINDS = ["PNG", "JPEG", "GIF", "WEBP", *(["AVIF"] if features.check("avif") else [])]


@given(st.sampled_from(_KINDS), st.sampled_from([1, 6]), st.data())
def test_a_damaged_picture_raises_nothing(kind: str, orientation: int, draw: st.DataObject) -> None:
    data = bytearray(_bitmap(kind, orientation=orientation))
    for _ in range(draw.draw(st.integers(1, 5))):
        data[draw.draw(st.integers(0, len(data) - 1))] = draw.draw(st.integers(0, 255))
    measure(bytes(data), f"a.{kind.lower()}")


@pytest.mark.skipif(not features.check("avif"), reason="this Pillow reads no AVIF")
def test_an_avif_without_its_picture_has_no_size() -> None:
    data = _bitmap("AVIF").replace(b"pitm", b"free")
    assert measure(data, "a.avif") is None


_UTF_8 = '<?xml version="1.0" encoding="UTF-8"?>'
_UTF_16 = _svg('viewBox="0 0 3 4"', _UTF_8).decode().encode("utf-16")
_PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    ("name", "data", "hint"),
    [
        ("a.png", _png_of_claimed_size(20_000, 20_000), "it has too many pixels"),
        ("a.png", b"", "the file is empty"),
        ("a.png", b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "it only points"),
        ("a.jpg", b"<!DOCTYPE html><p>404</p>", "it is a web page"),
        ("a.svg", b"\n<html>404</html>", "it is a web page"),
        ("a.png", _svg('viewBox="0 0 3 4"'), "it is of another kind"),
        ("a.jpg", b"%PDF-1.7", "it is of another kind"),
        ("a.jpg", b"\0\0\0\x18ftypheic\0\0", "it is of another kind"),
        ("a.png", _PNG + b"\0\0", "is the file whole?"),
        ("a.svg", _svg(""), "give its '<svg>' a viewBox"),
        ("a.svg", _svg('width="100%"'), "give its '<svg>' a viewBox"),
        ("a.svg", _UTF_16, "save it as UTF-8"),
        ("a.svg", _svg('viewBox="0 0 3 4"', '<!DOCTYPE svg [<!ENTITY a "b">]>'), "save it without"),
        ("a.svg", b"<svg", "is the file whole?"),
        ("a.svg", b"<g xmlns='http://www.w3.org/2000/svg'/>", "is the file whole?"),
    ],
)
def test_why_an_image_is_none_is_told(name: str, data: bytes, hint: str) -> None:
    assert measure(data, name) is None
    assert find_fault(data, name)[: len(hint)] == hint


@given(st.binary(), st.sampled_from(SUFFIXES))
def test_whatever_it_is_something_is_told(data: bytes, suffix: str) -> None:
    assert find_fault(data, f"a{suffix}")
