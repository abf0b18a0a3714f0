"""Where site.yaml leads readers on the web: to people, places, licences, and other pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.fragments import Address
from digest.settings.sitefile import SITE_FILE
from digest.settings.yamlnodes import ListNode, MapNode, Reading, Scalar, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.settings.yamlnodes import Node

_SETTINGS = frozenset(
    {"people", "editors", "social", "menu", "license", "redirects", "comments", "subscribe"}
    | {"script", "head"}
)
_NO_PAGES = frozenset({"form", "thanks", "hidden", "src", "connect"})
"""What programs ask for, and readers do not: a form's target has no page to be looked at."""


def list_outer_links(source: str) -> Iterator[Address]:
    """List the web addresses of pages that the text of site.yaml has as values, as written.

    Those within texts in Markdown are not among them, nor those with a placeholder.
    """
    node = parse_yaml(source, Reading(SITE_FILE))
    if isinstance(node, MapNode):
        for key, value in node.pairs:
            if key.text in _SETTINGS:
                yield from _list_addresses(value)


def _list_addresses(node: Node) -> Iterator[Address]:
    if isinstance(node, MapNode):
        for key, value in node.pairs:
            if key.text not in _NO_PAGES:
                yield from _list_addresses(value)
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from _list_addresses(item)
    elif isinstance(node, Scalar):
        address = node.text.strip()
        if address.startswith(("https://", "http://")) and not {*" \n{"} & {*address}:
            yield Address(address, node.place)
