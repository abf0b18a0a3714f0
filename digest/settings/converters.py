"""What one value may be: a text, a number, a choice, a list, each read from a node of YAML.

A value that is not of its form is reported at its line and column (`field-type`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from digest.basics.diagnostics import Place
from digest.basics.editions import Override
from digest.basics.text import did_you_mean, shorten
from digest.settings.yamlerrors import quote, quote_in_flow
from digest.settings.yamlnodes import ListNode, MapNode, Node, Reading, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")
Convert = Callable[[Node, Reading], T | None]
"""Turns a node into a value; reports and returns None where the node is not of its form."""


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
    hints = [found.hint for found in trial.diagnostics if found.rule == "field-type"]
    if hints:
        written = hints[0].removeprefix("write ")
        return f"write [{written}]" if re.fullmatch(r"'[^']*'|\{.*\}", written) else ""
    typed = (one.strip() for one in re.split(r"[,;\n]|(?<!\S)#", node.text))
    return f"write [{', '.join(quote_in_flow(one) for one in typed if one)}]"


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


def one_of(
    first: Convert[Any], when: Iterable[type[Node]], otherwise: Convert[Any]
) -> Convert[Any]:
    """Read by `first` where the node is of one of the kinds `when`, else by `otherwise`."""
    kinds = tuple(when)

    def convert(node: Node, reading: Reading) -> Any:  # noqa: ANN401 -- as its converters
        return (first if isinstance(node, kinds) else otherwise)(node, reading)

    return convert
