"""Values by schema: what fits is kept, what does not is named."""

from __future__ import annotations

from typing import Any

import pytest

from digest.settings import schema
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
    _, found = convert("lnag: en\n", lang=Field(schema.text))
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
    fields = {"title": Field(schema.text, required=True), "lang": Field(schema.text)}
    _, found = convert(f"{text}\n", **fields)
    assert told in [(line, column, message) for line, column, _, message, _ in found]
    assert len(found) == 1 + ("name" in text)


@pytest.mark.parametrize(
    ("typed", "hint"), [("#2", "write '2'"), ("No. 2", "write '2'"), ("2.5", "")]
)
def test_a_number_with_signs_around_it_is_told(typed: str, hint: str) -> None:
    _, found = convert(f"number: '{typed}'\n", number=Field(schema.integer(1, 9)))
    assert [one[4] for one in found] == [hint]


def test_all_problems_are_named_at_once_and_the_rest_is_kept() -> None:
    values, found = convert(
        "draft: maybe\nnumber: 1.5\ntitle: T\n",
        draft=Field(schema.boolean),
        number=Field(schema.integer(1, 9)),
        title=Field(schema.text),
        date=Field(schema.text, required=True),
    )
    assert values == {"title": "T"}
    assert [one[2] for one in found] == ["field-type", "field-type", "field-missing"]
    assert found[2][:2] == (1, 1)


@pytest.mark.parametrize("text", ["date:\n", "date: ~\n", "date: null\n", ""])
def test_a_value_left_out_is_missing(text: str) -> None:
    _, found = convert(text, date=Field(schema.text, required=True))
    assert [one[2] for one in found] == ["field-missing"]


@pytest.mark.parametrize(
    ("typed", "value"), [("true", True), ("yes", True), ("on", True), ("No", False), ("off", False)]
)
def test_a_boolean_has_many_words(typed: str, value: bool) -> None:  # noqa: FBT001
    assert convert(f"b: {typed}\n", b=Field(schema.boolean)) == ({"b": value}, [])


CORRECTION = schema.mapping({"text": Field(schema.text, required=True)}, "a correction")


@pytest.mark.parametrize(
    ("typed", "item", "hint"),
    [
        ("vision", schema.text, "write [vision]"),
        ("vision; speech", schema.text, "write [vision, speech]"),
        ("'#vision #speech'", schema.text, "write [vision, speech]"),
        ("C#", schema.text, "write [C#]"),
        ("one", CORRECTION, "write [{text: one}]"),
        ("one", schema.integer(1, 9), ""),
    ],
)
def test_a_text_where_a_list_must_be_is_shown_as_one(
    typed: str, item: schema.Convert[Any], hint: str
) -> None:
    _, (found,) = convert(f"tags: {typed}\n", tags=Field(schema.list_of(item)))
    told = typed.strip("'")
    assert found == (1, 7, "field-type", f"this must be a list, not '{told}'", hint)


def test_items_of_a_wrong_form_are_left_out() -> None:
    values, found = convert("tags: [a, [b], c]\n", tags=Field(schema.list_of(schema.text)))
    assert values == {"tags": ("a", "c")}
    assert found[0][:3] == (1, 11, "field-type")


def test_what_is_no_mapping_at_all_is_named() -> None:
    values, found = convert("just words\n", title=Field(schema.text))
    assert values is None
    assert found[0][2] == "field-type"
