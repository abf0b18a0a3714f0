"""The words of headings."""

from __future__ import annotations

import pytest

from digest.importing.markdownposts.titles import plain_heading, take_title


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("**Papers** of [the *week*](https://a.org)", "Papers of the week"),
        ("C*-algebras and `f_x` & snake_case_names", "C*-algebras and f_x & snake_case_names"),
        ("A [![b](c.svg)](d) \\*e\\* <b>f</b> &amp; g", "A *e* f & g"),
        ("_So_ it goes", "So it goes"),
    ],
)
def test_words(typed: str, words: str) -> None:
    assert plain_heading(typed) == words


@pytest.mark.parametrize(
    ("text", "title", "found", "rest"),
    [
        ("# *A* title\n\nx\n", "", "A title", "\n\nx\n"),
        ("\nA title\n=======\nx\n", "", "A title", "\n\n\nx\n"),
        ("# A Title\nx\n", "A title", "A Title", "\nx\n"),
        ("# Another\nx\n", "A title", "A title", "# Another\nx\n"),
        ("Text\n\n# Later\n", "", "", "Text\n\n# Later\n"),
    ],
)
def test_a_title_is_taken_from_the_text(text: str, title: str, found: str, rest: str) -> None:
    assert take_title(text, title) == (found, rest)
