"""`license:` in site.yaml: where the licence of the texts is said."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.feedrules import check_feed

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

URL = "https://creativecommons.org/licenses/by/4.0/"
SAID = "Licence of the texts, unless otherwise noted:"
PAGES = ("", "archive/", "tags/search/", "about/", "editions/2022-03/", "editions/2022-03/dsi/")


@pytest.fixture
def filled(newsletter: Newsletter) -> Newsletter:
    newsletter.paper("arxiv:2202.06991")
    newsletter.edition("2022-03")
    newsletter.entry("2022-03/01-dsi", arxiv="2202.06991", tags=["search"])
    newsletter.write("content/pages/about.md", "---\ntitle: About\n---\nWords.\n")
    newsletter.settings("license: CC-BY-4.0\n")
    assert newsletter.build().diagnostics == ()
    return newsletter


@pytest.mark.parametrize("address", PAGES)
def test_pages_and_their_twins_say_it(filled: Newsletter, address: str) -> None:
    page = filled.page(address)
    link = f'<a rel="license" href="{URL}" dir="auto">CC BY 4.0</a>'
    assert f'<p class="license"><span>{SAID}</span> {link}</p>' in page
    described = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert described
    assert json.loads(described[1])["license"] == URL
    assert filled.page(f"{address}index.md").endswith(f"\n---\n\n{SAID} [CC BY 4.0]({URL})\n")


def test_feeds_say_it_and_keep_their_rules(filled: Newsletter) -> None:
    site = filled.out / "site"
    said = f"CC BY 4.0 ({URL})"
    for name in ("feed.xml", "tags/search/feed.xml"):
        feed = (site / name).read_text()
        assert feed.count(f"<rights>{said}</rights>") == 1
        assert feed.count(f'<link rel="license" href="{URL}"/>') == 1
    rss = (site / "rss.xml").read_text()
    assert f"<copyright>{said}</copyright>" in rss
    assert f'<atom:link rel="license" href="{URL}"/>' in rss
    for name in ("feed.xml", "rss.xml", "feed.json", "tags/search/feed.xml"):
        assert check_feed((site / name).read_bytes()) == [], name


def test_mails_and_llms_say_it(filled: Newsletter) -> None:
    mail = filled.out / "email/2022-03"
    assert re.search(rf'<a [^>]*rel="license" href="{URL}"', (mail / "message.html").read_text())
    assert f"{SAID} CC BY 4.0\n<{URL}>" in (mail / "message.txt").read_text()
    # of its form, a paragraph before the first heading
    assert f"\n\n{SAID} [CC BY 4.0]({URL})\n\n## " in filled.page("llms.txt")


def test_a_name_with_signs_of_html_stays_a_name(filled: Newsletter) -> None:
    filled.settings("license: {name: '<b>\"Ours\" & *more*', url: 'https://example.org/?a&b'}\n")
    assert filled.build().diagnostics == ()
    shown = (
        'href="https://example.org/?a&amp;b" dir="auto">&lt;b&gt;&#34;Ours&#34; &amp; *more*</a>'
    )
    assert shown in filled.page("")
    assert '[\\<b>"Ours" & \\*more\\*](https://example.org/?a&b)' in filled.page("index.md")
    for name in ("feed.xml", "rss.xml"):
        feed = (filled.out / "site" / name).read_bytes()
        assert b"&lt;b>" in feed or b"&lt;b&gt;" in feed
        assert check_feed(feed) == []


def test_without_it_nothing_is_said(filled: Newsletter) -> None:
    filled.settings("")
    filled.build()
    for path in ("index.html", "index.md", "feed.xml", "rss.xml", "llms.txt"):
        assert "icence" not in (filled.out / "site" / path).read_text()
        assert '"license"' not in (filled.out / "site" / path).read_text()
