"""What a heading that names a section holds besides is not lost."""

from __future__ import annotations

from tests.markdown.shown import keys, show


def test_a_citation_in_a_sections_heading_is_not_lost() -> None:
    assert keys("## Why [@a]\nText [@b].") == ["a", "b"]


def test_a_footnote_in_a_sections_heading_is_not_lost() -> None:
    shown = show("## Why[^n]\nText.\n\n[^n]: Note.")
    assert shown.count('id="⟨id fnref-a⟩"') == 1
    assert shown.count('href="#⟨id fnref-a⟩"') == 1


def test_a_link_in_a_sections_heading_is_not_lost() -> None:
    assert "⟨address x.md⟩" in show("## [Why](x.md)\nText.")
