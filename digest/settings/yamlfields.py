"""The fields of a file, read one by one where they cannot be read together.

YAML ends at the first mistake. What stands at the left edge is a field by itself, so that one that
cannot be read hides nothing of the others.
"""

from __future__ import annotations

import re
from itertools import pairwise

from digest.basics.diagnostics import Place
from digest.basics.lazyregex import lazy_regex
from digest.settings.yamlerrors import find_no_colon
from digest.settings.yamlnodes import (
    ListNode,
    MapNode,
    Node,
    Pair,
    Reading,
    Scalar,
    parse_yaml,
    report_double,
    report_fault,
)

_FIELD = lazy_regex(
    r"^(?P<quote>[\"']?)(?P<name>[\w-]+)(?P=quote)[ \t]*[:\uff1a](?!//)", re.MULTILINE
)
_NAMES = lazy_regex(r"^[\s\"'-]*([\w-]+)[\"']?\s*[=:\uff1a]", re.MULTILINE)
"""The names of what cannot be read, as far as they can be told."""
_ANCHOR = lazy_regex(r"[:-] &\w")
"""What makes a field a part of others."""


def parse_fields(text: str, reading: Reading, *, first_line: int = 1) -> Node | None:
    """Read a YAML document that should be a mapping, as `parse_yaml` does.

    Of fields that cannot be read the mapping has the names, and the others it has whole. None
    where there is nothing to read, or it is no list of fields.
    """
    together = Reading(reading.path)
    node = parse_yaml(text, together, first_line=first_line)
    if node is None and together.diagnostics and not _ANCHOR.search(text):
        apart = Reading(reading.path)
        fields = _parse_apart(text, apart, first_line)
        if fields.unread and len(fields.unread) + len(fields.pairs) > 1:
            node, together = fields, apart
    reading.diagnostics += together.diagnostics
    return node


def _parse_apart(text: str, reading: Reading, first_line: int) -> MapNode:
    """Read each field by itself."""
    pairs: dict[str, Pair] = {}
    unread: list[str] = []
    begins = [0, *(found.start() for found in _FIELD.finditer(text) if found.start()), len(text)]
    line = first_line
    for begin, end in pairwise(begins):
        part = text[begin:end]
        node = parse_yaml(part, trial := Reading(reading.path), first_line=line)
        if isinstance(node, Scalar | ListNode):
            report_fault(find_no_colon(part, is_first=not begin), trial, line)
            node = None
        line += part.count("\n")
        reading.diagnostics += trial.diagnostics
        if isinstance(node, MapNode):
            for pair in node.pairs:
                if pair.key.text in pairs:
                    report_double(pair.key, pairs[pair.key.text].key, reading)
                pairs.setdefault(pair.key.text, pair)
        elif trial.diagnostics:
            unread += _NAMES.findall(part) or [""]
    return MapNode(tuple(pairs.values()), Place(reading.path, first_line, 1), frozenset(unread))
