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
        ("**Papers** of [the *week*](https://a.org)", "Papers of the week"),
        ("C*-algebras and `f_x` & snake_case_names", "C*-algebras and f_x & snake_case_names"),
        ("*On* C*-algebras, Sgr A* and A* search", "On C*-algebras, Sgr A* and A* search"),
        ("$a_1^*$ norms of `x*y*` in `<T>`", "$a_1^*$ norms of x*y* in <T>"),
        ("_So_ it goes, AT&T &amp; ~~not~~ so", "So it goes, AT&T & not so"),
        ("[a [b]][x], [y][] and [z]", "a [b], y and [z]"),
        ("<https://a.org/x_y_z> https://a.org/_b_", "https://a.org/x_y_z https://a.org/_b_"),
    ],
)
def test_what_marks_words_goes(markdown: str, text: str) -> None:
    assert plain_text(markdown) == text


def test_pictures_have_words_only_where_they_are_wanted() -> None:
    markdown = r"A [![b](c.svg)](d) \*e\* <b>f</b> &amp; g"
    assert plain_text(markdown, has_pictures=False) == "A *e* f & g"
    assert plain_text(markdown) == "A b *e* f & g"


def test_plain_text_stays_plain() -> None:
    assert as_markdown("a *b* @c\n[d] me@x.org") == r"a \*b\* \@c \[d\] me@x.org"
    assert plain_text(as_markdown("a *b* [d]")) == "a *b* [d]"
