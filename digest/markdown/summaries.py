"""The words of a `<summary>`: HTML's bold, italics and code in them are read as Markdown's.

Nowhere else are they: Markdown has signs for them, but other programs read no Markdown there.
A heading is bold, as a summary has no headings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.common.utils import unescapeAll

from digest.basics.lazyregex import lazy_regex
from digest.markdown.places import Starts

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKS = {"i": "*", "em": "*", "code": "`"}
_BOLD = "**"
_STYLED = lazy_regex(
    r"<(?P<name>b|strong|i|em|h[1-6])>\s*(?P<words>\S(?:(?!<(?P=name)>).){0,400}?)\s*</(?P=name)>"
    r"|<(?P<code>code)>(?P<typed>[^<>`]+)</code>",
    re.IGNORECASE | re.DOTALL,
)


def read_words(typed: str, starts: Starts) -> tuple[str, Starts]:
    """Return what was typed as Markdown, and where its lines and the parts of them begin."""
    words, places = "", Starts()
    for piece, offset in _pieces(typed, 0):
        at = 0
        for line in piece.splitlines(keepends=True):
            places.add(len(words), *starts.find(offset + at))
            words += line
            at += len(line)
    return words, places


def _pieces(typed: str, begin: int) -> Iterator[tuple[str, int]]:
    """Yield pieces of Markdown, and for each where it stands in the whole text."""
    at = 0
    for found in _STYLED.finditer(typed):
        yield typed[at : found.start()], begin + at
        kind = "typed" if found["code"] else "words"
        mark = _MARKS.get((found["code"] or found["name"]).lower(), _BOLD)
        yield mark, begin + found.start()
        if found["code"]:
            yield unescapeAll(found["typed"]), begin + found.start("typed")
        else:
            yield from _pieces(found["words"], begin + found.start("words"))
        yield mark, begin + found.end(kind)
        at = found.end()
    yield typed[at:], begin + at
