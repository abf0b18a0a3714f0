"""Values out of YAML nodes: what a field may hold is said by a schema, never guessed.

A schema is a mapping from the names of fields to `Field`s. Everything that does not fit is
reported at its line and column (`field-unknown`, `field-missing`, `field-type`), all of it at
once; what does fit is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from digest.basics.diagnostics import Place
from digest.basics.editions import Override
from digest.basics.text import MOST_MEANT, did_you_mean, shorten
from digest.basics.typos import typos_among
from digest.settings.othertools import lead
from digest.settings.yamlerrors import quote, quote_in_flow
from digest.settings.yamlnodes import ListNode, MapNode, Node, Reading, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")
Convert = Callable[[Node, Reading], T | None]
"""Turns a node into a value; reports and returns None where the node is not of its form."""


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
    missing = {name for name, field in fields.items() if field.required} - values.given
    empty = {key.text: key.place for key, _ in node.pairs if key.text in missing}
    for name in sorted(missing - near, key=[*fields].index):
        place, hint = None if whole_file else node.place, f"add '{name}: {fields[name].example}'"
        message = f"{what} needs '{name}'"
        if name in empty:
            place, message, hint = empty[name], f"'{name}' has no value", "write it behind the ':'"
        reading.report("field-missing", place, message, hint)
    return values


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


_CURVED = "“”„«»‘’‚"


def wrong_form(node: Node, reading: Reading, expected: str, hint: str = "") -> None:
    """Report `field-type` at a node, with what was expected there."""
    found = f"'{shorten(node.text)}'" if isinstance(node, Scalar) else _kind(node)
    if isinstance(node, Scalar) and node.text[:1] in _CURVED and (bare := node.text.strip(_CURVED)):
        hint = f"write '{bare}'; YAML knows only straight quotation marks"
    reading.report("field-type", node.place, f"{expected}, not {found}", hint)


def _kind(node: Node) -> str:
    return {ListNode: "a list", MapNode: "a mapping"}.get(type(node), "this")


def scalar(node: Node, reading: Reading) -> Scalar | None:
    """Keep the node itself: a text together with its place."""
    if isinstance(node, Scalar):
        return node
    hint = "put quotes around a text that begins with [ or {"
    if isinstance(node, MapNode) and (named := _find_name(node)):
        hint = f"write '{named}'"
    wrong_form(node, reading, "this must be a text", hint)
    return None


def _find_name(node: MapNode) -> str:
    """Return the name in a mapping such as other programs have for a person; or nothing."""
    found = (
        value.text for key, value in node.pairs if key.text == "name" and isinstance(value, Scalar)
    )
    return next(found, "").strip()


def text(node: Node, reading: Reading) -> str | None:
    """Read a text of any form on one or more lines, without space at its ends."""
    found = scalar(node, reading)
    return found.text.strip() if found else None


def shown(node: Node, reading: Reading) -> Scalar | None:
    """Keep the node of a text that readers see, and report what YAML takes away behind it."""
    found = scalar(node, reading)
    if found is not None and found.cut:
        report_cut(found, reading)
    return found


def title(node: Node, reading: Reading) -> Scalar | None:
    """Keep the node of a text that readers see and that must say something."""
    found = shown(node, reading)
    if found is not None and not found.text.strip() and not found.cut:
        wrong_form(node, reading, "this must not be empty")
    return found


def shown_text(node: Node, reading: Reading) -> str | None:
    """Read a text that readers see, as `shown` and `text` do."""
    found = shown(node, reading)
    return found.text.strip() if found else None


def report_cut(node: Scalar, reading: Reading) -> None:
    """Report what stands behind a value and is lost, for `#` begins a comment in YAML."""
    if node.cut is None:
        return
    lost, place = node.cut
    whole = f"{node.text} {lost}".strip()
    value = f": {quote(whole)}" if len(whole) <= _LONGEST_QUOTED and len(node.starts) == 0 else ""
    message = f"YAML takes '{shorten(lost)}' for a comment"
    comment = "put a space behind '#'" if not node.text else "put two spaces before '#'"
    comment += "" if not node.text or lost.startswith("# ") else " and one behind it"
    hint = f"put quotes around the whole value{value}; if it is a comment, {comment}"
    reading.report("text-lost", place, message, hint)


_LONGEST_QUOTED = 80
"""Characters up to which a hint says a value again."""


def placed(convert: Convert[str]) -> Convert[Override]:
    """Read by `convert`, and keep where the value stands."""

    def convert_with_place(node: Node, reading: Reading) -> Override | None:
        value = convert(node, reading)
        return None if value is None else Override(value, node.place)

    return convert_with_place


def boolean(node: Node, reading: Reading) -> bool | None:
    """Read `true` or `false`, or YAML's other words for them."""
    words = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
    if isinstance(node, Scalar) and node.text.lower() in words:
        return words[node.text.lower()]
    hint = did_you_mean(node.text, words) if isinstance(node, Scalar) else ""
    wrong_form(node, reading, "this must be true or false", hint)
    return None


def integer(least: int, most: int) -> Convert[int]:
    """Read a whole number between `least` and `most`, both included."""

    def convert(node: Node, reading: Reading) -> int | None:
        if isinstance(node, Scalar) and re.fullmatch(r"[+-]?[0-9]{1,15}", node.text):
            number = int(node.text)
            if least <= number <= most:
                return number
        typed = node.text if isinstance(node, Scalar) else ""
        meant = re.fullmatch(r"(?:no\.?|#|nr\.?)? ?([0-9]{1,15})[.,]?", typed, re.IGNORECASE)
        is_meant = meant and least <= int(meant[1]) <= most
        hint = f"write '{int(meant[1])}'" if meant and is_meant else ""
        wrong_form(node, reading, f"this must be a whole number from {least} to {most}", hint)
        return None

    return convert


def choice(*words: str) -> Convert[str]:
    """Read one of a few words."""

    def convert(node: Node, reading: Reading) -> str | None:
        if isinstance(node, Scalar) and node.text in words:
            return node.text
        hint = did_you_mean(node.text, words) if isinstance(node, Scalar) else ""
        wrong_form(node, reading, f"this must be {' or '.join(words)}", hint)
        return None

    return convert


def list_of(item: Convert[T], most: int = 0) -> Convert[tuple[T, ...]]:
    """Read a list, each of its items by `item`; items of a wrong form are reported and left out.

    None comes of a list that has some and none that is right. It may have so many items at `most`,
    where that is not 0.
    """

    def convert(node: Node, reading: Reading) -> tuple[T, ...] | None:
        if not isinstance(node, ListNode):
            wrong_form(node, reading, "this must be a list", _hint_list(node, item))
            return None
        items = node.items[:most] if most else node.items
        if len(items) < len(node.items):
            message = f"this list has {len(node.items):,} items, and may have {most:,}"
            reading.report("field-type", node.items[most].place, message, "leave some out")
        converted = [item(each, reading) for each in items]
        kept = tuple(each for each in converted if each is not None)
        return kept if kept or not items else None

    return convert


def _hint_list(node: Node, item: Convert[Any]) -> str:
    """Say how a list is written for which there is a text: with commas, or as hashtags.

    Of a text that is no item either, say how that is written.
    """
    if not isinstance(node, Scalar):
        return ""
    trial = Reading(node.place.path)
    item(node, trial)
    wrong = [found.hint for found in trial.diagnostics if found.rule == "field-type"]
    typed = (one.strip() for one in re.split(r"[,;\n]|(?<!\S)#", node.text))
    items = (
        wrong[0].removeprefix("write ")
        if wrong
        else ", ".join(quote_in_flow(one) for one in typed if one)
    )
    return f"write [{items}]" if not wrong or wrong[0].startswith("write ") else ""


def pairs_of(value: Convert[T]) -> Convert[tuple[tuple[Scalar, T], ...]]:
    """Read a mapping whose keys are the editor's own, each value by `value`."""

    def convert(node: Node, reading: Reading) -> tuple[tuple[Scalar, T], ...] | None:
        if not isinstance(node, MapNode):
            wrong_form(node, reading, "this must be a mapping", "write {name: value}")
            return None
        converted = (
            (key, value(each, reading))
            for key, each in node.pairs
            if not _lacks_space(key, each, reading)
        )
        return tuple((key, each) for key, each in converted if each is not None)

    return convert


def _lacks_space(key: Scalar, value: Node, reading: Reading) -> bool:
    """Report a key with a colon in it and no value: within braces a colon needs a space."""
    at = key.text.find(":")
    if not (key.plain and at > 0 and isinstance(value, Scalar) and value.is_null):
        return False
    place = Place(key.place.path, key.place.line, key.place.column + at)
    reading.report("yaml-syntax", place, "there is no space behind the colon", "put one there")
    return True


def mapping(fields: Mapping[str, Field], what: str) -> Convert[Values]:
    """Read a mapping by a schema of its own."""

    def convert(node: Node, reading: Reading) -> Values | None:
        return convert_mapping(node, fields, reading, what=what)

    return convert


def one_of(
    first: Convert[Any], when: Iterable[type[Node]], otherwise: Convert[Any]
) -> Convert[Any]:
    """Read by `first` where the node is of one of the kinds `when`, else by `otherwise`."""
    kinds = tuple(when)

    def convert(node: Node, reading: Reading) -> Any:  # noqa: ANN401 -- as its converters
        return (first if isinstance(node, kinds) else otherwise)(node, reading)

    return convert
