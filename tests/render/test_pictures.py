"""Pictures in mails: what every client can show."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image

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
            assert image.convert("RGB").getpixel((0, 0)) == (255, 255, 255)


def test_an_svg_is_shown_by_the_png_beside_it(newsletter: Newsletter) -> None:
    newsletter.write("content/editions/2022-03/figures/a.png", picture("PNG", (300, 150)))
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="30" height="15"/>'
    assert shown(newsletter, "a.svg", svg) == ("figures/a.mail.png", 300, 150)


def test_where_there_is_none_its_text_leads_to_the_page(newsletter: Newsletter) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="30" height="15"/>'
    newsletter.edition("2022-03", "![A plot](a.svg)\n")
    newsletter.write("content/editions/2022-03/a.svg", svg)
    newsletter.build()
    html = (newsletter.out / "email/2022-03/message.html").read_text()
    assert "<img" not in html
    assert re.search(r'<a href="https://example.org/news/editions/2022-03/"[^>]*>A plot</a>', html)


def test_pictures_of_mails_that_were_sent_stay(newsletter: Newsletter) -> None:
    shown(newsletter, "a.webp", picture("WEBP", (200, 100)))
    newsletter.edition("2022-04")
    newsletter.build()
    assert (newsletter.out / "site/editions/2022-03/figures/a.mail.png").is_file()
