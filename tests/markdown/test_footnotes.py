"""Footnotes in places where markdown-it's plugin would lose text."""

from __future__ import annotations

import re

import pytest

from tests.markdown.shown import problems, show


@pytest.mark.parametrize(
    "text",
    [
        "Text[^a] [^b]\n\n[^a]: Before.\n\n    [^b]: Within.\n\n    Behind.\n",
        "Text[^a] [^b]\n\n[^a]: - Before.\n\n      [^b]: Within.\n\n      Behind.\n",
        "> Text[^a] [^b]\n>\n> [^a]: Before.\n>\n>     [^b]: Within.\n>\n>     Behind.\n",
    ],
)
def test_a_footnote_within_another_loses_nothing(text: str) -> None:
    body, _, notes = show(text).partition("⟨notes⟩")
    first, _, second = notes.partition('id="⟨id fn-b⟩"')
    assert not problems(text)
    assert "Behind" not in body
    assert "Before." in first
    assert "Behind." in first
    assert "Within." in second


def test_a_footnote_within_one_of_its_own_name_is_a_problem() -> None:
    text = "Text[^a]\n\n[^a]: Before.\n\n    [^a]: Within.\n"
    assert [problem.partition(":")[2].split()[1] for problem in problems(text)] == ["text-lost:"]


def test_a_footnote_may_have_a_name_like_a_citation() -> None:
    shown = show("Text[^@a].\n\n[^@a]: Note.\n")
    assert "cite" not in shown
    assert "<p>Note. " in shown


def test_a_link_ends_before_a_footnotes_mark_in_it() -> None:
    text = "[x[^1] and *more*](https://example.org/)\n\n[^1]: note\n"
    body, _, _ = show(text).partition("⟨notes⟩")
    parts = re.sub(r'<sup class="note">.*?</sup>', "[a]", body)
    link = '<a href="https://example.org/">'
    assert parts == f"<p>{link}x</a>[a] {link}and <em>more</em></a></p>\n"
    assert problems(text) == []


def test_a_mark_without_a_note_in_a_link_is_reported() -> None:
    text = "[x[^1]](https://example.org/)"
    assert show(text) == '<p><a href="https://example.org/">x[^1]</a></p>\n'
    assert problems(text) == ["1:3 anchor-broken: there is no footnote '1'"]
