"""Lines that begin something parted from those before them, where no empty line does it.

Plain text has a title, names and paragraphs on lines that follow one another, which Markdown reads
as one paragraph.
"""

from __future__ import annotations

import textwrap

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify
from digest.importing.recognise.bylines import names_people
from digest.importing.recognise.labels import read_label
from digest.importing.recognise.titlewords import may_be_title
from digest.importing.recognise.words import (
    CLOSING,
    LABELS,
    PAPER_WORDS,
    REFERENCES,
    TEXT_SECTIONS,
    TEXT_WORDS,
)

_FENCE = lazy_regex(r" {0,3}(`{3,}|~{3,})")
_BULLET = lazy_regex(r"^( {0,3})[•●▪◦‣\u2043∙]\s+(?=\S)")
_MARKED = lazy_regex(r"\s*(?:[-*+>|#•●▪◦‣\u2043∙]|\d{1,3}[.)]\s|```|~~~|:::|\[[^\]]*\]:|<)")
_NUMBERED = lazy_regex(r"\d{1,3}[.)]\s")
_ITEM = lazy_regex(
    r"\s*(?:\\?\[\d{1,3}\\?\](?!:)|\(\d{1,3}\)\s|\d{1,3}\\?[.)]\s|[¹²³⁰⁴-⁹]+\s?\S|\^?\d{1,3}\^?\s+\S)"
)
_SENTENCE_END = (".", "!", "?", ":", "…", ")", "”", '"')
_PARTS = REFERENCES | TEXT_WORDS | TEXT_SECTIONS | PAPER_WORDS
_WRAPPED = 45
"""Characters from which on a line may have been broken."""
_LONGEST_TITLE = 200
_LONGEST_NAME = 60
_MOST_LINES = 4
"""That names may take."""


class PartedText(msgspec.Struct, frozen=True):
    """A text with empty lines put in."""

    text: str
    numbers: tuple[int, ...]
    """Of each line, its number in the text that it was made from, from 0."""


def part_lines(text: str) -> PartedText:
    """Put empty lines where a title, names, a labelled part or a reference begins.

    A reference and names that were broken over lines are on one again.
    """
    lines = textwrap.dedent(text).split("\n")
    breaks, joints = _find_breaks(lines)
    parted: list[str] = []
    numbers: list[int] = []
    for number, line in enumerate(lines):
        if number in joints:
            parted[-1] = f"{parted[-1].rstrip()} {line.strip()}"
            continue
        if number in breaks and parted and parted[-1].strip() and line.strip():
            parted.append("")
            numbers.append(number)
        parted.append(_BULLET.sub(r"\1- ", line))
        numbers.append(number)
    return PartedText("\n".join(parted), tuple(numbers))


def _find_breaks(lines: list[str]) -> tuple[set[int], set[int]]:
    """Find the lines before which an empty one belongs, and those that go on with the one above."""
    breaks: set[int] = set()
    joints: set[int] = set()
    fence, in_references = "", False
    width = max((len(line) for line in lines if "://" not in line), default=0)
    for at, line in enumerate(lines):
        if found := _FENCE.match(line):
            fence = "" if fence and found[1].startswith(fence) else fence or found[1]
        if fence or not line.strip():
            continue
        if in_references and _ITEM.match(line):
            breaks.add(at)
        elif in_references and lines[at - 1] and (at - 1 in joints or _ITEM.match(lines[at - 1])):
            joints.add(at)
        elif not line[0].isspace():
            in_references = in_references or _names(line, REFERENCES)
            end = 0 if at in joints else _end_of_byline(lines, at, width)
            joints.update(range(at + 1, end))
            breaks.update((_start_of_title(lines, at), at, end) if end else _breaks_at(lines, at))
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

    `width` is that of the text's longest line: names are broken where the next word had no room.
    """
    text, found = "", 0
    for end in range(at, min(at + _MOST_LINES, len(lines))):
        line = lines[end].strip()
        if found and (not line or len(lines[end - 1]) + 1 + len(line.split()[0]) <= width):
            break
        text = f"{text} {line}".strip()
        if text.rstrip("*_\\ ").endswith((",", " and", "&")):
            found = 0
        elif names_people(text.rstrip("\\")):
            found = end + 1
        else:
            break
    return found


def _start_of_title(lines: list[str], at: int) -> int:
    """Return where a title begins that ends before the names on a line."""
    title = at - 1
    while title > 0 and not lines[title].strip():
        title -= 1
    if title <= 0:
        return 0
    if _MARKED.match(lines[title]):
        return title if title == at - 1 else at
    if _is_wrapped(lines, title) and may_be_title(f"{lines[title - 1]} {lines[title]}"):
        return title - 1
    return title if may_be_title(lines[title]) else at


def _is_wrapped(lines: list[str], title: int) -> bool:
    """Tell whether a title may begin on the line above its last one."""
    above = lines[title - 1]
    is_first = (
        title == 1
        or not lines[title - 2].strip()
        or lines[title - 2].rstrip().endswith(_SENTENCE_END)
    )
    may_be_wrapped = len(above) >= _WRAPPED and not above[:1].isspace()
    return (
        may_be_wrapped
        and is_first
        and not above.rstrip().endswith(_SENTENCE_END)
        and not (_MARKED.match(above) and not _NUMBERED.match(above))
        and not _begins_part(above)
        and not names_people(above)
        and len(above) + len(lines[title]) <= _LONGEST_TITLE
    )


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
