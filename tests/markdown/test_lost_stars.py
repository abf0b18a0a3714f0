"""A `*` within words is a sign, though Markdown takes two of them for emphasis: they are told."""

from __future__ import annotations

import re

import pytest

from digest.markdown import parse_body
from tests.markdown.shown import problems, show


@pytest.mark.parametrize(
    ("text", "place", "sign"),
    [
        ("2*3 and 4*5", "1:2", "*"),
        ("kernels of 3*3, `x` and 5*5 pixels", "1:13", "*"),
        ("Leser*innen und\nAutor*innen", "1:6", "*"),
        ("x**2 and y**2", "1:2", "**"),
        ("> - [a*b and c*d](https://example.org/)", "1:7", "*"),
        ("| a |\n|---|\n| 2*3 and 4*5 |", "3:4", "*"),
        ("# 2*3 and 4*5", "1:4", "*"),
    ],
)
def test_a_star_within_two_words_is_told(text: str, place: str, sign: str) -> None:
    (found,) = parse_body(text, "a.md").diagnostics
    assert found.rule == "text-lost"
    assert f"{found.line}:{found.column}" == place
    assert found.message == f"'{sign}' within two words is read as emphasis"
    # and so it is mended
    mended = text.replace("*", r"\*")
    assert problems(mended) == []
    assert "<em>" not in show(mended)
    assert "<strong>" not in show(mended)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ada (*), Ben (*)", "1:6"),
        ("**Ada** [*] and\nBen [*]", "1:10"),
        ("作者【*】、编辑【*】。", "1:4"),
        ("标注为*】的**作者**、Ada (*)", "1:4"),
        ("- (**) or (**)", "1:4"),
    ],
)
def test_a_star_in_two_brackets_is_told(text: str, place: str) -> None:
    (found,) = parse_body(text, "a.md").diagnostics
    assert found.rule == "text-lost"
    assert f"{found.line}:{found.column}" == place
    assert found.message.endswith("within two brackets is read as emphasis")
    mended = re.sub(r"(?<=\[|\(|【)\*+|\*+(?=\]|\)|】)", lambda one: r"\*" * len(one[0]), text)
    assert problems(mended) == []


@pytest.mark.parametrize(
    "text",
    [
        "a *(b)* c, (*b*) [*c*], **【注】** and **(** or **)**",
        "one (*) alone, f(\\*) and f(\\*)",
        "un*believ*able",
        "a *b c* d, *b*c d*e*",
        "2 * 3 and 4 * 5",
        r"2\*3 and 4\*5",
        "2*3 and 4 * 5",
        "`2*3` and `4*5`, $2*3$ and $4*5$",
        "这是*重要 内容*的",
        "**a**b c**d**",
        "https://example.org/a*b and c*d",
    ],
)
def test_what_is_emphasis_is_not(text: str) -> None:
    assert problems(text) == []


def test_names_of_python_are_no_bold_words() -> None:
    (found,) = parse_body(
        "Its **init** and __note__: see __init__.py, `__main__`.", "a.md"
    ).diagnostics
    assert (found.line, found.column, found.rule) == (1, 32, "text-lost")
    assert found.hint == "write '`__init__`'"
