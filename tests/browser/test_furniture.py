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


@pytest.mark.parametrize("lang", ["en", "ar", "ja", "pl"])
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
