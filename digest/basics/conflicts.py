"""The lines that git writes into a file where two changes of it meet, and nobody chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic, Found
from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

_MARKER = lazy_regex(r"([ \t>]*?)(?:(<{7}|\|{7}|>{7})(?: .*)?|(={7}))")
"""As git's manual has them ("How conflicts are presented"), each on a line of its own.

Formatters indent them with the list or quotation in which they stand.
"""
_EDGE = lazy_regex(r"^[ \t>]*(?=<)")
_OPEN, _BASE, _PART, _CLOSE = "<", "|", "=", ">"
_HINT = "keep one of the two texts, and take git's lines '<<<<<<<', '=======' and '>>>>>>>' away"


class _Conflict(msgspec.Struct, frozen=True):
    """The lines of one conflict, from 0; of one that is not whole, only the line that is there."""

    begin: int
    first_end: int
    """Where the first of its texts ends."""
    end: int
    """Of the line that closes it."""


def settle_conflicts(
    text: str, path: str, find_shown: Callable[[], Container[int]] = frozenset
) -> Found[str]:
    """Report each conflict in a text with LF line ends, and return the text that can be read on.

    That has the first of the two texts, and empty lines in place of all else, so that what is
    reported of the rest is true, and at its place. Lines whose numbers, from 1, `find_shown`
    returns are only text, as those of code are. `markup-left`, which is always an error.
    """
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return Found(text)
    lines = text.split("\n")
    found = []
    for conflict in list(_find(lines, find_shown())):
        marker = _EDGE.sub("", lines[conflict.begin]).strip()
        message = f"a conflict that git left here: '{marker[:60]}'"
        line = conflict.begin + 1
        found.append(Diagnostic(path, line, 1, "markup-left", message, _HINT, always=True))
        for number in (conflict.begin, *range(conflict.first_end, conflict.end + 1)):
            lines[number] = ""
    return Found("\n".join(lines), tuple(found))


def settle_bytes(data: bytes, path: str) -> Found[bytes]:
    """Report the conflicts in a file's bytes, and return those that can be read on."""
    if b"<<<<<<<" not in data and b">>>>>>>" not in data:
        return Found(data)
    text = data.decode("utf-8", "surrogateescape").replace("\r\n", "\n")
    settled = settle_conflicts(text, path)
    if not settled.diagnostics:
        return Found(data)
    return Found(settled.value.encode("utf-8", "surrogateescape"), settled.diagnostics)


def _find(lines: list[str], shown: Container[int]) -> Iterator[_Conflict]:
    edges: dict[str, list[tuple[int, str]]] = {}
    for number, line in enumerate(lines):
        marker = None if number + 1 in shown else _MARKER.fullmatch(line)
        if marker:
            sign = marker[2] or marker[3]
            edges.setdefault(marker[1], []).append((number, sign[0]))
    for edge, markers in edges.items():
        # a quotation in a quotation in a quotation looks like the end of one
        yield from (one for one in _pair(markers) if not edge or one.first_end < one.end)


def _pair(markers: list[tuple[int, str]]) -> Iterator[_Conflict]:
    """Find the conflicts among the lines of one indent, given by number and sign."""
    begin = first_end = -1
    for number, sign in markers:
        if sign == _OPEN:
            if begin >= 0:
                yield _Conflict(begin, begin, begin)
            begin, first_end = number, -1
        elif sign == _CLOSE:
            whole = begin >= 0 and first_end >= 0
            yield _Conflict(begin, first_end, number) if whole else _alone(begin, number)
            begin = -1
        elif begin >= 0 and first_end < 0 and sign in {_BASE, _PART}:
            first_end = number
    if begin >= 0:
        yield _Conflict(begin, begin, begin)


def _alone(begin: int, number: int) -> _Conflict:
    first = begin if begin >= 0 else number
    return _Conflict(first, number, number)
