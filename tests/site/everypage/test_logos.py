"""The newsletter's logo and icon: on pages, in mails, in feeds, and told to search engines."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from tests.feedrules import check_feed

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}">'
    '<rect width="{w}" height="{h}" fill="{fill}"/></svg>'
)
LOGO, DARK, ICON = (
    SVG.format(w=300, h=100, fill=fill) for fill in ("#f00000", "#00f000", "#0000f0")
)
SETTINGS = "logo: static/logo.svg\nicon: static/icon.svg\n"


def png(width: int, height: int, colour: Any = "red") -> bytes:
    made = io.BytesIO()
    Image.new("RGBA", (width, height), colour).save(made, "PNG")
    return made.getvalue()


def opened(newsletter: Newsletter, name: str) -> Image.Image:
    return Image.open(io.BytesIO(newsletter.tree()[name]))


@pytest.fixture
def branded(newsletter: Newsletter) -> Newsletter:
    newsletter.settings(SETTINGS)
    newsletter.write("static/logo.svg", LOGO)
    newsletter.write("static/icon.svg", SVG.format(w=50, h=50, fill="#0000f0"))
    newsletter.edition("2022-03", "Text.\n")
    return newsletter


def test_pages_have_the_logo_with_the_title_as_its_text(branded: Newsletter) -> None:
    assert branded.build().diagnostics == ()
    home, edition = branded.page(""), branded.page("editions/2022-03/")
    image = r'<img src="{}logo.svg" width="300" height="100" alt="Test News">\n</picture>'
    assert re.search(f'<h1><picture class="logo">\n{image.format("./")}</h1>', home)
    assert re.search(image.format("../../") + "</a></p>", edition)
    assert "<source" not in home


def test_a_dark_page_may_have_another(branded: Newsletter) -> None:
    branded.settings("logo: {light: static/logo.svg, dark: static/d.svg}\n")
    branded.write("static/d.svg", DARK)
    assert branded.build().diagnostics == ()
    assert '<source media="(prefers-color-scheme: dark)" srcset="./d.svg"' in branded.page("")


def test_a_logo_beside_the_pages_is_published_as_they_are(branded: Newsletter) -> None:
    branded.settings("logo: content/pages/mark/logo.svg\n")
    branded.write("content/pages/mark/logo.svg", LOGO)
    branded.write("content/pages/about.md", "---\ntitle: About\n---\n![Ours](mark/logo.svg)\n")
    assert branded.build().diagnostics == ()
    assert 'src="./mark/logo.svg"' in branded.page("")
    assert "mark/logo.svg" in branded.tree()
    branded.settings("logo: content/pages/mark/lgo.svg\n")
    assert branded.check() == ["site.yaml:5:7 error image-missing"]


def test_on_a_field_that_is_always_dark_it_is_the_dark_one(branded: Newsletter) -> None:
    settings = "theme: signal\nlogo: {light: static/logo.svg, dark: static/d.svg}\n"
    branded.settings(settings)
    branded.write("static/d.svg", DARK)
    assert branded.build().diagnostics == ()
    for address in ("", "editions/2022-03/"):
        page = branded.page(address)
        assert 'd.svg" width="300" height="100" alt="Test News">' in page
        assert "<source" not in page
    branded.settings(settings.replace(", dark: static/d.svg", ""))
    branded.build()
    assert './logo.svg" width="300"' in branded.page("")


def test_pages_have_the_icon_in_the_forms_that_browsers_take(branded: Newsletter) -> None:
    branded.build()
    page = branded.page("editions/2022-03/")
    assert re.findall(r'<link rel="(.*icon)".*href="(.*)">', page) == [
        ("icon", "../../favicon.png"),
        ("icon", "../../icon.svg"),
        ("apple-touch-icon", "../../apple-touch-icon.png"),
    ]
    sizes = {"favicon.png": 144, "icon.png": 512, "apple-touch-icon.png": 180}
    for name, side in sizes.items():
        icon = opened(branded, name)
        assert icon.size == (side, side)
        assert icon.convert("RGB").getpixel((side // 2, side // 2)) == (0, 0, 240)
    touch = opened(branded, "apple-touch-icon.png")
    assert (touch.mode, touch.getpixel((0, 0))) == ("RGB", (255, 255, 255))


def test_on_a_field_of_colour_the_mail_s_logo_has_a_ground_of_its_own(branded: Newsletter) -> None:
    settings = (branded.root / "content/site.yaml").read_text()
    options = '{name: signal, options: {paper: "#fafafa", field: "#123456"}}'
    branded.write("content/site.yaml", f"{settings}theme: {options}\n")
    branded.build()
    html = branded.mails()["2022-03/message.html"].decode()
    (style,) = re.findall(r'<img class="logo"[^>]* style="([^"]*)"', html)
    assert "background-color:#fafafa" in style


def test_the_mail_has_a_logo_that_every_client_shows(branded: Newsletter) -> None:
    branded.build()
    html = branded.mails()["2022-03/message.html"].decode()
    image = re.search(r'<img [^>]*src="https://example.org/news/logo.mail.png" [^>]*>', html)
    assert image
    assert 'width="96" alt="Test News"' in image[0]
    assert opened(branded, "logo.mail.png").format == "PNG"
    # a picture that an edition shows is the same file
    branded.edition("2022-03", "![A fine logo](/logo.svg)\n")
    assert branded.build().diagnostics == ()
    assert branded.mails()["2022-03/message.html"].count(b"/logo.mail.png") == len("ab")


def test_feeds_and_search_engines_are_told(branded: Newsletter) -> None:
    branded.build()
    tree = branded.tree()
    for name in ("feed.xml", "rss.xml", "feed.json"):
        assert check_feed(tree[name]) == []
    url = "https://example.org/news/"
    atom, rss = tree["feed.xml"].decode(), tree["rss.xml"].decode()
    assert f"<icon>{url}favicon.png</icon>\n<logo>{url}logo.feed.png</logo>" in atom
    assert f"<image>\n<url>{url}favicon.png</url>\n<title>Test News</title>" in rss
    feed = json.loads(tree["feed.json"])
    assert (feed["icon"], feed["favicon"]) == (f"{url}icon.png", f"{url}favicon.png")
    assert f'"logo":"{url}logo.feed.png"' in branded.page("editions/2022-03/")


def test_one_without_them_has_none_of_it(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03")
    newsletter.build()
    tree = newsletter.tree()
    assert not [name for name in tree if "icon" in name and not name.startswith("static/")]
    assert b"<h1>Test News</h1>" in tree["index.html"]
    for name in ("feed.xml", "rss.xml", "feed.json"):
        assert not re.search(rb"<(icon|logo|image)>|\"(icon|favicon)\"", tree[name])


def test_a_change_of_either_shows_everywhere(branded: Newsletter) -> None:
    branded.build()
    before = branded.tree()
    branded.write("static/icon.svg", SVG.format(w=50, h=50, fill="#00f0f0"))
    branded.write("static/logo.svg", DARK)
    branded.build()
    changed = {name for name, data in branded.tree().items() if before.get(name) != data}
    made = {"favicon.png", "icon.png", "apple-touch-icon.png", "logo.mail.png", "logo.feed.png"}
    assert changed == made | {"icon.svg", "logo.svg"}
    branded.settings("")
    branded.build()
    assert branded.tree().keys() & made == set()


def test_a_bitmap_is_made_no_larger_than_it_is_and_keeps_its_shape(branded: Newsletter) -> None:
    branded.settings("icon: static/icon.png\nlogo: static/logo.png\n")
    branded.write("static/mine/icon.png", png(64, 32))
    branded.settings("icon: static/mine/icon.png\n")
    (found,) = branded.build().diagnostics
    assert (found.rule, found.severity) == ("field-doubtful", "warning")
    assert found.message == "'static/mine/icon.png' is 64 by 32: an icon is square"
    icon = opened(branded, "icon.png")
    assert icon.size == (64, 64)
    pixels = [icon.getpixel((32, y)) for y in (4, 32, 60)]
    assert [pixel[3] for pixel in pixels if isinstance(pixel, tuple)] == [0, 255, 0]
    assert 'sizes="64x64" href="./favicon.png"' in branded.page("")


@pytest.mark.parametrize("name", ["favicon.png", "icon.png", "apple-touch-icon.png"])
def test_an_icon_of_ones_own_stands_in_place_of_one_that_is_made(
    branded: Newsletter, name: str
) -> None:
    own = png(33, 33, "blue")
    branded.write(f"static/{name}", own)
    assert branded.build().diagnostics == ()
    assert branded.tree()[name] == own


@pytest.mark.parametrize(
    ("settings", "message", "hint"),
    [
        ("logo: static/lgoo.svg", "there is no 'static/lgoo.svg'", "mean 'static/logo.svg'?"),
        ("icon: static/icon.png", "there is no 'static/icon.png'", "mean 'static/icon.svg'?"),
        (
            "logo: {light: static/logo.svg, dark: static/lgo.svg}",
            "there is no 'static/lgo.svg'",
            "mean 'static/logo.svg'?",
        ),
        ("logo: static/broken.png", "'static/broken.png' cannot be read", "is the file whole?"),
        ("icon: static/words.svg", "'words.svg': it has words", "turn the words into paths"),
        ("logo: static/words.svg", "the mail cannot show 'words.svg'", "put a PNG of the same"),
    ],
)
def test_what_cannot_be_shown_is_told(
    branded: Newsletter, settings: str, message: str, hint: str
) -> None:
    branded.settings(settings + "\n")
    branded.write("static/broken.png", b"\x89PNG")
    branded.write(
        "static/words.svg", SVG.format(w=9, h=9, fill="red")[:-6] + "<text>a</text></svg>"
    )
    found = [one for one in branded.diagnose() if message in one.message and hint in one.hint]
    assert len(found) == 1
    branded.settings(settings + "\ncheck: {image-missing: warning}\n")
    assert all(one.severity == "warning" for one in branded.build().diagnostics)
    assert "Test News" in branded.page("")
