"""What a template imports is what it would be if it were worked out on each page anew."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from digest.basics.diagnostics import Place
from digest.render.templates.environment import Environment
from digest.render.web import find_page_templates
from digest.settings.config import ThemeChoice
from digest.settings.theme import read_theme

if TYPE_CHECKING:
    from pathlib import Path

    from tests.newsletter import Newsletter

OWN = """\
{% extends "web/base.html" %}
{% import "web/part.html" as small with context %}
{% block main %}
{% for one in body %}{{ one | prose }}{% endfor %}<p id="made">{{ small.made }}</p>
{% endblock %}
"""


def made(newsletter: Newsletter, address: str) -> str:
    found = re.search(r'<p id="made">(.*?)</p>', newsletter.page(address))
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ('{% set made = site.options.accent | mix("#000000", 0.5) %}', ("#ORANGE", "#ORANGE")),
        ("{% set made = site.title ~ page.title %}", ("Test NewsOne", "Test NewsTwo")),
        ('{% set made %}{{ site.title }} {{ "archive/" | href }}{% endset %}', None),
        ("{% macro say() %}{{ page.title }}{% endmacro %}{% set made = say() %}", ("One", "Two")),
    ],
)
def test_an_import_is_of_the_page_where_it_is_and_of_the_site_as_it_is_now(
    newsletter: Newsletter, part: str, expected: tuple[str, str] | None
) -> None:
    newsletter.write("themes/own/theme.yaml", "contract: 2\nextends: paper\n")
    newsletter.write("themes/own/web/page.html", OWN)
    newsletter.write("themes/own/web/part.html", part)
    newsletter.write("content/pages/one.md", "---\ntitle: One\n---\nText.\n")
    newsletter.write("content/pages/more/two.md", "---\ntitle: Two\n---\nText.\n")
    newsletter.edition("2022-03")
    expected = expected or ("Test News ../archive/", "Test News ../../archive/")
    for accent, mixed in (("#804020", "#402010"), ("#204080", "#102040")):
        newsletter.settings(f"theme: {{name: own, options: {{accent: '{accent}'}}}}\n")
        assert newsletter.build().diagnostics == ()
        found = (made(newsletter, "one/"), made(newsletter, "more/two/"))
        assert found == tuple(one.replace("#ORANGE", mixed) for one in expected)


def test_the_colours_of_pages_are_worked_out_once_for_all_pages(tmp_path: Path) -> None:
    theme = read_theme(tmp_path, ThemeChoice("paper", Place("", 1, 1))).value
    assert theme
    template = find_page_templates(theme).compile("web/palette.html").value
    assert template is not None
    assert isinstance(template.environment, Environment)
    assert template.name in template.environment.same_everywhere
