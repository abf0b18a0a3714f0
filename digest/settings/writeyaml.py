"""Front matter, and other values in YAML, as they are written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.settings.yamlerrors import quote_in_flow
from digest.settings.yamlnodes import MapNode, Reading, Scalar, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

Field = str | tuple[str, ...] | dict[str, str] | None
"""A text, a list of texts, names with a text each, or what is left out."""

_PLAIN = lazy_regex(r"[A-Za-z0-9][A-Za-z0-9 .,()/&;_-]*")
"""What can be nothing but a text."""
_NULLS = frozenset({"null", "~"})


def format_front_matter(fields: Mapping[str, Field]) -> str:
    """Return fields as front matter: quoted where they must be, left out where they are None.

    An empty text leaves the field to be filled in.
    """
    given = {name: value for name, value in fields.items() if value is not None}
    lines = [f"{name}:{_format_field(value)}" for name, value in given.items()]
    return "---\n" + "\n".join(lines) + "\n---\n"


def _format_field(value: str | tuple[str, ...] | dict[str, str]) -> str:
    """Return what stands behind a field's colon."""
    if isinstance(value, str):
        return f" {format_value(value)}".rstrip()
    if isinstance(value, dict):
        pairs = (f"\n  {format_value(name)}: {format_value(text)}" for name, text in value.items())
        return "".join(pairs)
    return f" [{', '.join(map(_format_item, value))}]"


def _format_item(text: str) -> str:
    text = " ".join(text.split())
    return quote_in_flow(text) if text and text.lower() not in _NULLS else f'"{text}"'


def format_value(text: str) -> str:
    """Write a text in YAML: as it is where it is read back as it is, else between quotes."""
    text = " ".join(text.split())
    if text.lower() in _NULLS:
        # it would be taken for nothing
        return f'"{text}"'
    # to read it back takes long, and there may be tens of thousands
    if not text or _PLAIN.fullmatch(text) or _is_read_back(text):
        return text
    # YAML 1.2 takes every JSON text for what it says in JSON
    return json.dumps(text, ensure_ascii=False)


def _is_read_back(text: str) -> bool:
    node = parse_yaml(f"key: {text}", Reading(""))
    read = node.pairs[0].value if isinstance(node, MapNode) else None
    return isinstance(read, Scalar) and read.plain and read.text == text
