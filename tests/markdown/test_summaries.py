"""The words that stand above what is folded."""

from __future__ import annotations

import pytest

from digest.markdown import parse_body
from tests.markdown.shown import problems, show


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<b>Bold <i>and</i></b>", "<strong>Bold <em>and</em></strong>"),
        ("<strong> a </strong>, <EM>b</EM>", "<strong>a</strong>, <em>b</em>"),
        ("<code>a &lt; *b*</code>", "<code>a &lt; *b*</code>"),
        ("<h3>More</h3>", "<strong>More</strong>"),
        ("<b><code>a</code></b>", "<strong><code>a</code></strong>"),
        ("**a** <sub>b</sub>", "<strong>a</strong> <sub>b</sub>"),
    ],
)
def test_a_summary_may_have_the_styles_of_html(typed: str, shown: str) -> None:
    text = f"<details><summary>{typed}</summary>\n\nWords\n</details>\n"
    assert f"<summary>{shown}</summary>" in show(text)
    assert problems(text) == []
    assert problems(typed.replace("<sub>b</sub>", "<b>b</b>")) != []


@pytest.mark.parametrize("before", ["", "\n", "\n\n", "- ", "> "])
def test_empty_lines_may_stand_before_a_summary(before: str) -> None:
    inner = {"- ": "  ", "> ": "> "}.get(before, "")
    lines = ["<details>", "", "<summary>More</summary>", "", "Words", "</details>", ""]
    text = before + f"\n{inner}".join(lines)
    assert "<details>\n<summary>More</summary>" in show(text)
    assert problems(text) == []


def test_empty_lines_may_stand_around_its_words() -> None:
    text = "<details>\n\n<summary>\n\n**More** words\n\n</summary>\n\nWords\n\n</details>\n"
    assert "<summary><strong>More</strong> words</summary>\n<p>Words</p>" in show(text)
    assert problems(text) == []


@pytest.mark.parametrize("words", ["### A", "a\n\nb"])
def test_a_summary_is_no_heading_and_of_one_paragraph(words: str) -> None:
    told = problems(f"<details>\n<summary>\n\n{words}\n\n</summary>\nWords\n</details>\n")
    assert told[0].startswith("2:1 markup-left: '<summary>'")


def test_what_is_left_in_a_summary_is_told_at_its_place() -> None:
    text = "<details>\n<summary><b>a</b> <i>b</i>\n<code>c</code> <q>d</q></summary>\n</details>"
    (found,) = parse_body(text, "a.md").diagnostics
    assert (found.line, found.column) == (3, 16)


@pytest.mark.parametrize("words", ["", " ", "\n\n"])
def test_a_summary_without_words_is_none(words: str) -> None:
    text = f"<details>\n<summary>{words}</summary>\n\nWords\n</details>\n"
    assert show(text) == "<details>\n<p>Words</p>\n</details>\n"
    assert problems(text) == []
