"""What a picture stands on where one sees through it, in mails and in feeds."""

from __future__ import annotations

import io
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageColor, ImageDraw, ImageSequence

from tests.themes import FOLDER

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

PAPER, WHITE, RED = (255, 253, 248), (255, 255, 255), (255, 0, 0)
PLOT = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="150" viewBox="0 0 300 150">'
    '<rect width="150" height="150" fill="#ff0000"/></svg>'
)


def clear(form: str, *, mode: str = "RGBA") -> bytes:
    """Return a picture through which one sees on its right."""
    made = io.BytesIO()
    image = Image.new("RGBA", (300, 150), (0, 0, 0, 0))
    image.paste((*RED, 255), (0, 0, 150, 150))
    image.convert(mode).save(made, form, lossless=True)
    return made.getvalue()


def moving() -> bytes:
    """Return a GIF in which a square moves over what one sees through."""
    frames = []
    for x in (0, 100, 200):
        frame = Image.new("RGBA", (300, 150), (0, 0, 0, 0))
        ImageDraw.Draw(frame).rectangle((x, 0, x + 60, 60), fill=(*RED, 255))
        frames.append(frame)
    made = io.BytesIO()
    more = {"append_images": frames[1:], "duration": [100, 200, 300], "loop": 2, "disposal": 2}
    frames[0].save(made, "GIF", save_all=True, **more)
    return made.getvalue()


def show(newsletter: Newsletter, name: str, data: bytes) -> tuple[str, str]:
    """Show a picture, and return its name in the mail and in the feed."""
    newsletter.edition("2022-03", f"![A plot]({name})\n")
    newsletter.write(f"content/editions/2022-03/{name}", data)
    assert newsletter.build().diagnostics == ()
    source = r'src=(?:"|&quot;)https://example.org/news/editions/2022-03/([^"&]*)'
    mail = newsletter.mails()["2022-03/message.html"].decode()
    return re.findall(source, mail)[0], re.findall(source, newsletter.page("feed.xml"))[0]


def opened(newsletter: Newsletter, name: str) -> Image.Image:
    return Image.open(io.BytesIO(newsletter.tree()[f"editions/2022-03/{name}"]))


def right_of(image: Image.Image) -> object:
    """Return the colour at the right end."""
    return image.convert("RGB").getpixel((image.width - 5, image.height - 5))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.svg", PLOT.encode()),
        ("a.png", clear("PNG")),
        ("a.png", clear("PNG", mode="P")),
        ("a.webp", clear("WEBP")),
    ],
    ids=["svg", "rgba", "palette", "webp"],
)
def test_what_one_sees_through_stands_on_paper_in_mails_and_on_white_in_feeds(
    newsletter: Newsletter, name: str, data: bytes
) -> None:
    mailed, fed = show(newsletter, name, data)
    assert (mailed, fed) == ("a.mail.png", "a.feed.png")
    assert right_of(opened(newsletter, mailed)) == PAPER
    assert right_of(opened(newsletter, fed)) == WHITE


def test_what_one_does_not_see_through_is_one_picture_for_both(newsletter: Newsletter) -> None:
    made = io.BytesIO()
    Image.new("RGB", (1400, 100), RED).save(made, "PNG")
    assert show(newsletter, "a.png", made.getvalue()) == ("a.mail.png", "a.mail.png")


def test_a_gif_stands_on_a_ground_as_well_and_moves_as_before(newsletter: Newsletter) -> None:
    names = show(newsletter, "a.gif", moving())
    assert names == ("a.mail.gif", "a.feed.gif")
    for name, ground in zip(names, (PAPER, WHITE), strict=True):
        image = opened(newsletter, name)
        assert image.info["loop"] == 2
        for x, frame in zip((0, 100, 200), ImageSequence.Iterator(image), strict=True):
            shown = frame.convert("RGBA")
            assert shown.getchannel("A").getextrema() == (255, 255)
            colours = [shown.getpixel((at + 30, 30)) for at in (0, 100, 200)]
            assert colours == [(*(RED if at == x else ground), 255) for at in (0, 100, 200)]
            assert frame.info["duration"] == x + 100
    whole = io.BytesIO()
    Image.new("RGB", (30, 15), RED).save(whole, "GIF")
    assert show(newsletter, "b.gif", whole.getvalue()) == ("b.gif", "b.gif")


@pytest.mark.parametrize(
    ("options", "card", "ground"),
    [
        ("{paper: '#e0f0ff'}", "", (224, 240, 255)),
        ("{paper: linen}", "", (250, 240, 230)),
        ("{paper: '#1b1a18', ink: linen, accent: linen}", "", WHITE),
        ("{}", "card: {paper: linen}\n", PAPER),
        ("{paper: linen}", "card: {paper: ink, ink: paper}\n", (250, 240, 230)),
    ],
)
def test_a_picture_stands_on_what_the_mail_stands_on_unless_it_is_dark(
    newsletter: Newsletter, options: str, card: str, ground: tuple[int, int, int]
) -> None:
    newsletter.write("themes/own/theme.yaml", f"contract: 2\nextends: paper\n{card}")
    newsletter.settings(f"theme: {{name: own, options: {options}}}\n")
    mailed, fed = show(newsletter, "a.svg", PLOT.encode())
    mail = newsletter.mails()["2022-03/message.html"].decode()
    colour = re.search(r"<body[^>]* style=\"[^\"]*background-color: *([^;\"]+)", mail)
    assert colour
    is_light = ImageColor.getrgb(colour[1])[0] > 200
    assert ground == (ImageColor.getrgb(colour[1]) if is_light else WHITE)
    assert right_of(opened(newsletter, mailed)) == ground
    assert (fed, right_of(opened(newsletter, fed))) == ("a.feed.png", WHITE)


def test_where_a_theme_has_no_option_for_it_a_picture_stands_on_what_its_cards_do(
    newsletter: Newsletter,
) -> None:
    own = newsletter.root / "themes/own"
    shutil.copytree(FOLDER / "paper", own)
    told = (own / "theme.yaml").read_text().replace("name: paper", "name: own")
    told = re.sub(r"^  paper: \{.*\n|, on: paper\b", "", told, flags=re.MULTILINE)
    (own / "theme.yaml").write_text(told.replace("  paper: paper", "  paper: linen"))
    for file in own.rglob("*.html"):
        file.write_text(re.sub(r"site\.options\.paper\b", '"linen"', file.read_text()))
    newsletter.settings("theme: own\n")
    mailed, _ = show(newsletter, "a.svg", PLOT.encode())
    assert right_of(opened(newsletter, mailed)) == (250, 240, 230)
