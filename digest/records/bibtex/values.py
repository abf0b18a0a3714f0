"""The value of a BibTeX field: `{…}`, `"…"`, a number or an abbreviation, joined by `#`."""

from __future__ import annotations

import re
from typing import NamedTuple

from digest.basics.lazyregex import lazy_regex

_SIGN = lazy_regex(r'\\.|[{}"]|(?<=[\n,{\s])%[^\n]*', re.DOTALL)
_FIELD = lazy_regex(r"(?P<name>[A-Za-z][\w-]*)\s*=\s*")


class Part(NamedTuple):
    """One part of a value."""

    text: str
    is_bare: bool
    """Without braces and quotes: a number, or an abbreviation."""


class Value(NamedTuple):
    """A value, taken apart."""

    parts: list[Part]
    rest: str
    """What follows them without a `#` between."""


def split_value(raw: str) -> Value:
    """Take a value apart."""
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
    return Value(parts, rest)


def next_field(rest: str) -> tuple[str, str]:
    """Return name and value of a field that follows without a comma; or nothing, and `rest`."""
    found = _FIELD.match(rest)
    return (found["name"], rest[found.end() :]) if found else ("", rest)


def without_comments(text: str) -> str:
    """Return a file with spaces for comments between fields: `% checked`, to the end of a line.

    BibTeX knows none there, but people write them, and biblatex's biber and Pandoc pass over them.
    """
    if "%" not in text:
        return text
    parts, start, depth, is_quoted = [], 0, 0, False
    for found in _SIGN.finditer(text):
        sign = found[0]
        if sign[0] == "%":
            if depth == 1 and not is_quoted:
                parts += [text[start : found.start()], " " * len(sign)]
                start = found.end()
        elif sign == '"':
            is_quoted = depth == 1 and not is_quoted
        elif len(sign) == 1 and not is_quoted:
            depth = max(0, depth + (1 if sign == "{" else -1))
    return "".join([*parts, text[start:]])


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
