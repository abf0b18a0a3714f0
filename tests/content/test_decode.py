"""Bytes to text, and the comments that allow a rule."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.content.decode import decode, find_allowances


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("é\n".encode(), "é\n"),
        ("é\n".encode("utf-8-sig"), "é\n"),
        ("\ufeff---\n\ufeff".encode("utf-8-sig"), "---\n\ufeff"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"", ""),
    ],
)
def test_utf8_is_read_with_any_line_ends(data: bytes, text: str) -> None:
    assert decode(data, "x.md").value == text


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"ab\r\nc\xe9d\n", 2, 2),
        (b"\xef\xbb\xbfc\xe9d\n", 1, 2),
        ("é\n".encode("utf-16"), 1, 1),
        ("--é\n".encode("utf-16-le"), 1, 1),
        ("--é\n".encode("utf-16-be"), 1, 1),
        ("日本\xff".encode("latin-1", "ignore"), 1, 1),
        (b"one\ntw\0o", 2, 3),
        (b"one\n\ntw\x0co", 3, 3),
        ("\u2028é\x92".encode(), 1, 3),
    ],
)
def test_anything_else_is_named_at_its_first_byte(data: bytes, line: int, column: int) -> None:
    found = decode(data, "x.md")
    assert found.value is None
    assert [(d.line, d.column, d.rule) for d in found.diagnostics] == [(line, column, "encoding")]


def test_what_other_programs_write_has_spaces_for_control_characters() -> None:
    assert decode(b"a\x00\x0cb\x7f\tc\r\n", "x.bib", is_lenient=True).value == "a  b \tc\n"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a \u202eb\nc\n\nd\u202c\n", ["1:3 U+202E U+202C"]),
        ("a\n\n\u2067b \u2066c\u2069", ["3:1 U+2067 U+2069"]),
        ("\u202b\u2067a\u202c\u2069", ["1:1 U+202B U+202C"]),
        ("\u202ba\nb\u202c \u2067c \u2068d\u2069\u2069\n", []),
        ("a\u200f \u200e\u061c\u202c\u2069\n", []),
    ],
)
def test_a_sign_that_turns_the_text_behind_it_is_told_unless_it_is_closed(
    text: str, places: list[str]
) -> None:
    found = decode(text.encode(), "x.md")
    told = [(f"{one.line}:{one.column}", one.message + one.hint) for one in found.diagnostics]
    signs = [" ".join((place, *re.findall(r"U\+\w+", said))) for place, said in told]
    assert signs == places
    assert found.value == text
    assert not decode(text.encode(), "x.bib", is_lenient=True).diagnostics


@given(st.binary())
def test_no_bytes_raise(data: bytes) -> None:
    found = decode(data, "x.md")
    is_refused = any(one.rule == "encoding" for one in found.diagnostics)
    assert (found.value is None) == is_refused


def ranges(text: str) -> list[tuple[str, int, int]]:
    return [(a.rule, a.first_line, a.last_line) for a in find_allowances(text, "x.md").value]


def test_a_comment_allows_its_rule_in_the_block_below() -> None:
    text = "\n<!-- digest: allow image-alt, link-broken -->\n\none\ntwo\n\nthree\n"
    assert ranges(text) == [("image-alt", 2, 5), ("link-broken", 2, 5)]


def test_in_front_matter_it_allows_the_field_below() -> None:
    text = (
        "---\ntitle: x\n# digest: allow metadata-differs\nauthors:\n  - A\n  - B\ndate: 2022\n---\n"
    )
    assert ranges(text) == [("metadata-differs", 3, 6)]


def test_as_the_first_line_of_the_front_matter_it_allows_the_file() -> None:
    text = "---\n# digest: allow section-missing\ntitle: x\n---\n"
    assert ranges(text) == [("section-missing", 1, 3)]


def test_a_rule_that_does_not_exist_is_named() -> None:
    found = find_allowances("a\n<!-- digest: allow image-alts -->\n", "x.md")
    assert [(d.line, d.column, d.hint) for d in found.diagnostics] == [
        (2, 20, "did you mean 'image-alt'?")
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("```html\n{}\n```\n{}\n", [4]),
        ("- ~~~\n  {}\n  ```\n  {}\n  ~~~\n\n{}\n", [7]),
        ("````\n```\n{}\n````\n{}\n", [5]),
        ("`` ` `` ```x```\n\n{}\n", [3]),
        ("a\n\n    {}\n    x\n\n    {}\n\n{}\n", [8]),
        ("a\n\n\t{}\n{}\n", [4]),
        ("a\n    {}\n", [2]),
        ("- a\n\n    {}\n\nb\n\n    {}\n", [3]),
        ("1. a\n\n   b\n\n    {}\n", [5]),
        ("[^n]: a\n\n    {}\n", [3]),
        ("---\ndescription: |\n  text\n  # digest: allow image-alt\n---\n{}\n", [6]),
        ("---\na:\n  - >-\n    # digest: allow image-alt\n# digest: allow image-alt\n---\n", [5]),
        ("---\na: |\n  ```\nb: c\n---\n{}\n", [6]),
        ("---\na: b | # digest: x\n# digest: allow image-alt\n---\n", [3]),
    ],
)
def test_what_is_shown_as_it_stands_allows_nothing(text: str, lines: list[int]) -> None:
    text = text.replace("{}", "<!-- digest: allow image-alt -->")
    assert [first for _, first, _ in ranges(text)] == lines
    found = find_allowances(text.replace("image-alt", "image-atl"), "x.md")
    assert [one.line for one in found.diagnostics] == lines


def test_a_comment_of_a_thousand_words_is_told_of_once() -> None:
    text = f"<!-- digest: allow image-alt {'x ' * 1000}-->\n\nText.\n"
    found = find_allowances(text, "x.md")
    assert [one.rule for one in found.value] == ["image-alt"]
    assert len(found.diagnostics) == 11
    assert found.diagnostics[-1].message == "990 more words that are no rules"
    assert (found.diagnostics[0].line, found.diagnostics[0].column) == (1, 30)


def test_a_bibliography_in_another_encoding_is_told_and_read() -> None:
    read = decode("@book{k, title={Café}}\r\n".encode("latin-1"), "x.bib", is_lenient=True)
    assert read.value == "@book{k, title={Café}}\n"
    assert [one.message for one in read.diagnostics] == ["the byte 0xe9 is not UTF-8"]
