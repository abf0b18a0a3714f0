"""Lines of at most so many columns, as a terminal and a mail's text part have them.

A wide character takes two columns and a combining one none, as wcwidth's tables have it: Python's
own follow the version of Unicode that each Python knows, and the same folder would be wrapped in
one way by one and in another by the next.
"""

# ruff: noqa: RUF001 -- the signs of East Asian scripts are meant

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wcwidth import wcswidth

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMNS = 72
"""The longest line of a mail's text part; RFC 5322, 2.1.1, recommends no more than 78, and a reply
puts signs before them."""
BREAK = "\0"
"""In a text, the end of a line that stays one; no Markdown has this character."""
NO_BREAK = "\N{NO-BREAK SPACE}"

_SPACES = lazy_regex(r"[ \t\n\r\f\v\u2028\u2029]+")
_KEPT = lazy_regex("[\u00a0\u202f]")
_WIDE = lazy_regex("[\u2e80-\u303e\u3041-\ua4cf\uf900-\ufaff\uff01-\uff9f\U00020000-\U0003ffff]")
"""East Asian characters, between which a line may be broken. Not in Korean, which has spaces."""
_BESIDE = "`*_~\"'"
"""What stands close around words, and may open or close them."""
_NOT_FIRST = frozenset(
    f"{_BESIDE})]}}>,.;:!?%"
    "、。，．・：；？！）］｝〕〉》」』】〗〙〟’”…‥ー々〻ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％‰℃"
)
"""What does not begin a line (W3C, Requirements for Japanese Text Layout, 3.1.7)."""
_NOT_LAST = frozenset(f"{_BESIDE}([{{<#$（［｛〔〈《「『【〖〘〝‘“￥＄￡")
"""What does not end a line (the same, 3.1.8)."""


class Piece(NamedTuple):
    """What is not broken, and what stands before it where it does not begin a line."""

    gap: str
    """A space, or nothing between East Asian characters."""
    text: str


def columns(text: str) -> int:
    """Return how many columns a text takes."""
    if text.isascii():
        return len(text)
    width = wcswidth(text)
    # a control character has no width
    return width if width >= 0 else len(text)


def wrap(text: str, width: int = COLUMNS, first: str = "", rest: str = "") -> list[str]:
    """Return the lines of a text; what cannot be broken may be longer than `width`.

    `first` stands before the first line and `rest` before the others.
    """
    lines: list[str] = []
    for line in text.split(BREAK):
        lines += _wrap_line(line, width, rest if lines else first, rest)
    return lines


def _wrap_line(line: str, width: int, first: str, rest: str) -> Iterator[str]:
    made, taken = first, columns(first)
    is_empty = True
    for gap, text in _pieces(line):
        size = columns(text)
        if not is_empty and taken + len(gap) + size > width:
            yield _finish(made)
            made, taken, is_empty = rest, columns(rest), True
        if not is_empty:
            made += gap
            taken += len(gap)
        made += text
        taken += size
        is_empty = False
    yield _finish(made)


def _finish(line: str) -> str:
    return _KEPT.sub(" ", line).rstrip()


def _pieces(line: str) -> Iterator[Piece]:
    for word in _SPACES.split(line):
        if not word:
            continue
        if word.isascii() or not _WIDE.search(word):
            yield Piece(" ", word)
            continue
        start = 0
        for index in range(1, len(word)):
            if _may_break(word[index - 1], word[index]):
                yield Piece("" if start else " ", word[start:index])
                start = index
        yield Piece("" if start else " ", word[start:])


def _may_break(before: str, after: str) -> bool:
    """Tell whether a line may end between two characters of a word."""
    if not (_WIDE.match(before) or _WIDE.match(after)):
        return False
    return after not in _NOT_FIRST and before not in _NOT_LAST and wcswidth(after) != 0
