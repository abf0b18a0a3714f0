"""When a service was last asked for a work, and whether it had it.

That is kept in `build/.cache/answers.jsonl`, a JSON object a line: out of git, for a record that
did not change must show no change, and its file's time is lost in a clone. Deleting it costs some
asking again, and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.files import CACHE, append_line, check_links, find_cache, write_file
from digest.basics.lock import hold
from digest.basics.ownfiles import decode_own

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from contextlib import AbstractContextManager
    from pathlib import Path

_ANSWERS = "answers.jsonl"


class Answer(msgspec.Struct, frozen=True):
    """What a service said when it was asked for a work."""

    key: str
    """`arxiv:…` or `doi:…`."""
    time: int
    """In seconds since 1970."""
    found: bool
    problem: str = ""
    """What the service had in place of a record; see `digest.records.reply.Lacking`."""


def hold_fetching(root: Path, waiting: Callable[[], None]) -> AbstractContextManager[None]:
    """Keep other processes from fetching for the newsletter in `root` while a block runs.

    `waiting` is called where another one does already, and has to be waited for.
    """
    return hold(find_cache(root / "build") / "fetch.lock", waiting)


def read_answers(root: Path) -> dict[str, Answer]:
    """Return the last answer about each work, by key; lines that cannot be read are passed over."""
    try:
        lines = _find_answers(root).read_bytes().splitlines()
    except OSError:
        return {}
    answers = (decode_own(line, Answer) for line in lines)
    return {answer.key: answer for answer in answers if answer}


def note_answer(root: Path, answer: Answer) -> None:
    """Remember an answer, behind those that are there. Raises FileError where it cannot."""
    append_line(_find_answers(root), msgspec.json.encode(answer))


def write_answers(root: Path, answers: Iterable[Answer]) -> None:
    """Remember these answers and no others: one for each work, so that the file stays small."""
    file = _find_answers(root)
    lines = (msgspec.json.encode(answer) + b"\n" for answer in answers)
    write_file(file, b"".join(lines), file.parent)


def _find_answers(root: Path) -> Path:
    out = root / "build"
    check_links(out, f"{CACHE}/{_ANSWERS}")
    return out / CACHE / _ANSWERS
