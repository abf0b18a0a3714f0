from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.render.text.wrapping import BREAK, columns, wrap


@pytest.mark.parametrize(
    ("text", "size"),
    [("abc", 3), ("数学", 4), ("e\u0301", 1), ("é", 1), ("", 0), ("→", 1), ("❓", 2), ("a\x07", 2)],
)
def test_a_wide_character_takes_two_columns_and_a_combining_one_none(text: str, size: int) -> None:
    assert columns(text) == size


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three", ["one two", "three"]),
        ("one\n  two\tthree", ["one two", "three"]),
        ("a-very-long-word x", ["a-very-long-word", "x"]),
        ("x https://example.org/a-path y", ["x", "https://example.org/a-path", "y"]),
        ("one two\xa0three", ["one", "two three"]),
        (f"a{BREAK}b c", ["a", "b c"]),
        ("", [""]),
        # eight columns: four wide characters
        ("情報検索の研究", ["情報検索", "の研究"]),
        ("情報検索。研究", ["情報検", "索。研究"]),
        ("情報検「研究」", ["情報検", "「研究」"]),
        ("情報検(研究)", ["情報検", "(研究)"]),
        ("情報検`研究`", ["情報", "検`研究`"]),
        ("검색 색인 연구", ["검색", "색인", "연구"]),
        ("ab 情報検索", ["ab 情報", "検索"]),
    ],
)  # fmt: skip
def test_lines_are_broken_where_they_may_be(text: str, lines: list[str]) -> None:
    assert wrap(text, 8) == lines


def test_marks_stand_before_the_first_line_and_before_the_others() -> None:
    assert wrap("one two three", 9, "- ", "  ") == ["- one two", "  three"]


WORDS = st.lists(
    st.text("abc数学、「é\u0301 ", min_size=1, max_size=12) | st.just("https://example.org/"),
    max_size=12,
)


@given(WORDS, st.integers(8, 30))
def test_no_word_is_lost_and_a_line_is_too_long_only_where_it_cannot_be_broken(
    words: list[str], width: int
) -> None:
    text = " ".join(words)
    made = wrap(text, width)
    assert "".join("".join(made).split()) == "".join(text.split())
    for line in made:
        assert columns(line) <= width or len(wrap(line, 1)) == 1
