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
        ("an edition", "created pubDate", "date"),
        ("a page", "permalink url", "slug"),
        ("a page", "summary sumary summmary", "description"),
    ],
)
def test_a_word_of_another_tool_leads_to_the_field(what: str, words: str, meant: str) -> None:
    for word in words.split():
        reading = Reading("x.md")
        fields: dict[str, Field] = KINDS[what]
        convert_mapping(parse_yaml(f"{word}: x", reading), fields, reading, what=what)
        (found,) = (one for one in reading.diagnostics if "unknown key" in one.message)
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
            "there is no such setting; a theme of your own may have it: 'digest guide themes'",
        ),
        ("site_name", "did you mean 'title'?"),
        ("favicon", "did you mean 'icon'?"),
        ("lnag", "did you mean 'lang'?"),
        ("copyright", "did you mean 'license'?"),
        ("mainMenu", "did you mean 'menu'?"),
        ("gtag", "did you mean 'script'?"),
        ("googleSiteVerification", "did you mean 'head'?"),
        ("signup", "did you mean 'subscribe'?"),
        ("comment", "did you mean 'comments'?"),
        ("giscus", "did you mean 'comments'?"),
        ("social_links", "did you mean 'social'?"),
        ("link", "did you mean 'social'?"),
        ("twitter", "where else you are is said by 'social'"),
        ("linkedin", "where else you are is said by 'social'"),
        ("sponsors", "sponsors are an edition's"),
        ("CNAME", "files of your own stand in a folder static/"),
        ("tags", "topics are the 'tags' of entries"),
        ("font", "it is an option of the theme"),
        ("readingTime", "it is an option of the theme"),
        ("logo_dark", "both are said by 'logo'"),
        ("mathjax", "take it away"),
        ("xyzzy", "site.yaml has: title, tagline, url"),
    ],
)
def test_so_does_one_in_the_settings(word: str, hint: str) -> None:
    found = parse_settings(f"title: T\nurl: https://x.org/\n{word}: x\n").diagnostics
    assert [one.hint[: len(hint)] for one in found] == [hint]


@pytest.mark.parametrize(
    ("setting", "hint"),
    [
        ("social: {github: us}", "places are a list: 'social: [{name: Mastodon, url: https://…}]'"),
        ("subscribe: {url: https://x.org/, endpoint: x}", "did you mean 'form'?"),
        ("subscribe: {url: https://x.org/, privacy-policy: /x/}", "did you mean 'privacy'?"),
        ("people: {ada: {name: Ada, photo: x}}", "did you mean 'picture'?"),
        ("people: {ada: {name: Ada, website: x}}", "did you mean 'url'?"),
        ("people: {ada: {name: Ada, institution: x}}", "did you mean 'affiliation'?"),
        ("people: {ada: {name: Ada, twitter: x}}", "lead to it in 'bio'"),
        ("menu: [{title: X, href: https://x.org/}]", "did you mean 'url'?"),
        ("menu: [{name: X, url: https://x.org/}]", "did you mean 'title'?"),
        ("social: [{title: X, url: https://x.org/}]", "did you mean 'name'?"),
        ("logo: {src: static/l.svg}", "did you mean 'light'?"),
    ],
)
def test_so_does_one_within_a_setting(setting: str, hint: str) -> None:
    found = parse_settings(f"title: T\nurl: https://x.org/\n{setting}\n").diagnostics
    assert [one.hint for one in found if "unknown key" in one.message] == [hint]
