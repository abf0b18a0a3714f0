"""Follows the hints of problems to the letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.diagnostics import Diagnostic

_MEANT = re.compile(
    r"(?:write|did you mean) '(?P<text>(?:(?!'(?:[ ,?]|$)).)+)'"
    r"(?:\?|$|, or '\\|, without|, with |, or the sign| for (?:a|an|the) )"
)
_TYPED = re.compile(r"'(?P<text>.+?)'(?= (?:would|has|is|stands)\b|;|$)")


def follow(text: str, found: Diagnostic) -> str:
    """Return a text in which what a problem's hint names stands in place of what it quotes.

    Empty where the hint names no text that could stand there as it is.
    """
    meant, typed = _MEANT.match(found.hint), _TYPED.search(found.message)
    if not meant or not typed or "…" in meant["text"] + typed["text"]:
        return ""
    lines = text.split("\n")
    offset = sum(len(line) + 1 for line in lines[: found.line - 1]) + found.column - 1
    if not text.startswith(typed["text"], offset):
        return ""
    return text[:offset] + meant["text"] + text[offset + len(typed["text"]) :]
