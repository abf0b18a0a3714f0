"""What a theme puts on pages that no browser does is told, for the policy forbids it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

FILE = "themes/paper/web/base.html"
BEGINS = "{% extends 'parent:web/base.html' %}\n{% block foot %}\n"


@pytest.mark.parametrize(
    ("html", "column", "what"),
    [
        ('<script src="https://a.example/count.js"></script>', 1, "run a script"),
        ("<p>A <script>count()</script></p>", 6, "run a script"),
        ('<form action="https://buttondown.com/x" method="post">', 1, "send a form"),
        ("<iframe src='https://a.example/'></iframe>", 1, "take 'iframe'"),
        ('<video src="{{ "" | href }}">', 1, "take 'video'"),
        ('<a href="#" onclick="go()">', 13, "run 'onclick'"),
        ('<p style="color: red">', 4, "heed the attribute 'style'"),
        ('<img src="https://a.example/p.gif" alt="">', 11, "load 'https://a.example/p.gif'"),
        ('<img alt="" src="//a.example/p.gif">', 18, "load '//a.example/p.gif'"),
        ('<img alt="" src="data:image/gif;base64,R0">', 18, "load 'data:image/gif;base64,R0'"),
        ('<link rel="stylesheet" href="https://f.example/c">', 30, "load 'https://f.example/c'"),
        ('<link href="https://f.example/c" rel="stylesheet">', 13, "load 'https://f.example/c'"),
        ("<link rel=stylesheet href=https://f.example/c>", 27, "load 'https://f.example/c'"),
        ("<p style=color:red>", 4, "heed the attribute 'style'"),
        ("<p onclick=go(1)>{% set style = 'a' %}</p>", 4, "run 'onclick'"),
    ],
)
def test_what_the_policy_forbids(newsletter: Newsletter, html: str, column: int, what: str) -> None:
    newsletter.write(FILE, f"{BEGINS}{html}\n{{% endblock %}}")
    (found,) = newsletter.diagnose()
    assert (found.path, found.line, found.column) == (FILE, 3, column)
    assert (found.rule, found.severity) == ("theme-blocked", "warning")
    assert found.message == f"the policy of the page lets no browser {what}"
    assert newsletter.build().diagnostics == newsletter.build().diagnostics == (found,)


def test_a_style_sheet_that_loads_another(newsletter: Newsletter) -> None:
    css = "@import url('https://f.example/a');\np { background: url(icon.svg) }\n"
    css += "/* url(https://f.example/b) */\n@font-face { src: url(https://f.example/c) }\n"
    newsletter.write("themes/paper/static/own.css", css)
    assert [(one.line, one.column) for one in newsletter.diagnose()] == [(1, 14), (4, 23)]


@pytest.mark.parametrize(
    "html",
    [
        "<!-- <script src='x.js'></script> -->{# <form> #}",
        "<p>A style = 5; <code>&lt;script&gt;</code> <a href='https://a.example/'>x</a></p>",
        '<link rel="preconnect" href="https://f.example/">',
        '<img src="{{ "icon.svg" | asset }}" alt="">',
        '<script type="application/ld+json">{}</script>',
        '{% if site.subscribe %}<form action="{{ site.subscribe.form }}" method="post">{% endif %}',
    ],
)
def test_what_it_allows(newsletter: Newsletter, html: str) -> None:
    newsletter.write(FILE, f"{BEGINS}{html}\n{{% endblock %}}")
    assert newsletter.check() == []


def test_a_theme_with_a_policy_of_its_own_knows_what_it_does(newsletter: Newsletter) -> None:
    newsletter.settings("theme: own\n")
    newsletter.write("themes/own/theme.yaml", "contract: 1\n")
    for kind in [
        "home",
        "edition",
        "entry",
        "archive",
        "tags",
        "tag",
        "author",
        "page",
        "404",
        "redirect",
    ]:
        newsletter.write(f"themes/own/web/{kind}.html", "<script src='x.js'></script>")
    assert "theme-blocked" not in {one.rule for one in newsletter.diagnose()}
