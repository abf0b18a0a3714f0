"""Follows the hints of problems to the letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.basics.diagnostics import Diagnostic

_MEANT = re.compile(
    r"(?:write|did you mean) '(?P<text>(?:(?!'(?:[ ,?]|$)).)+)'"
    r"(?:\?|$|, or |, without|, with |:| for (?:a|an|the) )"
)
_QUOTED = re.compile(r"'((?:(?!'(?:[ ,;:?.]|$)).)+)'")


def follow(text: str, found: Diagnostic) -> str:
    """Return a text in which what a problem's hint names stands in place of what it quotes.

    Empty where the hint names no text that could stand there as it is.
    """
    meant = _MEANT.match(found.hint)
    if meant is None or "…" in meant["text"]:
        return ""
    lines = text.split("\n")
    begin = sum(len(line) + 1 for line in lines[: found.line - 1])
    for typed in _QUOTED.findall(found.message):
        # a key begins behind its `@`, a path within its link
        at = text.find(typed, begin + found.column - 1, begin + len(lines[found.line - 1]))
        if at >= 0:
            return text[:at] + meant["text"] + text[at + len(typed) :]
    return ""
