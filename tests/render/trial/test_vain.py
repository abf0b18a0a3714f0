"""More mistakes of theme authors: what never holds, stands in no block, or is called wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.render.trial.test_mistakes import set_up

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

THEME = """\
contract: 2
extends: paper
options:
  wide: {type: flag, default: false}
  look: {type: choice, choices: [grid, list]}
  many: {type: number, default: 3}
"""
IN_BASE = '{% extends "parent:web/base.html" %}\n{% block foot %}\n'
ENDS = "\n{% endblock %}\n"
NO_BLOCK = "this is in no block, and a template that extends another has nothing else"

# what stands in the foot of every page; column and severity; the message, and the hint
MISTAKES = {
    "{% if site.options.wide == 'true' %}a{% endif %}": (
        "7 warning",
        "'site.options.wide' is true or false, and never the text 'true'",
        "ask '{% if site.options.wide %}'",
    ),
    "{% if site.options.look in ['gird', 'list'] %}a{% endif %}": (
        "7 warning",
        "'site.options.look' is never 'gird'",
        "did you mean 'grid'?",
    ),
    "{% if 3 == site.options.many %}a{% endif %}": (
        "12 warning",
        "'site.options.many' is a text, and never the number 3",
        "compare 'site.options.many | float'",
    ),
    "{% if site.options.many > 2 %}a{% endif %}": (
        "25 error",
        "a text and a number do not go with '>'",
        "make a number of the text, with '| int'",
    ),
    "{% if kind == 'editions' %}a{% endif %}": (
        "7 warning",
        "'kind' is never 'editions'",
        "did you mean 'edition'?",
    ),
    "{{ '2022' | date(format='month') }}": (
        "13 error",
        "'date' takes values without names",
        "take 'format=' away",
    ),
    "{% macro m(one) %}{{ one }}{% endmacro %}\n{{ m() }}": (
        "4 error",
        "the macro 'm' needs 'one', and is called without it",
        "give it a value for each name",
    ),
    "{% include 'web/base.html' %}": (
        "1 error",
        "the template includes itself without an end",
        "let an 'if' end it",
    ),
    "{{ words[kind] }}": (
        "4 error",
        "'tag' is not in 'words'",
        "did you mean 'tags'?",
    ),
    "{{ page.title | date }}": ("1 error", "", "a date is '2022-03-02'"),
    "{% include 'web/nothing-like-it.html' %}": (
        "13 error",
        "the theme 'own' has no template 'web/nothing-like-it.html'",
        "'digest theme copy' lists those that there are",
    ),
    "{{ 'logo.jpeg' | asset }}": (
        "5 error",
        "the theme has no file 'logo.jpeg' in its 'static/'",
        "put it there: 'themes/own/static/logo.jpeg'",
    ),
    "<img src='{{ \"icon.svg\" | asset }}'>": (
        "1 warning",
        "a picture that says nothing to those who do not see it",
        "say with 'alt' what it shows, or add 'alt=\"\"'",
    ),
    '<p dir="{{ page.lang }}">a</p>': (
        "4 warning",
        "'en' is no direction",
        'write dir="{{ page.lang | direction }}"',
    ),
    "<style>p { color: red }</style>": (
        "1 warning",
        "the policy of the page lets no browser heed a 'style' outside of the head",
        "write it into a style sheet",
    ),
    '<a href="javascript:go()">a</a>': (
        "10 warning",
        "the policy of the page lets no browser run 'javascript:'",
        "take it away",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_once_at_its_place(newsletter: Newsletter, mistake: str) -> None:
    place, message, hint = MISTAKES[mistake]
    set_up(newsletter, {"theme.yaml": THEME, "web/base.html": IN_BASE + mistake + ENDS})
    (found,) = (one for one in newsletter.diagnose() if one.path == "themes/own/web/base.html")
    line = 3 + mistake.count("\n")
    assert (found.line, f"{found.column} {found.severity}") == (line, place), found
    assert found.message.startswith(message)
    assert found.hint.startswith(hint)


@pytest.mark.parametrize(
    "right",
    [
        "{% if site.options.wide %}a{% endif %}{% if site.options.wide == true %}b{% endif %}",
        "{% if site.options.look == 'grid' or site.options.many == '3' %}a{% endif %}",
        "{% if kind in ['home', '404', 'redirect'] %}a{% endif %}",
        "{% set kind = 'ours' %}{% if kind == 'ours' %}a{% endif %}",
        "{% for kind in ['a', 'b'] %}{% if kind == 'b' %}a{% endif %}{% endfor %}",
        '<img src="{{ "icon.svg" | asset }}" width="{{ 3 if 2 > 1 else 4 }}" alt="">',
        "<p dir=auto>a</p><p dir='{{ \"ar\" | direction }}'>b</p>",
        "{% macro tree(n) %}{{ n }}{{ tree(n - 1) if n }}{% endmacro %}{{ tree(3) }}",
        "{% include ['web/none.html', 'web/icons.html'] %}",
        "{% include 'web/none.html' ignore missing %}",
    ],
)
def test_what_is_right_is_not_named(newsletter: Newsletter, right: str) -> None:
    set_up(newsletter, {"theme.yaml": THEME, "web/base.html": IN_BASE + right + ENDS})
    assert newsletter.diagnose() == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("\n<p>Lost</p>\n{% block main %}x{% endblock %}", "2:1"),
        ("{% block main %}x{% endblock %}\n  {{ site.title }}", "2:3"),
        ("{% if site.title %}\n<p>a</p>{% endif %}{% block main %}x{% endblock %}", "2:1"),
        ("\n<!-- ours -->{% set a = 1 %}{% block main %}{{ a }}{% endblock %}\n", ""),
        ("{% macro m() %}x{% endmacro %}{% block main %}{{ m() }}{% endblock %}", ""),
    ],
)
def test_what_stands_in_no_block_is_told(newsletter: Newsletter, text: str, place: str) -> None:
    set_up(newsletter, {"web/404.html": '{% extends "web/base.html" %}' + text})
    told = [f"{one.line}:{one.column}" for one in newsletter.diagnose() if one.message == NO_BLOCK]
    assert told == [place] * bool(place)


def test_a_template_of_no_kind_of_page_is_not_proposed(newsletter: Newsletter) -> None:
    set_up(newsletter, {"theme.yaml": "contract: 2\n", "web/entries.html": "<p>x</p>"})
    hints = {one.path: one.hint for one in newsletter.diagnose() if "no template" in one.message}
    assert hints["themes/own/web/entry.html"] == "did you mean 'web/entries.html'?"
    assert hints["themes/own/web/404.html"].startswith("write it, or put 'extends: paper'")


@pytest.mark.parametrize("name", ["our own", "ours!"])
def test_a_theme_s_name_that_is_none_is_told(newsletter: Newsletter, name: str) -> None:
    newsletter.settings(f"theme: {name}\n")
    newsletter.write(f"themes/{name}/theme.yaml", "contract: 2\nextends: paper\n")
    (found,) = newsletter.diagnose()
    assert found.message.startswith(f"'{name}' is no name of a theme; it has letters")
    assert found.hint.startswith(f"call its folder '{name.strip('!').replace(' ', '-')}'")


def test_a_colour_of_cards_that_is_a_faulty_option_is_told_once(newsletter: Newsletter) -> None:
    options = "options: {ring: {type: colour, default: '#a8401'}}\ncard: {accent: ring}\n"
    set_up(newsletter, {"theme.yaml": f"contract: 2\nextends: paper\n{options}"})
    assert newsletter.check() == ["themes/own/theme.yaml:3:41 error theme-error"]


def test_a_link_that_leads_nowhere_is_told(newsletter: Newsletter) -> None:
    set_up(newsletter, {})
    (newsletter.root / "themes/own/web").mkdir()
    (newsletter.root / "themes/own/web/404.html").symlink_to("nowhere.html")
    (found,) = newsletter.diagnose()
    assert (found.path, found.message) == ("themes/own/web/404.html", "a link that leads nowhere")
