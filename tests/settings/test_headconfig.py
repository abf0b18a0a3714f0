"""`head:` and `script:`: what pages say to others, and which scripts they let in."""

from __future__ import annotations

import pytest

from digest.settings.config import Settings, parse_settings
from digest.settings.headconfig import HeadTag

SITE = "title: T\nurl: https://x.org/\n"
SRC = "https://plausible.io/js/script.js"
HASH = "sha384-" + "a" * 64


def settings(text: str) -> Settings:
    found = parse_settings(SITE + text)
    assert found.diagnostics == ()
    return found.value


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("head: [{google-site-verification: abc=}]", [("google-site-verification", "abc=")]),
        ("head: {msvalidate.01: A, fediverse:creator: '@a@b.c'}",
         [("msvalidate.01", "A"), ("fediverse:creator", "@a@b.c")]),
        ("head: [{a: '1', b: '2'}, {me: 'https://m.net/@a'}]",
         [("a", "1"), ("b", "2"), ("me", "https://m.net/@a")]),
    ],
)  # fmt: skip
def test_a_head_has_names_with_what_they_say(text: str, tags: list[tuple[str, str]]) -> None:
    assert list(settings(text).head) == [HeadTag(*tag) for tag in tags]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("head: abc", "a name with what it says", "as {google-site-verification: …}"),
        (
            """head: ['<meta name="google-site-verification" content="abc" />']""",
            "a name with what it says",
            "write {google-site-verification: abc}",
        ),
        ("head: {a b: c}", "the name of a <meta>", "as google-site-verification"),
        ("head: {'\"onload=x': c}", "the name of a <meta>", "as google-site-verification"),
        ("head: {Viewport: c}", "every page says its own 'viewport'", "take it away"),
        ("head: {description: c}", "every page says its own 'description'", "take it away"),
        ("head: {me: 'javascript:alert(1)'}", "must be a web address", "it begins with 'https://'"),
        ("head: {a: [b]}", "this must be a text", "put quotes around a text"),
        ('head: {a: "b\\nc"}', "a text on one line", ""),
    ],
)
def test_of_a_head_what_cannot_be_read_is_told(text: str, message: str, hint: str) -> None:
    (found,) = parse_settings(SITE + text).diagnostics
    assert message in found.message
    assert found.hint.startswith(hint)


def test_a_script_may_send_to_its_own_host_unless_it_says_where() -> None:
    (plain,) = settings(f"script: {SRC}").script
    assert (plain.src, plain.connect) == (SRC, ("https://plausible.io",))
    (whole,) = settings(
        f"script: [{{src: '{SRC}', data-domain: x.org, data-api: '', integrity: {HASH}, "
        "connect: ['https://a.net/api', 'https://b.net:8443']}]"
    ).script
    assert whole.connect == ("https://a.net", "https://b.net:8443")
    assert whole.attributes == (("data-domain", "x.org"), ("data-api", ""))
    assert whole.integrity == HASH


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("http://p.io/a.js", "on its way to readers", "write 'https://p.io/a.js'"),
        ("//p.io/a.js", "must be a web address", "it begins with 'https://'"),
        ("'data:text/javascript,1'", "must be a web address", "it begins with 'https://'"),
        ("'javascript:alert(1)'", "must be a web address", "it begins with 'https://'"),
        ("static/count.js", "must be a web address", "it begins with 'https://'"),
        ("'https://p.io/a.js; script-src *'", "must be a web address", "its host, its port"),
        ("https://u:p@p.io/a.js", "no name or password", ""),
        ("https://*/a.js", "must be a web address", "no browser takes its host"),
        ("{src: 'https://p.io/a.js', onload: x}", "unknown key 'onload'", "a script has: src"),
        ("{src: 'https://p.io/a.js', defer: true}", "unknown key 'defer'", "take it away: "),
        ("{data-domain: x.org}", "a script needs 'src'", "add 'src: …'"),
        ("{src: 'https://p.io/a.js', data-X: y}", "the name of an attribute", "in small letters"),
        ("{src: 'https://p.io/a.js', integrity: md5-a}", "a hash of the script", "as 'sha384-'"),
        ("{src: 'https://p.io/a.js', connect: '*'}", "must be a web address", ""),
        (
            """'<script defer src="https://p.io/a.js" data-domain="x"></script>'""",
            "the address of a script",
            "write {src: https://p.io/a.js, privacy: /privacy/}, with its 'data-' attributes",
        ),
    ],
)
def test_of_a_script_what_cannot_be_let_in_is_told(text: str, message: str, hint: str) -> None:
    (found,) = parse_settings(f"{SITE}script: {text}\n").diagnostics
    assert message in found.message
    assert found.hint.startswith(hint)
