"""Lines that begin something parted from those before them, where no empty line does it.

Plain text has a title, names and paragraphs on lines that follow one another, which Markdown reads
as one paragraph.
"""

from __future__ import annotations

import textwrap
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify
from digest.content.decode import list_fenced
from digest.importing.recognise.bylines import names_people
from digest.importing.recognise.fields import is_link
from digest.importing.recognise.labels import read_label
from digest.importing.recognise.titlewords import may_be_title
from digest.importing.recognise.words import (
    BULLETS,
    CLOSING,
    LABELS,
    PAPER_WORDS,
    REFERENCES,
    TEXT_SECTIONS,
    TEXT_WORDS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_BULLET = lazy_regex(rf"^( {{0,3}})[{BULLETS}]\s+(?=\S)")
_MARKED = lazy_regex(rf"\s*(?:[-*+>|#{BULLETS}]|\d{{1,3}}[.)]\s|```|~~~|:::|\[[^\]]*\]:|<)")
_NUMBERED = lazy_regex(r"\d{1,3}[.)]\s")
_ITEM = lazy_regex(
    r"\s*(?:\\?\[\d{1,3}\\?\](?!:)|\(\d{1,3}\)\s|\d{1,3}\\?[.)]\s|[¹²³⁰⁴-⁹]+\s?\S|\^?\d{1,3}\^?\s+\S)"
)
_BYLINE = lazy_regex(
    r"(?P<title>\S.*[^\s,;:|–—-])[\s,;:|–—-]*\s(?P<by>[Bb]y\s+(?P<names>[A-ZÀ-Þ].*))"
)
_SENTENCE_END = (".", "!", "?", ":", "…", ")", "”", '"')
_PARTS = REFERENCES | TEXT_WORDS | TEXT_SECTIONS | PAPER_WORDS
_WRAPPED = 45
"""Characters from which on a line may have been broken."""
_LONGEST_TITLE = 200
_LONGEST_NAME = 60
_MOST_LINES = 4
"""That names may take."""
_MOST_TITLE_LINES = 6
_WIDE, _FULL = 0.8, 0.66
"""From which part on of the text's width, or of a title's in large letters, a line is full."""
_PAIR = 2


class PartedText(msgspec.Struct, frozen=True):
    """A text with empty lines put in."""

    text: str
    numbers: tuple[int, ...]
    """Of each line, its number in the text that it was made from, from 0."""


def part_lines(text: str) -> PartedText:
    """Put empty lines where a title, names, a labelled part or a reference begins.

    A reference and names that were broken over lines are on one again.
    """
    numbered = list(_part_bylines(textwrap.dedent(text).split("\n")))
    lines = [line for _, line in numbered]
    breaks, joints = _find_breaks(lines)
    parted: list[str] = []
    numbers: list[int] = []
    for at, (number, line) in enumerate(numbered):
        if at in joints:
            parted[-1] = f"{parted[-1].rstrip()} {line.strip()}"
            continue
        if at in breaks and parted and parted[-1].strip() and line.strip():
            parted.append("")
            numbers.append(number)
        parted.append(_BULLET.sub(r"\1- ", line))
        numbers.append(number)
    return PartedText("\n".join(parted), tuple(numbers))


def _part_bylines(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Part `Title By A, B` into two lines, where a labelled part follows; yield their numbers."""
    for at, line in enumerate(lines):
        found = None if _MARKED.match(line) or "](" in line else _BYLINE.fullmatch(line)
        if found and may_be_title(found["title"]) and _names_above_part(lines, at, found["names"]):
            yield at, found["title"]
            yield at, found["by"]
        else:
            yield at, line


def _names_above_part(lines: list[str], at: int, names: str) -> bool:
    """Tell whether names that end a line, and may go on below, stand above a labelled part."""
    end = at + 1
    while end < len(lines) and lines[end].strip() and not _begins_part(lines[end]):
        names += f" {lines[end].strip()}"
        end += 1
    while end < len(lines) and not lines[end].strip():
        end += 1
    is_above = end < len(lines) and end - at <= _MOST_LINES and _begins_part(lines[end])
    return is_above and names_people(names)


def _find_breaks(lines: list[str]) -> tuple[set[int], set[int]]:
    """Find the lines before which an empty one belongs, and those that go on with the one above."""
    breaks: set[int] = set()
    joints: set[int] = set()
    in_references, code = False, {number - 1 for number in list_fenced(lines)}
    # a word that was joined again makes a few lines longer
    lengths = sorted(len(line) for line in lines if line.strip() and "://" not in line)
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    for at, line in enumerate(lines):
        if at in code or not line.strip():
            continue
        if in_references and _ITEM.match(line):
            breaks.add(at)
        elif in_references and lines[at - 1] and (at - 1 in joints or _ITEM.match(lines[at - 1])):
            joints.add(at)
        elif not line[0].isspace():
            in_references = in_references or _names(line, REFERENCES)
            end = 0 if at in joints else _end_of_byline(lines, at, width)
            joints.update(range(at + 1, end))
            above = _breaks_above(lines, at, width) if end else _breaks_at(lines, at)
            breaks.update((*above, at, end) if end else above)
    return breaks, joints


def _breaks_at(lines: list[str], at: int) -> tuple[int, ...]:
    """Return the lines before which an empty one belongs because of what one line is."""
    line = lines[at]
    if _names(line, _PARTS):
        return at, at + 1
    return (at,) if _begins_part(line) or _is_goodbye(lines, at) else ()


def _names(line: str, names: frozenset[str]) -> bool:
    """Tell whether a line is a name of a part, and nothing else."""
    return len(line) <= _LONGEST_NAME and slugify(line) in names


def _end_of_byline(lines: list[str], at: int, width: int) -> int:
    """Return the line behind names that begin on a line; 0 where none do.

    `width` is the usual one of long lines: names are broken where the next word had no room.
    """
    text, found = "", 0
    for end in range(at, min(at + _MOST_LINES, len(lines))):
        line = lines[end].strip()
        if found and (not line or len(lines[end - 1]) + 1 + len(line.split()[0]) <= width):
            break
        text = f"{text} {line}".strip()
        if text.rstrip("*_\\ ").endswith((",", " and", "&", " et")):
            found = 0
        elif names_people(text.rstrip("\\")):
            found = end + 1
        else:
            break
    return found


def _breaks_above(lines: list[str], at: int, width: int) -> tuple[int, ...]:
    """Return where a title begins that ends before the names on a line, and an address below it."""
    title = _last_above(lines, at)
    if title > 0 and is_link(lines[title]):
        start = _start_of_title(lines, title, width)
        return (start, title) if start < title else ()
    return (_start_of_title(lines, at, width),)


def _last_above(lines: list[str], at: int) -> int:
    above = at - 1
    while above > 0 and not lines[above].strip():
        above -= 1
    return above


def _start_of_title(lines: list[str], at: int, width: int) -> int:
    """Return where a title begins that ends before a line; the line itself where none does."""
    title = _last_above(lines, at)
    if title <= 0:
        return 0
    if _MARKED.match(lines[title]):
        return title if title == at - 1 else at
    first = title
    while first > 0 and title - first < _MOST_TITLE_LINES and _may_go_on(lines[first - 1]):
        first -= 1
    for start in range(first, title):
        pieces = lines[start : title + 1]
        is_apart = start > 0 and not lines[start - 1].strip()
        is_begin = _may_begin(lines, start) and may_be_title(" ".join(pieces))
        if is_begin and _are_one(pieces, width, is_apart=is_apart):
            return start
    return title if may_be_title(lines[title]) else at


def _may_go_on(line: str) -> bool:
    """Tell whether a line may be one of a title that goes on below it."""
    return (
        bool(line.strip())
        and not line[0].isspace()
        and not line.rstrip().endswith(_SENTENCE_END)
        and not (_MARKED.match(line) and not _NUMBERED.match(line))
        and not _names(line, _PARTS)
        and not _begins_part(line)
        and not names_people(line)
    )


def _may_begin(lines: list[str], start: int) -> bool:
    """Tell whether nothing above a line goes on in it."""
    above = lines[start - 1].rstrip() if start else ""
    return not above or above.endswith(_SENTENCE_END) or _names(above, _PARTS)


def _are_one(pieces: list[str], width: int, *, is_apart: bool) -> bool:
    """Tell whether lines are one title that was broken, and not a line and a title below it.

    `is_apart` says whether an empty line stands above them.
    """
    if sum(map(len, pieces)) > _LONGEST_TITLE or any(map(_NUMBERED.match, pieces[1:])):
        return False
    # up to where each would reach with the word that goes on
    reached = [len(one) + 1 + len(after.split()[0]) for one, after in pairwise(pieces)]
    longest = max(map(len, pieces))
    if len(pieces) > _PAIR:
        return all(one > longest * _FULL for one in reached)
    is_full = reached[0] > width * _WIDE or (is_apart and reached[0] > longest)
    return is_full or len(pieces[0]) >= _WRAPPED or pieces[1][0].islower()


def _is_goodbye(lines: list[str], at: int) -> bool:
    """Tell whether a line behind the end of a sentence begins the closing words."""
    is_behind = at > 0 and lines[at - 1].rstrip().endswith(_SENTENCE_END)
    return is_behind and lines[at].lower().replace("’", "'").startswith(CLOSING)


def _begins_part(line: str) -> bool:
    label = read_label(line)
    return (
        label is not None
        and bool(label.rest)
        and (label.is_sure or (label.is_marked and label.slug in LABELS))
    )
