"""The form of titles, which every reader makes and every writer takes."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.basics.richtext import SMALL_CAPITALS, change_words, mark, split, without_styles
from digest.citing.formats.textotex import escape_title
from digest.records.markup import markup_to_rich
from digest.records.tex import tex_to_rich, unknown_command

texts = st.lists(
    st.sampled_from(
        [
            *("<i>", "</i>", "<b>", "</b>", "<sup>", "</sup>", SMALL_CAPITALS, "</span>", "<span>"),
            *("$", "x", "$x_1$", " ", "<", ">", "'", '"', "2"),
        ]
    ),
    max_size=12,
).map("".join)


@given(texts)
def test_every_style_that_opens_closes(text: str) -> None:
    opened: list[str] = []
    end = 0
    for piece in split(text):
        assert piece.offset == end
        end = piece.end
        if piece.kind == "open":
            opened.append(piece.text)
        elif piece.kind == "close":
            assert opened.pop() == piece.text
    assert not opened
    assert end == len(text)


@given(texts)
def test_words_that_are_left_leave_the_text(text: str) -> None:
    assert change_words(text, lambda words: words) == text


@pytest.mark.parametrize("style", ["i", "sup", "sc"])
@given(st.text(alphabet="ab <>"))
def test_what_is_marked_is_in_the_style(style: str, text: str) -> None:
    kinds = [piece.text for piece in split(mark(style, text)) if piece.kind == "open"]
    assert kinds == ([style] if text.strip() else [])
    assert without_styles(mark("i", text)) == text


@pytest.mark.parametrize(
    "text",
    ["p < 0.05", "Vector<T>", "a <b> c", "<i>open", "closed</i>", "<span>x</span>", "<em>x</em>"],
)
def test_what_is_no_tag_with_its_partner_is_text(text: str) -> None:
    assert without_styles(text) == text


@pytest.mark.parametrize(
    "seed",
    ["<i>", "<i></i>", "<b></i>", "$^", "$ ", r"\(", r"\emph{", "( ", "&amp;", "<math>", " ", "\n"],
)
def test_no_title_takes_long(seed: str) -> None:
    text = r"\a " + seed * (40_000 // len(seed))
    for work in (without_styles, tex_to_rich, unknown_command, markup_to_rich, escape_title):
        start = time.perf_counter()
        work(text)
        # 0.3 s on a machine that has nothing else to do
        assert time.perf_counter() - start < 5
