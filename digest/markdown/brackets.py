"""What stands where in an inline text: brackets, elements, and `@` that may begin a citation.

The rules for citations, links, images and elements ask this at each of them. It is found out in
one pass over the text as a whole; otherwise a long row of brackets would be read from each of them
anew.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from typing import NamedTuple

from digest.basics.dollarmath import INLINE_MATH
from digest.basics.lazyregex import lazy_regex
from digest.markdown.addresses import end_of_address
from digest.markdown.comments import end_of_comment
from digest.markdown.keys import BRACED

_NAMES = "sub|sup|small|kbd|mark|u|ins|del"
ABBREVIATION = lazy_regex(
    r"<abbr +title=(?:\"(?!\s*\")([^\"<>]*)\"|'(?!\s*')([^'<>]*)') *>", re.IGNORECASE
)
"""The tag that opens an `<abbr>`, and what its title says."""

# every branch begins with a sign of its own, so that the search is quick between them
_SIGN_OR_OPAQUE = lazy_regex(
    r"\[|\]|;|@"
    r"|\\."
    r"|`+"
    r"|&#?\w{1,31};"
    rf"|{INLINE_MATH}"
    r"|<!--"
    rf"|</?(?i:{_NAMES}) *+>|</(?i:abbr) *+>|(?i:{ABBREVIATION.pattern})"
    r"|<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\x00-\x20]*>"
    # the rest of a web address, with or without a scheme; and a link's
    r"|://"
    r"|w(?<!\ww)ww\.(?:;*+[^\s<>()\[\];])*+"
    r"|\((?<=\]\()[^\s()]*\)",
    re.DOTALL,
)

_NAME = lazy_regex(rf"<(/?)({_NAMES}|abbr)[ >]", re.IGNORECASE)


class Bracket(NamedTuple):
    """A bracket that is closed. What stands in one within it is counted apart."""

    end: int
    """Of its `]`."""
    signs: list[int]
    """Where each `@` stands that may begin a citation."""
    semicolons: list[int]
    inner: list[int]
    """Where the first such `@` stands in each bracket within it."""


class Element(NamedTuple):
    """An element of HTML that is closed."""

    name: str
    inner: int
    """Where what is in it begins."""
    inner_end: int
    end: int
    """Behind the tag that closes it."""


class Layout(NamedTuple):
    """What stands where in a text, by offset."""

    brackets: dict[int, Bracket]
    """By the offset of the `[`."""
    signs: frozenset[int]
    """Of every `@` that may begin a citation: not in code, math, an address or a word."""
    elements: dict[int, Element]
    """By the offset of the tag that opens it."""


@functools.lru_cache(maxsize=16)
def find_layout(text: str) -> Layout:
    """Find the brackets and signs of an inline text."""
    brackets: dict[int, Bracket] = {}
    signs: list[int] = []
    # the text as a whole is the outermost bracket, which never closes
    stack = [(-1, Bracket(0, [], [], []))]
    ticks = _Backticks(text)
    elements = _Elements()
    position = 0
    while found := _SIGN_OR_OPAQUE.search(text, position):
        at, position = found.span()
        match found[0]:
            case "[":
                stack.append((at, Bracket(0, [], [], [])))
            case "]" if len(stack) > 1:
                start, bracket = stack.pop()
                brackets[start] = bracket._replace(end=at)
                stack[-1][1].inner.extend((bracket.signs or bracket.inner)[:1])
            case ";":
                stack[-1][1].semicolons.append(at)
            case "@" if not _is_in_word(text, at):
                stack[-1][1].signs.append(at)
                signs.append(at)
                braces = BRACED.match(text, position)
                position = braces.end() if braces else position
            case "://":
                position = end_of_address(text, position, len(text))
            case "<!--":
                position = max(end_of_comment(text, at, len(text)), position)
            case sign if sign.startswith("`"):
                position = ticks.end_of_code(at, position)
            case sign if sign.startswith("<"):
                elements.read(sign, at, position)
    return Layout(brackets, frozenset(signs), elements.closed)


def _is_in_word(text: str, sign: int) -> bool:
    # underscores may be those of emphasis
    before = sign
    while before and text[before - 1] == "_":
        before -= 1
    return before > 0 and text[before - 1].isalnum()


class _Elements:
    """The elements of a text, whose tags are read one by one."""

    def __init__(self) -> None:
        self.closed: dict[int, Element] = {}
        self._open: list[tuple[str, int, int]] = []
        self._counts: Counter[str] = Counter()

    def read(self, tag: str, start: int, end: int) -> None:
        """Read a tag that stands from `start` to `end`, or what only looks like one."""
        name = _NAME.match(tag)
        if name is None:
            return
        if not name[1]:
            self._open.append((name[2].lower(), start, end))
            self._counts[name[2].lower()] += 1
        elif self._counts[name[2].lower()]:
            self._close(name[2].lower(), start, end)

    def _close(self, name: str, start: int, end: int) -> None:
        """Close the last element of a name; those that opened within it and are open stay text."""
        opened = ""
        while opened != name:
            opened, begin, inner = self._open.pop()
            self._counts[opened] -= 1
        self.closed[begin] = Element(name, inner, start, end)


class _Backticks:
    """The rows of backticks in a text: code ends at the next row of the same length."""

    def __init__(self, text: str) -> None:
        self._starts: dict[int, list[int]] = {}
        for found in re.finditer("`+", text):
            self._starts.setdefault(len(found[0]), []).append(found.start())
        for starts in self._starts.values():
            starts.reverse()

    def end_of_code(self, start: int, end: int) -> int:
        """Return where the code ends that a row opens, or the row's own end if it opens none."""
        length = end - start
        starts = self._starts.get(length, [])
        while starts and starts[-1] < end:
            starts.pop()
        return starts[-1] + length if starts else end
