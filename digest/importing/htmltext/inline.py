"""What stands within a block: runs of text, each with its marks, written as Markdown.

HTML nests marks in any way, and begins them within words and at blanks; Markdown's signs of
emphasis are read only where no blank and no sign of a sentence is in their way.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from digest.basics.lazyregex import lazy_regex
from digest.importing.htmltext.signs import BREAK, collapse, encode, is_sign, settle

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.importing.htmltext.signs import Pieces

_PIECE = 0xF0000
_BLANKS = frozenset({" ", BREAK})
_OPENING, _CLOSING = encode("["), encode("]")
_MARKS = lazy_regex(f"{_OPENING}[{encode('^!')}]")
"""What is escaped in its place."""
EMPHASIS = {"strong": "**", "em": "*", "del": "~~"}


class Mark(NamedTuple):
    """What a run of text is marked as."""

    name: str
    """`link`, a name in `EMPHASIS`, or an element that digest reads."""
    value: str = ""
    """Where a link leads; the title of an `abbr`."""


class Run(NamedTuple):
    """A text with the same marks throughout."""

    text: str
    """Encoded (`signs.encode`)."""
    marks: tuple[Mark, ...] = ()


def write_runs(runs: Iterable[Run], pieces: Pieces) -> str:
    """Return runs as encoded Markdown, without blanks at the ends and beside line ends."""
    collapsed = _collapse(runs)
    if not any(run.marks for run in collapsed):
        return "".join(run.text for run in collapsed)
    tidy = _tidy(_part_blanks(collapsed), pieces)
    written = _write(tidy, pieces)
    crowded = _find_crowded(tidy)
    for left in (crowded, range(len(tidy))) if crowded else ():
        if _is_read(settle(written, pieces, is_line=True)):
            break
        # more emphasis within a word than Markdown can have
        plain = (
            _without(run, _emphasis(run)) if at in left else run for at, run in enumerate(tidy)
        )
        written = _write(_tidy(list(plain), pieces), pieces)
    return written


def _tidy(runs: Sequence[Run], pieces: Pieces) -> list[Run]:
    runs = _merge(runs)
    for _ in range(4):
        if not _meet(runs):
            break
        before, runs = runs, _merge(_part_blanks(_move_signs(runs)))
        if runs == before:
            break
    return _escape_brackets(runs, pieces)


def _meet(runs: Sequence[Run]) -> bool:
    """Tell whether runs with different emphasis stand close to each other anywhere."""
    return any(
        one.text[-1] not in _BLANKS
        and other.text[0] not in _BLANKS
        and _emphasis(one) != _emphasis(other)
        for one, other in pairwise(runs)
    )


def _write(runs: Sequence[Run], pieces: Pieces) -> str:
    written: list[str] = []
    open_: list[Mark] = []
    for index, run in enumerate(runs):
        while any(mark not in run.marks for mark in open_):
            written.append(pieces.add(_close(open_.pop())))
        missing = [mark for mark in run.marks if mark not in open_]
        # what goes on longest is opened first
        missing.sort(key=lambda mark: (-_reach(runs, index, mark), mark.name != "link"))
        for mark in missing:
            open_.append(mark)
            written.append(pieces.add(_open(mark)))
        written.append(run.text)
    written.extend(pieces.add(_close(mark)) for mark in reversed(open_))
    return "".join(written)


def _find_crowded(runs: Sequence[Run]) -> frozenset[int]:
    """Find the runs that stand close to another one and have other emphasis than it has."""
    found: set[int] = set()
    for index, (one, other) in enumerate(pairwise(runs)):
        is_close = {one.text[-1], other.text[0]}.isdisjoint(_BLANKS)
        if is_close and _emphasis(one) != _emphasis(other) and one.marks and other.marks:
            found |= {index, index + 1}
    return frozenset(found)


_LEFT = lazy_regex(r"\*(?=\S)|(?<=\S)\*|~~")


def _is_read(markdown: str) -> bool:
    """Tell whether digest reads all signs of emphasis in a line."""
    from digest.markdown.parser import get_parser  # noqa: PLC0415 -- for few lines only

    tokens = get_parser("en").parseInline(markdown)[0].children or ()
    return not _LEFT.search("".join(one.content if one.type == "text" else "x" for one in tokens))


def _emphasis(run: Run) -> list[Mark]:
    return [mark for mark in run.marks if mark.name in EMPHASIS]


def _escape_brackets(runs: Sequence[Run], pieces: Pieces) -> list[Run]:
    """Escape the brackets in the words of a link, where they are not in pairs."""
    made: list[Run] = []
    if not any(mark.name == "link" for run in runs for mark in run.marks):
        return list(runs)
    for link, group in groupby(
        runs, lambda run: next((m for m in run.marks if m.name == "link"), None)
    ):
        words = list(group)
        if link and not all(_is_balanced(run.text) for run in words):
            escapes = {ord(encode(sign)): pieces.add(f"\\{sign}") for sign in "[]"}
            words = [Run(run.text.translate(escapes), run.marks) for run in words]
        made += words
    return made


def _is_balanced(text: str) -> bool:
    depth = 0
    if _MARKS.search(text):
        return False
    for sign in text:
        depth += (sign == _OPENING) - (sign == _CLOSING)
        if depth < 0:
            return False
    return depth == 0


def _open(mark: Mark) -> str:
    if mark.name in EMPHASIS:
        return EMPHASIS[mark.name]
    if mark.name == "abbr":
        title = mark.value.replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")
        return f'<abbr title="{title}">'
    return "[" if mark.name == "link" else f"<{mark.name}>"


def _close(mark: Mark) -> str:
    if mark.name in EMPHASIS:
        return EMPHASIS[mark.name]
    return f"]({write_address(mark.value)})" if mark.name == "link" else f"</{mark.name}>"


_UNSAFE = {ord(one): f"%{ord(one):02X}" for one in ' <>\\`"|'} | {ord("\n"): None, ord("\t"): None}


def write_address(address: str) -> str:
    """Return an address as Markdown has it behind a link's words."""
    address = address.translate(_UNSAFE)
    depth = 0
    for sign in address:
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            break
    return address if depth == 0 else address.replace("(", "%28").replace(")", "%29")


def _reach(runs: Sequence[Run], start: int, mark: Mark) -> int:
    end = start
    while end < len(runs) and mark in runs[end].marks:
        end += 1
    return end


def _collapse(runs: Iterable[Run]) -> list[Run]:
    """Make one space of each row of blanks, and none beside the end of a line."""
    made: list[Run] = []
    is_blank = True
    for text, marks in runs:
        plain = collapse(text)
        if is_blank or text == BREAK:
            plain = plain.lstrip(" ")
        if text == BREAK:
            _strip_end(made)
        if plain:
            made.append(Run(plain, marks))
            is_blank = plain.endswith((" ", BREAK))
    _strip_end(made)
    return made


def _strip_end(runs: list[Run]) -> None:
    while runs:
        text = runs[-1].text.rstrip(" ")
        if text:
            runs[-1] = runs[-1]._replace(text=text)
            return
        runs.pop()


def _part_blanks(runs: Sequence[Run]) -> list[Run]:
    """Take the blanks at the ends of runs out of the marks that begin or end there."""
    parted: list[Run] = []
    for run in runs:
        text = run.text.strip(" ")
        if run.text == BREAK or not text:
            parted.append(Run(run.text, ()))
            continue
        if run.text.startswith(" "):
            parted.append(Run(" "))
        parted.append(Run(text, run.marks))
        if run.text.endswith(" "):
            parted.append(Run(" "))
    for index in range(1, len(parted) - 1):
        one = parted[index]
        if one.text in _BLANKS and parted[index + 1].text not in _BLANKS:
            before, behind = parted[index - 1].marks, parted[index + 1].marks
            common = tuple(mark for mark in before if mark in behind)
            parted[index] = Run(one.text, common)
    return parted


def _move_signs(runs: Sequence[Run]) -> list[Run]:
    """Take signs out of emphasis that would keep it from being read beside a letter.

    `<b>Why:</b>it` is `**Why**:it`. Where emphasis begins or ends within a word together with
    other marks, it goes.
    """
    made: list[Run] = []
    for index, given in enumerate(_part_words(runs)):
        run = given
        before = made[-1] if made else _BLANK
        behind = runs[index + 1] if index + 1 < len(runs) else _BLANK
        begins, ends = _emphasis_only_in(run, before), _emphasis_only_in(run, behind)
        lead, body, tail = "", run.text, ""
        if begins and _holds_back(before.text[-1]):
            begins = _keep_one(begins, run, before)
            run = _without(run, set(_emphasis_only_in(run, before)) - set(begins))
            body = _strip_signs(body, is_left=True) if begins else body
            lead = run.text[: len(run.text) - len(body)]
        if ends and body and _holds_back(behind.text[0]):
            ends = _keep_one(ends, run, behind)
            run = _without(run, set(_emphasis_only_in(run, behind)) - set(ends))
            tail, body = body, _strip_signs(body, is_left=False) if ends else body
            tail = tail[len(body) :]
        parts = ((lead, _without(run, begins)), (body, run), (tail, _without(run, ends)))
        made += (Run(text, part.marks) for text, part in parts if text)
    return made


_BLANK = Run(" ")


def _keep_one(emphasis: Sequence[Mark], run: Run, other: Run) -> list[Mark]:
    """Return which of some emphasis may begin, or end, within a word: only where it is alone."""
    marks = {mark.name for mark in run.marks if mark not in other.marks}
    return list(emphasis) if marks <= {"strong", "em"} or marks == {"del"} else []


def _part_words(runs: Sequence[Run]) -> list[Run]:
    """Leave the emphasis that two runs share, where they are one word and differ in it."""
    made = list(runs)
    for _ in range(3):
        for index in range(len(made) - 1):
            one, other = made[index : index + 2]
            if not _is_word(one.text[-1]) or not _is_word(other.text[0]):
                continue
            first, second = _emphasis_only_in(one, other), _emphasis_only_in(other, one)
            if (first and any(mark.name in EMPHASIS for mark in other.marks)) or (
                second and any(mark.name in EMPHASIS for mark in one.marks)
            ):
                made[index : index + 2] = _without(one, first), _without(other, second)
    return made


def _is_word(character: str) -> bool:
    return character not in _BLANKS and (not is_sign(character) or ord(character) >= _PIECE)


def _strip_signs(text: str, *, is_left: bool) -> str:
    step, at = (1, 0) if is_left else (-1, -1)
    while text and is_sign(text[at]):
        text = text[1:] if step > 0 else text[:-1]
    return text


def _emphasis_only_in(one: Run, other: Run) -> list[Mark]:
    return [mark for mark in one.marks if mark.name in EMPHASIS and mark not in other.marks]


def _holds_back(character: str) -> bool:
    return character not in _BLANKS and not is_sign(character)


def _without(run: Run, marks: Iterable[Mark]) -> Run:
    return Run(run.text, tuple(mark for mark in run.marks if mark not in marks))


def _merge(runs: Iterable[Run]) -> list[Run]:
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1].marks == run.marks:
            merged[-1] = Run(merged[-1].text + run.text, run.marks)
        elif run.text:
            merged.append(run)
    return merged
