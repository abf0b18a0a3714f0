"""What is no YAML, and what YAML would take away, is told where it stands, with what mends it."""

from __future__ import annotations

import re

import pytest

from digest.content.frontmatter import EDITION
from digest.settings.schema import convert_mapping
from digest.settings.yamlerrors import quote
from digest.settings.yamlfields import parse_fields
from digest.settings.yamlnodes import MapNode, Reading, Scalar, parse_yaml


def read(text: str) -> tuple[dict[str, object], Reading]:
    """Read an edition's fields."""
    reading = Reading("x.md")
    values = convert_mapping(parse_yaml(text, reading), EDITION, reading, what="an edition")
    return values or {}, reading


@pytest.mark.parametrize(
    ("text", "place", "whole"),
    [
        ("title: Newsletter #42", (1, 19), "Newsletter #42"),
        ("title: Issue # 7, on plasma", (1, 14), "Issue # 7, on plasma"),
        ("title: #42", (1, 8), "#42"),
        ("title: C #", (1, 10), "C #"),
        ('title: The "best" #1', (1, 19), 'The "best" #1'),
        ("title: It's #1", (1, 13), "It's #1"),
        ("title: News  #42", (1, 14), "News #42"),
    ],
)
def test_a_comment_that_cuts_a_text_is_told_with_the_value_to_write(
    text: str, place: tuple[int, int], whole: str
) -> None:
    _, reading = read(f"{text}\ndate: 2022-03-02")
    (found,) = reading.diagnostics
    assert (found.line, found.column, found.rule) == (*place, "text-lost")
    assert f": {quote(whole)};" in found.hint
    # followed to the letter
    values, reading = read(f"title: {quote(whole)}\ndate: 2022-03-02")
    assert not reading.diagnostics
    assert isinstance(values["title"], Scalar)
    assert values["title"].text == whole


@pytest.mark.parametrize(
    "lines",
    [
        "title: News  # a comment",
        "title: News   # of March",
        "# a comment\ntitle: News",
        "title: News\n# digest: allow address-clash\ndraft: true # until Friday",
        "title: News # digest: allow text-lost",
        'title: "News" # a comment',
        "title: News\ndescription: # to be written",
        "title: News\nnumber: 4 # the fourth",
        "title: |\n  News #42",
    ],
)
def test_what_is_meant_as_a_comment_is_one(lines: str) -> None:
    assert not read(f"{lines}\ndate: 2022-03-02")[1].diagnostics


def test_a_cut_item_of_a_list_is_told() -> None:
    _, reading = read("title: T\ndate: 2022-03-02\neditors:\n- Ada #1\n- #nlp")
    assert [(one.line, one.column) for one in reading.diagnostics] == [(4, 7), (5, 3)]


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ("tags: [vision, language", (1, 7), "brackets", "close them with ']'"),
        ("a: b\ntags: [vision, x\nc: d", (2, 7), "brackets", "close them with ']'"),
        ("links: {a: https://x.org\nc: d", (1, 8), "brackets", "close them with '}'"),
        ("tags: [C #, x]\nc: d", (1, 7), "brackets", "put quotes around the value that has ' #'"),
        ("c: d\nlinks: {a: https://x.org #b}", (2, 8), "brackets", "put quotes around the value"),
        ("title:\u00a0X\nc: d", (1, 6), "U+00A0", "put a plain space in its place"),
        ("c: d\ntitle:\u3000X\nc: d", (2, 6), "U+3000", "put a plain space in its place"),
        ("title\uff1aX\nc: d", (1, 6), "full-width", "write ':' and a space in its place"),
        ("c: d\ntitle:X\ne: f", (2, 6), "no space behind the colon", "put one there"),
        ("c: d\n  title: X", (2, 3), "further right", "let it begin where the line above begins"),
        ("c: d\nmore\ne: f", (2, 1), "a line without ': '", "put two spaces before it"),
        ("tags:\n- a\n-b\nc: d", (3, 1), "a line without ': '", "put a space behind '-'"),
        ("tags: [a,, b]", (1, 10), "two commas in a row", "take one away"),
        ("title: it's: so", (1, 12), "a second ': '", "put quotes around the value"),
        (f"title: {'[' * 9999}{']' * 9999}", (1, 1007), "too many brackets", "put quotes around"),
        ("title: [x] y", (1, 12), "stray quote", 'put quotes around the whole value: "[x] y"'),
        ("title: *x* y", (1, 8), "cannot begin with this sign", "put quotes around the value"),
        ("title: > y", (1, 8), "cannot begin with this sign", "put quotes around the value"),
        ("title: ? y", (1, 8), "cannot begin with this sign", "put quotes around the value"),
        ("c: 'd\nb: e\n", (1, 4), "never closed", "close it with '"),
        ('c: "d\nb: "e" # f', (1, 4), "never closed", 'close it with "'),
        (" c: d\ne: f", (1, 1), "further right than those below", "take away the space"),
        ("a:\n  c: d\n  e: f: g", (3, 7), "a second ': '", "put quotes around the value"),
        ("a: {b: #abc}\nc: d", (1, 8), "YAML takes '#abc}' for a comment", "put quotes around '#"),
        ("a:\n  - b: c\n  d: e", (3, 3), "too far left or right in a list", "begin it with '- '"),
        ("c: d\n\te: f", (2, 1), "a tab", "indent with spaces"),
    ],
)
def test_a_fault_is_told_where_it_is(
    text: str, place: tuple[int, int], message: str, hint: str
) -> None:
    reading = Reading("x.md")
    assert parse_yaml(text, reading) is None
    (found,) = reading.diagnostics
    assert (found.line, found.column) == place
    assert message in found.message
    assert found.hint.startswith(hint)
    assert len(found.hint) < 500


def test_an_item_that_stands_too_far_right_is_told() -> None:
    reading = Reading("x.md")
    parse_yaml("editors:\n- Ada\n  - Ben\ndescription: a line\n  - and a dash", reading)
    assert [(one.line, one.column) for one in reading.diagnostics] == [(3, 3)]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("title = Trends", "write 'title: Trends'"),
        ("- title: Trends", "take '- ' away"),
        ("Trends", "write a field's name and ': ' before it"),
    ],
)
def test_what_is_no_field_at_the_top_is_told_once(text: str, hint: str) -> None:
    reading = Reading("x.md")
    node = parse_fields(f"{text}\ndate: 2022-03-02\nnumber: 1\n", reading)
    convert_mapping(node, EDITION, reading, what="an edition")
    found = [one for one in reading.diagnostics if one.hint != "add 'title: …'"]
    assert [one.hint for one in found] == [hint]


def test_a_name_that_yaml_takes_away_is_told() -> None:
    values, reading = read("title: &d Digest\ndate: 2022-03-02\ndescription: &x y")
    assert values
    assert [(one.line, one.column, one.rule) for one in reading.diagnostics] == [
        (1, 8, "text-lost"),
        (3, 14, "text-lost"),
    ]
    assert not read("title: &d Digest\ndate: 2022-03-02\ndescription: *d")[1].diagnostics


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ('"A survey", well sorted', '"A survey", well sorted'),
        ("'Foo' and bar", "'Foo' and bar"),
        ("'it's'", "it's"),
        ('"He says "no" to it"', 'He says "no" to it'),
    ],
)
def test_a_value_that_begins_with_a_quotation_is_written_out(typed: str, meant: str) -> None:
    reading = Reading("x.md")
    parse_yaml(f"title: {typed}\ndate: 2022-03-02", reading)
    (found,) = reading.diagnostics
    written = re.fullmatch(r"put quotes around the whole value: (.+)", found.hint)
    assert written
    node = parse_yaml(f"title: {written[1]}", Reading("x.md"))
    assert isinstance(node, MapNode)
    assert isinstance(node.pairs[0].value, Scalar)
    assert node.pairs[0].value.text == meant
