"""`digest discover --dismiss`: papers that are not to be shown again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.files import (
    FileError,
    check_links,
    find_cache,
    read_existing,
    write_file,
)
from digest.basics.lock import hold
from digest.candidates.lastrun import read_shown
from digest.candidates.seen import read_seen
from digest.citing.labels import short_name
from digest.content.decode import decode
from digest.content.dismissed import (
    DISMISSED_FILE,
    Dismissal,
    add_dismissals,
    parse_dismissed,
)
from digest.records.identifiers import Identifier, parse_identifier
from digest.records.names.reading import read_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from digest.candidates.candidate import Candidate


class MalformedIdsError(Exception):
    """Of some texts no paper is known; the message says of each why."""


class Dismissed(msgspec.Struct, frozen=True):
    """What became of the papers that were named."""

    new: tuple[Dismissal, ...]
    known: tuple[str, ...]
    """The ids, as typed, of those that were dismissed before."""


def dismiss(
    root: Path,
    typed: Sequence[str],
    day: str,
    waiting: Callable[[], None] = lambda: None,
) -> Dismissed:
    """Write into content/dismissed.txt that some papers are not to be shown again.

    They are named by ids in any form that people paste, or by the addresses of their pages; `day`
    is `YYYY-MM-DD`. Raises MalformedIdsError, and FileError where the file cannot be read or
    written; nothing is written then.
    """
    ids = _read_ids(typed)
    check_links(root, DISMISSED_FILE)
    seen = _by_id((*read_seen(root).candidates, *read_shown(root)))
    file, cache = root / DISMISSED_FILE, find_cache(root / "build")
    with hold(cache / "dismiss.lock", waiting):
        text = _read(file)
        before = {id_ for one in parse_dismissed(text).value for id_ in one.ids}
        new: dict[str, Dismissal] = {}
        for id_ in ids:
            one = _make(id_, seen.get(id_), day)
            if before.isdisjoint(one.ids):
                new.setdefault(one.ids[0], one)
        if new:
            data = add_dismissals(text, new.values()).encode()
            write_file(file, data, cache, keep_mode=True)
    taken = {id_ for one in new.values() for id_ in one.ids}
    known = tuple(text for id_, text in ids.items() if id_ not in taken)
    return Dismissed(tuple(new.values()), known)


def _read_ids(typed: Iterable[str]) -> dict[str, str]:
    """Return the keys or addresses of papers, with what was typed for each."""
    ids: dict[str, str] = {}
    problems = []
    for text in typed:
        found = parse_identifier(text)
        if isinstance(found, Identifier):
            ids.setdefault(found.key, text)
        elif found.page:
            ids.setdefault(found.page, text)
        else:
            problems.append("; ".join(filter(None, (found.message, found.hint))))
    if problems:
        raise MalformedIdsError("\n  ".join(problems))
    return ids


def _by_id(candidates: Iterable[Candidate]) -> dict[str, Candidate]:
    found: dict[str, Candidate] = {}
    for one in candidates:
        for id_ in (one.id, *one.versions):
            found.setdefault(id_, one)
    return found


def _make(id_: str, candidate: Candidate | None, day: str) -> Dismissal:
    """Return a paper's dismissal, with all that is known of the paper."""
    if candidate is None:
        return Dismissal((id_,), day)
    ids = tuple(dict.fromkeys((candidate.id, *candidate.versions, id_)))
    first = next(iter(read_names(candidate.authors[:1])), None)
    author = short_name(first) if first else ""
    return Dismissal(ids, day, author, candidate.title)


def _read(file: Path) -> str:
    text = decode(read_existing(file), DISMISSED_FILE)
    for found in text.diagnostics:
        where = f"line {found.line} of '{file}'"
        raise FileError(f"{where}: {found.message}; 'digest check' tells what to do")
    return text.value or ""
