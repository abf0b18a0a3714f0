"""Values in YAML, as they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.settings.writeyaml import format_front_matter
from digest.settings.yamlnodes import MapNode, Reading, Scalar, parse_yaml


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("DSI", "DSI"),
        ("2202.06991", "2202.06991"),
        ("10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid>3.0.co;2-2",
         "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid>3.0.co;2-2"),
        ("", ""),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("[x]", '"[x]"'),
        ("null", '"null"'),
        ("'x'", "\"'x'\""),
        ('say "x"', 'say "x"'),
        ("@x", '"@x"'),
        ("- x", '"- x"'),
    ],
)  # fmt: skip
def test_values_are_quoted_only_where_they_must_be(text: str, written: str) -> None:
    assert format_front_matter({"name": text}) == f"---\nname: {written}".rstrip() + "\n---\n"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"])))
def test_whatever_is_written_is_read_back(text: str) -> None:
    matter = format_front_matter({"name": text}).removeprefix("---\n").removesuffix("---\n")
    reading = Reading("x.md")
    node = parse_yaml(matter, reading)
    assert reading.diagnostics == []
    assert isinstance(node, MapNode)
    (value,) = [pair.value for pair in node.pairs]
    assert isinstance(value, Scalar)
    assert value.text == " ".join(text.split())
    assert value.is_null == (not text.split())
