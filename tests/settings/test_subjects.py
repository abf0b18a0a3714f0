"""What an edition has not goes out of its mail's subject, with the words about it."""

# ruff: noqa: RUF001 -- brackets and colons of Chinese and Japanese are meant

from __future__ import annotations

import pytest

from digest.settings.providertags import stand_in
from digest.settings.subjects import make_subject

TITLE = "May: (a) - b"


@pytest.mark.parametrize(
    ("pattern", "full", "short"),
    [
        ("Ausgabe {number}: {title}", f"Ausgabe 7: {TITLE}", TITLE),
        ("{number}. {title}", f"7. {TITLE}", TITLE),
        ("Issue #{number} | {title}", f"Issue #7 | {TITLE}", TITLE),
        ("{newsletter} issue {number}: {title}", f"News issue 7: {TITLE}", f"News: {TITLE}"),
        ("Week {number} in {newsletter}", "Week 7 in News", "News"),
        ("Vol. 3, No. {number}: {title}", f"Vol. 3, No. 7: {TITLE}", f"Vol. 3: {TITLE}"),
        ("{newsletter} {number}/2026: {title}", f"News 7/2026: {TITLE}", f"News: {TITLE}"),
        ("{newsletter} #{number} {title}", f"News #7 {TITLE}", f"News {TITLE}"),
        ("{title}, Heft {number}", f"{TITLE}, Heft 7", TITLE),
        ("{title} (Issue {number})", f"{TITLE} (Issue 7)", TITLE),
        ("{title} (no. {number}, {description})", f"{TITLE} (no. 7, Deck.)", TITLE),
        ("[{newsletter} #{number}] {title}", f"[News #7] {TITLE}", f"[News] {TITLE}"),
        ("{title} - {description} - {newsletter}", f"{TITLE} - Deck. - News", f"{TITLE} - News"),
        ("{title}: {description}!", f"{TITLE}: Deck.!", TITLE),
        ("{title}. {description}", f"{TITLE}. Deck.", TITLE),
        ("第{number}期：{title}", f"第7期：{TITLE}", TITLE),
        ("{newsletter} 第{number}期：{title}", f"News 第7期：{TITLE}", f"News：{TITLE}"),
        ("{newsletter}（{number}）{title}", f"News（7）{TITLE}", f"News {TITLE}"),
        ("「{title}」{description}", f"「{TITLE}」Deck.", f"「{TITLE}」"),
        ("العدد {number}: {title}", f"العدد 7: {TITLE}", TITLE),
        ("News of 10:30, {title}", f"News of 10:30, {TITLE}", f"News of 10:30, {TITLE}"),
        ("{description}", "Deck.", TITLE),
    ],
)
def test_what_is_empty_takes_the_words_about_it_away(pattern: str, full: str, short: str) -> None:
    parts = {"title": TITLE, "newsletter": "News"}
    assert make_subject(pattern, **parts, number="7", description="Deck.") == full
    assert make_subject(pattern, **parts, number="", description="") == short


def test_of_brackets_what_is_there_stays() -> None:
    parts = {"title": TITLE, "newsletter": "News", "number": "7", "description": ""}
    assert make_subject("{title} (no. {number}, {description})", **parts) == f"{TITLE} (no. 7)"


def test_a_tag_counts_as_a_part() -> None:
    parts = {"title": TITLE, "newsletter": "News", "number": "", "description": ""}
    tag = stand_in("{{ name }}")
    assert make_subject("{{ name }} #{number}: {title}", **parts) == f"{tag}: {TITLE}"
    assert make_subject("Hi {{ name }}, no. {number}: {title}", **parts) == f"Hi {tag}: {TITLE}"
