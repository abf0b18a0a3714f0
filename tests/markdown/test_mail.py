"""A link to a mail address has one, which is told where robots shall not read it."""

from __future__ import annotations

import pytest

from digest.markdown import parse_body
from tests.markdown.shown import problems

RIGHT = [
    "mailto:ada@example.org",
    "MAILTO:ada@example.org",
    "mailto:ada%40example.org",
    "mailto:ada@example.org,alan@example.org?subject=One%20at%20a%20time",
    "mailto:?subject=News",
]
WRONG = [
    ("mailto:", "behind 'mailto:'"),
    ("mailto:ada", "behind 'mailto:'"),
    ("mailto://ada@example.org", "'mailto:ada@example.org'"),
    ("mailto:ada@example.org, alan@example.org", "'mailto:ada@example.org,alan@example.org'"),
    (
        "mailto:ada AT dot-maps DOT example DASH two DOT org",
        "'mailto:ada@dot-maps.example-two.org'",
    ),
    (
        "mailto:ada{at}example.org?subject=Meet at one",
        "'mailto:ada@example.org?subject=Meet%20at%20one'",
    ),
]


@pytest.mark.parametrize("address", RIGHT)
def test_an_address_is_linked_to(address: str) -> None:
    assert problems(f"[words](<{address}>)") == []


@pytest.mark.parametrize(("address", "meant"), WRONG)
def test_what_is_no_address_is_told(address: str, meant: str) -> None:
    [found] = parse_body(f"[words](<{address}>)", "a.md").diagnostics
    assert (found.column, found.rule) == (1, "link-broken")
    assert found.message == f"'{address}' names no mail address"
    assert meant in found.hint
