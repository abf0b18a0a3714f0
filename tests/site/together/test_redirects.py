"""Addresses of the site that lead to others, by `redirects:`: where, and which cannot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.newsletter import Newsletter


@pytest.fixture
def filled(newsletter: Newsletter) -> Newsletter:
    newsletter.edition("2022-03", "Text.\n")
    about = "---\ntitle: About\naliases: [/was/]\n---\n## Us\n"
    newsletter.write("content/pages/about.md", about)
    newsletter.write("static/files/x.pdf", "x")
    return newsletter


def led(newsletter: Newsletter, address: str) -> tuple[str, str]:
    """Return where a page leads, and what search engines are told."""
    html = newsletter.page(address)
    (refresh,) = re.findall(r'http-equiv="refresh" content="0; url=([^"]*)"', html)
    (canonical,) = re.findall(r'rel="canonical" href="([^"]*)"', html)
    assert f'<a href="{refresh}">' in html
    return refresh, canonical


@pytest.mark.parametrize(
    ("old", "target", "refresh", "canonical"),
    [
        ("/join/", "https://x.org/?a&b", "https://x.org/?a&amp;b", "https://x.org/?a&amp;b"),
        ("/join", "http://x.org/'", "http://x.org/&#39;", "http://x.org/&#39;"),
        ("/a/b.html", "/about/#us", "../about/#us", "https://example.org/news/about/#us"),
        ("/cv/", "/files/x.pdf", "../files/x.pdf", "https://example.org/news/files/x.pdf"),
        ("/feed/", "/feed.xml", "../feed.xml", "https://example.org/news/feed.xml"),
        ("/map/", "/sitemap.xml", "../sitemap.xml", "https://example.org/news/sitemap.xml"),
        ("/start/", "/", "../", "https://example.org/news/"),
    ],
)
def test_an_address_leads_on(
    filled: Newsletter, old: str, target: str, refresh: str, canonical: str
) -> None:
    filled.settings(f'redirects: {{"{old}": "{target}"}}\n')
    assert filled.build().diagnostics == ()
    address = old[1:] if old.endswith((".html", "/")) else f"{old[1:]}/"
    assert led(filled, address) == (refresh, canonical)
    assert old.encode() not in filled.tree()["sitemap.xml"]
    filled.settings("")
    (gone,) = filled.build().diagnostics
    told = f"'/{address}' was published and is not made any more"
    assert (gone.rule, gone.message) == ("address-gone", told)
    assert not any(path.startswith(address) for path in filled.tree())


@pytest.mark.parametrize(
    ("pair", "rule", "hint"),
    [
        ("/a/: /abuot/", "link-broken", "did you mean '/about/'?"),
        ("/a/: /about/#use", "anchor-broken", "did you mean '#us'?"),
        ("/a/: /a/", "link-broken", "write where it is to lead"),
        ("/a/: /was/", "link-broken", "link to '/about/', where it leads"),
        ("/about/: https://x.org/", "address-clash", "take it off 'redirects:' here"),
        ("/was: https://x.org/", "address-clash", "take it off 'redirects:' here"),
        ("/archive: https://x.org/", "address-clash", "take it off 'redirects:' here"),
        ("/: https://x.org/", "address-clash", "take it off 'redirects:' here"),
        ("/editions/2022-03/: /about/", "address-clash", "take it off 'redirects:' here"),
        ("/files/x.pdf: /about/", "address-clash", "take it off 'redirects:' here"),
        ("/a/: https://x.org/, /A: https://y.org/", "address-clash", "take it off 'redirects:'"),
        ("/a/: https://x.org/, /a: https://y.org/", "address-clash", "take it off 'redirects:'"),
        ("/news/a/: /about/", "field-type", "write '/a/'"),
        ("/news: /about/", "field-type", "take it away: the home page is there"),
        ("/a/: 'javascript:alert(1)'", "field-type", "as '/privacy/'"),
        ("/a/: 'data:text/html,x'", "field-type", "as '/privacy/'"),
        ("/a/: //evil.example/", "field-type", "as '/privacy/'"),
        ("/a/: '/\\evil.example'", "field-type", "as '/privacy/'"),
        ("/a/: https://u:p@x.org/", "field-type", ""),
        ("/a/: 'https://x.org/\"><script>'", "field-type", "write '%22' in place of '\"'"),
        ("a: https://x.org/", "field-type", "write '/a'"),
        ("/../a: https://x.org/", "field-type", ""),
        ("/a?b: https://x.org/", "field-type", ""),
        ("https://x.org/a: https://x.org/", "field-type", "write what stands behind"),
    ],
)
def test_one_that_cannot_is_told(filled: Newsletter, pair: str, rule: str, hint: str) -> None:
    filled.settings(f"redirects: {{{pair}}}\n")
    (found,) = filled.diagnose()
    assert (found.path, found.rule) == ("content/site.yaml", rule)
    assert found.hint.startswith(hint)


def test_of_two_that_lead_to_each_other_both_are_told(filled: Newsletter) -> None:
    filled.settings("redirects: {/a/: /b/, /b/: /a/, /c/: /d/, /d/: /about/}\n")
    assert [one.hint for one in filled.diagnose()] == [
        "one of them must lead to a page",
        "one of them must lead to a page",
        "write '/about/'",
    ]


def test_a_text_leads_there_by_itself(filled: Newsletter) -> None:
    filled.settings("redirects: {/join/: 'https://x.org/'}\n")
    filled.edition("2022-03", "[Join](/join/).\n")
    (found,) = filled.diagnose()
    assert found.message == "'/join/' only leads on"
    assert found.hint == "link to 'https://x.org/', where it leads"
    filled.edition("2022-03", "[Join](https://x.org/).\n")
    assert filled.check() == []


def test_one_keeps_the_address_of_a_page_that_went(filled: Newsletter) -> None:
    filled.build()
    filled.delete("content/pages/about.md")
    filled.settings("redirects: {/about/: 'https://x.org/'}\n")
    assert [one.message for one in filled.build().diagnostics] == [
        "'/was/' was published and is not made any more"
    ]
    assert led(filled, "about/")[0] == "https://x.org/"
