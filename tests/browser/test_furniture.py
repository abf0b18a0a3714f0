"""Menu, foot and links to share by, in a browser and in every script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.test_validity import find_faults
from tests.browser.usable import TOO_WIDE, find_barriers

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.newsletter import Newsletter

PAGES = ("", "about/", "editions/2022-03/", "editions/2022-03/dsi/")
ITEMS = ", ".join(
    f"{{title: Section number {number}, url: https://example.com/{number}}}" for number in range(36)
)
FURNITURE = f"""\
theme: {{name: paper, options: {{reading_time: true}}}}
license: CC-BY-NC-SA-4.0
share: [bluesky, mastodon, linkedin, x, facebook, reddit, hackernews, whatsapp, telegram, email]
menu: [about, archive, tags, {{title: حول المختبر, page: about#why}}, {ITEMS}]
social:
  - {{name: Mastodon, url: https://example.social/@ada}}
  - {{name: 研究室のサイト, url: https://example.org/}}
  - {{name: Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch, url: https://a.example/}}
footer: |
  Made by "us" at [the lab](https://example.org/), Llanfairpwllgwyngyllgogerychwyrndrobwllllanty.

  - one
  - two, with `code` and [about](/about/)

  | a | b |
  |---|---|
  | 1 | 2 |
"""
TOO_SMALL = """() => [...document.querySelectorAll(".social a, nav a")]
  .map(link => [link.textContent.trim(), link.getBoundingClientRect().height])
  .filter(([, height]) => height < 24)"""


@pytest.mark.parametrize("lang", ["ar", "ja"])
def test_it_is_usable_and_fits_in_every_language(
    browser: Browser, newsletter: Newsletter, lang: str
) -> None:
    newsletter.settings(FURNITURE)
    file = newsletter.root / "content/site.yaml"
    file.write_text(file.read_text().replace("lang: en", f"lang: {lang}"))
    newsletter.write("content/pages/about.md", "---\ntitle: About\n---\n## Why\n\nWords.\n")
    newsletter.paper("arxiv:2202.06991")
    newsletter.edition("2022-03", "Words.\n")
    newsletter.entry("2022-03/01-dsi", arxiv="2202.06991", tags=["x"])
    assert newsletter.build().diagnostics == ()
    site = newsletter.out / "site"
    # the style sheet is that of the showcase
    assert [one for one in find_faults(site) if not one.startswith("static/")] == []
    assert find_barriers(browser, site, PAGES, (TOO_WIDE, TOO_SMALL)) == {}


BOXED_LOGO = """() => [...document.querySelectorAll(".logo img")]
  .map(logo => getComputedStyle(logo).backgroundColor).filter(one => one !== "rgba(0, 0, 0, 0)")"""
UNEVEN_ROW = """() => innerWidth < 600 ? [] : [...document.querySelectorAll(".figures")]
  .map(row => [...row.querySelectorAll("img")].map(one => one.getBoundingClientRect().height))
  .filter(heights => heights.some(one => Math.abs(one - heights[0]) > 1))"""
TITLE_AT_THE_OTHER_SIDE = """() => [...document.querySelectorAll("h1")].map(title => {
  const text = document.createRange()
  text.selectNodeContents(title)
  const side = document.dir === "rtl" || document.documentElement.dir === "rtl" ? "right" : "left"
  return Math.abs(text.getBoundingClientRect()[side] - title.getBoundingClientRect()[side])
}).filter(gap => gap > 2)"""


@pytest.mark.parametrize("theme", ["paper", "signal", "plain"])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_logo_has_no_box_a_row_is_even_and_titles_begin_where_lines_do(
    browser: Browser, newsletter: Newsletter, theme: str, lang: str
) -> None:
    newsletter.settings(f"theme: {theme}\nlogo: static/logo.svg\n")
    file = newsletter.root / "content/site.yaml"
    file.write_text(file.read_text().replace("lang: en", f"lang: {lang}"))
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}"><path d="M0 0h9v9z"/></svg>'
    newsletter.write("static/logo.svg", svg.format(240, 60))
    newsletter.write("content/editions/2022-03/a.svg", svg.format(1600, 900))
    newsletter.write("content/editions/2022-03/b.svg", svg.format(500, 700))
    newsletter.edition("2022-03", '![A](a.svg "One")\n![B](b.svg "Two words")\n')
    assert newsletter.build().diagnostics == ()
    looks = (BOXED_LOGO, UNEVEN_ROW, TITLE_AT_THE_OTHER_SIDE)
    assert find_barriers(browser, newsletter.out / "site", ("editions/2022-03/",), looks) == {}
