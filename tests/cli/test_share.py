"""`digest share` as a shell sees it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import run

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

ADDRESS = "https://example.org/news/editions/2022-03/"


@pytest.fixture
def march(newsletter: Newsletter) -> Newsletter:
    newsletter.paper("arxiv:2202.06991", "On $n^2$ & more")
    newsletter.edition(
        "2022-03", title="March & April", description="By *hand* of @arxiv:2202.06991."
    )
    newsletter.entry(
        "2022-03/01-dsi", arxiv="2202.06991", name="DSI", description="An $O(n)$ index."
    )
    newsletter.entry("2022-03/02-x", arxiv="2202.06991")
    newsletter.entry("2022-03/03-y", arxiv="2202.06991", draft=True)
    return newsletter


def test_it_prints_a_text_for_each_network(march: Newsletter) -> None:
    ran = run(march.root, "share", "2022-03")
    assert (ran.status, ran.err) == (0, "")
    heads = re.findall(r"^--- (\w+), (\d+) of ([\d,]+) ---$", ran.out, re.MULTILINE)
    assert [(name, limit) for name, _, limit in heads] == [
        ("Bluesky", "300"),
        ("Mastodon", "500"),
        ("LinkedIn", "3,000"),
    ]
    assert ran.out.count(ADDRESS) == 3


def test_for_one_network_it_prints_nothing_but_the_text(march: Newsletter) -> None:
    ran = run(march.root, "share", "2022-03", "--for", "mastodon")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        "Test News: March & April\nBy hand of Lovelace.\n\n"
        f"• DSI: An O(n) index.\n• On n² & more\n\n{ADDRESS}\n"
    )


def test_it_says_what_is_not_published_yet(march: Newsletter) -> None:
    march.edition("2022-04", draft=True)
    march.entry("2022-04/01-a", arxiv="2202.06991", name="A", draft=True)
    ran = run(march.root, "share", "2022-04", "--for", "bluesky")
    assert ran.status == 0
    assert "• A\n" in ran.out
    assert ran.err == "note: '2022-04' is not published yet, and its address leads nowhere\n"


def test_an_unknown_edition_or_network_is_wrong_usage(march: Newsletter) -> None:
    ran = run(march.root, "share", "2022-3")
    assert (ran.status, ran.out) == (2, "")
    assert "there is no edition '2022-3'; did you mean '2022-03'?" in ran.err
    assert run(march.root, "share", "2022-03", "--for", "x").status == 2
    assert run(march.root, "share").status == 2


def test_errors_in_the_edition_are_told(march: Newsletter) -> None:
    march.entry("2022-03/04-z", arxiv="2202.99999", name="Z")
    ran = run(march.root, "share", "2022-03", "--for", "linkedin")
    assert ran.status == 1
    assert "• 1 more" not in ran.out
    assert "04-z.md:2:8: error[paper-unfetched]" in ran.err


def test_nothing_is_written(march: Newsletter) -> None:
    run(march.root, "share", "2022-03")
    assert not march.out.exists()
