"""The form to subscribe by: where it stands, what a page then lets a browser do, and privacy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

FORM = "https://buttondown.com/api/emails/embed-subscribe/trends"
PRIVACY = "---\ntitle: Privacy\n---\nNobody but us.\n"
WITH_FORM = ("", "editions/2022-03/", "subscribe/")
WITHOUT = ("archive/", "tags/", "editions/2022-03/dsi/", "privacy/", "404.html")


@pytest.fixture
def filled(newsletter: Newsletter) -> Newsletter:
    newsletter.paper("arxiv:2202.06991")
    newsletter.edition("2022-03")
    newsletter.entry("2022-03/01-dsi", arxiv="2202.06991", tags=["search"])
    newsletter.write("content/pages/privacy.md", PRIVACY)
    return newsletter


def subscribe(newsletter: Newsletter, more: str = "") -> None:
    newsletter.settings(f"subscribe: {{form: {FORM}, privacy: /privacy/{more}}}\n")


def policy(newsletter: Newsletter, address: str) -> str:
    found = re.search(r"form-action ([^;\"]*)", newsletter.page(address))
    assert found
    return found[1].replace("&#39;", "'")


def test_it_stands_where_readers_look_and_only_there_may_it_be_sent(filled: Newsletter) -> None:
    subscribe(filled)
    assert filled.build().diagnostics == ()
    for address in WITH_FORM:
        page = filled.page(address)
        assert page.count(f'<form action="{FORM}" method="post">') == 1, address
        assert re.search(r'<p class="privacy"><a href="[./]*privacy/">', page), address
        assert policy(filled, address) == "https://buttondown.com"
    for address in WITHOUT:
        assert "<form" not in filled.page(address)
        assert policy(filled, address) == "'none'"
        assert 'subscribe/">Subscribe</a>' in filled.page(address)


def test_without_the_setting_there_is_no_page_and_no_link(filled: Newsletter) -> None:
    filled.build()
    assert not (filled.out / "site/subscribe").exists()
    assert "subscribe/" not in filled.page("")
    assert policy(filled, "") == "'none'"


def test_what_is_posted_is_what_was_set(filled: Newsletter) -> None:
    form = "https://lists.example.org/subscription/form"
    filled.settings(
        f'subscribe: {{form: {form}, field: "e<m", privacy: /privacy/, '
        "hidden: {l: ['1-a', '2\"><b']}, thanks: https://example.org/thanks}\n"
    )
    assert filled.build().diagnostics == ()
    page = filled.page("subscribe/")
    assert '<input type="email" name="e&lt;m"' in page
    assert '<input type="hidden" name="l" value="1-a">' in page
    assert '<input type="hidden" name="l" value="2&#34;&gt;&lt;b">' in page
    assert policy(filled, "subscribe/") == "https://lists.example.org https://example.org"


def test_a_link_stands_in_place_of_a_form(filled: Newsletter) -> None:
    filled.settings("subscribe: {url: 'https://news.example.org/#/portal/signup'}\n")
    assert filled.build().diagnostics == ()
    assert not (filled.out / "site/subscribe").exists()
    for address in ("", "editions/2022-03/"):
        page = filled.page(address)
        assert page.count('href="https://news.example.org/#/portal/signup"') == 2, address
        assert "<form" not in page
        assert policy(filled, address) == "'none'"


def test_a_page_of_ones_own_has_the_form_below_its_words(filled: Newsletter) -> None:
    subscribe(filled)
    filled.build()
    filled.write("content/pages/subscribe.md", "---\ntitle: Join us\n---\nOnce a month.\n")
    assert filled.build().diagnostics == ()
    page = filled.page("subscribe/")
    assert page.index("Once a month.") < page.index(FORM)
    # in the menu once, by its own title
    assert page.count('href="../subscribe/"') == 1
    assert ">Join us</a>" in page
    assert (filled.out / "site/sitemap.xml").read_text().count("/subscribe/<") == 1
    filled.delete("content/pages/subscribe.md")
    filled.build()
    assert "Once a month" not in filled.page("subscribe/")
    assert FORM in filled.page("subscribe/")


def test_texts_may_lead_to_the_page(filled: Newsletter) -> None:
    filled.write("content/pages/about.md", "---\ntitle: About\n---\n[Join](/subscribe/).\n")
    assert filled.check() == ["pages/about.md:4:1 error link-broken"]
    subscribe(filled)
    assert filled.check() == []


def test_a_form_says_what_becomes_of_an_address(filled: Newsletter) -> None:
    filled.settings(f"subscribe: {{form: {FORM}}}\n")
    assert filled.check() == ["site.yaml:5:12 warning privacy-missing"]
    # it is a warning, and the site is published
    assert filled.build().outputs
    assert '"privacy"' not in filled.page("")


def test_the_page_on_privacy_must_be_there(filled: Newsletter) -> None:
    filled.settings(f"subscribe: {{form: {FORM}, privacy: privacy.md}}\n")
    assert [one.rule for one in filled.diagnose()] == ["field-type"]
    subscribe(filled)
    filled.write("content/pages/privacy.md", PRIVACY.replace("---\nN", "draft: true\n---\nN"))
    (found,) = filled.diagnose()
    assert (found.line, found.rule) == (5, "link-broken")
    assert found.hint == "it is a draft, or dated later"
    filled.delete("content/pages/privacy.md")
    (found,) = filled.diagnose()
    assert found.column == len(f"subscribe: {{form: {FORM}, privacy: ") + 1
    assert found.hint == "write it, as content/pages/privacy.md"
    filled.write("content/pages/privacy.md", PRIVACY)
    assert filled.check() == []


def test_social_links_stand_at_home_and_in_the_foot_of_every_page(filled: Newsletter) -> None:
    filled.settings("social: [{name: Mastodon, url: https://example.social/@ada}]\n")
    filled.build()
    for address in ("", *WITHOUT):
        link = r'<a href="https://example.social/@ada" rel="me"><svg .*?</svg> <bdi>Mastodon<'
        assert len(re.findall(link, filled.page(address))) == 1, address
        # by mail one subscribes otherwise
        assert address == "" or "<span>Feeds:</span> <a" in filled.page(address)
    assert "[Mastodon](https://example.social/@ada)" in filled.page("index.md")
    assert '"sameAs":["https://example.social/@ada"]' in filled.page("")


def test_an_edition_is_discussed_where_the_site_or_itself_says(filled: Newsletter) -> None:
    filled.settings("comments: {url: 'https://example.com/talk/{edition}?u={url}'}\n")
    filled.edition("2022-04", comments="https://example.social/@ada/1")
    assert filled.build(email="all").diagnostics == ()
    public = "https%3A%2F%2Fexample.org%2Fnews%2Feditions%2F2022-03%2F"
    march = f"https://example.com/talk/2022-03?u={public}"
    april = "https://example.social/@ada/1"
    for id_, address in (("2022-03", march), ("2022-04", april)):
        link = f'<a href="{address}">Discuss this edition</a>'
        assert link in filled.page(f"editions/{id_}/")
        assert f"[Discuss this edition]({address})" in filled.page(f"editions/{id_}/index.md")
        mail = filled.out / f"email/{id_}"
        text = (mail / "message.txt").read_text()
        assert f"Discuss this edition <{address}>" in " ".join(text.split())
        assert f'href="{address}"' in (mail / "message.html").read_text()
        feeds = {file: filled.page(file) for file in ("rss.xml", "feed.xml", "feed.json")}
        assert f"<comments>{address}</comments>" in feeds["rss.xml"]
        assert f'rel="replies" type="text/html" href="{address}"' in feeds["feed.xml"]
        assert address in feeds["feed.json"]
    assert "Discuss" not in filled.page("editions/2022-03/dsi/")
    # an edition's own may be made of its id, too
    filled.edition("2022-04", comments="https://example.social/{edition}")
    filled.build()
    assert 'href="https://example.social/2022-04"' in filled.page("editions/2022-04/")
