"""The value of a BibTeX field: `{…}`, `"…"`, a number or an abbreviation, joined by `#`."""

from __future__ import annotations

import re
from typing import NamedTuple

_FIELD = re.compile(r"(?P<name>[A-Za-z][\w-]*)\s*=\s*")


class Part(NamedTuple):
    """One part of a value."""

    text: str
    is_bare: bool
    """Without braces and quotes: a number, or an abbreviation."""


def split_value(raw: str) -> tuple[list[Part], str]:
    """Return the parts of a value, and what follows them without a `#` between."""
    parts = []
    rest = raw.strip()
    while rest:
        if rest[0] in '{"':
            end = _closing(rest)
            parts.append(Part(rest[1:end], is_bare=False))
            rest = rest[end + 1 :].lstrip()
        else:
            found = re.match(r"[^#\s]*", rest)
            end = found.end() if found else 0
            parts.append(Part(rest[:end], is_bare=True))
            rest = rest[end:].lstrip()
        if not rest.startswith("#"):
            break
        rest = rest.lstrip("# \t\r\n")
    return parts, rest


def next_field(rest: str) -> tuple[str, str]:
    """Return name and value of a field that follows without a comma; or nothing, and `rest`."""
    found = _FIELD.match(rest)
    return (found["name"], rest[found.end() :]) if found else ("", rest)


def _closing(text: str) -> int:
    """Return where the brace or quote that `text` begins with is closed."""
    depth = 0
    for found in re.finditer(r'\\.|[{}"]', text, re.DOTALL):
        if found[0] == "{":
            depth += 1
        elif found[0] == "}":
            depth -= 1
            if depth == 0 and text[0] == "{":
                return found.start()
        elif found[0] == '"' and depth == 0 and found.start() and text[0] == '"':
            return found.start()
    return len(text)
