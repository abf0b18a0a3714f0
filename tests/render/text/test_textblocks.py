from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.markdown import parse_body
from digest.render.text.wrapping import COLUMNS, columns
from tests.markdown.test_properties import MARKS
from tests.render.plainly import PAGE, text_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# One\n\nx\n\n### Two **b**\n\ny", "One\n---\n\nx\n\nTwo *b*\n~~~~~~~\n\ny"),
        ("##### Deep", "Deep"),
        ("- a\n- b\n  - c\n    d", "- a\n- b\n  - c d"),
        ("- a\n\n- b\n\n  c", "- a\n\n- b\n\n  c"),
        ("9. a\n1. b\n   - c", "9.  a\n10. b\n    - c"),
        ("> a\n>\n> > b\n> - c", "> a\n>\n> > b\n>\n> - c"),
        ("```\na  b\n\n c\n```", "    a  b\n\n     c"),
        ("$$\nx^2\n$$", "    x²"),
        ("a\n\n---\n\nb", "a\n\n* * *\n\nb"),
        ("> [!TIP]\n> a\n>\n> b", "> *Tip*\n> a\n>\n> b"),
        ("- [x] a\n- [ ] b", "- [x] a\n- [ ] b"),
        ("<details><summary>A</summary>\n\n- b\n\n</details>\nc", "A\n    - b\n\nc"),
        ("| a | b |\n|---|--:|\n| c<br>dd | 1 |\n| e | 2 |", "a   b\n--  -\nc   1\ndd\ne   2"),
        ("https://youtu.be/abcdefg", "<https://youtu.be/abcdefg>"),
        ("A\n: b\n: c\n\nD\n: f", "A\n    b\n    c\n\nD\n    f"),
        ("-\n- a", "-\n- a"),
        ("- ```\n  x\n  ```", "-     x"),
    ],
)
def test_blocks(text: str, shown: str) -> None:
    assert text_of(text) == shown


def test_a_figure_is_told_by_its_text_caption_and_address() -> None:
    shown = text_of('![Three bars](f.png "Speed [@a]")')
    assert shown == f"[Figure: Three bars] Speed [1]\n<{PAGE}f.png>"


def test_a_table_has_columns_that_stand_below_each_other() -> None:
    text = "| Method | Score |\n|---|--:|\n| 数学 | 8.4[@d] |\n| *b* | 12 |\n"
    assert text_of(text) == ("Method    Score\n------  -------\n数学    8.4 [4]\n*b*          12")


def test_the_rows_of_a_wide_table_can_be_read_out() -> None:
    text = "| One | Two |\n|---|---|\n| a long cell | another long cell |\n"
    assert text_of(text, width=26) == (
        "One | Two\n--------------------------\na long cell | another long\n    cell"
    )


# keys are not shown, nor are the titles of links
SHOWN = MARKS.filter(lambda mark: "@" not in mark and mark != '(u "')


@given(st.lists(SHOWN, min_size=1, max_size=25))
def test_every_word_is_shown_as_often_as_it_was_written(marks: list[str]) -> None:
    words = [f"q{chr(97 + number)}z" for number in range(26)]
    text = "".join(piece for pair in zip(words, [*marks, ""], strict=False) for piece in pair)
    # the definition of a link is printed where the link stands
    text = re.sub(r"\]:", "] :", text)
    if {problem.rule for problem in parse_body(text, "a.md").diagnostics} - {"image-alt"}:
        return
    assert sorted(re.findall("q[a-z]z", text_of(text))) == sorted(re.findall("q[a-z]z", text))


TEXTS = st.lists(
    st.sampled_from(
        ["word", "8.4", "[@a]", "[@b; @c]", "[see @d, p. 3]", "*", "数学", "é", " $x$ "]
    )
    | st.sampled_from(
        ["[link](https://example.org/a/path)", "\n", "\n\n", "\n- ", "\n> ", ".", ","]
    )
    | st.sampled_from([" ", "(", ")", "“", "”", "—"]),
    max_size=60,
).map(lambda pieces: re.sub(" +", " ", "".join(pieces)))
"""None with code in it."""


@given(TEXTS)
def test_no_line_is_too_long_and_no_citation_touches_a_word(text: str) -> None:
    shown = text_of(text)
    for line in shown.split("\n"):
        is_alone = " " not in line.strip("->* ")
        assert columns(line) <= COLUMNS or is_alone, line
    for found in re.finditer(r"\[(?:\d|see)[^\]\n]*\]", shown):
        before, after = shown[: found.start()][-1:], shown[found.end() :][:1]
        assert not before.isalnum()
        assert not after.isalnum()
    assert shown.count("https:") == len(re.findall(r"<https://[^\s<>]+>", shown))
