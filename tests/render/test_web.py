"""A theme's mistakes are named at their file and line, and nothing is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

HOME = "themes/paper/web/home.html"


@pytest.mark.parametrize(
    ("template", "place", "message", "hint"),
    [
        ("\n\n{{ nope }}", "3:4", "there is no 'nope' here", "there are: "),
        ("\n{{ stie.title }}", "2:4", "there is no 'stie' here", "did you mean 'site'?"),
        ("\n{{ site.titel }}", "2:9", "'titel' is not in 'site'", "did you mean 'title'?"),
        ("\n{{ site['titel'] }}", "2:10", "'titel' is not in 'site'", "did you mean 'title'?"),
        ("\n{{ page.nope }}", "2:9", "'nope' is not in 'page'", "there are: address, title, "),
        ("{{ words.arcive }}", "1:10", "'arcive' is not in 'words'", "did you mean 'archive'?"),
        (
            "{{ site.options.acent }}",
            "1:17",
            "'acent' is not in 'site.options'",
            "did you",
        ),
        ("{{ newest.title }}", "1:4", "'newest' is none and has no 'title'", "ask first whether"),
        ("{{ editions[0].title }}", "1:4", "'editions' has no element 0", "ask first how many"),
        ("{{ site.title.foo }}", "1:15", "'foo' is not in 'site.title'", ""),
        ("{{ newest }}", "1:1", "none cannot be printed", "ask first whether it is there"),
        ("{{ site.menu }}", "1:1", "a list cannot be printed", "go through it with 'for'"),
        ("{{ site }}", "1:1", "a mapping cannot be printed", "print one of its fields: title, "),
        (
            "\n{% if %}",
            "2:7",
            "expected an expression, got '%}'",
            "a value is missing before its end",
        ),
        ("{% for a in b %}\n", "1:4", "this 'for' is never closed", "write '{% endfor %}' where"),
        ("{% foo %}", "1:4", "there is no tag 'foo' here", "did you mean 'for'?"),
        ("\n{{ 1 / 0 }}", "2:1", "division by zero", ""),
        ("\n{{ 'x' | nope }}", "2:10", "no filter named 'nope'", ""),
        ("\n{{ 'x' | prosa }}", "2:10", "no filter named 'prosa'", "did you mean 'prose'?"),
        (
            "\n{% include 'web/nope.html' %}",
            "2:13",
            "no template 'web/nope.html'",
            "'digest theme copy'",
        ),
        (
            "{% extends 'web/bsae.html' %}",
            "1:13",
            "has no template 'web/bsae.html'",
            "did you mean",
        ),
        (
            "{% extends 'web/home.html' %}",
            "1:1",
            "extends, includes or calls itself",
            "",
        ),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "1:1", "or calls itself without", ""),
        ("{% extends 'parent:web/nope.html' %}", "1:20", "there is no 'web/nope.html' below", ""),
        (
            "{% for n in range(1000000000) %}{% endfor %}",
            "1:1",
            "a range of more than 100,000 numbers",
            "",
        ),
        (
            "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
            *("1:1", "the template never comes to its end", "look for a loop within a loop"),
        ),
        (
            "{% macro m(n) %}{{ m(n - 1) ~ m(n - 1) if n }}{% endmacro %}{{ m(50) }}",
            *("1:1", "the template never comes to its end", ""),
        ),
        ("{% set x = 'a' * 10 ** 10 %}", "1:1", "a text of more than 1,000,000 characters", ""),
        ("{% set x = 10 * 'a' * 1000000 %}", "1:1", "a text of more than 1,000,000", ""),
        ("{% set x = 9 ** 99999 %}", "1:1", "a number that is too large", ""),
        ("{{ '%99999999d' % 1 }}", "1:1", "more than 10,000 characters in one line", ""),
        ("{{ '%*d' | format(9, 1) }}", "1:1", "more than 10,000 characters in one line", ""),
        ("{{ 'a' | center(100000000) }}", "1:1", "more than 10,000 characters in one line", ""),
        ("{{ [] | batch(100000000, 0) | list }}", "1:1", "more than 10,000 characters", ""),
        ("{% for n in nope %}{% endfor %}", "1:13", "no 'nope' here", ""),
        ("{{ lipsum(n=1000000) }}", "1:4", "no 'lipsum' here", ""),
        ("{{ '\\ud800' }}", "1:1", "the template prints half a character, U+D800", ""),
        ("{{ '\\x00' }}", "1:1", "the template prints a control character, U+0000", ""),
        ("{{ '\\x1b[2J' }}", "1:1", "the template prints a control character, U+001B", ""),
        ("\n<p>\x93a\x94</p>", "2:1", "the file has a control character, U+0093", "take it away"),
        ("\n{{ ''.__class__ }}", "2:7", "a template may not use '__class__'", ""),
        ("\n{{ 5 | href }}", "2:8", "'href' takes a text here, and this is a number", ""),
        ("\n{{ 'x' | prose }}", "2:10", "'prose' takes a fragment here, and this is a text", ""),
        ("{{ 'x' | href('y') }}", "1:10", "'href' takes fewer values", ""),
        ("\n{{ '2022-33-01' | date }}", "2:5", "'2022-33-01' is no date", "a date is '2022-03-0"),
        (
            "{{ '2022' | date('yaer') }}",
            "1:19",
            "a date has no form 'yaer'",
            "did you mean",
        ),
        (
            "{{ 'papr.css' | asset }}",
            "1:5",
            "the theme has no file 'papr.css'",
            "did you mean 'pap",
        ),
        ("{% macro m() %}\n{{ nope }}{% endmacro %}\n\n{{ m() }}", "2:4", "no 'nope' here", ""),
        ("\n{% set _ = site.menu.append(1) %}", "2:22", "'append' is not in 'site.menu'", ""),
        ("{{ site.title + 5 }}", "1:15", "a text and a number do not go with", ""),
        ("{% for n in 5 %}{% endfor %}", "1:1", "a number is not iterable", ""),
        ("", "1:1", "the template shows nothing", "write what it shows"),
        ("{# all of it #}\n\n", "1:1", "the template shows nothing", "write what it shows"),
    ],
)
def test_a_broken_template(
    newsletter: Newsletter, template: str, place: str, message: str, hint: str
) -> None:
    newsletter.write(HOME, template)
    (found,) = newsletter.build().diagnostics
    assert (found.path, f"{found.line}:{found.column}") == (HOME, place)
    assert found.rule == "theme-error"
    assert message in found.message
    assert found.hint.startswith(hint)
    # nothing of how digest is made, nor of Python
    assert not re.search(r"digest\.|object|Error|\bclass\b", found.message + found.hint)
    assert not (newsletter.out / "site").exists()


def test_what_a_template_may_do_is_more_than_it_needs(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03")
    loops = (
        "{% for a in range(999) %}{% for b in ['c'] %}{{ loop.last }}{% endfor %}{% endfor %}"
        "{{ '%05d' % 7 }} {{ 'ab' * 3 }} {{ 2 ** 10 }} {{ 'x' | center(9) }}"
    )
    newsletter.write(HOME, loops)
    newsletter.build()
    assert newsletter.page("").endswith("00007 ababab 1024     x    ")


@pytest.mark.parametrize(
    "form", ["{{ deck }}", "{{ deck | safe }}", "{{ 'x' ~ deck }}", "{{ deck | e }}"]
)
def test_a_fragment_is_not_printed_as_it_is(newsletter: Newsletter, form: str) -> None:
    newsletter.edition("2022-03", description="Deck")
    newsletter.write("themes/paper/web/edition.html", f"<p>\n{form}</p>")
    (found,) = newsletter.build().diagnostics
    assert (found.path, found.line) == ("themes/paper/web/edition.html", 2)
    assert found.message == "a fragment is printed with '| prose'"


def test_what_digest_does_wrong_is_not_called_the_themes(
    newsletter: Newsletter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> str:
        raise RuntimeError("a fault of digest's own")

    monkeypatch.setattr("digest.render.prose.Prose.print", fail)
    newsletter.edition("2022-03", "Text.\n")
    with pytest.raises(RuntimeError, match="a fault of digest's own"):
        newsletter.build()


def test_a_mistake_that_shows_in_a_bundled_file_is_told_in_the_themes_own(
    newsletter: Newsletter,
) -> None:
    own = "{% import 'web/macros.html' as part with context %}\n<p>{{ part.issue(page) }}</p>"
    newsletter.write(HOME, own)
    (found,) = newsletter.build().diagnostics
    assert (found.path, found.line) == (HOME, 2)
    assert found.message == "'number' is not in 'edition'"


def test_copies_of_older_templates_find_what_newer_ones_have_elsewhere(
    newsletter: Newsletter,
) -> None:
    newsletter.edition("2022-03")
    newsletter.settings(
        "subscribe: {url: 'https://example.org/join'}\n"
        "social: [{name: Code, url: 'https://github.com/lab'}]\n"
    )
    old = "{{ part.subscribe() }}{{ part.feeds() }}{{ part.social() }}"
    own = "{% import 'web/macros.html' as part with context %}" + old
    newsletter.write("themes/paper/web/archive.html", own)
    assert newsletter.build().diagnostics == ()
    page = newsletter.page("archive/")
    for href in ("https://example.org/join", "../rss.xml", "https://github.com/lab"):
        assert f'<a href="{href}"' in page


def test_a_template_is_not_told_to_include_itself(newsletter: Newsletter) -> None:
    newsletter.write(HOME, "{% include 'web/hone.html' %}")
    (found,) = newsletter.build().diagnostics
    assert "'web/hone.html'" in found.message
    assert "web/home.html" not in found.hint


def test_macros_have_the_filters_without_their_context(newsletter: Newsletter) -> None:
    web, way = "themes/paper/web", "{% import 'web/own.html' as own %}{{ own.way('tags/') }}"
    newsletter.write(f"{web}/home.html", way)
    newsletter.write(f"{web}/archive.html", way)
    newsletter.write(f"{web}/own.html", "{% macro way(to) %}{{ to | href }}{% endmacro %}")
    newsletter.build()
    assert (newsletter.page(""), newsletter.page("archive/")) == ("./tags/", "../tags/")


def test_a_template_extends_the_one_that_it_stands_over(newsletter: Newsletter) -> None:
    newsletter.settings("theme: ours\n")
    newsletter.write("themes/ours/theme.yaml", "contract: 1\nextends: paper\n")
    newsletter.write(
        "themes/paper/web/base.html",
        "{% extends 'parent:web/base.html' %}{% block foot %}<p>Two</p>{% endblock %}",
    )
    newsletter.write(
        "themes/ours/web/base.html",
        "{% extends 'parent:web/base.html' %}{% block foot %}<p>One</p>{{ super() }}{% endblock %}"
        "{% block head %}<meta name=own>{% endblock %}",
    )
    newsletter.build()
    page = newsletter.page("archive/")
    assert "<p>One</p><p>Two</p>" in page
    assert page.index("<meta name=own>") < page.index("</head>")
    # what stands below is a part of the theme
    newsletter.write("themes/paper/web/base.html", "{% extends 'parent:web/base.html' %}")
    newsletter.build()
    assert "Two" not in newsletter.page("archive/")


def test_a_template_that_is_no_text(newsletter: Newsletter) -> None:
    newsletter.write(HOME, b"\xff")
    (found,) = newsletter.build().diagnostics
    assert (found.path, found.rule) == (HOME, "theme-error")


def test_what_a_page_says_is_text_and_never_html(newsletter: Newsletter) -> None:
    evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)></title></style>"
    fields = ("container-title", "abstract", "publisher", "volume", "page", "event-title")
    newsletter.paper("arxiv:2202.00001", evil, evil.replace(",", ""), **dict.fromkeys(fields, evil))
    newsletter.write(
        "content/references.bib",
        f"@article{{k, title={{{evil}}}, author={{{evil}}}, journal={{{evil}}}}}",
    )
    newsletter.edition(
        "2022-03", f"[@k, {evil}] {evil} `{evil}`\n", title=f"{evil}:x".replace("'", "")
    )
    newsletter.entry(
        "2022-03/01-a",
        f"## {evil}\n\n[@arxiv:2202.00001].\n",
        arxiv="2202.00001",
        tags=[evil],
        links={evil: 'https://x.org/"onclick="alert(1)'},
        figure={"src": "a.svg", "alt": evil, "caption": evil, "credit": evil},
    )
    newsletter.write(
        "content/editions/2022-03/a.svg",
        '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
    )
    result = newsletter.build()
    assert result.outputs, result.diagnostics
    for path, data in newsletter.tree().items():
        if path.endswith(".html"):
            html = data.decode()
            assert "<script>alert" not in html, path
            assert "<img src=x" not in html, path
            assert '"onclick="' not in html, path
            assert html.count("</title>") == 1, path
            assert html.count("</style>") <= 1, path


def test_a_very_long_title_is_printed_whole(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.00001", "x" * 5000)
    newsletter.edition("2022-03", title="y" * 5000)
    newsletter.entry("2022-03/01-a", arxiv="2202.00001")
    newsletter.build()
    assert "x" * 5000 in newsletter.text("editions/2022-03/")
    assert "y" * 5000 in newsletter.text("editions/2022-03/")
