"""Lines that begin something parted from those before them, where no empty line does it.

Plain text has a title, names and paragraphs on lines that follow one another, which Markdown reads
as one paragraph.
"""

from __future__ import annotations

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify
from digest.importing.recognise.bylines import read_byline
from digest.importing.recognise.labels import read_label
from digest.importing.recognise.words import (
    LABELS,
    PAPER_WORDS,
    REFERENCES,
    TEXT_SECTIONS,
    TEXT_WORDS,
)

_FENCE = lazy_regex(r" {0,3}(`{3,}|~{3,})")
_BULLET = lazy_regex(r"^( {0,3})[•●▪◦‣\u2043∙]\s+(?=\S)")
_MARKED = lazy_regex(r"\s*(?:[-*+>|#]|\d{1,3}[.)]\s|```|~~~|:::|\[[^\]]*\]:|<)")
_ITEM = lazy_regex(
    r"\s*(?:\\?\[\d{1,3}\\?\](?!:)|\(\d{1,3}\)\s|\d{1,3}\\?[.)]\s|[¹²³⁰⁴-⁹]+\s?\S|\^?\d{1,3}\^?\s+\S)"
)
_SENTENCE_END = (".", "!", "?", ":", "…", ")", "”", '"')
_WRAPPED = 45
"""Characters from which on a line may have been broken."""
_LONGEST_TITLE = 200
_MOST_LINES = 4
"""That names may take."""


class PartedText(msgspec.Struct, frozen=True):
    """A text with empty lines put in."""

    text: str
    numbers: tuple[int, ...]
    """Of each line, its number in the text that it was made from, from 0."""


def part_lines(text: str) -> PartedText:
    """Put empty lines where a title, names, a labelled part or a reference begins."""
    lines = text.split("\n")
    breaks = set(_find_breaks(lines))
    parted: list[str] = []
    numbers: list[int] = []
    for number, line in enumerate(lines):
        if number in breaks and parted and parted[-1].strip() and line.strip():
            parted.append("")
            numbers.append(number)
        parted.append(_BULLET.sub(r"\1- ", line))
        numbers.append(number)
    return PartedText("\n".join(parted), tuple(numbers))


def _find_breaks(lines: list[str]) -> list[int]:
    """List the lines before which an empty one belongs."""
    breaks: list[int] = []
    fence, in_references = "", False
    for at, line in enumerate(lines):
        if found := _FENCE.match(line):
            fence = "" if fence and found[1].startswith(fence) else fence or found[1]
        if fence or not line.strip():
            continue
        if in_references and _ITEM.match(line):
            breaks.append(at)
        if line[0].isspace():
            continue
        slug = slugify(line) if len(line) <= _LONGEST_NAME else ""
        if slug in REFERENCES:
            in_references = True
            breaks += (at, at + 1)
        elif slug and (slug in TEXT_WORDS or slug in TEXT_SECTIONS or slug in PAPER_WORDS):
            breaks += (at, at + 1)
        elif end := _end_of_byline(lines, at):
            breaks += (_start_of_title(lines, at), at, end)
        elif _begins_part(line):
            breaks.append(at)
    return breaks


_LONGEST_NAME = 60


def _end_of_byline(lines: list[str], at: int) -> int:
    """Return the line behind names that begin on a line; 0 where none do."""
    text = ""
    for end in range(at, min(at + _MOST_LINES, len(lines))):
        text = f"{text} {lines[end].strip()}".strip()
        if not text.rstrip("*_\\ ").endswith((",", " and", "&")):
            return end + 1 if read_byline(text.rstrip("\\")) else 0
    return 0


def _start_of_title(lines: list[str], at: int) -> int:
    """Return where a title begins that ends before the names on a line."""
    title = at - 1
    while title > 0 and not lines[title].strip():
        title -= 1
    if title <= 0 or _MARKED.match(lines[title]):
        return max(title, 0)
    above = lines[title - 1]
    is_first = (
        title == 1
        or not lines[title - 2].strip()
        or lines[title - 2].rstrip().endswith(_SENTENCE_END)
    )
    may_be_wrapped = len(above) >= _WRAPPED and not above[:1].isspace()
    if (
        may_be_wrapped
        and is_first
        and not above.rstrip().endswith(_SENTENCE_END)
        and not _MARKED.match(above)
        and not _begins_part(above)
        and not read_byline(above)
        and len(above) + len(lines[title]) <= _LONGEST_TITLE
    ):
        return title - 1
    return title


def _begins_part(line: str) -> bool:
    label = read_label(line)
    return (
        label is not None
        and bool(label.rest)
        and (label.is_sure or (label.is_marked and label.slug in LABELS))
    )
