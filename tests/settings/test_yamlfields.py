"""A field that cannot be read hides nothing of the others."""

from __future__ import annotations

import pytest

from digest.content.frontmatter import EDITION
from digest.settings.schema import convert_mapping
from digest.settings.yamlfields import parse_fields
from digest.settings.yamlnodes import MapNode, Reading


def read(text: str) -> tuple[dict[str, object], list[tuple[int, int, str]]]:
    """Read an edition's fields, and where what is wrong stands."""
    reading = Reading("x.md")
    values = convert_mapping(parse_fields(text, reading), EDITION, reading, what="an edition")
    places = [(found.line, found.column, found.rule) for found in reading.diagnostics]
    return values or {}, sorted(places)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # in each the first field stops YAML, and the second has a mistake of its own
        ("title: one: two\nnumber: x\n", [(1, 11, "yaml-syntax"), (2, 9, "field-type")]),
        ("title: 'open\nnumber: x\n", [(1, 8, "yaml-syntax"), (2, 9, "field-type")]),
        ("aliases: [/a/, /b/\nnumber: x\n", [(1, 10, "yaml-syntax"), (2, 9, "field-type")]),
        ("number:1\ntitle: @x\n", [(1, 7, "yaml-syntax"), (2, 8, "yaml-syntax")]),
        ("title: @x\ndescription: |\nleft\n", [(1, 8, "yaml-syntax"), (3, 1, "yaml-syntax")]),
        ("title: @x\neditors:\n- A\n- B: c: d\n", [(1, 8, "yaml-syntax"), (4, 7, "yaml-syntax")]),
        (
            "title: @x\nnumber: 1\nnumber: 2\n",
            [(1, 8, "yaml-syntax"), (3, 1, "yaml-duplicate-key")],
        ),
        (
            "title: @x\naliases: [\n/a/,\n/b/\n]\nnosuch: 1\n",
            [(1, 8, "yaml-syntax"), (6, 1, "field-unknown")],
        ),
    ],
)
def test_each_field_is_told_of(text: str, places: list[tuple[int, int, str]]) -> None:
    # a field that cannot be read is there, and so is not missing
    missing = [] if "title" in text else [(1, 1, "field-missing")]
    assert read(f"{text}date: 2022-03-02\n")[1] == [*missing, *places]


def test_what_can_be_read_is() -> None:
    values, _ = read("title: one: two\ndate: 2022-03-02\naliases: [/a/]\n")
    assert values["date"] == "2022-03-02"
    assert "title" not in values


@pytest.mark.parametrize("text", ["title: one: two", "- a\n- b: c: d\n", "{title: @x}\n"])
def test_what_is_no_list_of_fields_is_told_of_once(text: str) -> None:
    reading = Reading("x.md")
    assert parse_fields(text, reading) is None
    assert len(reading.diagnostics) == 1


def test_fields_that_are_parts_of_others_are_not_read_apart() -> None:
    reading = Reading("x.md")
    assert parse_fields("a: &x 1\nb: @\nc: *x\n", reading) is None
    assert [found.line for found in reading.diagnostics] == [2]


def test_what_is_right_is_as_it_is_read_together() -> None:
    reading = Reading("x.md")
    node = parse_fields("title: a\n", reading)
    assert isinstance(node, MapNode)
    assert (node.unread, reading.diagnostics) == (frozenset(), [])
