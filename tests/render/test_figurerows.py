"""A row of figures: on pages side by side and equally high, below each other where nobody can."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

ROW = '![a](figures/a.png "One"){} ![b](figures/b.png){}\n'


def png(width: int, height: int) -> bytes:
    file = io.BytesIO()
    Image.new("L", (width, height)).save(file, "PNG")
    return file.getvalue()


def write(newsletter: Newsletter, first: str = "", second: str = "") -> None:
    newsletter.edition("2022-03", ROW.format(first, second))
    newsletter.write("content/editions/2022-03/figures/a.png", png(1200, 800))
    newsletter.write("content/editions/2022-03/figures/b.png", png(300, 400))
    assert newsletter.build().diagnostics == ()


def sizes(html: str) -> list[tuple[int, int]]:
    found = re.findall(r'<img [^>]*?width="(\d+)" height="(\d+)"', html)
    return [(int(width), int(height)) for width, height in found]


@pytest.mark.parametrize(
    ("widths", "shown"),
    [
        (("", ""), [(600, 400), (300, 400)]),
        (("{width=50%}", "{width=25%}"), [(276, 184), (138, 184)]),
        (("{width=300px}", ""), [(300, 200), (300, 400)]),
    ],
)
def test_pictures_of_a_row_are_equally_high_unless_the_editor_says_how_wide(
    newsletter: Newsletter, widths: tuple[str, str], shown: list[tuple[int, int]]
) -> None:
    write(newsletter, *widths)
    html = newsletter.page("editions/2022-03/")
    assert sizes(html) == shown
    assert html.count("<figure>") == 2
    assert " style=" not in html


def test_elsewhere_they_stand_below_each_other(newsletter: Newsletter) -> None:
    write(newsletter)
    mail = (newsletter.out / "email/2022-03/message.html").read_text("utf-8")
    assert sizes(mail) == [(552, 368), (300, 400)]
    feed = json.loads((newsletter.out / "site/feed.json").read_text("utf-8"))
    assert feed["items"][0]["content_html"].count("<figure>") == 2
    twin = (newsletter.out / "site/editions/2022-03/index.md").read_text("utf-8")
    assert re.findall(r"!\[(\w)\]\(\S+\)|^(One)$", twin, re.MULTILINE) == [
        ("a", ""),
        ("", "One"),
        ("b", ""),
    ]
    assert "One" in (newsletter.out / "email/2022-03/message.txt").read_text("utf-8")
