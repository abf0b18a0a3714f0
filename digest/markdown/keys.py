"""The keys of citations: where one ends that begins behind an `@`."""

from __future__ import annotations

import re

from digest.basics.lazyregex import lazy_regex

_KEY = lazy_regex(r"\w(?:\w|[:.#$%&\-+?<>~/](?=\w)|[:/](?=/))*")
BRACED = lazy_regex(r"\{((?:[^{}\n]|\{[^{}\n]*\})+)\}")
"""A key that has braces around it; in it braces are in pairs."""
_DOI = lazy_regex(r"doi:[^\s\[\]{};,@]+", re.IGNORECASE)


def read_key(text: str, start: int, end: int) -> tuple[str, int] | None:
    """Read the key between `start`, behind an `@`, and `end`; return it and where it ends."""
    braces = BRACED.match(text, start, end)
    if braces:
        return (braces[1].strip(), braces.end()) if braces[1].strip() else None
    doi = _DOI.match(text, start, end)
    if doi:
        stop = _end_of_doi(text, start, doi.end())
        return text[start:stop], stop
    plain = _KEY.match(text, start, end)
    # underscores at the end are those of emphasis
    key = plain[0].rstrip("_") if plain else ""
    return (key, start + len(key)) if key else None


def _end_of_doi(text: str, start: int, end: int) -> int:
    """Return where a DOI ends: parentheses in it are balanced, and no sentence's sign ends it."""
    depth = 0
    for position in range(start, end):
        depth += {"(": 1, ")": -1}.get(text[position], 0)
        if depth < 0:
            end = position
            break
    while end > start and text[end - 1] in ".:!?'\"*_~`’”»…":
        end -= 1
    return end
