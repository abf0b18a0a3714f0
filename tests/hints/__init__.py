"""Follows the hints of problems to the letter, and knows every hint that there is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.basics.diagnostics import Diagnostic

_MEANT = re.compile(
    r"(?:write|did you mean) '(?P<text>(?:(?!'(?:[ ,?]|$)).)+)'"
    r"(?:\?|$|, or |, without|, with |:| for (?:a|an|the) )"
)
_QUOTED = re.compile(r"(?<!\w)'((?:(?!'(?:[ ,;:?.]|$)).)+)'")
_OTHERWISE = re.compile(r"(?<=['a-z]), or (?=['a-z])|(?<=['a-z]); (?=['a-z])")
"""What parts a hint's first advice from the rest."""
_TO_WRITE = re.compile(
    r"\b(?:write|mean|add|rename|try|put|say|give|move|alone|as|and|is)\b[^']*$"
    r"|\b(?:write|mean)\b[^;]*,\s$"
)
_NOT_TO_WRITE = re.compile(
    r"\b(?:take|leave|behind|before|beside|below|in place of|part|its)\s(?:the\s)?$"
    r"|\btake\b(?!.*\bwrite\b)[^;]*$"
)
"""Words before a text that is not to be written, or stands there already."""
_STANDS_FOR = re.compile("…|\\bFamily\\b|\\bGiven\\b|\\bkey\\b")
"""What an editor writes words, or a name, in place of."""


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


def named(hint: str) -> list[str]:
    """Return the texts that a hint says are to be written.

    Of advices that are parted by "or" the first counts.
    """
    advice = _OTHERWISE.split(hint)[0]
    found = ((one[1], advice[: one.start()]) for one in _QUOTED.finditer(advice))
    return [
        text
        for text, before in found
        if _TO_WRITE.search(before) and not _NOT_TO_WRITE.search(before)
    ]


def unwritten(hint: str, text: str) -> list[str]:
    """Return what a hint says is to be written and a text that follows it does not have."""
    patterns = {one: ".+?".join(map(re.escape, _STANDS_FOR.split(one))) for one in named(hint)}
    return [one for one, pattern in patterns.items() if not re.search(pattern, text, re.DOTALL)]
