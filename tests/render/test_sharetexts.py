"""Texts for social networks: what is left out first, and how each network counts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.render.sharetexts import NETWORKS, write_share_text
from digest.site.views.cards import EditionCard, EntryCard

URL = "https://example.org/editions/2022-03/"
BLUESKY = NETWORKS["bluesky"]


def edition(title: str = "March", description: str = "") -> EditionCard:
    place = ("2022-03", "editions/2022-03/")
    return EditionCard(*place, title, "2022-03-02", 1, description, 3, draft=False, lang="en")


def entries(*named: tuple[str, str]) -> list[EntryCard]:
    return [
        EntryCard(f"editions/2022-03/{n}/", name, name, name, "", about, n, "", "2022-03-02", "en")
        for n, (name, about) in enumerate(named, start=1)
    ]


def write(description: str, *named: tuple[str, str], network: str = "bluesky") -> str:
    card, words = edition(description=description), {"more": "noch {count}"}
    found = write_share_text(NETWORKS[network], "News", card, entries(*named), URL, words)
    assert found.is_whole
    assert found.length == NETWORKS[network].count(found.text) <= NETWORKS[network].limit
    return found.text


def test_all_of_it_where_there_is_room() -> None:
    assert write("A deck.", ("A", "One."), ("B", "")) == (
        f"News: March\nA deck.\n\n• A: One.\n• B\n\n{URL}"
    )
    assert write("", network="linkedin") == f"News: March\n\n{URL}"


def test_no_more_than_three_papers_are_named() -> None:
    text = write("", *((name, "x") for name in "ABCDE"), network="linkedin")
    assert text == f"News: March\n\n• A: x\n• B: x\n• C: x\n• noch 2\n\n{URL}"


@pytest.mark.parametrize(
    ("deck", "about", "name", "said"),
    [
        (30, 30, 10, (True, 3, True)),
        (100, 70, 10, (True, 3, False)),
        (190, 30, 10, (False, 3, True)),
        (240, 70, 20, (False, 3, False)),
        (10, 300, 100, (True, 2, False)),
        (10, 300, 200, (True, 1, False)),
        (10, 300, 300, (True, 0, False)),
        (300, 300, 300, (False, 0, False)),
        (300, 40, 10, (False, 3, True)),
    ],
)
def test_what_has_no_room_is_left_out_whole(
    deck: int, about: int, name: int, said: tuple[bool, int, bool]
) -> None:
    text = write("d" * deck, *(((n * name), "a" * about) for n in "xyz"))
    has_deck, papers, is_described = said
    assert ("d" * deck in text) == has_deck
    assert [("• " + n * name) in text for n in "xyz"] == [n < papers for n in range(3)]
    assert ("a" * about in text) == is_described
    assert text.startswith("News: March\n")
    assert text.endswith(f"\n\n{URL}")


def test_a_title_that_is_too_long_is_cut_and_that_is_told() -> None:
    found = write_share_text(BLUESKY, "News", edition("M" * 400), [], URL, {})
    assert not found.is_whole
    assert found.length == 300
    assert found.text.endswith(f"M…\n\n{URL}")


@pytest.mark.parametrize(
    ("network", "text", "count"),
    [
        ("bluesky", "e\u0301a", 2),
        ("bluesky", "👩‍👩‍👧‍👦🇳🇱👍🏽", 3),
        ("mastodon", "👩‍👩‍👧‍👦e\u0301 x", 4),
        ("mastodon", f"see {URL}{'x' * 300} now", 4 + 23 + 4),
        ("mastodon", "http://a.b c", 25),
        ("mastodon", "(https://a.b/c).", 26),
        ("mastodon", "https://a.b/c\u3001\u8ad6\u6587\u306e\u4e00\u89a7", 29),
        ("mastodon", "\u8ad6\u6587https://a.b/c", 25),
        ("linkedin", "e\u0301👍", 4),
        ("linkedin", URL, len(URL)),
    ],
)
def test_how_networks_count(network: str, text: str, count: int) -> None:
    assert NETWORKS[network].count(text) == count


def test_bluesky_counts_bytes_too() -> None:
    family = "👩‍👩‍👧‍👦"
    assert BLUESKY.takes(family * 120)
    assert not BLUESKY.takes(family * 121)


@given(
    title=st.text(max_size=700),
    description=st.text(max_size=700),
    named=st.lists(st.tuples(st.text(min_size=1, max_size=200), st.text(max_size=300)), max_size=5),
)
def test_no_text_is_too_long(title: str, description: str, named: list[tuple[str, str]]) -> None:
    for key, network in NETWORKS.items():
        card = edition(title, description)
        found = write_share_text(network, "News", card, entries(*named), URL, {})
        text = re.sub(re.escape(URL), "x" * 23, found.text) if key == "mastodon" else found.text
        # a sign that is seen has one character at least, so that this is a lower bound
        assert network.count(text) <= network.limit
        assert found.text.endswith(URL)
