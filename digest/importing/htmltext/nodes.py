"""What is asked of an element of HTML, in the terms of exports."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode


def classes_of(node: LexborNode) -> frozenset[str]:
    """Return the classes of an element."""
    found = node.attributes.get("class")
    return frozenset(found.split()) if found else frozenset()


def children_of(node: LexborNode) -> Iterator[LexborNode]:
    """List an element's children, texts among them."""
    child = node.first_child
    while child is not None:
        yield child
        child = child.next


def element_before(node: LexborNode) -> LexborNode | None:
    """Return the element before another in what both are in."""
    before = node.prev
    while before is not None and not before.is_element_node:
        before = before.prev
    return before


def element_behind(node: LexborNode) -> LexborNode | None:
    """Return the element behind another in what both are in."""
    behind = node.next
    while behind is not None and not behind.is_element_node:
        behind = behind.next
    return behind


def text_of(node: LexborNode) -> str:
    """Return all text in an element, or of a text, with a blank wherever an element ends."""
    if node.tag == "-text":
        return node.text_content or ""
    return node.text(deep=True, separator="", skip_empty=False)


def words_of_node(node: LexborNode) -> str:
    """Return the words in an element on one line."""
    return " ".join(node.text(deep=True, separator=" ").split())


def read_attributes(node: LexborNode) -> dict[str, object]:
    """Return what Substack says of an element beside its HTML: the JSON in `data-attrs`."""
    typed = node.attributes.get("data-attrs")
    if not typed:
        return {}
    try:
        found = json.loads(typed)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def string(values: dict[str, object], *names: str) -> str:
    """Return the first of some fields that is a text, and not empty; an empty one if none is."""
    found = (values.get(name) for name in names)
    return next((one.strip() for one in found if isinstance(one, str) and one.strip()), "")
