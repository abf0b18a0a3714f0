"""Footnotes of a Markdown text: where their definitions stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.importing.citations.prose import find_prose

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEFINITION = lazy_regex(
    r"^ {0,3}\[\^(?P<label>[^\[\]\s^]{1,60})\]:[ \t]*(?P<text>[^\n]*"
    r"(?:\n(?![ \t]*\n|\[\^| {0,3}#)[^\n]+|(?:\n[ \t]*)*\n(?: {4}|\t)[^\n]*)*)(?:\n|$)",
    re.MULTILINE,
)


class Footnote(msgspec.Struct, frozen=True):
    """The definition of a footnote."""

    label: str
    text: str
    start: int
    end: int


def find_footnotes(text: str) -> Iterator[Footnote]:
    """Find the definitions of footnotes in a Markdown text."""
    if "[^" not in text:
        return
    for found in _DEFINITION.finditer(find_prose(text).markup):
        start, end = found.span("text")
        yield Footnote(found["label"], text[start:end].strip(), found.start(), found.end())
