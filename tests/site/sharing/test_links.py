"""`share:` in site.yaml, and the signs beside links to other places."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from digest.settings.furnitureconfig import SHARE_SERVICES
from digest.site.everypage.sociallinks import find_icon
from digest.site.sharing.links import make_share_links
from tests.newsletter import SITE_YAML

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

TITLE = "What \"we\" read & 'why'? 100 % + 1"
URL = "https://example.org/news/editions/2022-03/"


def shared(newsletter: Newsletter, address: str) -> list[tuple[str, str]]:
    """Return where a page may be shared: names and addresses."""
    found = re.search(r'<div class="share">.*?</div>', newsletter.page(address), re.DOTALL)
    links = (
        re.findall(r'<a href="([^"]*)"[^>]*>.*?</svg> <bdi>(.*?)</bdi></a>', found[0])
        if found
        else []
    )
    return [(name, unescape(href)) for href, name in links]


def test_an_edition_and_an_entry_have_links_to_each_service(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.06991")
    newsletter.edition("2022-03", title=TITLE)
    newsletter.entry("2022-03/01-dsi", arxiv="2202.06991", name="DSI")
    newsletter.settings("share: [bluesky, mastodon, linkedin, x, email]\n")
    assert newsletter.build().diagnostics == ()
    links = dict(shared(newsletter, "editions/2022-03/"))
    assert [*links] == ["Bluesky", "Mastodon", "LinkedIn", "X", "Email"]
    said = f"Test News: {TITLE}"
    assert parse_qs(urlsplit(links["Bluesky"]).query) == {"text": [f"{said}\n\n{URL}"]}
    mastodon = urlsplit(links["Mastodon"])
    assert mastodon.netloc == "share.joinmastodon.org"
    assert parse_qs(mastodon.fragment) == {"text": [f"{said}\n\n{URL}"]}
    assert parse_qs(urlsplit(links["LinkedIn"]).query) == {"url": [URL]}
    assert parse_qs(urlsplit(links["X"]).query) == {"text": [said], "url": [URL]}
    mail = urlsplit(links["Email"])
    assert parse_qs(mail.query) == {"subject": [said], "body": [f"{said}\n\n{URL}"]}
    assert "+" not in mail.query
    entry = dict(shared(newsletter, "editions/2022-03/dsi/"))
    assert parse_qs(urlsplit(entry["X"]).query)["text"] == ["Test News: DSI: A Paper"]
    for address in ("", "archive/", "404.html"):
        assert shared(newsletter, address) == []


def test_without_the_setting_there_are_none(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03")
    newsletter.build()
    assert 'class="share"' not in newsletter.page("editions/2022-03/")


def test_pages_in_another_language_say_email_in_it(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", lang="ja")
    newsletter.settings("share: [email, x]\n")
    newsletter.build()
    assert [name for name, _ in shared(newsletter, "editions/2022-03/")] == ["メール", "X"]


def test_every_service_has_an_address_that_needs_no_more() -> None:
    for link in make_share_links(SHARE_SERVICES, "News", TITLE, URL):
        assert re.fullmatch(r"[!-~]+", link.url), link.service
        assert not re.search(r"[{}<>\"']", link.url), link.service


@pytest.mark.parametrize(
    ("name", "url", "icon"),
    [
        ("Mastodon", "https://example.social/@lab", "mastodon"),
        ("Us", "https://mastodon.online/@lab", "mastodon"),
        ("Us", "https://social.example.edu/@lab", "mastodon"),
        ("Bluesky", "https://bsky.app/profile/lab", "bluesky"),
        ("Videos", "https://www.youtube.com/@lab", "youtube"),
        ("Blog", "https://medium.com/@lab", "link"),
        ("Us", "https://uk.linkedin.com/company/lab", "linkedin"),
        ("Code", "https://github.com/lab", "github"),
        ("Us", "https://x.com/lab", "x"),
        ("Us", "https://example.com/lab", "link"),
        ("Chat", "https://lab.slack.com/", "slack"),
        ("Chat", "https://discord.gg/x", "discord"),
        ("Chat", "https://matrix.to/#/#lab:example.org", "matrix"),
        ("Ada", "https://orcid.org/0000-0002-1825-0097", "orcid"),
        ("Ada", "https://scholar.google.co.uk/citations?user=x", "scholar"),
        ("Library", "https://www.zotero.org/groups/1", "zotero"),
        ("Write to us", "mailto:lab@example.org", "email"),
        ("Feed", "https://example.org/all", "rss"),
        ("News", "https://example.org/feed.xml", "rss"),
        ("Exhibition", "https://example.org/", "link"),
    ],
)
def test_the_sign_of_a_place_is_that_of_its_host_or_name(name: str, url: str, icon: str) -> None:
    assert find_icon(name, url) == icon


def test_each_sign_is_drawn_in_the_page_and_says_nothing(newsletter: Newsletter) -> None:
    newsletter.settings(
        "social: [{name: Code, url: 'https://github.com/lab'}, {name: 'A<b>', url: 'https://a.b/'},\n"
        "  {name: Write to us, url: 'mailto:lab@example.org'}]\n"
    )
    assert newsletter.build().diagnostics == ()
    page = newsletter.page("")
    assert page.count('<svg class="sign"') == page.count('aria-hidden="true"><path d="M') == 3
    assert "</svg> <bdi>A&lt;b&gt;</bdi></a>" in page
    assert 'href="mailto:lab@example.org" rel="me"' in page
    # what has no page is no other name of the newsletter
    assert '"sameAs":["https://github.com/lab","https://a.b/"]' in page
    assert "style=" not in page.split("<body")[1]


def test_the_reading_time_is_of_the_editors_words(newsletter: Newsletter) -> None:
    newsletter.write(
        "content/site.yaml", SITE_YAML + "theme: {name: paper, options: {reading_time: true}}\n"
    )
    newsletter.paper("arxiv:2202.06991", title="long " * 2000)
    newsletter.edition("2022-03", "word " * 476)
    newsletter.entry("2022-03/01-dsi", "語" * 1500 + "\n", arxiv="2202.06991", name="DSI")
    newsletter.entry("2022-03/02-x", "Short, $\\frac{a}{b}$.\n", arxiv="2202.06991", name="X")
    newsletter.build()
    assert "<span>5 min read</span></p>" in newsletter.page("editions/2022-03/")
    assert "<span>3 min read</span></p>" in newsletter.page("editions/2022-03/dsi/")
    assert "<span>1 min read</span></p>" in newsletter.page("editions/2022-03/x/")
    newsletter.settings("")
    newsletter.build()
    assert "min read" not in newsletter.page("editions/2022-03/")
