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
        date=Field(schema.date, required=True),
    )
    assert values == {"title": "T"}
    assert [one[2] for one in found] == ["field-type", "field-type", "field-missing"]
    assert found[2][:2] == (1, 1)


@pytest.mark.parametrize("text", ["date:\n", "date: ~\n", "date: null\n", ""])
def test_a_value_left_out_is_missing(text: str) -> None:
    _, found = convert(text, date=Field(schema.date, required=True))
    assert [one[2] for one in found] == ["field-missing"]


@pytest.mark.parametrize("date", ["2026-13-40", "2022-02-30", "0000-01-01", "2 March 2022", "2022"])
def test_a_day_that_does_not_exist_is_named(date: str) -> None:
    values, found = convert(f"date: {date}\n", date=Field(schema.date))
    assert values == {}
    assert found[0][:3] == (1, 7, "field-type")


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2022-03-02", "2022-03-02"),
        ("'2024-02-29'", "2024-02-29"),
    ],
)
def test_a_day_is_kept_without_its_time(typed: str, date: str) -> None:
    assert convert(f"date: {typed}\n", date=Field(schema.date)) == ({"date": date}, [])


@pytest.mark.parametrize("time", ["T10:00:00Z", " 09:00", "t23:30:00-08:00", " in the morning"])
def test_a_time_behind_a_day_is_told(time: str) -> None:
    values, found = convert(f"date: 2022-03-02{time}\n", date=Field(schema.date))
    assert values == {"date": "2022-03-02"}
    assert [(one[:3], one[4]) for one in found] == [
        ((1, 7, "field-doubtful"), "write '2022-03-02'")
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-11-1", "2026-11-01"),
        ("2020-12-9", "2020-12-09"),
        ("2026/11/01", "2026-11-01"),
        ("2026.1.5", "2026-01-05"),
        ("2026\u201311\u201301", "2026-11-01"),
        ("2026-11-01.", "2026-11-01"),
        ("20261101", "2026-11-01"),
        ("1.11.2026", "2026-11-01"),
        ("November 1, 2026", "2026-11-01"),
        ("1 Nov 2026", "2026-11-01"),
        ("1st of Nov 2026", ""),
        ("2026-2-30", ""),
        ("01/11/2026", ""),
        ("2026/11", ""),
    ],
)
def test_a_date_of_other_signs_is_told_as_it_is_written(typed: str, meant: str) -> None:
    _, found = convert(f"date: {typed}\n", date=Field(schema.date))
    assert [one[2] for one in found] == ["field-type"]
    assert found[0][4] == (f"write '{meant}'" if meant else "a date is written YYYY-MM-DD")


@pytest.mark.parametrize("typed", ["2022", "2022-03", "2022-03-02"])
def test_a_partial_date_has_the_parts_that_are_known(typed: str) -> None:
    assert convert(f"d: {typed}\n", d=Field(schema.partial_date)) == ({"d": typed}, [])


@pytest.mark.parametrize(
    ("typed", "value"), [("true", True), ("yes", True), ("on", True), ("No", False), ("off", False)]
)
def test_a_boolean_has_many_words(typed: str, value: bool) -> None:  # noqa: FBT001
    assert convert(f"b: {typed}\n", b=Field(schema.boolean)) == ({"b": value}, [])


def test_a_text_where_a_list_must_be_is_shown_as_one() -> None:
    _, found = convert("tags: vision\n", tags=Field(schema.list_of(schema.text)))
    assert found == [(1, 7, "field-type", "this must be a list, not 'vision'", "write [vision]")]


def test_items_of_a_wrong_form_are_left_out() -> None:
    values, found = convert("tags: [a, [b], c]\n", tags=Field(schema.list_of(schema.text)))
    assert values == {"tags": ("a", "c")}
    assert found[0][:3] == (1, 11, "field-type")


def test_what_is_no_mapping_at_all_is_named() -> None:
    values, found = convert("just words\n", title=Field(schema.text))
    assert values is None
    assert found[0][2] == "field-type"
