"""Texts of other files that a template puts into a post's, each for a tag alone on its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Callable

_ALONE = lazy_regex(r"[ ]{0,3}\{%-?\s*include(?:_cached)?\s+([^\s%{}\"']+)\s*-?%\}\s*")
_DEEPEST = 3
"""Files that are put into files that are put into files."""
_MOST_LINES = 20_000
"""From which on nothing more is put in: files may put each other in without an end."""


class Spliced(NamedTuple):
    """A text with others in it."""

    text: str
    numbers: tuple[int, ...]
    """Of each line, its number in the text that it was made from, from 0."""


def splice_includes(
    text: str, read_include: Callable[[str], str | None], deepest: int = _DEEPEST
) -> Spliced:
    """Put the texts of other files in place of the tags `{% include name %}` of a text.

    `read_include` returns the text of a name; None where the tag is to stay.
    """
    lines: list[str] = []
    numbers: list[int] = []
    for number, line in enumerate(text.split("\n")):
        found = _ALONE.fullmatch(line) if "{%" in line and len(lines) < _MOST_LINES else None
        shown = read_include(found[1]) if found and deepest else None
        if shown is None:
            more = [line]
        else:
            more = splice_includes(shown, read_include, deepest - 1).text.split("\n")
        lines += more
        numbers += [number] * len(more)
    return Spliced("\n".join(lines), tuple(numbers))
