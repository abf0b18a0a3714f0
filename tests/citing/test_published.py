"""Works as those who made the styles print them: each style against its own published examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.citing.styles import format_reference
from tests.citing.marked import mark
from tests.citing.published.apa import APA
from tests.citing.published.ieee import IEEE
from tests.citing.published.plain import PLAIN

if TYPE_CHECKING:
    from digest.basics.works import Work


def marked(work: Work, style: str) -> str:
    """Return a reference as text with its italics between asterisks."""
    made = format_reference(work, style, "en")
    text = mark(made)
    assert text.replace("*", "") == made.text
    return text


@pytest.mark.parametrize("name", sorted(APA))
def test_apa(name: str) -> None:
    work, printed = APA[name]
    assert marked(work, "apa") == printed


@pytest.mark.parametrize("name", sorted(IEEE))
def test_ieee(name: str) -> None:
    work, printed = IEEE[name]
    assert marked(work, "ieee") == printed


@pytest.mark.parametrize("name", sorted(PLAIN))
def test_plain(name: str) -> None:
    work, _ = APA[name]
    assert marked(work, "plain") == PLAIN[name]
