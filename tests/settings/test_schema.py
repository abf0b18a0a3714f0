"""Values by schema: what fits is kept, what does not is named."""

from __future__ import annotations

from typing import Any

import pytest

from digest.settings import converters
from digest.settings.schema import Field, convert_mapping
from digest.settings.yamlnodes import Reading, parse_yaml

Problem = tuple[int, int, str, str, str]
"""Line, column, rule, message and hint."""


def convert(text: str, **fields: Field) -> tuple[dict[str, Any] | None, list[Problem]]:
    reading = Reading("x.md")
    node = parse_yaml(text, reading)
    values = convert_mapping(node, fields, reading, what="a thing", whole_file=True)
    found = [(d.line, d.column, d.rule, d.message, d.hint) for d in reading.diagnostics]
    return values, found


def test_an_unknown_key_comes_with_a_suggestion() -> None:
    _, found = convert("lnag: en\n", lang=Field(converters.text))
    assert found == [(1, 1, "field-unknown", "unknown key 'lnag'", "did you mean 'lang'?")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("titel: T", (1, 1, "unknown key 'titel', and a thing needs 'title'")),
        ("lang: en\nname: T", (2, 1, "unknown key 'name'")),
        ("lang: en\ntitle:", (2, 1, "'title' has no value")),
        ("lang: en", (1, 1, "a thing needs 'title'")),
    ],
)
def test_what_is_missing_is_told_where_it_was_meant(text: str, told: tuple[int, int, str]) -> None:
    fields = {"title": Field(converters.text, required=True), "lang": Field(converters.text)}
    _, found = convert(f"{text}\n", **fields)
    assert told in [(line, column, message) for line, column, _, message, _ in found]
    assert len(found) == 1 + ("name" in text)


def test_all_problems_are_named_at_once_and_the_rest_is_kept() -> None:
    values, found = convert(
        "draft: maybe\nnumber: 1.5\ntitle: T\n",
        draft=Field(converters.boolean),
        number=Field(converters.integer(1, 9)),
        title=Field(converters.text),
        date=Field(converters.text, required=True),
    )
    assert values == {"title": "T"}
    assert [one[2] for one in found] == ["field-type", "field-type", "field-missing"]
    assert found[2][:2] == (1, 1)


@pytest.mark.parametrize("text", ["date:\n", "date: ~\n", "date: null\n", ""])
def test_a_value_left_out_is_missing(text: str) -> None:
    _, found = convert(text, date=Field(converters.text, required=True))
    assert [one[2] for one in found] == ["field-missing"]


def test_what_is_no_mapping_at_all_is_named() -> None:
    values, found = convert("just words\n", title=Field(converters.text))
    assert values is None
    assert found[0][2] == "field-type"
