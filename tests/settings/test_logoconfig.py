"""`logo:` and `icon:` are pictures of static/; what is none is told with what to write."""

from __future__ import annotations

import pytest

from digest.settings.config import parse_settings

SITE = "title: T\nurl: https://x.org/\n"


def paths(text: str) -> tuple[str, ...]:
    found = parse_settings(SITE + text)
    assert found.diagnostics == ()
    logo, icon = found.value.logo, found.value.icon
    pictures = (logo.light, logo.dark) if logo else (icon,)
    return tuple(one.path for one in pictures if one)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("logo: static/logo.svg", ("static/logo.svg",)),
        ("logo: content/pages/logo.svg", ("content/pages/logo.svg",)),
        ("logo: ./static/a/logo.PNG", ("static/a/logo.PNG",)),
        ("logo: {light: static/a.png, dark: static/b.png}", ("static/a.png", "static/b.png")),
        ("icon: static/icon.webp", ("static/icon.webp",)),
    ],
)
def test_pictures_are_named_by_their_paths(text: str, found: tuple[str, ...]) -> None:
    assert paths(text) == found


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("logo: logo.svg", "put it into static/ and write 'static/logo.svg'"),
        ("logo: content/logo.svg", "put it into static/ and write 'static/logo.svg'"),
        ("logo: /logo.svg", "put it into static/ and write 'static/logo.svg'"),
        ("logo: static/../../secret.png", "put it into static/ and write 'static/secret.png'"),
        ("icon: https://example.org/icon.png", "put it into static/ and write 'static/icon.png'"),
        ("icon: 'javascript:alert(1)'", "as 'static/logo.svg'"),
        ("icon: [static/icon.svg]", "as 'static/logo.svg'"),
        ("icon: favicon.ico", "use PNG, JPEG, GIF, WebP, AVIF or SVG"),
        ("icon: static/favicon.ico", "use PNG, JPEG, GIF, WebP, AVIF or SVG"),
        ("logo: static/", "as 'static/logo.svg'"),
        ("logo: {dark: static/d.svg}", "add 'light: …'"),
        ("logo: {light: static/l.svg, drak: static/d.svg}", "did you mean 'dark'?"),
    ],
)
def test_what_is_none_is_told(text: str, hint: str) -> None:
    (found,) = parse_settings(SITE + text).diagnostics
    assert found.hint == hint
