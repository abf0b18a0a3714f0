"""Front matter, and other values in YAML, as they are written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from digest.settings.yamlerrors import quote_in_flow
from digest.settings.yamlnodes import MapNode, Reading, Scalar, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

Field = str | tuple[str, ...] | None
"""A text, a list of texts, or what is left out."""


def format_front_matter(fields: Mapping[str, Field]) -> str:
    """Return fields as front matter: quoted where they must be, left out where they are None.

    An empty text leaves the field to be filled in.
    """
    given = {name: value for name, value in fields.items() if value is not None}
    lines = [f"{name}: {_format_field(value)}".rstrip() for name, value in given.items()]
    return "---\n" + "\n".join(lines) + "\n---\n"


def _format_field(value: str | tuple[str, ...]) -> str:
    if isinstance(value, str):
        return format_value(value)
    return f"[{', '.join(map(quote_in_flow, value))}]"


def format_value(text: str) -> str:
    """Write a text in YAML: as it is where it is read back as it is, else between quotes."""
    text = " ".join(text.split())
    reading = Reading("")
    node = parse_yaml(f"key: {text}", reading)
    read = node.pairs[0].value if isinstance(node, MapNode) else None
    if isinstance(read, Scalar) and read.plain and read.text == text:
        # `null` would be taken for nothing
        return text if not text or not read.is_null else f'"{text}"'
    # YAML 1.2 takes every JSON text for what it says in JSON
    return json.dumps(text, ensure_ascii=False)
