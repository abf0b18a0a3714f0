"""The levels of a text's headings, made to fit where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digest.basics.lazyregex import lazy_regex
from digest.content.decode import list_fenced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HEADING = lazy_regex(r" {0,3}(#{1,6})(?=[ \t]|$)")
_CLOSING = lazy_regex(r"(?:^|[ \t])#+[ \t]*$")
_UNDERLINE = lazy_regex(r" {0,3}(=+|-+)[ \t]*$")
_NO_TEXT = lazy_regex(r"\s*$|[ ]{0,3}(?:[-+*>|#]|\d+[.)])|[ ]{4}|\t")
_DEEPEST = 6


class Heading(NamedTuple):
    """A heading of a text."""

    line: int
    """Its line, from 0."""
    level: int
    words: str
    """Markdown."""
    is_underlined: bool
    """Whether the line below makes it one."""


def find_highest(texts: Iterable[str]) -> int:
    """Return the level of the highest heading in some texts; 0 where they have none."""
    return min((one.level for text in texts for one in list_headings(text)), default=0)


def shift_headings(text: str, by: int) -> str:
    """Return a text whose headings stand so many levels lower; none lower than the sixth."""
    if not by:
        return text
    lines = text.split("\n")
    for one in reversed(list(list_headings(text))):
        marks = "#" * max(1, min(_DEEPEST, one.level + by))
        if one.is_underlined:
            lines[one.line : one.line + 2] = [f"{marks} {one.words}"]
        else:
            lines[one.line] = _HEADING.sub(marks, lines[one.line], count=1)
    return "\n".join(lines)


def list_headings(text: str) -> Iterator[Heading]:
    """List the headings of a text; what looks like one in code is none."""
    lines = text.split("\n")
    if not any("#" in line or _UNDERLINE.match(line) for line in lines):
        return
    code = {number - 1 for number in list_fenced(lines)}
    two_before = before = ""
    for index, line in enumerate(lines):
        this = "" if index in code else line
        if found := _HEADING.match(this):
            words = _CLOSING.sub("", line[found.end() :]).strip()
            yield Heading(index, len(found[1]), words, is_underlined=False)
            this = ""
        elif found := _UNDERLINE.match(this):
            # a paragraph of several lines stays one
            if not _NO_TEXT.match(before) and not two_before.strip():
                level = 1 if found[1][0] == "=" else 2
                yield Heading(index - 1, level, before.strip(), is_underlined=True)
            this = ""
        two_before, before = before, this
