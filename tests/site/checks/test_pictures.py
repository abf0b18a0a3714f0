"""Pictures that a page shows and should not, or not so, are told of where it shows them."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import pytest
from PIL import Image

from tests.newsletter import brief
from tests.pictures import encode, located, photograph

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

PHOTOGRAPH = photograph(300, 200)
PNG = encode(PHOTOGRAPH)
DRAWING = b"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><use href="b.svg#c"/></svg>"""


def changed(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 255]) + data[middle + 1 :]


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        *(
            (f"a.{form}", encode(PHOTOGRAPH, form)[:-900], "image-missing")
            for form in ("gif", "png")
        ),
        ("a.jpg", encode(PHOTOGRAPH, "JPEG")[:-900], "image-missing"),
        ("a.jpg", encode(PHOTOGRAPH, "JPEG")[:-12], "image-missing"),
        ("a.webp", encode(PHOTOGRAPH, "WEBP")[:-900], "image-missing"),
        ("a.png", changed(PNG), "image-missing"),
        ("a.png", b"version https://git-lfs.github.com/spec/v1\n", "image-missing"),
        ("a.jpg", located(PHOTOGRAPH), "image-location"),
        ("a.png", encode(Image.new("1", (9000, 7000)), compress_level=1), "image-large"),
        ("a.svg", DRAWING, "image-outer"),
    ],
)
def test_it_is_told_at_its_place_by_check_and_by_build(
    newsletter: Newsletter, name: str, data: bytes, rule: str
) -> None:
    newsletter.edition("2022-03", f"Words.\n\n![A picture]({name})\n")
    newsletter.write(f"content/editions/2022-03/{name}", data)
    severity = "error" if rule == "image-missing" else "warning"
    expected = f"editions/2022-03/index.md:7:1 {severity} {rule}"
    assert expected in newsletter.check()
    assert expected in [brief(one) for one in newsletter.build().diagnostics]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jpg", encode(PHOTOGRAPH, "JPEG")),
        # a trailer of the camera's, as some write
        ("a.jpg", encode(PHOTOGRAPH, "JPEG") + b"\0" * 40),
        ("a.jpg", encode(PHOTOGRAPH, "JPEG") + b"SEFT and more"),
        ("a.jpg", encode(PHOTOGRAPH, "MPO", save_all=True, append_images=[PHOTOGRAPH])),
        # without the mark of its end, or half of that: every browser shows it
        ("a.jpg", encode(PHOTOGRAPH, "JPEG")[:-2]),
        ("a.jpg", encode(PHOTOGRAPH, "JPEG", quality=95)[:-1]),
        ("a.jpg", encode(PHOTOGRAPH, "JPEG", progressive=True)[:-2]),
        ("a.gif", encode(PHOTOGRAPH, "GIF")),
        ("a.png", PNG + b"what follows its end"),
        ("a.png", encode(PHOTOGRAPH, "JPEG")),
    ],
)
def test_whole_ones_are_passed(newsletter: Newsletter, name: str, data: bytes) -> None:
    newsletter.edition("2022-03", f"![A picture]({name})\n")
    newsletter.write(f"content/editions/2022-03/{name}", data)
    assert newsletter.check() == []
    assert newsletter.build().diagnostics == ()


@pytest.mark.parametrize(
    ("folder", "shown", "told"),
    [
        ("content/editions/2022-03", ["https://b.org/c.png"], ["a.svg:1:66 warning svg-cleaned"]),
        (
            "content/editions/2022-03",
            ["https://b.org/c.png", "d.png"],
            ["a.svg:1:66 warning svg-cleaned", "index.md:5:1 warning image-outer"],
        ),
        ("static", ["https://b.org/c.png"], ["index.md:5:1 warning image-outer"]),
    ],
)
def test_what_is_left_out_of_a_drawing_is_told_once(
    newsletter: Newsletter, folder: str, shown: list[str], told: list[str]
) -> None:
    images = "".join(f'<image href="{one}"/>' for one in shown)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3">{images}</svg>'
    newsletter.write(f"{folder}/a.svg", svg)
    newsletter.edition("2022-03", f"![A drawing]({'/' if folder == 'static' else ''}a.svg)\n")
    newsletter.settings("check: {email-image: off}\n")
    assert newsletter.check() == [f"editions/2022-03/{one}" for one in told]


def test_what_is_damaged_within_is_told_when_it_is_unpacked(newsletter: Newsletter) -> None:
    data = encode(photograph(900, 600), "JPEG")
    middle = len(data) // 2
    newsletter.edition("2022-03", "![A picture](a.jpg)\n\n![Another](b.jpg)\n")
    newsletter.write("content/editions/2022-03/a.jpg", data[:middle] + b"\xff" * 80 + data[middle:])
    newsletter.write("content/editions/2022-03/b.jpg", data)
    found = [brief(one) for one in newsletter.build().diagnostics]
    assert found == ["editions/2022-03/index.md:5:1 error image-missing"]


@pytest.mark.parametrize(
    "name", ["a%20b.png", 'a"b.png', "it's.png", "a,b,.png", "a;b&c.png", "日本.PNG"]
)
def test_nearly_any_name_may_be_shown(newsletter: Newsletter, name: str) -> None:
    newsletter.edition("2022-03", f"![A picture](<{quote(name)}>)\n")
    newsletter.write(f"content/editions/2022-03/{name}", encode(photograph(900, 600)))
    assert newsletter.check() == []
    assert newsletter.build().diagnostics == ()
    page = newsletter.page("editions/2022-03/")
    (shown,) = re.findall(r'<img src="([^"]*)"', page)
    sets = re.findall(r'srcset="([^"]*)"', page)
    addresses = [one.rpartition(" ")[0] for some in sets for one in some.split(", ")]
    assert len(addresses) > 1
    folder = newsletter.out / "site/editions/2022-03"
    for address in [shown, *addresses]:
        assert (folder / unquote(unescape(address).rpartition("/")[2])).exists()


@pytest.mark.parametrize("sign", ["#", "?"])
def test_a_name_in_which_an_address_ends_is_to_be_changed(
    newsletter: Newsletter, sign: str
) -> None:
    newsletter.edition("2022-03", f"![A picture](<a{quote(sign)}b.png>)\n")
    newsletter.write(f"content/editions/2022-03/a{sign}b.png", PNG)
    (found,) = newsletter.build().diagnostics
    assert brief(found) == "editions/2022-03/index.md:5:1 error image-missing"
    assert found.message == f"'a{sign}b.png' has a '{sign}' in its name, where an address would end"
    assert found.hint == "rename the file, so that its name has none"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (encode(photograph(300, 300), "JPEG")[:-900], "error image-missing"),
        (b"version https://git-lfs.github.com/spec/v1\n", "error image-missing"),
        (located(photograph(300, 300)), "warning image-location"),
    ],
)
def test_a_logo_and_an_icon_are_looked_at_as_pictures_are(
    newsletter: Newsletter, data: bytes, told: str
) -> None:
    newsletter.write("static/a.jpg", data)
    newsletter.settings("logo: {light: static/a.jpg, dark: static/a.jpg}\nicon: static/a.jpg\n")
    expected = [f"site.yaml:5:15 {told}", f"site.yaml:5:35 {told}", f"site.yaml:6:7 {told}"]
    assert newsletter.check() == expected
    assert [brief(one) for one in newsletter.build().diagnostics] == expected
