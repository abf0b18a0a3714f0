"""Pictures in mails: what every client can show."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.newsletter import brief

if TYPE_CHECKING:
    from tests.newsletter import Newsletter


def picture(form: str, size: tuple[int, int], mode: str = "RGB") -> bytes:
    made = io.BytesIO()
    colour = (200, 30, 30, 0) if mode == "RGBA" else (200, 30, 30)
    Image.new(mode, size, colour).save(made, form)
    return made.getvalue()


def shown(newsletter: Newsletter, name: str, data: bytes) -> tuple[str, int, int]:
    """Return the address within the edition, and the size, of the picture that the mail shows."""
    newsletter.edition("2022-03", f"![A plot](figures/{name})\n")
    newsletter.write(f"content/editions/2022-03/figures/{name}", data)
    assert newsletter.build().diagnostics == ()
    html = (newsletter.out / "email/2022-03/message.html").read_text()
    found = re.search(r"<img [^>]*>", html)
    assert found, html
    tag = found[0]
    source = re.search(r'src="https://example.org/news/editions/2022-03/([^"]*)"', tag)
    width, height = (re.search(rf'{side}="(\d+)"', tag) for side in ("width", "height"))
    assert source
    assert width
    assert height
    assert 'alt="A plot"' in tag
    return source[1], int(width[1]), int(height[1])


def test_what_is_only_called_a_gif_becomes_one(newsletter: Newsletter) -> None:
    frames = [Image.new("RGB", (60, 30), (200, 30, 30 * number)) for number in range(3)]
    made = io.BytesIO()
    frames[0].save(made, "WEBP", save_all=True, append_images=frames[1:], duration=90)
    name, *_ = shown(newsletter, "a.gif", made.getvalue())
    assert name == "figures/a.mail.gif"
    with Image.open(newsletter.out / "site/editions/2022-03" / name) as opened:
        said = (opened.format, getattr(opened, "n_frames", 1), opened.info["duration"])
    assert said == ("GIF", 3, 90)


@pytest.mark.parametrize(
    ("form", "name", "size", "mode", "expected"),
    [
        ("PNG", "a.png", (300, 150), "RGB", ("a.png", 300, 150)),
        ("JPEG", "a.jpg", (1104, 552), "RGB", ("a.jpg", 552, 276)),
        ("GIF", "a.gif", (100, 50), "RGB", ("a.gif", 100, 50)),
        ("PNG", "a.png", (2400, 1200), "RGB", ("a.mail.png", 552, 276)),
        ("JPEG", "a.jpeg", (2400, 1200), "RGB", ("a.mail.jpg", 552, 276)),
        ("WEBP", "a.webp", (200, 100), "RGB", ("a.mail.png", 200, 100)),
        ("PNG", "a.png", (200, 100), "RGBA", ("a.mail.png", 200, 100)),
    ],
)
def test_a_mail_shows_png_jpeg_and_gif(
    newsletter: Newsletter,
    form: str,
    name: str,
    size: tuple[int, int],
    mode: str,
    expected: tuple[str, int, int],
) -> None:
    found = shown(newsletter, name, picture(form, size, mode))
    assert found == (f"figures/{expected[0]}", *expected[1:])
    made = newsletter.out / "site/editions/2022-03" / found[0]
    with Image.open(made) as image:
        assert image.format in {"PNG", "JPEG", "GIF"}
        assert image.width <= 1200
        if mode == "RGBA":
            assert image.convert("RGB").getpixel((0, 0)) == PAPER


PAPER = (255, 253, 248)
"""What the mail stands on."""
PLOT = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="150" viewBox="0 0 300 150">'
    '<rect width="150" height="150" fill="#ff0000"/>{more}</svg>'
)
WORDS = PLOT.format(more="<text y='20'>words</text>").encode()


def made(newsletter: Newsletter, name: str) -> Image.Image:
    """Return a picture that was made for the mail."""
    file = newsletter.out / "site/editions/2022-03/figures" / name
    return Image.open(io.BytesIO(file.read_bytes()))


def test_a_drawing_is_drawn_at_twice_its_size_on_paper(newsletter: Newsletter) -> None:
    drawing = PLOT.format(more="").encode()
    assert shown(newsletter, "a.svg", drawing) == ("figures/a.mail.png", 300, 150)
    image = made(newsletter, "a.mail.png").convert("RGB")
    assert image.size == (600, 300)
    assert image.getpixel((100, 100)) == (255, 0, 0)
    assert image.getpixel((500, 100)) == PAPER


def test_a_drawing_with_words_is_shown_by_the_png_beside_it(newsletter: Newsletter) -> None:
    newsletter.write("content/editions/2022-03/figures/a.png", picture("PNG", (600, 300)))
    assert shown(newsletter, "a.svg", WORDS) == ("figures/a.mail.png", 300, 150)
    assert made(newsletter, "a.mail.png").size == (600, 300)


@pytest.mark.parametrize(
    "more",
    [
        "<text>words</text>",
        "<g><foreignObject/></g>",
        "<image href='../site.yaml'/>",
        "<image xmlns:x='http://www.w3.org/1999/xlink' x:href='https://example.org/a.png'/>",
    ],
)
def test_what_a_mail_cannot_show_is_its_text_and_a_warning(
    newsletter: Newsletter, more: str
) -> None:
    newsletter.edition("2022-03", "![A plot](a.svg)\n")
    newsletter.write("content/editions/2022-03/a.svg", PLOT.format(more=more))
    found = newsletter.build().diagnostics
    told = [brief(one) for one in found if one.rule not in {"svg-cleaned", "image-outer"}]
    assert told == ["editions/2022-03/a.svg:1:1 warning email-image"]
    assert newsletter.diagnose() == found
    html = (newsletter.out / "email/2022-03/message.html").read_text()
    assert "<img" not in html
    assert re.search(r'<a href="https://example.org/news/editions/2022-03/"[^>]*>A plot</a>', html)
    # of an edition whose mail is not made there is nothing to say
    newsletter.edition("2022-04")
    assert "email-image" not in {one.rule for one in newsletter.build().diagnostics}


@pytest.mark.parametrize(
    "name",
    [
        *("a.svg", "a.webp?size=2", "b/a.AVIF#x", "a.tiff", "a%2Esvg", "a?format=svg"),
        *("a.png?fm=WebP", "badge/arXiv-2202.06991-b31b1b", "p/x/badge/?version=latest"),
    ],
)
def test_what_no_picture_for_mails_can_be_made_of_is_its_text_and_a_warning(
    newsletter: Newsletter, name: str
) -> None:
    address = f"https://img.example.net/{name}"
    newsletter.edition("2022-03", f"Text.\n\n![A plot]({address})\n\n![A plot]({address})\n")
    newsletter.paper("arxiv:2202.00001")
    newsletter.entry(
        "2022-03/01-a",
        arxiv="2202.00001",
        figure={"src": "https://img.example.net/2.svg", "alt": "A figure"},
    )
    expected = [
        "editions/2022-03/01-a.md:3:17 warning email-image",
        "editions/2022-03/index.md:7:1 warning email-image",
    ]
    assert newsletter.check() == expected
    assert [brief(one) for one in newsletter.build().diagnostics] == expected
    html = (newsletter.out / "email/2022-03/message.html").read_text()
    assert "<img" not in html
    assert html.count(">A plot</a>") == 2
    assert html.count(">A figure</a>") == 1
    assert f'src="{address}"' in newsletter.page("editions/2022-03/")


@pytest.mark.parametrize(
    "name", ["a.png", "a.jpg?b=c.svg", "a", "a.gif", "svg/a", "a.svg?format=png", "badge/a.png"]
)
def test_what_mails_show_from_elsewhere_they_show(newsletter: Newsletter, name: str) -> None:
    newsletter.edition("2022-03", f"![A plot](https://img.example.net/{name})\n")
    assert newsletter.build().diagnostics == ()
    html = (newsletter.out / "email/2022-03/message.html").read_text()
    assert f'<img src="https://img.example.net/{name}"' in html


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://img.shields.io/pypi/v/x", 1),
        ("https://badge.fury.io/py/x", 1),
        ("https://img.shields.io/pypi/v/x.png", 0),
        ("https://shields.example.net/pypi/v/x", 0),
    ],
)
def test_a_service_that_draws_signs_makes_svgs(
    newsletter: Newsletter, address: str, told: int
) -> None:
    newsletter.edition("2022-03", f"![A sign]({address})\n")
    assert newsletter.check() == ["editions/2022-03/index.md:5:1 warning email-image"] * told


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.png", picture("PNG", (2400, 1200))[:400]),
        ("a.jpg", picture("JPEG", (2400, 1200))[:1200]),
    ],
    ids=["png", "jpg"],
)
def test_a_damaged_picture_is_an_error_where_it_is_shown(
    newsletter: Newsletter, name: str, data: bytes
) -> None:
    newsletter.edition("2022-03", f"![A plot]({name})\n")
    newsletter.write(f"content/editions/2022-03/{name}", data)
    expected = ["editions/2022-03/index.md:5:1 error image-missing"]
    assert newsletter.check() == expected
    # also where a build before it has kept what it found
    for _ in range(2):
        found = newsletter.build()
        assert [brief(one) for one in found.diagnostics] == expected
    assert not newsletter.published()


def test_a_drawing_that_cannot_be_drawn_is_an_error_in_its_file(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "![A plot](a.svg)\n")
    drawing = PLOT.format(more="<!-- \xe9 -->").encode("latin-1")
    drawing = b'<?xml version="1.0" encoding="iso-8859-1"?>' + drawing
    newsletter.write("content/editions/2022-03/a.svg", drawing)
    expected = ["editions/2022-03/a.svg:1:1 error image-missing"]
    assert newsletter.check() == expected
    for _ in range(2):
        assert [brief(one) for one in newsletter.build().diagnostics] == expected
    newsletter.write("content/editions/2022-03/a.svg", PLOT.format(more="").encode("utf-16"))
    assert newsletter.build().diagnostics == ()


@pytest.mark.parametrize("more", ["<rect id='a'/>", "<filter id='f'><feFlood/></filter>"])
def test_a_drawing_without_bounds_is_not_drawn(newsletter: Newsletter, more: str) -> None:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="99999">{more}</svg>'
    newsletter.edition("2022-03", "![A plot](a.svg)\n")
    newsletter.write("content/editions/2022-03/a.svg", drawing)
    assert newsletter.check() == ["editions/2022-03/a.svg:1:1 warning email-image"]


def test_a_huge_picture_is_not_unpacked(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "![A plot](a.png)\n")
    huge = io.BytesIO()
    Image.new("1", (10_000, 8_000)).save(huge, "PNG")
    newsletter.write("content/editions/2022-03/a.png", huge.getvalue())
    assert newsletter.check() == [
        "editions/2022-03/a.png:1:1 warning email-image",
        "editions/2022-03/index.md:5:1 warning image-large",
    ]


def test_what_clients_show_in_different_ways_is_made_plain(newsletter: Newsletter) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    photograph = io.BytesIO()
    Image.new("RGB", (200, 100), (200, 30, 30)).save(photograph, "JPEG", exif=exif)
    assert shown(newsletter, "a.jpg", photograph.getvalue()) == ("figures/a.mail.jpg", 100, 200)
    assert made(newsletter, "a.mail.jpg").size == (100, 200)

    printed = io.BytesIO()
    Image.new("CMYK", (200, 100), (0, 255, 255, 0)).save(printed, "JPEG")
    assert shown(newsletter, "b.jpg", printed.getvalue()) == ("figures/b.mail.jpg", 200, 100)
    assert made(newsletter, "b.mail.jpg").mode == "RGB"

    row = b"\x00\x80" * 100 + b"\x00\x00" * 100
    deep = Image.frombytes("I;16", (200, 100), row * 100)
    scanned = io.BytesIO()
    deep.save(scanned, "PNG")
    assert shown(newsletter, "c.png", scanned.getvalue()) == ("figures/c.mail.png", 200, 100)
    image = made(newsletter, "c.mail.png").convert("RGB")
    assert (image.getpixel((50, 50)), image.getpixel((150, 50))) == ((128,) * 3, (0,) * 3)

    moving = io.BytesIO()
    frames = [Image.new("RGB", (200, 100), (n, 0, 0)) for n in (50, 250)]
    frames[0].save(moving, "WEBP", save_all=True, append_images=frames[1:], lossless=True)
    assert shown(newsletter, "d.webp", moving.getvalue()) == ("figures/d.mail.png", 200, 100)
    assert made(newsletter, "d.mail.png").convert("RGB").getpixel((5, 5)) == (50, 0, 0)


def test_a_picture_of_another_kind_than_its_name_is_made_one_of_its_kind(
    newsletter: Newsletter,
) -> None:
    found = shown(newsletter, "a.png", picture("WEBP", (200, 100)))
    assert found == ("figures/a.mail.png", 200, 100)
    assert made(newsletter, "a.mail.png").format == "PNG"


def test_a_plot_of_few_colours_stays_small(newsletter: Newsletter) -> None:
    plot = Image.new("P", (2400, 1200), 0)
    plot.putpalette([255, 255, 255, 200, 30, 30, 0, 0, 0])
    for x in range(0, 2400, 7):
        plot.paste(1 + x % 2, (x, x // 4, x + 3, 1200 - x // 3))
    data = io.BytesIO()
    plot.save(data, "PNG")
    shown(newsletter, "a.png", data.getvalue())
    assert made(newsletter, "a.mail.png").mode == "P"


def test_pictures_of_mails_that_were_sent_stay(newsletter: Newsletter) -> None:
    shown(newsletter, "a.webp", picture("WEBP", (200, 100)))
    newsletter.edition("2022-04")
    newsletter.build()
    assert (newsletter.out / "site/editions/2022-03/figures/a.mail.png").is_file()
