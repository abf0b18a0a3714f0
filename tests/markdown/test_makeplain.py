"""The plain form of a text: the same words and holes as its HTML, and nothing of HTML in it."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given

from digest.basics.diagnostics import Place
from digest.basics.plain import (
    Break,
    Cited,
    CitedItem,
    Code,
    CodeBlock,
    FigureBlock,
    Formula,
    FormulaBlock,
    Heading,
    Items,
    Link,
    Marked,
    Names,
    Note,
    NoteMark,
    Paragraph,
    Picture,
    Plain,
    Quote,
    Rule,
    Table,
    Term,
    Terms,
)
from digest.markdown import parse_body, parse_inline
from tests.markdown.test_properties import TEXTS
from tests.render.plainly import parse_plain, text_of


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("a < b & c", ("a < b & c",)),
        ("one\ntwo", ("one\ntwo",)),
        ("one\\\ntwo", ("one", Break(), "two")),
        ("*a* b", (Marked("*", ("a",)), " b")),
        ("**b**", (Marked("**", ("b",)),)),
        ("~~c~~", (Marked("~~", ("c",)),)),
        ("`a  b` $x^2$", (Code("a  b"), " ", Formula("x^2", display=False))),
        ("a $$x$$", ("a ", Formula("x", display=True))),
        ('[a](https://x.org/ä "t")', (Link("https://x.org/%C3%A4", False, ("a",), "t"),)),  # noqa: FBT003
        ("[a](<../b c.md#d>)", (Link("../b c.md#d", True, ("a",)),)),  # noqa: FBT003
        ("![a *b*](f.png)", (Picture("f.png", True, "a b"),)),  # noqa: FBT003
        ("x [see @k, p. 3]", ("x ", Cited((CitedItem("k", ("see\xa0",), (", p.\xa03",)),), False))),  # noqa: FBT003
        ("@k says", (Names("k"), Cited((CitedItem("k"),), True), " says")),  # noqa: FBT003
    ],
)  # fmt: skip
def test_a_line(text: str, inner: object) -> None:
    assert parse_plain(text).blocks == (Paragraph(inner),)  # type: ignore[arg-type]


def test_the_names_in_a_link_belong_to_it_and_the_number_does_not() -> None:
    link = Link("https://x.org", is_local=False, inner=("as ", Marked("*", (Names("k"),))))
    again = Link("https://x.org", is_local=False, inner=("says",), again=True)
    cited = Cited((CitedItem("k"),), in_text=True)
    found = parse_plain("[as *@k* says](https://x.org)").blocks
    assert found == (Paragraph((link, cited, " ", again)),)


def test_blocks() -> None:
    text = (
        "# A\n\n> q\n\n- a\n- b\n\n4. c\n\n   d\n\n---\n\n```py x\ncode\n```\n\n$$\nx\n$$\n\n"
        "Term\n: Meaning\n\n"
        '| a | b |\n|---|--:|\n| 1 | 2 |\n\n![alt](f.png "cap *t*")\n\nx[^n]\n\n[^n]: Note\n'
    )
    tight = [(Paragraph((letter,), is_tight=True),) for letter in "ab"]
    assert parse_plain(text).blocks == (
        Heading(1, ("A",)),
        Quote((Paragraph(("q",)),)),
        Items(tuple(tight), -1),
        Items(((Paragraph(("c",)), Paragraph(("d",))),), 4),
        Rule(),
        CodeBlock("code\n", "py"),
        FormulaBlock("x"),
        Terms((Term(("Term",)), Term(blocks=(Paragraph(("Meaning",), is_tight=True),)))),
        Table(((("a",), ("b",)), (("1",), ("2",))), ("", "right")),
        FigureBlock((Picture("f.png", is_local=True, alt="alt"),), ("cap ", Marked("*", ("t",)))),
        Paragraph(("x", NoteMark("a"))),
        Note("a", (Paragraph(("Note",)),)),
    )


def test_a_caption_is_one_whatever_stands_beside_its_image() -> None:
    figure = FigureBlock((Picture("f.png", is_local=True, alt="alt"),), ("cap",))
    for text in ('![alt](f.png "cap") <!-- no -->', '<!-- no --> ![alt](f.png "cap")\n<!-- -->'):
        assert parse_plain(text).blocks == (figure,)


def test_a_line_of_front_matter_is_one_paragraph() -> None:
    parsed = parse_inline("A *b*", Place("a.md", 1, 1)).value
    assert parsed.plain[parsed.fragment.hash].line == ("A ", Marked("*", ("b",)))


def test_what_may_not_be_linked_or_shown_is_text() -> None:
    found = parse_plain("[a](javascript:x) [b]() ![c](http://x.org/c.png) [](u)").blocks
    assert found == (Paragraph(("a b c ",)),)


def test_a_mark_within_the_same_mark_adds_nothing() -> None:
    found = parse_plain("*a _b **c** d_* _e_").blocks
    inner = ("a b ", Marked("**", ("c",)), " d")
    assert found == (Paragraph((Marked("*", inner), " ", Marked("*", ("e",)))),)


@pytest.mark.parametrize(
    "text", ["**" * 3000 + "a" + "**" * 3000, "~~a " * 2000 + "b~~" * 2000, "> " * 90 + "a"]
)
def test_no_text_is_nested_too_deeply_to_be_stored(text: str) -> None:
    form = parse_plain(text)
    assert msgspec.json.decode(msgspec.json.encode(form), type=Plain) == form
    assert "a" in text_of(text)


@given(TEXTS)
def test_any_text_has_a_plain_form_that_can_be_stored(text: str) -> None:
    parsed = parse_body(text.replace("\r", ""), "a.md").value
    assert parsed.plain.keys() == parsed.texts.keys()
    for form in parsed.plain.values():
        assert msgspec.json.decode(msgspec.json.encode(form), type=Plain) == form
