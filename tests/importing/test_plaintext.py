"""A line of Markdown as plain text, and plain text as Markdown."""

from __future__ import annotations

import pytest

from digest.importing.plaintext import as_markdown, plain_text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**A** *title* of `code`", "A title of code"),
        ("[A title](https://a.org/x_(y)) ![pic](x.png)", "A title pic"),
        ("snake_case and 2 * 3 * 4", "snake_case and 2 * 3 * 4"),
        (r"what \*stars\* are", "what *stars* are"),
        ("  a   line ", "a line"),
    ],
)
def test_what_marks_words_goes(markdown: str, text: str) -> None:
    assert plain_text(markdown) == text


def test_plain_text_stays_plain() -> None:
    assert as_markdown("a *b* @c\n[d] me@x.org") == r"a \*b\* \@c \[d\] me@x.org"
    assert plain_text(as_markdown("a *b* [d]")) == "a *b* [d]"
