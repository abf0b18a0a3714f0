"""Days, months and years: what is one is kept, and what may have been meant is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.settings.datefields import date, partial_date
from digest.settings.schema import Field, convert_mapping
from digest.settings.yamlnodes import Reading, parse_yaml

if TYPE_CHECKING:
    from digest.settings.converters import Convert

Problem = tuple[int, int, str, str, str]
"""Line, column, rule, message and hint."""


def read(typed: str, convert: Convert[str] = date) -> tuple[str | None, list[Problem]]:
    reading = Reading("x.md")
    node = parse_yaml(f"date: {typed}\n", reading)
    values = convert_mapping(node, {"date": Field(convert)}, reading, what="a thing")
    found = [(d.line, d.column, d.rule, d.message, d.hint) for d in reading.diagnostics]
    return values.get("date") if values else None, found


@pytest.mark.parametrize(
    "typed", ["2026-13-40", "2022-02-30", "0000-01-01", "2 March 2022", "2022"]
)
def test_a_day_that_does_not_exist_is_named(typed: str) -> None:
    value, found = read(typed)
    assert value is None
    assert found[0][:3] == (1, 7, "field-type")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2022-03-02", "2022-03-02"),
        ("'2024-02-29'", "2024-02-29"),
    ],
)
def test_a_day_is_kept_without_its_time(typed: str, day: str) -> None:
    assert read(typed) == (day, [])


@pytest.mark.parametrize("time", ["T10:00:00Z", " 09:00", "t23:30:00-08:00", " in the morning"])
def test_a_time_behind_a_day_is_told(time: str) -> None:
    value, found = read(f"2022-03-02{time}")
    assert value == "2022-03-02"
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
    _, found = read(typed)
    assert [one[2] for one in found] == ["field-type"]
    assert found[0][4] == (f"write '{meant}'" if meant else "a date is written YYYY-MM-DD")


@pytest.mark.parametrize("typed", ["2022", "2022-03", "2022-03-02"])
def test_a_partial_date_has_the_parts_that_are_known(typed: str) -> None:
    assert read(typed, partial_date) == (typed, [])
