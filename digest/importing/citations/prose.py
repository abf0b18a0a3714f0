"""Which signs of a Markdown text are prose: no code, formula, address or tag."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

import msgspec

from digest.basics.dollarmath import INLINE_MATH
from digest.basics.lazyregex import lazy_regex
from digest.importing.markuppatterns import DEFINES_LINK, INLINE_CODE
from digest.markdown.sourceblocks import find_source_blocks, may_have_code

if TYPE_CHECKING:
    from collections.abc import Iterator

OPAQUE = "\x00"
"""Stands in place of each sign that is no prose."""

_DEFINITION = lazy_regex(rf"^ {{0,3}}{DEFINES_LINK}\S[^\n]*$", re.MULTILINE)
_HARD = lazy_regex(
    rf"(?<!\\){INLINE_CODE}"
    r"|<!--.{0,5000}?-->"
    r"|<(?P<name>code|pre|math|script|style|svg|kbd)\b[^<>]*>.{0,5000}?</(?P=name)\s*>"
    # none begins in another, or of many that nothing closes each would be read to the end; in one
    # `\\[` is a line's end
    r"|\\\((?:(?!(?<!\\)\\\()[^\n]|\n(?!\s*\n))+?\\\)"
    r"|\\\[(?![0-9, ;–-]+\\\])(?:(?!(?<!\\)\\\[)[^\n]|\n(?!\s*\n))+?\\\]"
    rf"|(?<!\\){INLINE_MATH}",
    re.DOTALL | re.IGNORECASE,
)
_SIGNS_OF_HARD = "`<\\$"
"""One of which each of them has."""
_SOFT = lazy_regex(
    r"!\[(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\])?"
    r"|(?<=\])\((?:[^()\n]|\([^()\n]*\))*\)"
    r"|(?<=\])\[[^\[\]\n]*[^\[\]\n0-9,;–\s-][^\[\]\n]*\]"
    r"|\[-?@[^\[\]\n]*\]"
    r"|</?[A-Za-z][^<>]*>"
    r"|<[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*>"
    r"|\b(?:https?://|www\.)[^\s<>()\[\]]+(?:\([^\s<>()]*\)[^\s<>()\[\]]*)*"
    r"|\b(?:doi:\s?10\.|10\.(?=[0-9]{4,9}/)|arxiv:\s?)[^\s<>()\[\]]+",
    re.IGNORECASE,
)
_MAIL = lazy_regex(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]+")


class Prose(msgspec.Struct, frozen=True):
    """A Markdown text beside what of it is prose; all are of one length."""

    text: str
    markup: str
    """Without code, formulas, comments and definitions of links."""
    words: str
    """Without links' addresses, images, tags and bare addresses as well."""


def find_prose(text: str) -> Prose:
    """Find out which signs of a Markdown text are prose."""
    pieces, done = [], 0
    for start, end in _code_blocks(text):
        pieces += [text[done:start], _blank(text[start:end])]
        done = end
    markup = "".join((*pieces, text[done:]))
    if any(sign in markup for sign in _SIGNS_OF_HARD):
        markup = _HARD.sub(_blank_found, markup)
    if "]:" in markup:
        markup = _DEFINITION.sub(_blank_found, markup)
    words = _SOFT.sub(_blank_found, markup)
    return Prose(text, markup, _MAIL.sub(_blank_found, words) if "@" in words else words)


def _blank_found(found: re.Match[str]) -> str:
    return _blank(found[0])


def _blank(text: str) -> str:
    return "\n".join(OPAQUE * len(line) for line in text.split("\n"))


def _code_blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield where fenced and indented blocks of code begin and end."""
    if not may_have_code(text):
        return
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    for block in find_source_blocks(text):
        if block.kind == "code":
            yield starts[block.first], min(starts[block.end], len(text))
