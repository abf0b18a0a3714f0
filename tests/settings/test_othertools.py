"""The words of other tools lead to digest's, and nothing leads to nonsense."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.content.frontmatter import EDITION, ENTRY, PAGE
from digest.settings.config import parse_settings
from digest.settings.schema import convert_mapping
from digest.settings.yamlnodes import Reading, parse_yaml

if TYPE_CHECKING:
    from digest.settings.schema import Field

KINDS = {"an entry": ENTRY, "an edition": EDITION, "a page": PAGE}


@pytest.mark.parametrize(
    ("what", "words", "meant"),
    [
        (
            "an entry",
            "summary abstract Abstract tldr excerpt",
            "description",
        ),
        ("an entry", "keywords categories category topics", "tags"),
        ("an entry", "image cover featured_image featured-image", "figure"),
        ("an entry", "venue award journal", "note"),
        ("an entry", "lastmod last_modified modified", "updated"),
        ("an entry", "permalink", "slug"),
        ("an entry", "creator creators", "authors"),
        ("an entry", "redirect_from", "aliases"),
        ("an entry", "language", "lang"),
        ("an edition", "author", "editors"),
        ("an edition", "issue volume", "number"),
        ("an edition", "published pubDate", "date"),
        ("a page", "permalink url", "slug"),
        ("a page", "summary sumary summmary", "description"),
    ],
)
def test_a_word_of_another_tool_leads_to_the_field(what: str, words: str, meant: str) -> None:
    for word in words.split():
        reading = Reading("x.md")
        fields: dict[str, Field] = KINDS[what]
        convert_mapping(parse_yaml(f"{word}: x", reading), fields, reading, what=what)
        (found,) = (one for one in reading.diagnostics if one.rule == "field-unknown")
        assert found.hint == f"did you mean '{meant}'?"
        # what it holds may be of another form
        assert found.fix == ()


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("description", "did you mean 'tagline'?"),
        ("author", "did you mean 'editors'?"),
        ("baseURL", "did you mean 'url'?"),
        ("languageCode", "did you mean 'lang'?"),
        ("licence", "did you mean 'license'?"),
        ("navigation", "did you mean 'menu'?"),
        (
            "plugins",
            "there is no such setting; a theme's template may show it: 'digest guide themes'",
        ),
        ("site_name", "did you mean 'title'?"),
        ("favicon", "did you mean 'icon'?"),
        ("lnag", "did you mean 'lang'?"),
        ("xyzzy", "site.yaml has: title, tagline, url"),
    ],
)
def test_so_does_one_in_the_settings(word: str, hint: str) -> None:
    found = parse_settings(f"title: T\nurl: https://x.org/\n{word}: x\n").diagnostics
    assert [one.hint[: len(hint)] for one in found] == [hint]
