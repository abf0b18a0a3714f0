"""`digest check --fix`: problems that can be mended in only one way are mended where they stand.

Nothing but the pieces that an edit names is touched: line ends, byte order mark, tabs, the end of
the file and its mode stay as they are. A piece is looked for anew in the file as it is when it is
written, and what is not there any more is left alone.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Edit
from digest.basics.files import find_cache, reason_of, replace_file
from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from digest.basics.diagnostics import Diagnostic

_MOST_ROUNDS = 10
"""A mended name may show a typo behind it, but not without end."""
_LINE_END = lazy_regex(r"\r\n|\r|\n")
_MARK = "\ufeff"


class Mended(msgspec.Struct, frozen=True):
    """A text after its edits."""

    text: str
    made: frozenset[Edit]
    """The rest did not find what they were to replace."""


class Change(msgspec.Struct, frozen=True, order=True):
    """What became of one edit of a problem's fix."""

    path: str
    """POSIX path from the site's root."""
    edit: Edit
    """With the place that it had before the file was changed."""
    rule: str
    refusal: str = ""
    """Why it was not made; empty where it was."""


def mend(text: str, edits: Iterable[Edit]) -> Mended:
    """Return `text` with the edits made that find what they are to replace.

    `text` has the line ends of its file, and its byte order mark. Of edits that overlap, the
    first is made.
    """
    behind_mark = len(_MARK) if text.startswith(_MARK) else 0
    starts = [behind_mark, *(found.end() for found in _LINE_END.finditer(text))]
    pieces, made, done = [], set(), 0
    for edit in sorted(set(edits)):
        if edit.line > len(starts):
            continue
        begin = starts[edit.line - 1] + edit.column - 1
        # neither end of a line is ever within an edit, so that it cannot reach into the next
        if begin < done or not edit.old or not text.startswith(edit.old, begin):
            continue
        pieces += [text[done:begin], edit.new]
        done = begin + len(edit.old)
        made.add(edit)
    return Mended("".join((*pieces, text[done:])), frozenset(made))


def mend_newsletter(root: Path, check: Callable[[], Sequence[Diagnostic]]) -> Iterator[Change]:
    """Mend what can be mended in the newsletter in `root`, until there is no more.

    `check` finds the problems as they are when it is called. Yields each change as it is made,
    and at last what had to be left.
    """
    for _ in range(_MOST_ROUNDS):
        refused = []
        goes_on = False
        for change in _mend_once(root, check()):
            if change.refusal:
                refused.append(change)
            else:
                goes_on = True
                yield change
        if not goes_on:
            yield from refused
            break


def _mend_once(root: Path, diagnostics: Iterable[Diagnostic]) -> Iterator[Change]:
    """Make the edits that the problems name, and yield what became of each, file by file."""
    wanted = {Change(found.path, edit, found.rule) for found in diagnostics for edit in found.fix}
    by_file: dict[Path, list[Change]] = {}
    for change in sorted(wanted):
        # two paths may lead to one file
        by_file.setdefault((root / change.path).resolve(), []).append(change)
    for file, changes in by_file.items():
        made, why = _mend_file(root, file, changes)
        for change in changes:
            is_made = change.edit in made
            yield change if is_made else msgspec.structs.replace(change, refusal=why)


def _mend_file(root: Path, file: Path, changes: Iterable[Change]) -> tuple[frozenset[Edit], str]:
    """Make the edits of one file; return those that were made, and why the others were not."""
    why = _refusal(root, file)
    if why:
        return frozenset(), why
    try:
        return _write(root, file, changes), "it does not stand there"
    except OSError as error:
        return frozenset(), f"the file cannot be written: {reason_of(error)}"


def _refusal(root: Path, file: Path) -> str:
    """Say why a file is left alone; nothing where it can be mended."""
    if not file.is_relative_to(root.resolve()):
        return "the file is outside of the newsletter"
    try:
        status = file.stat()
    except OSError:
        return "the file is gone"
    mode = stat.S_IMODE(status.st_mode)
    # root may write all the same, but whoever made it so did not want it
    if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(file, os.W_OK):
        return "the file is read-only"
    if status.st_nlink > 1:
        # it is replaced whole, and what else leads to it would keep the old text
        return "the file has a second name elsewhere, a hard link"
    return ""


def _write(root: Path, file: Path, changes: Iterable[Change]) -> frozenset[Edit]:
    """Make the edits of one file, and return those that were made. Raises OSError."""
    try:
        # bytes, for a file that is read as text has lost its line ends
        text = file.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return frozenset()
    mended = mend(text, (change.edit for change in changes))
    if mended.made:
        replace_file(file, mended.text.encode("utf-8"), find_cache(root / "build"), keep_mode=True)
    return mended.made


def format_change(change: Change) -> str:
    """Return the line that tells of a change."""
    edit = change.edit
    place = f"{change.path}:{edit.line}:{edit.column}"
    told = f"'{edit.old}' -> '{edit.new}'"
    if change.refusal:
        return f"{place}: left[{change.rule}]: {told}: {change.refusal}"
    return f"{place}: fixed[{change.rule}]: {told}"
