"""What a site sets of the theme `paper` is on its pages, in its mails and on its cards."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

OPTIONS = """\
theme:
  name: paper
  options:
    accent: "#0b5bb0"
    accent_dark: "#9cc4f0"
    paper: "#f0f6ff"
    paper_dark: "#0a1020"
    ink: "#101830"
    ink_dark: "#dde6f5"
    text_font: "'Source Serif 4', Georgia, serif"
    title_font: Charter, serif
    label_font: Verdana, sans-serif
    measure: 28rem
    figure_width: 24rem
"""
PAPER = (0xF0, 0xF6, 0xFF)


def build(newsletter: Newsletter, options: str = OPTIONS) -> None:
    newsletter.settings(options)
    newsletter.paper("arxiv:2202.00001")
    newsletter.edition("2022-03", "Text.\n")
    newsletter.entry("2022-03/01-a", arxiv="2202.00001")
    assert newsletter.check() == []
    newsletter.build()


def test_pages_have_the_site_s_colours_letters_and_widths(newsletter: Newsletter) -> None:
    build(newsletter)
    page = newsletter.page("editions/2022-03/")
    (style,) = re.findall(r"<style>:root {(.*?)}</style>", page)
    set_ = dict(re.findall(r"--([\w-]+): ([^;]+?)\s*(?:;|$)", style))
    assert (set_["accent-day"], set_["accent-night"]) == ("#0b5bb0", "#9cc4f0")
    assert (set_["paper-day"], set_["ink-night"]) == ("#f0f6ff", "#dde6f5")
    assert set_["text"] == r"Source Serif \34 , Georgia, serif"
    assert (set_["title"], set_["label"]) == ("Charter, serif", "Verdana, sans-serif")
    assert (set_["measure"], set_["figure"]) == ("28rem", "24rem")
    assert re.findall(r'theme-color" content="(.*?)"', page) == ["#f0f6ff", "#0a1020"]
    # and those alone
    assert not re.search("fffdf8|a8401f|1b1a18", page)


def test_mails_have_them_too(newsletter: Newsletter) -> None:
    build(newsletter)
    mail = newsletter.mails()["2022-03/message.html"].decode()
    assert not re.search("(?i)fffdf8|a8401f|24211d|1b1a18|arial|times", mail)
    assert re.search(r'<body[^>]*style="[^"]*background-color:\s*#f0f6ff', mail)
    assert "body, .page { background-color: #0a1020 !important; }" in mail
    assert re.search(r"<h1[^>]*Charter,\s*serif", mail)
    assert re.search(r'class="byline[^>]*Verdana,\s*sans-serif', mail)


def test_cards_have_the_colours(newsletter: Newsletter) -> None:
    build(newsletter)
    card = Image.open(io.BytesIO(newsletter.tree()["card.png"])).convert("RGB")
    assert card.getpixel((1, 629)) == PAPER
    assert {(0x10, 0x18, 0x30), (0x0B, 0x5B, 0xB0)} <= {
        one for _, one in card.getcolors(9999) or []
    }


def test_a_letter_face_of_one_s_own(newsletter: Newsletter) -> None:
    newsletter.write(
        "themes/paper/web/base.html",
        '{% extends "parent:web/base.html" %}\n{% block style %}{{ super() }}'
        '<link rel="stylesheet" href="{{ "own.css" | asset }}">{% endblock %}\n',
    )
    font = b"wOF2" + b"\0\1\0\0" + (12).to_bytes(4)
    newsletter.write("themes/paper/static/our.woff2", font)
    # browsers show a picture by how it begins
    newsletter.write("themes/paper/static/our.jpg", b"\x89PNG\r\n")
    newsletter.write("themes/paper/static/own.css", '@font-face { src: url("our.woff2") }')
    build(newsletter, "theme: {name: paper, options: {text_font: 'Our Text, serif'}}\n")
    page = newsletter.page("editions/2022-03/")
    assert "--text: Our Text, serif" in page
    assert page.index("--text:") < page.index("own.css")
