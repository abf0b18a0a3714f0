"""Plain text, as it is copied from a page, a mail or a PDF, made into Markdown.

No word is lost: what is left out is named, as the numbers of pages. Where empty lines part its
paragraphs the text keeps its lines; where none do, those that end early are paragraphs' ends.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.importing.dialects.signs import escape_signs
from digest.importing.recognise.bylines import names_people
from digest.render.twins.escaping import escape_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.importing.dialects.leftouts import LeftOuts

_PAGE_NUMBER = lazy_regex(
    r"\s*(?:[-–—|]\s*)?(?:page|seite|p\.)?\s*\d{1,4}(?:\s*(?:/|of|von|de)\s*\d{1,4})?(?:\s*[-–—|])?\s*",
    re.IGNORECASE,
)
_BULLET = lazy_regex(r"(?P<indent>\s*)[•◦▪‣\u2043∙●○■□►▸➢➤✓·*+–—-](?P<gap>[ \t\u00a0]+)(?=\S)")
_NUMBERED = lazy_regex(r"\s*(?:\d{1,3}[.)]\s|\[\d{1,3}\]|\(\d{1,3}\)\s|[¹²³⁰⁴-⁹]+\s?\S)")
_COUNTED = lazy_regex(r"(?P<page>\f?)[ \t]*(?P<number>\d{1,5})(?:[:|]? |\t|[ \t]*$) ?")
_RULE = lazy_regex(r"\s*([-=_*~─━═—–])(?:\s*\1){2,}\s*")
_SIGNED = lazy_regex(r"\s*[^\w\s\"'“”‘’«»„()\[\]<>.,;:!?&@#$%*+=/\\|~`^{}_-]")
"""A line that begins with a sign such as an emoji."""
_ADDRESS = lazy_regex(
    r"https?://[^\s<>\"“”]+|(?<![\w@/.])www\.[a-z0-9-]+\.[^\s<>\"“”]+"
    r"|(?<![\w@/.-])(?:arxiv\.org/(?:abs|pdf)|doi\.org|github\.com)/[^\s<>\"“”]+",
    re.IGNORECASE,
)
_ENDS = '.!?:;…)”"'
_TRAILING = ".,;:!?)]}'"
_BOLD = lazy_regex(r"(?<![\w*])\*\*([^\s*](?:[^*\n]{0,300}[^\s*])?)\*\*(?![\w*])")
_HYPHEN = lazy_regex(r"(?P<head>[^\W\d_]+(?:-[^\W\d_]+)*)[-\u00ad\u2010]$")
_NEXT = lazy_regex(r"\s*(?P<tail>[^\W\d_]+)(?P<behind>[^\s]*)[ \t]?")
_BROKEN = lazy_regex(r"https?://\S*[/=_&?.-]$|https?://$")
_HEADING = lazy_regex(r"\s*#{1,6}\s")
_WIDE, _UNWRAPPED = 0.8, 160
"""From which part of the usual width on a line is full, and from which width on none is wrapped."""
_MOST_TITLE_LINES = 6
_FEWEST_LINES, _MOST, _STEP = 20, 0.9, 5
"""Lines that have a number, at the least; which part of all; and how far apart two may be."""
_REPEATED = 3
"""Pages whose first or last line is the same, so that it is no text."""
_PAGE = "the number of a page"
_RUNNING = "the line at the head or foot of each page"


def convert_plain(text: str, leftouts: LeftOuts) -> tuple[str, tuple[int, ...]]:
    """Return plain text as Markdown, and of each line of it the line of the text, from 1."""
    lines, gaps = _drop_pages(text.split("\n"), leftouts)
    numbered = [(at, line) for at, line in enumerate(lines, 1) if at - 1 not in gaps]
    joined = _join_words([line for _, line in numbered], text)
    parted = [(numbered[number - 1][0], line) for number, line in _part(joined)]
    made = "\n".join(_write_line(line) for _, line in parted).rstrip() + "\n"
    return made, tuple(number for number, _ in parted)


# --- numbers of lines, and pages ---


def drop_line_numbers(text: str, leftouts: LeftOuts) -> str:
    """Return a text without the numbers that count its lines, down their left side."""
    lines = text.split("\n")
    found = [_COUNTED.match(line) for line in lines]
    numbers = [int(one["number"]) for one in found if one]
    rows = sum(0 < after - before <= _STEP for before, after in pairwise(numbers))
    if len(numbers) < _FEWEST_LINES or rows < _MOST * sum(1 for line in lines if line.strip()):
        return text
    first = next(at for at, one in enumerate(found) if one)
    leftouts.add_line(first, f"{numbers[0]} … {numbers[-1]}", "the numbers of lines")
    return "\n".join(
        one["page"] + line[one.end() :] if one else line
        for line, one in zip(lines, found, strict=True)
    )


def _drop_pages(lines: list[str], leftouts: LeftOuts) -> tuple[list[str], set[int]]:
    """Take away numbers of pages, and what is at the head or foot of each.

    Return the lines, and which of them are none: a page's end parted what is one.
    """
    if not any("\f" in line for line in lines):
        for at in _find_counted(lines):
            leftouts.add_line(at, lines[at].strip(), _PAGE)
            lines[at] = ""
        return lines, set()
    starts = [index for index, line in enumerate(lines) if "\f" in line]
    lines = [line.replace("\f", "") for line in lines]
    bounds = [0, *starts, len(lines)]
    pages = [
        [at for at in range(start, end) if lines[at].strip()] for start, end in pairwise(bounds)
    ]
    edges = Counter(lines[at].strip() for page in pages for at in {*page[:1], *page[-1:]})
    for page in pages:
        for at in {*page[:2], *page[-2:]}:
            words = lines[at].strip()
            reason = _PAGE if _PAGE_NUMBER.fullmatch(words) else ""
            reason = reason or (_RUNNING if edges[words] >= _REPEATED else "")
            if reason:
                leftouts.add_line(at, words, reason)
                lines[at] = ""
    return lines, _join_pages(lines, starts)


def _join_pages(lines: list[str], starts: Sequence[int]) -> set[int]:
    """Join lines that the end of a page parts; return which lines are between or joined."""
    full = _usual_width(lines) * _WIDE
    gaps: set[int] = set()
    for start in starts:
        last, first = start - 1, start
        while last >= 0 and not lines[last].strip():
            last -= 1
        while first < len(lines) and not lines[first].strip():
            first += 1
        if last < 0 or first == len(lines):
            continue
        before, line = lines[last].rstrip(), lines[first].lstrip()
        is_marked = any(one.match(line) for one in (_BULLET, _NUMBERED, _SIGNED, _HEADING))
        is_wrapped = full < min(len(before) + 1 + len(line.split()[0]), _UNWRAPPED)
        behind = "".join(lines[first + 1 : first + 2])
        is_in_list = _NUMBERED.match(before) and _NUMBERED.match(behind)
        is_open = not is_marked and before[-1] not in _ENDS
        if line[0].islower() or (is_open and (is_wrapped or is_in_list)):
            gaps.update(range(last + 1, first))
            if not (_HYPHEN.search(before) or _BROKEN.search(before)):
                lines[last] = f"{before} {line}"
                gaps.add(first)
    return gaps


def _find_counted(lines: Sequence[str]) -> list[int]:
    """Find the lines that are a number alone, each by one more than the one before it."""
    alone = [
        at
        for at, line in enumerate(lines)
        if line.strip().isdecimal()
        and not "".join([*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2]]).strip()
    ]
    numbers = [int(lines[at]) for at in alone]
    is_row = len(alone) > 1 and all(after == before + 1 for before, after in pairwise(numbers))
    return alone if is_row else []


# --- words ---


def _join_words(lines: list[str], text: str) -> list[str]:
    """Join words and addresses that the end of a line has parted."""
    known = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower()))
    joined = list(lines)
    for index in range(len(joined) - 1):
        line, following = joined[index], joined[index + 1]
        if _BROKEN.search(line) and following[:1].isalnum():
            first, _, rest = following.partition(" ")
            joined[index], joined[index + 1] = line + first, rest
            continue
        head, tail = _HYPHEN.search(line), _NEXT.match(following)
        if head and tail:
            is_own = tail["tail"][0].isupper() or _has_hyphen(head["head"], tail["tail"], known)
            sign = "-" if is_own else ""
            joined[index] = f"{line[:-1]}{sign}{tail['tail']}{tail['behind']}"
            joined[index + 1] = following[tail.end() :]
    return joined


def _has_hyphen(head: str, tail: str, known: Counter[str]) -> bool:
    """Tell whether a hyphen at the end of a line belongs to the word."""
    head, tail = head.lower(), tail.lower()
    if known[f"{head}-{tail}"] or "-" in head:
        return True
    # both are words, and what they would make is none
    return not known[f"{head}{tail}"] and known[head] > 1 and known[tail] > 1


# --- paragraphs ---


def _part(lines: Sequence[str]) -> list[tuple[int, str]]:
    """Return the lines, from 1, with an empty one between what stands apart."""
    width = _usual_width(lines)
    parted: list[tuple[int, str]] = []
    is_item = False
    titles = _find_title_lines(lines)
    for number, line in enumerate(lines, 1):
        before = parted[-1][1] if parted else ""
        is_bullet = _BULLET.match(line) is not None
        goes_on = is_item and not is_bullet and line.startswith((" ", "\t"))
        goes_on = goes_on or number - 1 in titles
        if line.strip() and before.strip() and not goes_on and _is_apart(before, line, width):
            parted.append((number, ""))
        is_item = is_bullet or (is_item and goes_on)
        parted.append((number, line))
    return parted


def _usual_width(lines: Sequence[str]) -> int:
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _find_title_lines(lines: Sequence[str]) -> set[int]:
    """Find lines that may go on with a title, above names: large letters break early."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        start = at
        while start and at - start <= _MOST_TITLE_LINES and lines[start - 1].strip():
            start -= 1
        run = lines[start:at]
        is_run = len(run) > 1 and (not start or not lines[start - 1].strip())
        if is_run and not any(map(_BULLET.match, run)) and names_people(line.strip()):
            found.update(range(start + 1, at))
    return found


def _is_apart(before: str, line: str, width: int) -> bool:
    """Tell whether a line begins a paragraph or an item, and goes on with none."""
    if _RULE.fullmatch(line):
        # a line below words underlines them
        return not line.lstrip().startswith(("=", "-")) or not before.strip()
    if _BULLET.match(line):
        return not _BULLET.match(before) and not before.startswith((" ", "\t"))
    if _NUMBERED.match(line) or _SIGNED.match(line) or _HEADING.match(line):
        return True
    if width > _UNWRAPPED:
        return True
    # its first word had room in the line before
    first = line.split(maxsplit=1)[0]
    return len(before.rstrip()) + 1 + len(first) <= width * _WIDE


# --- lines ---


def _write_line(line: str) -> str:
    if not line.strip():
        return ""
    if _RULE.fullmatch(line):
        return line.strip() if line.strip()[0] in "=-" else "---"
    bullet = _BULLET.match(line)
    if bullet:
        indent = "  " * (len(bullet["indent"].expandtabs(4)) // 2)
        return f"{indent}- {_write_words(line[bullet.end() :].strip())}"
    words = line.strip()
    if _HEADING.match(words):
        # Markdown after all
        return words
    shown = _write_words(words)
    # a number that begins a line stays as it is typed: a list may have gaps
    return f"\\{shown}" if shown.startswith((">", "|", "#")) else shown


def _write_words(words: str) -> str:
    """Return words with backslashes before signs of Markdown, and their addresses as links."""
    made, position = "", 0
    for found in _ADDRESS.finditer(words):
        address = found[0].rstrip(_TRAILING)
        if address.count("(") > address.count(")"):
            address += ")"
        made += _escape(words[position : found.start()])
        is_whole = address.lower().startswith("http")
        made += address if is_whole else f"[{_escape(address)}](https://{address})"
        position = found.start() + len(address)
    return made + _escape(words[position:])


def _escape(text: str) -> str:
    """Return words with backslashes before signs, but for two asterisks around words."""
    pieces = _BOLD.split(text)
    return "".join(
        f"**{_escape_piece(piece)}**" if at % 2 else _escape_piece(piece)
        for at, piece in enumerate(pieces)
    )


def _escape_piece(text: str) -> str:
    return escape_signs(escape_text(text), has_citations=False, has_inline_notes=False)
