"""Which picture a page is shared with, and what is drawn when."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest

from tests.published import Page

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

SITE = "https://example.org/news/"
EDITION = "editions/2022-03/"


@pytest.fixture
def filled(newsletter: Newsletter) -> Newsletter:
    newsletter.edition("2022-03", aliases=["/old/"], title="Spring")
    newsletter.paper("arxiv:2202.00001", "A Paper")
    newsletter.entry("2022-03/01-a", arxiv="2202.00001", tags=["vision"])
    newsletter.write("content/pages/about.md", "---\ntitle: About\n---\nWe are.\n")
    return newsletter


def shared_with(newsletter: Newsletter, address: str) -> tuple[str, str]:
    """Return the address of a page's picture, and what is said in its place."""
    meta = Page(address, newsletter.page(address)).meta
    image = meta.get("og:image", "")
    assert meta["twitter:card"] == ("summary_large_image" if image else "summary")
    return image.removeprefix(SITE), meta.get("og:image:alt", "")


def cards(newsletter: Newsletter) -> set[str]:
    return {path for path in newsletter.tree() if path.endswith(".png")}


def test_an_edition_and_its_entries_share_a_card_and_all_else_the_site_s(
    filled: Newsletter,
) -> None:
    filled.build()
    edition = (f"{EDITION}card.png", "Test News: Spring")
    assert shared_with(filled, EDITION) == edition
    assert shared_with(filled, f"{EDITION}a/") == edition
    for address in ("", "archive/", "tags/", "tags/vision/", "about/"):
        assert shared_with(filled, address) == ("card.png", "Test News: News for tests")
    assert shared_with(filled, "404.html") == ("", "")
    assert "og:image" not in filled.page("old/")
    assert cards(filled) == {"card.png", f"{EDITION}card.png"}


def test_entries_have_cards_of_their_own_where_they_are_wanted(filled: Newsletter) -> None:
    filled.settings("social: {cards: entries}\n")
    filled.build()
    assert shared_with(filled, f"{EDITION}a/") == (f"{EDITION}a/card.png", "Test News: A Paper")
    assert shared_with(filled, EDITION)[0] == f"{EDITION}card.png"
    assert cards(filled) == {"card.png", f"{EDITION}card.png", f"{EDITION}a/card.png"}


def test_a_site_may_do_without_cards(filled: Newsletter) -> None:
    filled.build()
    filled.settings("social: {cards: none}\n")
    filled.build()
    assert shared_with(filled, EDITION) == ("", "")
    assert cards(filled) == set()


def test_a_theme_without_cards_has_none(filled: Newsletter) -> None:
    filled.settings("theme: bare\n")
    filled.write("themes/bare/theme.yaml", "contract: 1\n")
    for kind in ("home", "edition", "entry", "archive", "tags", "tag", "page", "404", "redirect"):
        filled.write(f"themes/bare/web/{kind}.html", "{{ page.picture is none }}\n")
    assert filled.build().outputs
    assert filled.page(EDITION) == "True\n"
    assert cards(filled) == set()


def test_what_is_said_of_a_card_is_true(filled: Newsletter) -> None:
    filled.build()
    meta = Page(EDITION, filled.page(EDITION)).meta
    size = struct.unpack(">II", filled.tree()[f"{EDITION}card.png"][16:24])
    assert (meta["og:image:width"], meta["og:image:height"]) == tuple(map(str, size))


def test_what_networks_read_of_an_edition(filled: Newsletter) -> None:
    filled.settings("editors: [{name: Ada Example, url: 'https://ada.example/'}]\n")
    filled.build()
    meta = Page(EDITION, filled.page(EDITION)).meta
    assert {name: meta[name] for name in meta if name.startswith(("og:", "article:"))} == {
        "og:title": "Spring",
        "og:description": "A Paper",
        "og:type": "article",
        "og:url": SITE + EDITION,
        "og:site_name": "Test News",
        "og:locale": "en_US",
        "og:image": f"{SITE}{EDITION}card.png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Test News: Spring",
        "article:published_time": "2022-03-02",
        "article:author": "https://ada.example/",
    }


def test_a_card_is_drawn_anew_when_what_it_shows_changes_and_only_then(filled: Newsletter) -> None:
    filled.build()
    filled.entry("2022-03/01-a", "Another text.\n", arxiv="2202.00001", tags=["vision"])
    assert not any(change.path.endswith(".png") for change in filled.build().changes)
    filled.entry("2022-03/01-a", arxiv="2202.00001", name="Short", tags=["vision"])
    changed = {change.path for change in filled.build().changes}
    assert f"site/{EDITION}card.png" in changed
    assert "site/card.png" not in changed


def test_a_picture_of_the_editor_s_at_a_card_s_address_is_named(filled: Newsletter) -> None:
    filled.edition("2022-03", "![Mine](card.png)\n")
    filled.write("content/editions/2022-03/card.png", b"\x89PNG")
    assert any("address-clash" in problem for problem in filled.check())
