"""The levels of a text's headings, made to fit where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.content.decode import list_fenced

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEADING = lazy_regex(r" {0,3}(#{1,6})(?=[ \t]|$)")
_UNDERLINE = lazy_regex(r" {0,3}(=+|-+)[ \t]*$")
_NO_TEXT = lazy_regex(r"\s*$|[ ]{0,3}(?:[-+*>|#]|\d+[.)])|[ ]{4}|\t")
_DEEPEST = 6


def find_highest(texts: Iterable[str]) -> int:
    """Return the level of the highest heading in some texts; 0 where they have none."""
    return min((level for text in texts for _, level, _ in _list(text.split("\n"))), default=0)


def shift_headings(text: str, by: int) -> str:
    """Return a text whose headings stand so many levels lower; none lower than the sixth."""
    if not by:
        return text
    lines = text.split("\n")
    for index, level, is_underlined in reversed(list(_list(lines))):
        marks = "#" * max(1, min(_DEEPEST, level + by))
        if is_underlined:
            lines[index : index + 2] = [f"{marks} {lines[index].strip()}"]
        else:
            lines[index] = _HEADING.sub(marks, lines[index], count=1)
    return "\n".join(lines)


def _list(lines: list[str]) -> Iterable[tuple[int, int, bool]]:
    """List the headings: index of the line, level, and whether a line under it makes it one."""
    if not any("#" in line or _UNDERLINE.match(line) for line in lines):
        return
    code = {number - 1 for number in list_fenced(lines)}
    two_before = before = ""
    for index, line in enumerate(lines):
        this = "" if index in code else line
        if found := _HEADING.match(this):
            yield index, len(found[1]), False
            this = ""
        elif found := _UNDERLINE.match(this):
            # a paragraph of several lines stays one
            if not _NO_TEXT.match(before) and not two_before.strip():
                yield index - 1, 1 if found[1][0] == "=" else 2, True
            this = ""
        two_before, before = before, this
