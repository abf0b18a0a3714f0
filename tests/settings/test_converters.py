"""Values of each form: what is of it is read, and of what is not is told what to write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from digest.settings.converters import boolean, integer, list_of, text
from digest.settings.schema import Field, convert_mapping, mapping
from digest.settings.yamlnodes import Reading, parse_yaml

if TYPE_CHECKING:
    from digest.basics.diagnostics import Diagnostic
    from digest.settings.converters import Convert


def read(typed: str, convert: Convert[Any]) -> tuple[Any, list[Diagnostic]]:
    """Return the value of a field, None where it is of a wrong form, and what is told of it."""
    reading = Reading("x.md")
    node = parse_yaml(f"a: {typed}\n", reading)
    values = convert_mapping(node, {"a": Field(convert)}, reading, what="a thing")
    return values and values.get("a"), reading.diagnostics


@pytest.mark.parametrize(
    ("typed", "hint"), [("#2", "write '2'"), ("No. 2", "write '2'"), ("2.5", "")]
)
def test_a_number_with_signs_around_it_is_told(typed: str, hint: str) -> None:
    _, found = read(f"'{typed}'", integer(1, 9))
    assert [one.hint for one in found] == [hint]


@pytest.mark.parametrize(
    ("typed", "value"), [("true", True), ("yes", True), ("on", True), ("No", False), ("off", False)]
)
def test_a_boolean_has_many_words(typed: str, value: bool) -> None:  # noqa: FBT001
    assert read(typed, boolean) == (value, [])


CORRECTION = mapping({"text": Field(text, required=True)}, "a correction")


@pytest.mark.parametrize(
    ("typed", "item", "hint"),
    [
        ("vision", text, "write [vision]"),
        ("vision; speech", text, "write [vision, speech]"),
        ("'#vision #speech'", text, "write [vision, speech]"),
        ("C#", text, "write [C#]"),
        ("one", CORRECTION, "write [{text: one}]"),
        ("one", integer(1, 9), ""),
    ],
)
def test_a_text_where_a_list_must_be_is_shown_as_one(
    typed: str, item: Convert[Any], hint: str
) -> None:
    _, (found,) = read(typed, list_of(item))
    assert (found.line, found.column, found.rule, found.hint) == (1, 4, "field-type", hint)
    told = typed.strip("'")
    assert found.message == f"this must be a list, not '{told}'"


def test_items_of_a_wrong_form_are_left_out() -> None:
    value, found = read("[a, [b], c]", list_of(text))
    assert value == ("a", "c")
    assert [(one.line, one.column, one.rule) for one in found] == [(1, 8, "field-type")]
