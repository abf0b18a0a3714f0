"""Tags are told though what they begin ends in another paragraph, or never."""

from __future__ import annotations

import pytest

from digest.markdown import parse_body
from tests.markdown.shown import problems


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("<aside>\n\nwords\n\n</aside>", ["1:1", "5:1"]),
        ("> words\n> <footer>\n>\n> --- Ada\n> </footer>", ["2:3", "5:3"]),
        ("- <section>\n\n  words\n\n  </section>", ["1:3", "5:3"]),
        ("  <picture>\n\nwords", ["1:3"]),
        ('<iframe\n  src="https://example.org/a"\n  allowfullscreen\n</iframe>', ["1:1"]),
        ('<source\n  src="https://example.org/a.mp4"\n\nwords', ["1:1"]),
        ('<a href="https://example.org"\nwords **here and', ["1:1", "2:7"]),
    ],
)  # fmt: skip
def test_a_tag_is_told(text: str, places: list[str]) -> None:
    found = [one for one in problems(text) if "markup-left" in one]
    assert [one.partition(" ")[0] for one in found] == places


@pytest.mark.parametrize(
    "text", ["the <aside> of it", "<section> of an address", "digest add <source>", "a <main>"]
)  # fmt: skip
def test_a_word_in_such_brackets_is_left_alone(text: str) -> None:
    assert problems(text) == []


def test_a_video_is_where_its_source_is() -> None:
    text = '<video controls>\n  <source\n    src="https://a.org/a.mp4"\n  >\n</video>'
    first = parse_body(text, "a.md").diagnostics[0]
    assert first.hint.startswith("write a link: '[its title](https://a.org/a.mp4)'")


def test_a_comment_within_a_line_may_have_no_empty_lines() -> None:
    message = "a comment with empty lines in it that begins within a line"
    assert problems("words <!-- a\n\nb --> c") == [f"1:7 markup-left: {message}"]
    assert problems("words\n<!-- a\n\nb -->\nc") == []
    assert problems("words <!-- a\n\nb") == ["1:7 markup-left: a comment that is never closed"]
