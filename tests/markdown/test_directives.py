"""Colon fences: directives where they may stand, and what becomes of all others."""

from __future__ import annotations

import pytest

from digest.basics.fragments import Directive
from digest.markdown import parse_body
from tests.markdown.shown import problems, show


def _directives(text: str) -> list[Directive]:
    parsed = parse_body(text, "a.md", first_line=10).value
    return [block for block in parsed.body.blocks if isinstance(block, Directive)]


def test_a_directive_parts_the_text() -> None:
    assert show("Before.\n\n:::{papers}\n:::\n\nBehind.\n") == (
        "<p>Before.</p>\n⟨directive papers⟩\n<p>Behind.</p>\n"
    )


def test_options_and_their_places() -> None:
    (directive,) = _directives("Text.\n\n:::{papers}\n:tag: vision\n:only: [dsi, hip]\n:::\n")
    assert [(name, value) for name, value, _ in directive.options] == [
        ("tag", "vision"),
        ("only", "[dsi, hip]"),
    ]
    assert (directive.place.line, directive.place.column) == (12, 5)
    places = [(place.line, place.column) for _, _, place in directive.options]
    assert places == [(13, 2), (14, 2)]


@pytest.mark.parametrize(
    "text", ["::::{papers}\n::::\n", ":::{papers}\n:::::\n", "::: {papers} \n:::"]
)
def test_fences_may_be_longer_and_spaced(text: str) -> None:
    assert [directive.name for directive in _directives(text)] == ["papers"]


def test_a_name_that_nothing_has_is_left_to_the_caller() -> None:
    assert [directive.name for directive in _directives(":::{papres}\n:::")] == ["papres"]
    assert problems(":::{papres}\n:::") == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("::: note\nText.\n:::", "1:1 directive-unknown: a ':::' without a directive's name"),
        ("Text.\n\n:::{papers}\n", "3:1 directive-unknown: a ':::' that is never closed"),
        ("Text.\n:::\n", "2:1 directive-unknown: a ':::' that closes nothing"),
        (":::{papers}\nText.\n:::", "1:5 directive-unknown: '{papers}' holds no text"),
        (
            ":::{papers}\n:tag: a\n\n:::{papers}\n:::",
            "1:1 directive-unknown: a ':::' that is never closed",
        ),
        (
            "- one\n- :::{papers}\n  :::\n",
            "2:3 directive-unknown: '{papers}' within a list, a quotation or another ':::'",
        ),
        (
            "> :::{papers}\n> :::\n",
            "1:3 directive-unknown: '{papers}' within a list, a quotation or another ':::'",
        ),
    ],
)
def test_whatever_else_looks_like_one_is_a_problem_at_its_place(text: str, problem: str) -> None:
    assert problems(text) == [problem]


@pytest.mark.parametrize(
    "text",
    [
        "::: note\nSome *text* [@a @b].\n:::\n\nMore.",
        ":::{papers}\nSome *text* [@a @b].\n:::\n\nMore.",
        ":::{papers}\nSome *text* [@a @b].\n\nMore.",
        "- :::{papers}\n\n  Some *text* [@a @b].\n\n  :::\n\nMore.",
    ],
)
def test_text_in_a_fence_that_is_refused_is_read_all_the_same(text: str) -> None:
    assert "<p>Some <em>text</em> [@a @b].</p>" in show(text)
    assert "<p>More.</p>" in show(text)
    assert len(problems(text)) == 2
    assert "citation-malformed" in problems(text)[-1]


def test_a_fence_in_a_list_ends_with_the_list() -> None:
    assert "<p>Behind.</p>" in show("- :::{papers}\n\nBehind.\n\n:::{references}\n:::\n")
    assert [d.name for d in _directives("- :::{a}\n\nBehind.\n\n:::{b}\n:::\n")] == ["b"]


def test_a_fence_in_code_is_code() -> None:
    assert problems("```\n:::{papers}\n```\n") == []
    assert problems("    :::{papers}\n") == [
        "1:5 markup-left: ':::{papers}' would be shown as code"
    ]
