"""The options of a theme: what it declares, what a site sets, and what they are then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.colours import AA, Colour, contrast, make_readable, parse_colour
from digest.basics.diagnostics import Place
from digest.basics.text import did_you_mean
from digest.basics.typos import typos_among
from digest.settings.converters import choice, list_of, report_cut, text
from digest.settings.optiontypes import TYPES, Value
from digest.settings.schema import Field, Values, convert_mapping
from digest.settings.yamlnodes import MapNode, Reading, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from digest.basics.diagnostics import Diagnostic
    from digest.settings.yamlnodes import Node

Pairs = tuple[tuple[Scalar, "Node"], ...]
"""Options as they stand in a file: their names, and what is said of each."""


class Option(msgspec.Struct, frozen=True):
    """What a theme declares of an option."""

    default: Value
    place: Place
    """Where the default stands."""
    type: str = "text"
    about: str = ""
    choices: tuple[str, ...] = ()
    on: str = ""
    """The option with the colour of the ground on which texts of this colour stand."""


def _read_value(option: Option, node: Node, reading: Reading) -> Value | None:
    """Return what an option is set to; None where that is not possible, which is reported."""
    if not isinstance(node, Scalar):
        text(node, reading)
        return None
    if node.is_null:
        # `accent: #0b5bb0`, which YAML takes for a comment
        report_cut(node, reading)
        return None if node.cut else option.default
    if not node.text.strip() and option.default == "":
        return ""
    if option.type == "choice":
        return choice(*option.choices)(node, reading)
    return TYPES[option.type](node, reading)


# --- what a theme declares ----------------------------------------------------------------------


def _type(node: Node, reading: Reading) -> str | None:
    if isinstance(node, Scalar) and node.text in TYPES:
        return node.text
    typed = node.text if isinstance(node, Scalar) else "this"
    hint = did_you_mean(typed, TYPES) or f"there are: {', '.join(TYPES)}"
    reading.report("field-type", node.place, f"'{typed}' is no type of an option", hint)
    return None


_FIELDS: Mapping[str, Field] = {
    "type": Field(_type),
    "default": Field(lambda node, _: node),
    "about": Field(text),
    "choices": Field(list_of(text)),
    "on": Field(text),
}


def declare_options(
    known: Mapping[str, Option], declared: Pairs, reading: Reading
) -> dict[str, Option]:
    """Return the options of a theme: those that it `declared`, over those of what it extends.

    What it does not say of an option, the other says. A text alone is the default.
    """
    options = dict(known)
    for key, node in declared:
        before = known.get(key.text) or Option("", key.place)
        if isinstance(node, MapNode):
            options[key.text] = _declare(before, node, reading)
        else:
            options[key.text] = _set_default(before, node, reading)
    for _, node in declared:
        if isinstance(node, MapNode):
            _check_ground(node, options, reading)
    return options


def _declare(before: Option, node: MapNode, reading: Reading) -> Option:
    values = convert_mapping(node, _FIELDS, reading, what="an option") or Values()
    if "type" in values.given and "type" not in values:
        return before
    kind = values.get("type", before.type)
    choices = values.get("choices", before.choices if kind == before.type else ())
    if (kind == "choice") != bool(choices):
        message = "an option of the type 'choice' needs its choices"
        if choices:
            message = "only an option of the type 'choice' has choices"
        place = values.places.get("choices", node.place)
        reading.report("field-type", place, message, "write {type: choice, choices: [left, right]}")
        return before
    nothing: Value = choices[0] if choices else False if kind == "flag" else ""
    keeps = before.type == kind and (not choices or before.default in choices)
    option = Option(
        default=before.default if keeps else nothing,
        place=node.place,
        type=kind,
        about=values.get("about", before.about),
        choices=choices,
        on=values.get("on", before.on),
    )
    return _set_default(option, values["default"], reading) if "default" in values else option


def _set_default(option: Option, node: Node, reading: Reading) -> Option:
    """Return an option with the default that a theme declares, if it can have it."""
    made = msgspec.structs.replace(option, place=node.place)
    if option.type == "text" and isinstance(node, Scalar) and not node.is_null:
        # where a theme prints its own text, it knows what stands there
        return msgspec.structs.replace(made, default=node.text.strip())
    may_be_empty = msgspec.structs.replace(option, default=option.type == "flag" or "")
    value = _read_value(may_be_empty, node, reading)
    return made if value is None else msgspec.structs.replace(made, default=value)


def _check_ground(node: MapNode, options: Mapping[str, Option], reading: Reading) -> None:
    """Report an option's ground that is no colour of the theme's."""
    pairs = {key.text: value for key, value in node.pairs}
    ground = pairs.get("on")
    if ground is None:
        return
    grounds = [name for name, option in options.items() if option.type == "colour"]
    name = ground.text if isinstance(ground, Scalar) else "this"
    if name not in grounds:
        message = f"'{name}' is no option with a colour"
        hint = did_you_mean(name, grounds) or f"there are: {', '.join(grounds)}"
        reading.report("field-type", ground.place, message, hint)


# --- what a site sets ---------------------------------------------------------------------------


def set_options(
    options: Mapping[str, Option], chosen: Pairs, theme: str, reading: Reading
) -> dict[str, Value]:
    """Return what all options of the theme are; what is wrong with the chosen ones is reported."""
    values = {name: option.default for name, option in options.items()}
    names = {key.text for key, _ in chosen}
    typos = typos_among(names - options.keys(), options.keys() - names)
    for key, node in chosen:
        if option := options.get(key.text):
            value = _read_value(option, node, reading)
            values[key.text] = option.default if value is None else value
        else:
            message = f"the theme '{theme}' has no option '{key.text}'"
            hint = did_you_mean(key.text, options) or _list_names(options)
            fix = key.rewrite(typos.get(key.text, ""))
            reading.report("field-unknown", key.text_place, message, hint, fix)
    return values


def _list_names(options: Iterable[str]) -> str:
    names = ", ".join(options)
    return f"it has: {names}" if names else "it has none"


def check_contrast(
    options: Mapping[str, Option], values: Mapping[str, Value], places: Mapping[str, Place]
) -> Iterator[Diagnostic]:
    """Report colours of texts that are hard to read on their ground: `theme-contrast`.

    `places` are those of what the site, or a theme of its own, says of an option; where all is as
    it came with digest there is nothing to report.
    """
    for name, option in options.items():
        colour, ground = (_find_colour(values, one) for one in (name, option.on))
        place = places.get(name) or places.get(option.on)
        if colour and ground and place and contrast(colour, ground) < AA:
            ratio = contrast(colour, ground)
            message = (
                f"'{colour.hex}' ('{name}') has a contrast of {ratio:.1f} on '{ground.hex}' "
                f"('{option.on}'); text needs {AA}"
            )
            hint = f"'{make_readable(colour, ground).hex}' could be read"
            yield place.diagnose("theme-contrast", message, hint)


def _find_colour(values: Mapping[str, Value], name: str) -> Colour | None:
    return parse_colour(str(values.get(name, "")))
