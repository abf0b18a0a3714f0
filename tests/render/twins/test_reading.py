"""A twin says what the page says, whoever reads it."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from tests.markdown.test_properties import MARKS, TEXTS
from tests.render.plainly import parse_plain
from tests.render.twins.reading import read, said, twin_of

MARKED = st.lists(
    MARKS | st.sampled_from(["q", "[@a]", "*", "_", "**", "<br>", "1. "]), max_size=30
)


@given(MARKED.map("".join))
@example("- a\n\n* b")
def test_signs_stay_signs_and_words_stay_words(text: str) -> None:
    assert read(twin_of(text)) == said(parse_plain(text).blocks)


@given(TEXTS)
def test_any_text_can_be_read_again(text: str) -> None:
    text = text.replace("\r", "").replace("\0", "")
    assert read(twin_of(text)) == said(parse_plain(text).blocks)


INLINE = st.lists(
    st.sampled_from(["word", "*em*", "**strong**", "***both***", "_a **b** c_", "**a *b***"])
    | st.sampled_from(["~~s~~", "*a*b", "*.*", "**_a_ b _c_**", "“q”", "é_é", "数学", "!", "\\"])
    | st.sampled_from(["`a|b`", "`` ` ``", "$x_i*y|z$", "[a *b*](u)", "![i](f.png)"])
    | st.sampled_from(["<https://x.org>", "[@a; @b; @c]", "@d [p. 3]", "x[^n]", "a\\\nb", " "])
    | st.sampled_from(["1\\.", "\\#", "&amp;amp;", "-", "+", "12)", "<b>", "$5", "|"]),
    min_size=1,
    max_size=6,
).map("".join)
LINE = INLINE | st.lists(INLINE, min_size=2, max_size=3).map("\n".join)
LEAVES = LINE | st.one_of(
    INLINE.map("## {}".format),
    LINE.map("```x\n{}\n```".format),
    INLINE.map(lambda inner: f"| a | {inner} |\n|:--|---|\n| {inner} | c |\n"),
    LINE.map(lambda inner: f"{inner}\n: {inner}"),
    st.sampled_from(["---", "$$\na_1 \\\\\n+ b\n$$", '![alt](f.png "cap *t*")', "", "#"]),
)


def _indented(text: str, mark: str) -> str:
    return mark + text.replace("\n", "\n" + " " * len(mark))


def _containers(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    blocks = st.lists(inner, min_size=1, max_size=3)
    joints = st.sampled_from(["\n", "\n\n"])
    marks = st.sampled_from(["- ", "* ", "1. ", "7) "])
    return st.one_of(
        blocks.map("\n\n".join),
        blocks.map("\n\n".join).map(lambda text: "> " + text.replace("\n", "\n> ")),
        st.builds(
            lambda items, mark, joint: joint.join(_indented(item, mark) for item in items),
            blocks, marks, joints,
        ),
    )  # fmt: skip


@given(st.recursive(LEAVES, _containers, max_leaves=8))
@example("**_a_ b _c_**word_a **b** c_*.*\nword**strong**")
@example("* - -\n    : -")
def test_blocks_within_blocks_can_be_read_again(text: str) -> None:
    text += "\n\n[^n]: A *note*\n\n    1. a\n"
    assert read(twin_of(text)) == said(parse_plain(text).blocks)
