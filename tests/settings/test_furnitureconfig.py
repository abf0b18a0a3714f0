"""`footer:`, `menu:`, `share:` and `license:` in site.yaml."""

from __future__ import annotations

import pytest

from digest.settings.config import Settings, parse_settings
from digest.settings.licenses import LICENSES

LEAST = "title: T\nurl: https://example.org/news\n"


def read(text: str) -> tuple[Settings, list[tuple[int, int, str, str]]]:
    found = parse_settings(LEAST + text)
    told = [(one.line - 2, one.column, one.message, one.hint) for one in found.diagnostics]
    return found.value, told


@pytest.mark.parametrize(
    ("text", "name", "url"),
    [
        ("CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        (
            "cc-by-nc-sa-3.0",
            "CC BY-NC-SA 3.0",
            "https://creativecommons.org/licenses/by-nc-sa/3.0/",
        ),
        ("CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("MIT", "MIT License", "https://opensource.org/license/mit"),
        (
            "https://creativecommons.org/licenses/by-sa/4.0/deed.de",
            "CC BY-SA 4.0",
            "https://creativecommons.org/licenses/by-sa/4.0/deed.de",
        ),
        ("https://example.org/terms/", "example.org/terms", "https://example.org/terms/"),
        ("{name: Ours, url: https://example.org/}", "Ours", "https://example.org/"),
    ],
)
def test_a_licence_has_a_name_and_an_address(text: str, name: str, url: str) -> None:
    settings, told = read(f"license: {text}\n")
    assert told == []
    assert settings.license
    assert (settings.license.name, settings.license.url) == (name, url)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("cc by 4.0", "write 'CC-BY-4.0'"),
        ("CC BY-NC-SA 4.0", "write 'CC-BY-NC-SA-4.0'"),
        ("Creative Commons Attribution 4.0 International", "write 'CC-BY-4.0'"),
        ("CC0 1.0", "write 'CC0-1.0'"),
        ("MIT License", "write 'MIT'"),
        ("CC-BY", "did you mean 'CC-BY-4.0'?"),
        ("cc by-sa", "did you mean 'CC-BY-SA-4.0'?"),
        ("CC0", "did you mean 'CC0-1.0'?"),
        ("CC-BY-4.1", "did you mean 'CC-BY-4.0'?"),
        ("Apache", "did you mean 'Apache-2.0'?"),
        ("EUPL-1.2", "write {name: …, url: …} for one that is no such id"),
        ("true", "write {name: …, url: …} for one that is no such id"),
        ("All rights reserved", "take 'license' away: without one, all rights are reserved"),
        ("{name: Ours}", "add 'url: https://…'"),
        ("[MIT]", "write {name: …, url: …} for one that is no such id"),
        ("javascript:alert(1)", "write {name: …, url: …} for one that is no such id"),
    ],
)
def test_what_is_no_licence_is_told_with_what_may_be_meant(text: str, hint: str) -> None:
    settings, told = read(f"license: {text}\n")
    assert settings.license is None
    assert [(line, column, said) for line, column, _, said in told] == [(1, 10, hint)]


def test_no_two_licences_are_read_alike() -> None:
    addresses = [one.url for one in LICENSES.values()]
    # `only` and `or-later` are one text
    assert len(set(addresses)) == len(addresses) - 2
    for id_, one in LICENSES.items():
        settings, told = read(f"license: {id_.lower()}\n")
        assert (settings.license, told) == (one, [])


def test_a_menu_is_words_pages_and_links() -> None:
    settings, told = read(
        "menu: [about, /team/, {title: Ours, url: 'https://a.org/'}, {title: P, page: archive}]\n"
    )
    assert told == []
    shown = [(one.title, one.target) for one in settings.menu or ()]
    assert shown == [("", "about"), ("", "/team/"), ("Ours", "https://a.org/"), ("P", "archive")]
    assert read("")[0].menu is None
    assert read("menu: []\n")[0].menu == ()
    assert read("menu: [{title: Write, url: 'mailto:us@example.org'}]\n")[1] == []


@pytest.mark.parametrize(
    ("text", "column", "hint"),
    [
        ("about", 7, "write [about]"),
        ("{About: about}", 7, "write [{title: About, page: about}, …]"),
        ("[~]", 8, ""),
        ("[https://a.org/]", 8, "write {title: …, url: https://a.org/}"),
        ("[{Ours: https://a.org/}]", 8, "write {title: Ours, url: https://a.org/}"),
        ("[{Papers: archive}]", 8, "write {title: Papers, page: archive}"),
        ("[{title: A}]", 8, "write 'page: …' for a page of the site, or 'url: …' for another"),
        ("[{title: A, page: b, url: 'https://a.org'}]", 8, "write 'page: …' for a page"),
        ("[{page: about}]", 8, "add 'title: …'"),
        ("[{title: A, url: 'javascript:alert(1)'}]", 24, "it begins with 'https://'"),
        ("[javascript:alert(1)]", 8, "write {title: …, url: "),
        ("[about, about]", 15, "it is already on line 3; keep one of the two"),
        ("[{title: A, link: b}]", 19, "did you mean 'url'?"),
    ],
)
def test_what_is_no_menu_is_told_at_its_place(text: str, column: int, hint: str) -> None:
    told = read(f"menu: {text}\n")[1]
    assert told[0][:2] == (1, column)
    assert told[0][3].startswith(hint)


@pytest.mark.parametrize(
    ("text", "kept", "hint"),
    [
        ("[bluesky, X, Email, x]", ("bluesky", "x", "email"), ""),
        ("[twitter]", (), "write 'x'"),
        ("[mastdon]", (), "did you mean 'mastodon'?"),
        ("[copy, email]", ("email",), "take 'copy' away: readers copy the address as they always"),
        ("[instagram]", (), "there are: bluesky, mastodon, linkedin, x"),
        ("bluesky", (), "write [bluesky, email]"),
        ("{bluesky: true}", (), "write [bluesky, email]"),
    ],
)
def test_pages_are_shared_with_services_that_are_known(
    text: str, kept: tuple[str, ...], hint: str
) -> None:
    settings, told = read(f"share: {text}\n")
    assert settings.share == kept
    assert [one[3][: len(hint)] for one in told] == ([hint] if hint else [])


def test_a_footer_is_a_text() -> None:
    assert read("footer: ''\n")[0].footer is None
    assert read("footer: Words.\n")[0].footer is not None
    hint = "write 'footer: |', and the text below it, two spaces in"
    assert [one[3] for one in read("footer: [a, b]\n")[1]] == [hint]
    # a part that YAML would take away in silence
    assert "comment" in read("footer: Room #3\n")[1][0][2]
