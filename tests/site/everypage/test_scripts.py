"""What a site says in its head, and the scripts that it lets in: on pages, and nowhere else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

SRC = "https://plausible.io/js/script.js"
SCRIPT = f"script: {{src: '{SRC}', data-domain: 'a\"b.org', privacy: /privacy/}}\n"


@pytest.fixture
def filled(newsletter: Newsletter) -> Newsletter:
    newsletter.edition("2022-03", "Text.\n", aliases=["/old/"])
    newsletter.write("content/pages/privacy.md", "---\ntitle: Privacy\n---\nWe count.\n")
    return newsletter


def policy(newsletter: Newsletter, address: str) -> dict[str, list[str]]:
    html = newsletter.page(address)
    (found,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    return {name: sources for name, *sources in (one.split() for one in found.split("; "))}


def test_pages_say_what_the_head_has_them_say(filled: Newsletter) -> None:
    filled.settings("head: [{google-site-verification: 'a\"<b'}, {me: 'https://m.net/@a'}]\n")
    assert filled.build().diagnostics == ()
    for address in ("", "editions/2022-03/", "404.html"):
        page = filled.page(address)
        assert '<meta name="google-site-verification" content="a&#34;&lt;b">' in page
        assert '<link rel="me" href="https://m.net/@a">' in page


def test_a_script_is_let_in_by_its_address_and_may_send_to_its_host(filled: Newsletter) -> None:
    filled.settings(SCRIPT)
    assert filled.build().diagnostics == ()
    for address in ("", "editions/2022-03/", "404.html"):
        page = filled.page(address)
        assert f'<script src="{SRC}" data-domain="a&#34;b.org" defer></script>' in page
        assert re.search(r'<p><a href="[./a-z]*privacy/">Privacy</a></p>', page)
        allowed = policy(filled, address)
        assert allowed["script-src"] == [SRC]
        assert allowed["connect-src"] == ["'self'", "https://plausible.io"]
        assert allowed["default-src"] == ["'none'"]


def test_no_script_is_anywhere_else(filled: Newsletter) -> None:
    filled.build()
    before = {**filled.mails(), **filled.tree()}
    filled.settings(SCRIPT)
    filled.build()
    after = {**filled.mails(), **filled.tree()}
    changed = {name for name, data in after.items() if before[name] != data}
    assert {name for name in changed if not name.endswith(".html")} == set()
    assert "script" not in policy(filled, "old/")
    assert "<script src" not in filled.page("old/")
    assert not [
        name for name, data in after.items() if b"plausible" in data and ".html" not in name
    ]


def test_one_without_scripts_has_none(filled: Newsletter) -> None:
    filled.build()
    assert policy(filled, "")["connect-src"] == ["'self'"]
    assert "script-src" not in policy(filled, "")


def test_a_preview_counts_nobody(filled: Newsletter) -> None:
    filled.settings(SCRIPT)
    address = "http://127.0.0.1:8000/"
    filled.build(base_url=address, mail_url="https://example.org/news/")
    assert "plausible" not in filled.page("")
    # a site that is published at another address than it says does
    filled.build(base_url="https://pages.example.net/")
    assert "plausible" in filled.page("")


def test_integrity_is_asked_for_without_cookies(filled: Newsletter) -> None:
    hash_ = "sha384-" + "a" * 64
    filled.settings(f"script: {{src: '{SRC}', integrity: {hash_}, privacy: 'https://x.org/p'}}\n")
    assert filled.build().diagnostics == ()
    assert f'integrity="{hash_}" crossorigin="anonymous" defer>' in filled.page("")


@pytest.mark.parametrize(
    ("src", "source"),
    [
        ("https://p.io/a;b,c.js?x=1", "https://p.io/a%3Bb%2Cc.js"),
        ("https://p.io/'none'.js", "https://p.io/%27none%27.js"),
        ("https://p.io", "https://p.io"),
        ("https://B\u00fccher.example/a.js", "https://xn--bcher-kva.example/a.js"),
    ],
)
def test_nothing_in_an_address_lets_in_more(filled: Newsletter, src: str, source: str) -> None:
    filled.settings(f'script: {{src: "{src}", privacy: /privacy/}}\n')
    filled.build()
    assert policy(filled, "")["script-src"] == [source]


@pytest.mark.parametrize("script", [SRC, f"{{src: {SRC}, data-domain: x.org}}"])
def test_readers_are_to_be_told(filled: Newsletter, script: str) -> None:
    filled.settings(f"script: {script}\n")
    (found,) = filled.build().diagnostics
    assert found.rule == "privacy-missing"
    assert "pages run a script of 'plausible.io'" in found.message
    added = f"{{src: {SRC}, privacy: /privacy/}}"
    assert found.hint.endswith(f"add 'privacy: /privacy/', as {added}")
    filled.settings(f"script: {added}\n")
    assert filled.check() == []
    filled.settings(f"script: {added.replace('privacy/', 'privcy/')}\n")
    (found,) = filled.diagnose()
    assert (found.rule, found.hint) == ("link-broken", "did you mean '/privacy/'?")


def test_a_theme_that_prints_them_itself_is_not_called_blocked(filled: Newsletter) -> None:
    macro = (
        '{% for script in site.scripts %}<script src="{{ script.src }}" defer></script>{% endfor %}'
    )
    for text, count in ((macro, 0), ('<script src="https://x.org/a.js"></script>', 1)):
        base = "{% extends 'parent:web/home.html' %}{% block head %}" + text + "{% endblock %}"
        filled.write("themes/paper/web/home.html", base)
        found = [one for one in filled.diagnose() if one.rule == "theme-blocked"]
        assert len(found) == count
