"""What a page lets a browser load: the site's own files, and the pictures that its editor used."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

import pytest

from digest.render.policy import make_policy

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

PAGE = "editions/2022-03/"


def policy(newsletter: Newsletter, address: str) -> dict[str, list[str]]:
    """Return the sources that a page allows, by directive."""
    html = newsletter.page(address)
    (found,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    directives = [directive.split() for directive in found.split("; ")]
    return {name: sources for name, *sources in directives}


def hash_of(style: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'"


def test_a_page_lets_in_nothing_but_the_site_itself(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "Text.\n")
    newsletter.build()
    for address in ("", PAGE, "archive/", "404.html"):
        allowed = policy(newsletter, address)
        assert allowed.pop("style-src")[0] == "'self'"
        assert allowed == {
            "default-src": ["'none'"],
            "font-src": ["'self'"],
            "img-src": ["'self'"],
            "connect-src": ["'self'"],
            "base-uri": ["'none'"],
            "form-action": ["'none'"],
        }


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://pictures.example/a.png?b=c", "https://pictures.example"),
        ("https://pictures.example:8443/a.png", "https://pictures.example:8443"),
        ("https://user:word@Pictures.Example/a.png", "https://pictures.example"),
        ("https://bücher.example/a.png", "https://xn--bcher-kva.example"),
    ],
)
def test_a_page_lets_in_the_host_of_a_picture_on_it(
    newsletter: Newsletter, address: str, host: str
) -> None:
    newsletter.edition("2022-03", f"![A picture]({address})\n")
    newsletter.edition("2022-02", "Text.\n")
    newsletter.build()
    assert policy(newsletter, PAGE)["img-src"] == ["'self'", host]
    assert policy(newsletter, "editions/2022-02/")["img-src"] == ["'self'"]


def test_a_figure_elsewhere_is_let_in_where_it_is_shown(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03")
    newsletter.paper("arxiv:2202.00001")
    figure = {"src": "https://pictures.example/a.png", "alt": "A figure"}
    newsletter.entry("2022-03/01-a", arxiv="2202.00001", figure=figure)
    newsletter.build()
    for address in (PAGE, f"{PAGE}a/"):
        assert policy(newsletter, address)["img-src"] == ["'self'", "https://pictures.example"]
    assert policy(newsletter, "")["img-src"] == ["'self'"]


@pytest.mark.parametrize(
    "host", ["a.example;script-src *", "a.example, *", "*", "'none'", "é" * 99]
)
def test_no_address_of_a_picture_widens_the_policy(newsletter: Newsletter, host: str) -> None:
    newsletter.edition("2022-03", f"![A picture](<https://{host}/a.png>)\n")
    newsletter.build()
    if (newsletter.out / "site").exists():
        allowed = policy(newsletter, PAGE)
        assert allowed["img-src"] == ["'self'"]
        assert "script-src" not in allowed


def test_styles_in_a_page_s_head_are_allowed_by_their_hash(newsletter: Newsletter) -> None:
    newsletter.settings('theme: {name: paper, options: {accent: "rebeccapurple"}}\n')
    newsletter.edition("2022-03")
    newsletter.build()
    (style,) = re.findall(r"<style>(.*?)</style>", newsletter.page(PAGE), re.DOTALL)
    assert "--accent-day: #663399" in style
    assert policy(newsletter, PAGE)["style-src"] == ["'self'", hash_of(style)]


def test_a_style_in_a_page_s_body_is_not_allowed() -> None:
    made = make_policy("<style>a</style></head><style>b</style><p style='c'>", ())
    assert hash_of("a") in made
    assert hash_of("b") not in made
    assert "style-src-attr" not in made


def test_a_formula_s_styles_are_allowed_where_it_is_shown(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "$$\\begin{aligned}a &= b\\end{aligned}$$\n")
    newsletter.edition("2022-02", "$a = b$\n")
    newsletter.build()
    styles = re.findall(r'<mtd style="([^"]*)"', newsletter.page(PAGE))
    assert styles
    allowed = policy(newsletter, PAGE)["style-src-attr"]
    assert allowed == ["'unsafe-hashes'", *sorted({hash_of(style) for style in styles})]
    assert "style-src-attr" not in policy(newsletter, "editions/2022-02/")


def test_a_theme_may_do_without(newsletter: Newsletter) -> None:
    newsletter.write("themes/paper/web/404.html", "Nothing here.\n")
    newsletter.build()
    assert newsletter.page("404.html") == "Nothing here.\n"
