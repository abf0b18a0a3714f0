"""Mappings of YAML read by a schema: what a field may hold is said there, never guessed.

A schema is a mapping from the names of fields to `Field`s. Everything that does not fit is
reported at its line and column (`field-unknown`, `field-missing`, `field-type`), all of it at
once; what does fit is kept.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from digest.basics.diagnostics import Place
from digest.basics.text import MOST_MEANT, did_you_mean, shorten
from digest.basics.typos import typos_among
from digest.settings.converters import Convert, report_cut, wrong_form
from digest.settings.othertools import lead
from digest.settings.yamlerrors import quote_in_flow
from digest.settings.yamlnodes import MapNode, Node, Reading, Scalar

if TYPE_CHECKING:
    from collections.abc import Mapping


class Field(msgspec.Struct, frozen=True):
    """A key that a mapping may have."""

    convert: Convert[Any]
    required: bool = False
    example: str = "…"
    """What a hint writes where it is missing."""


class Values(dict[str, Any]):
    """The converted fields of a mapping, by name."""

    def __init__(self) -> None:
        super().__init__()
        self.given: set[str] = set()
        """The fields that were there, those of a wrong form included."""
        self.places: dict[str, Place] = {}
        """Where the value of each field stands, or would, for one that has none."""


def convert_mapping(
    node: Node | None,
    fields: Mapping[str, Field],
    reading: Reading,
    *,
    what: str,
    whole_file: bool = False,
) -> Values | None:
    """Convert a mapping by its schema: a value for every field given, nothing for the rest.

    `what` names the mapping in messages, as "an entry". Unknown keys (`field-unknown`), missing
    ones (`field-missing`) and values of a wrong form (`field-type`) are reported, all of them.
    Where the mapping is the `whole_file`, what is missing is reported at 1:1. Returns None where
    the node is no mapping.
    """
    if node is None or (isinstance(node, Scalar) and node.is_null):
        node = MapNode((), node.place if node else Place(reading.path, 1, 1))
    if not isinstance(node, MapNode):
        expected = f"{what} is written as 'key: value' lines"
        hint = _hint_lines(node) if whole_file else _hint_mapping(node, fields)
        wrong_form(node, reading, expected, hint)
        return None
    values = Values()
    values.given |= node.unread
    near = _report_unknown(node, fields, reading, what)
    for key, value in node.pairs:
        field = fields.get(key.text)
        if field is None:
            continue
        values.places[key.text] = value.place
        if isinstance(value, Scalar) and value.is_null:
            if value.cut:
                values.given.add(key.text)
                report_cut(value, reading)
        else:
            values.given.add(key.text)
            converted = field.convert(value, reading)
            if converted is not None:
                values[key.text] = converted
    empty = {key.text: key.place for key, _ in node.pairs}
    required = (name for name, field in fields.items() if field.required)
    for name in (one for one in required if one not in values.given | near):
        place, hint = None if whole_file else node.place, f"add '{name}: {fields[name].example}'"
        message = f"{what} needs '{name}'"
        if name in empty:
            place, message, hint = empty[name], f"'{name}' has no value", "write it behind the ':'"
        reading.report("field-missing", place, message, hint)
    return values


def mapping(fields: Mapping[str, Field], what: str) -> Convert[Values]:
    """Read a mapping by a schema of its own."""

    def convert(node: Node, reading: Reading) -> Values | None:
        return convert_mapping(node, fields, reading, what=what)

    return convert


def _report_unknown(
    node: MapNode, fields: Mapping[str, Field], reading: Reading, what: str
) -> set[str]:
    """Report the keys that are no fields; return those of the required ones that they mean."""
    found: set[str] = set()
    typed = {key.text for key, _ in node.pairs}
    typos, has = _find_typos(node, fields), f"{what} has: {', '.join(fields)}"
    unknown = (key for key, _ in node.pairs if key.text not in fields)
    for count, key in enumerate(unknown):
        meant, hint = typos.get(key.text, ""), ""
        if not meant and count < MOST_MEANT:
            hint = lead(key.text, what, fields) or did_you_mean(key.text, fields)
        hint = f"did you mean '{meant}'?" if meant else hint or has
        name = next((one for one in fields if hint == f"did you mean '{one}'?"), "")
        rule, message = "field-unknown", f"unknown key '{key.text}'"
        if name and fields[name].required and name not in typed | found | node.unread:
            found.add(name)
            # whatever is allowed of unknown ones, this one must be there
            rule, message = "field-missing", f"{message}, and {what} needs '{name}'"
        reading.report(rule, key.place, message, hint, key.rewrite(meant))
    return found


def _find_typos(node: MapNode, fields: Mapping[str, Field]) -> dict[str, str]:
    """Find the keys that are surely typos, with the field that each was meant to be.

    That is a field which is not there yet and takes the value, and which no other key is near.
    """
    typed = {key.text for key, _ in node.pairs} | node.unread
    free = fields.keys() - typed
    if not free or typed <= fields.keys():
        return {}
    values = {key.text: value for key, value in node.pairs}
    unknown = (key for key in values if key not in fields)
    return typos_among(unknown, free, lambda key, name: _takes(fields[name], values[key]))


def _hint_lines(node: Node) -> str:
    """Say how the lines of a file are written that have no ': ' in them, as those of TOML."""
    found = re.match(r"([\w-]+)\s*([=:])", node.text) if isinstance(node, Scalar) else None
    if not found:
        return ""
    name, sign = found.groups()
    how = "a space behind the ':'" if sign == ":" else "': ' in place of '='"
    return f"write '{name}: …', with {how}, and the other lines alike"


def _hint_mapping(node: Node, fields: Mapping[str, Field]) -> str:
    """Say how a mapping is written for which there is only a text: that of its main field."""
    if not isinstance(node, Scalar):
        return ""
    meant = [name for name, field in fields.items() if field.required and _takes(field, node)]
    meant += [name for name, field in fields.items() if _takes(field, node)]
    return f"write {{{meant[0]}: {quote_in_flow(shorten(node.text, 200))}}}" if meant else ""


def _takes(field: Field, value: Node) -> bool:
    """Tell whether a value is of the field's form."""
    trial = Reading(value.place.path)
    field.convert(value, trial)
    return all(found.rule != "field-type" for found in trial.diagnostics)
