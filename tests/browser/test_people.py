"""Pages of people, who wrote an entry, and what sponsors say, in a browser and in every script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.test_validity import find_faults
from tests.browser.usable import find_barriers

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.newsletter import Newsletter

PAGES = ("people/", "people/ada/", "people/li/", "editions/2022-03/", "editions/2022-03/dsi/")
PEOPLE = """\
editors: [ada]
people:
  ada:
    name: Ada Wolfeschlegelsteinhausenbergerdorff Example
    url: https://ada.example.org/a/long/way/to/a/page/that/nobody/will/ever/read.html
    orcid: 0000-0002-1825-0097
    affiliation: Institute of Examples and of a Good Many Other Things, Llanfairpwllgwyngyll
    bio: |
      Ada reads *much*[^1], of [@arxiv:2202.06991] too.

      ## Papers

      [^1]: More than is good for her.
    picture: {src: /ada.svg, alt: Ada at her desk}
  li: 李明
  عمر: عمر الخيام
"""
SPONSORS = [
    "**[Cloud](https://cloud.example/)** gives hours.\n\n![Their mark](/ada.svg){width=120}\n",
    "The Foundation pays[^1].\n\n## Bread\n\n[^1]: And butter.\n",
]
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="600"><rect width="99"/></svg>'


@pytest.mark.parametrize("lang", ["ar", "ja"])
def test_they_are_usable_and_fit_in_every_language(
    browser: Browser, newsletter: Newsletter, lang: str
) -> None:
    newsletter.settings(PEOPLE)
    file = newsletter.root / "content/site.yaml"
    file.write_text(file.read_text().replace("lang: en", f"lang: {lang}"))
    newsletter.write("static/ada.svg", SVG)
    newsletter.paper("arxiv:2202.06991")
    newsletter.edition("2022-03", "Words[^1].\n\n[^1]: A note.\n", sponsors=SPONSORS)
    newsletter.entry("2022-03/01-dsi", arxiv="2202.06991", by=["ada", "عمر", "Guest"], tags=["x"])
    assert newsletter.build().diagnostics == ()
    site = newsletter.out / "site"
    # the style sheet is that of the showcase
    assert [one for one in find_faults(site) if not one.startswith("static/")] == []
    assert find_barriers(browser, site, PAGES) == {}
