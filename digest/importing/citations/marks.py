"""Marks in a text that lead to a list of references: `⁶`, `[6, 7]`, `(6)`, `[6](#ref6)`, `[^6]`.

A number is a mark only where its form says so, and for the weaker forms where the list of the post
bears it out: a power, a unit, a year, an enumeration or the name of a model is none.
"""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING, Final, Literal

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.importing.citations.labels import RAISED, is_number, lower, split_labels, split_run
from digest.importing.citations.prose import OPAQUE, find_prose

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

Form = Literal["footnote", "link", "raised", "bracket", "parenthesis", "glued", "named", "years"]
WEAK: Final = ("parenthesis", "glued")
"""Forms that other things have as well: such are marks only in a post without the others."""


class Mark(msgspec.Struct, frozen=True, order=True):
    """A mark in a text."""

    start: int
    end: int
    form: Form
    labels: tuple[str, ...]
    """What it leads to; of raised digits that may be several numbers, the digits as they stand."""
    tail: str = ""
    """What else it says, as `p. 3`."""
    address: str = ""
    """Where it links to."""
    is_run: bool = False
    """Whether `labels` is one run of digits that may be several numbers."""

    def choose(self, labels: Collection[str], reached: int = 0) -> tuple[str, ...]:
        """Return the labels that it leads to: of a run what the list's decide, see `split_run`."""
        return split_run(self.labels[0], labels, reached) if self.is_run else self.labels


def find_marks(text: str, labels: Collection[str]) -> list[Mark]:
    """Find what may be marks in a Markdown text; `labels` are those of the list of references.

    Marks that touch, or have only a comma or a dash between them, are one.
    """
    prose = find_prose(text)
    found: list[Mark] = []
    for read in (_read_tags, _read_links, _read_footnotes):
        taken = [(mark.start, mark.end) for mark in found]
        found += (mark for mark in read(prose.markup) if not _overlaps(mark, taken))
        found.sort()
    words = _blank(prose.words, found)
    readers: tuple[Callable[[str, Collection[str]], Iterable[Mark]], ...]
    readers = (_read_raised, _read_brackets, _read_parentheses, _read_glued)
    for reader in readers:
        found += reader(words, labels)
    return _join(sorted(found), text)


def _overlaps(mark: Mark, taken: list[tuple[int, int]]) -> bool:
    """Tell whether a mark stands where others, in their order, stand already."""
    place = bisect.bisect_left(taken, (mark.start, mark.end))
    return any(
        mark.start < end and start < mark.end for start, end in taken[max(0, place - 1) : place + 1]
    )


def _blank(words: str, marks: Iterable[Mark]) -> str:
    """Return a text without marks that do not overlap, in their order; its length stays."""
    pieces, done = [], 0
    for mark in marks:
        start = max(mark.start, done)
        pieces += [words[done:start], OPAQUE * (mark.end - start)]
        done = max(mark.end, done)
    return "".join((*pieces, words[done:]))


# --- forms that say themselves that they are marks ----------------------------------------------

_NUMBERS = rf"[0-9{RAISED}]{{1,4}}(?:\s*[,;–—⁻˒-]\s*[0-9{RAISED}]{{1,4}})*"
_TAGGED = lazy_regex(
    r"(?:<a\b(?P<before>[^<>]*)>\s*)?<sup\b[^<>]*>\s*"
    r"(?:<a\b(?P<within>[^<>]*)>\s*|(?P<linked>\\?\[)\s*)?"
    rf"\\?\[?\(?\s*(?P<labels>{_NUMBERS})\s*\)?\\?\]?"
    r"\s*(?:</a>|\((?P<address>[^()\s]*)\))?\s*\\?\]?\s*</sup>(?:\s*</a>)?",
    re.IGNORECASE,
)
_HREF = lazy_regex(r"href\s*=\s*[\"']?([^\"'\s>]*)", re.IGNORECASE)
_LINKED = lazy_regex(
    r"(?<!!)\^?\[(?:<sup>)?\s*(?P<open>\\?[\[(])?\s*"
    rf"(?P<labels>{_NUMBERS})\s*(?(open)\\?[\])])\s*(?:</sup>)?\]"
    r"\(\s*<?(?P<address>[^()\s<>]*)>?(?:\s+\"[^\"\n]*\")?\s*\)\^?"
)
_FOOTNOTE = lazy_regex(r"\[\^(?P<label>[^\[\]\s^]{1,60})\](?!:)")
_CARETS = lazy_regex(rf"\^\[?(?P<labels>{_NUMBERS})\]?\^")


def _read_tags(markup: str) -> Iterator[Mark]:
    for found in _TAGGED.finditer(markup):
        if _is_power(markup, found.start(), found["labels"]):
            continue
        link = _HREF.search(found["before"] or found["within"] or "")
        address = link[1] if link else found["address"] or ""
        yield from _make(found, "raised", found["labels"], address)
    for found in _CARETS.finditer(markup):
        if not _is_power(markup, found.start(), found["labels"]):
            yield from _make(found, "raised", found["labels"])


def _read_links(markup: str) -> Iterator[Mark]:
    for found in _LINKED.finditer(markup):
        yield from _make(found, "link", found["labels"], found["address"])


def _read_footnotes(markup: str) -> Iterator[Mark]:
    for found in _FOOTNOTE.finditer(markup):
        yield Mark(found.start(), found.end(), "footnote", (f"^{found['label']}",))


def _make(found: re.Match[str], form: Form, typed: str, address: str = "") -> Iterator[Mark]:
    if labels := split_labels(typed):
        yield Mark(found.start(), found.end(), form, labels, address=address)


# --- raised digits ------------------------------------------------------------------------------

_RUN = lazy_regex(rf"[{RAISED}]+(?:\s?(?:[,˒⸴]|⁻|[-–])\s?[{RAISED}]+)*")
_UNITS = frozenset({
    "au", "cm", "dm", "ft", "hz", "in", "inch", "kb", "kg", "km", "lb", "mi", "mm", "mpc", "nm",
    "pc", "pt", "px", "rad", "sec", "sr", "yd", "µm", "chi", "sin", "cos", "tan", "log", "sigma",
})  # fmt: skip
_WORD_BEFORE = lazy_regex(r"[^\W_]+$")
_NUMBER_BEFORE = lazy_regex(r"(?<![\w-])[0-9][0-9.,]*$")
_YEAR = lazy_regex(r"(?:19|20)[0-9]{2}")


def _read_raised(words: str, _labels: Collection[str]) -> Iterator[Mark]:
    for found in _RUN.finditer(words):
        behind = words[found.end() : found.end() + 1]
        before = words[: found.start()][-1:]
        # isotopes, `¹³C`, and notes that begin with their number
        is_ahead = behind.isalnum() and (not before or before.isspace())
        if is_ahead or before in {"⁻", "⁺"} or _is_power(words, found.start(), found[0]):
            continue
        typed = found[0]
        if typed.isdigit() and len(typed) > 1:
            yield Mark(found.start(), found.end(), "raised", (lower(typed),), is_run=True)
        else:
            yield from _make(found, "raised", typed)


def _is_power(text: str, start: int, typed: str) -> bool:
    """Tell whether raised digits are an exponent: behind a number, a letter or a unit."""
    before = text[max(0, start - 40) : start]
    if number := _NUMBER_BEFORE.search(before):
        return not _YEAR.fullmatch(number[0])
    word = _WORD_BEFORE.search(before)
    if not word:
        return False
    last = word[0]
    is_latin = last.isascii() or ord(last[-1]) < 0x0590  # noqa: PLR2004 -- Latin, Greek, Cyrillic
    if is_latin and len(last) == 1:
        # a word of one letter is a variable, but not where it begins a sentence's name, `Plan B`
        return True
    # `mc²`
    is_short = len(last) == 2 and last.isalpha() and last.isascii()  # noqa: PLR2004
    return (is_short or last.casefold() in _UNITS) and lower(typed) in {"2", "3", "4"}


# --- brackets -----------------------------------------------------------------------------------

_BRACKET = lazy_regex(
    r"(?<![!\\])\\?\[\s*(?:(?:see|refs?\.?|cf\.|e\.g\.,?)\s+)?(?P<inner>[^\[\]\n()\x00\\]{1,80}?)\s*\\?\]"
    r"(?![(:\x00])",
    re.IGNORECASE,
)
_TAIL = lazy_regex(
    r"(?P<labels>.+?)\s*[,:]\s*(?P<tail>(?:pp?|secs?|sections?|ch(?:ap(?:ter)?)?|figs?|figures?"
    r"|tables?|app(?:endix)?|thm|theorem|eqn?|ll?|vol)\b\.?\s*[\w.–-]+|§+\s?[\w.–-]+)",
    re.IGNORECASE,
)
_NEAR = 80
"""Signs before a mark that say what it is."""
_TASK = lazy_regex(r"(?:^|\n)\s*(?:[-*+]|[0-9]+[.)])\s+$")


def _read_brackets(words: str, labels: Collection[str]) -> Iterator[Mark]:
    end = -1
    for found in _BRACKET.finditer(words):
        # `[text][2]` is a link
        if words[found.start() - 1 : found.start()] == "]" and end != found.start():
            continue
        before = words[max(0, found.start() - _NEAR) : found.start()]
        inner, tail = found["inner"], ""
        if named := _TAIL.fullmatch(inner):
            inner, tail = named["labels"], named["tail"]
        read = split_labels(inner)
        are_numbers = bool(read) and all(map(is_number, read))
        is_named = inner.strip() in labels or (bool(read) and all(one in labels for one in read))
        if inner.strip() in labels:
            read = (inner.strip(),)
        # a year is no number of a list
        is_year = inner.isdigit() and len(inner) == 4 and inner not in labels  # noqa: PLR2004
        if (are_numbers or is_named) and not is_year and not _TASK.search(before):
            yield Mark(found.start(), found.end(), "bracket", read, tail)
            end = found.end()


# --- the weaker forms ---------------------------------------------------------------------------

_PARENTHESIS = lazy_regex(
    r"(?<![\w)\]])\(\s*(?:refs?\.?\s+)?(?P<labels>[0-9]{1,3}(?:\s*[,;–-]\s*[0-9]{1,3})*)\s*\)"
)
_LONG_NAME = 8
"""Letters of a name with capitals within, `DiffWave3`: a digit behind it is no part of it."""
_OPENS = lazy_regex(r"(?:^|(?<!\))[:;,—–-]|(?<!\) )\b(?:and|or|und|et))\s*$")
"""What stands before the number of an item; behind another in parentheses, it joins the two."""
_GLUED = lazy_regex(
    r"(?<![^\W\d_])(?P<before>[^\W\d_]{4,40}[”\"’')]?|[^\W\d_]{3,40}[.,;:!?)][”\"’']?)"
    r"(?P<labels>[0-9]{1,3}(?:[,–-][0-9]{1,3})*)(?![\w%°]|[.,][0-9])"
)
_DIGIT_BEHIND = lazy_regex(r"(?<=[^\W\d_]|[.,;:!?)”\"’'])[0-9]")
"""Without which there is none: most texts have none, and it is found out fast."""


def _read_parentheses(words: str, labels: Collection[str]) -> Iterator[Mark]:
    if "(" not in words:
        return
    highest = _highest(labels)
    for paragraph in re.finditer(r"(?:.+\n?)+", words):
        found = list(_PARENTHESIS.finditer(paragraph[0]))
        opens = [bool(_OPENS.search(_near(paragraph[0], one.start()))) for one in found]
        # of `(1) this, (2) that` the first may stand behind a word
        if sum(opens) > 1 or (opens and opens[0]):
            continue
        for one, is_opening in zip(found, opens, strict=True):
            read = split_labels(one["labels"])
            # one that the list lacks may be cited all the same
            is_listed = any(label in labels or int(label) < highest for label in read)
            if not is_opening and is_listed:
                start = paragraph.start()
                yield Mark(start + one.start(), start + one.end(), "parenthesis", read)


def _highest(labels: Collection[str]) -> int:
    return max((int(one) for one in labels if is_number(one)), default=0)


def _near(text: str, end: int) -> str:
    """Return what stands before a place, on its line."""
    return text[max(0, end - _NEAR) : end].rpartition("\n")[2]


def _read_glued(words: str, labels: Collection[str]) -> Iterator[Mark]:
    if not _DIGIT_BEHIND.search(words):
        return
    highest = _highest(labels)
    for found in _GLUED.finditer(words):
        word = found["before"].rstrip("”\"’').,;:!?")
        read = split_labels(found["labels"])
        # `GPT4` and `Llama2` are names, as is what has a capital within
        is_short = len(word) < _LONG_NAME or word.isupper()
        is_name = not word[1:].islower() and not word.islower() and is_short
        if is_name or not read or any(int(one) > highest + 2 for one in read):
            continue
        yield Mark(found.start("labels"), found.end("labels"), "glued", read)


# --- marks side by side -------------------------------------------------------------------------

_BETWEEN = lazy_regex(r"\s*(?:\\?\])?[,;]?\s*(?:\\?\[)?|\s*[-–—⁻]\s*|\s*<sup>[,;]?\s*</sup>\s*")


def _join(marks: list[Mark], text: str) -> list[Mark]:
    """Join marks that stand side by side, and take the brackets in that are around them."""
    joined: list[Mark] = []
    for mark in marks:
        last = joined[-1] if joined else None
        if last and mark.start < last.end:
            continue
        if last and (both := _join_two(last, mark, text)):
            joined[-1] = both
        else:
            joined.append(mark)
    return [_with_brackets(mark, text) for mark in joined]


def _join_two(one: Mark, other: Mark, text: str) -> Mark | None:
    between = text[one.end : other.start]
    if one.form != other.form or one.is_run or other.is_run or one.tail or "\n" in between:
        return None
    if one.form in WEAK or not _BETWEEN.fullmatch(between):
        return None
    labels = one.labels + other.labels
    if between.strip() in {"-", "–", "—", "⁻"}:
        labels = one.labels[:-1] + split_labels(f"{one.labels[-1]}-{other.labels[0]}")
        labels += other.labels[1:]
        if len(labels) < len(one.labels) + len(other.labels):
            return None
    return Mark(one.start, other.end, one.form, labels, address=one.address)


def _with_brackets(mark: Mark, text: str) -> Mark:
    """Take in the brackets around links: `[[6](#r6), [7](#r7)]`."""
    if mark.form not in {"link", "footnote"}:
        return mark
    for opening, closing in (("[", "]"), ("\\[", "\\]"), ("(", ")"), ("^", "^")):
        begin, end = mark.start - len(opening), mark.end + len(closing)
        if begin >= 0 and (text[begin : mark.start], text[mark.end : end]) == (opening, closing):
            return msgspec.structs.replace(mark, start=begin, end=end)
    return mark
