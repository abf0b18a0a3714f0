"""Records from arXiv's query API (https://info.arxiv.org/help/api/user-manual.html)."""

from __future__ import annotations

import os
import re
from collections import deque
from typing import TYPE_CHECKING

from digest.identifiers import Identifier, parse_arxiv
from digest.records.service import ServiceError, make_user_agent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from digest.model import Work
    from digest.records.arxivclient import RefusedError

API = "https://export.arxiv.org/api/query"
"""Where DIGEST_ARXIV_API does not say otherwise."""
BATCH = 100
"""The most ids in one request."""

_MOST_REFUSALS = 8
"""Requests refused in turn, for no reason that names an id."""
_BAD_ID = re.compile(r"incorrect id format for\s+(\S+)", re.IGNORECASE)


def fetch_arxiv(
    ids: Sequence[str],
    *,
    contact: str,
    on_work: Callable[[Work], None],
    on_progress: Callable[[int, int], None],
) -> tuple[str, ...]:
    """Ask arXiv for the newest versions of papers, a hundred with each request.

    `ids` are as `2202.06991`; a ValueError says that one can be no id. `on_work` gets each work
    as soon as its batch has come; `on_progress` how many papers are dealt with, and how many
    there are.

    Returns the ids that arXiv does not have, in canonical form and without version. Raises
    ServiceError when arXiv stays away, and at the end when it sent what cannot be read; what was
    handed to `on_work` until then is whole.
    """
    unique = tuple(dict.fromkeys(_canonical(id_) for id_ in ids))
    if not unique:
        return ()
    return _Fetch(unique, contact, on_work, on_progress).run()


def _canonical(id_: str) -> str:
    found = parse_arxiv(id_)
    if isinstance(found, Identifier):
        return found.value
    raise ValueError(found.message)


class _Fetch:
    """One run: batches in line, and what came of those before."""

    def __init__(
        self,
        ids: tuple[str, ...],
        contact: str,
        on_work: Callable[[Work], None],
        on_progress: Callable[[int, int], None],
    ) -> None:
        # 150 ms with requests and lxml, and most commands never need it
        from digest.records.arxivclient import ArxivClient, RefusedError  # noqa: PLC0415

        address = os.environ.get("DIGEST_ARXIV_API") or API
        self._client = ArxivClient(address, make_user_agent(contact), BATCH)
        self._refused: type[RefusedError] = RefusedError
        starts = range(0, len(ids), BATCH)
        self._line = deque(ids[start : start + BATCH] for start in starts)
        self._total = len(ids)
        self._done = 0
        self._on_work = on_work
        self._on_progress = on_progress
        self._missing: list[str] = []
        self._unreadable: list[str] = []
        self._refusals = 0
        self._has_answered = False

    def run(self) -> tuple[str, ...]:
        while self._line:
            batch = self._line.popleft()
            try:
                works, unreadable = self._client.ask(batch)
            except self._refused as error:
                self._split(batch, str(error))
            except ServiceError as error:
                error.missing = tuple(self._missing)
                raise
            else:
                self._take(batch, works, unreadable)
        if self._unreadable:
            raise self._failure(
                f"arXiv's answer for {_some(self._unreadable)} cannot be read; "
                "run the same command again, and report it where that does not help"
            )
        return tuple(self._missing)

    def _take(
        self, batch: tuple[str, ...], works: dict[str, Work], unreadable: frozenset[str]
    ) -> None:
        """Hand out a batch's works. What the answer leaves out, arXiv does not have."""
        self._has_answered, self._refusals = True, 0
        if unreadable and not works and len(batch) > 1:
            # one entry can spoil all the others
            self._halve(batch)
            return
        for id_ in batch:
            if id_ in works:
                self._on_work(works[id_])
            else:
                (self._unreadable if id_ in unreadable else self._missing).append(id_)
        self._count(len(batch))

    def _split(self, batch: tuple[str, ...], message: str) -> None:
        """Go on without the id that arXiv calls bad, or narrow down which it is."""
        named = {_loose(id_) for id_ in _BAD_ID.findall(message)}
        bad = [id_ for id_ in batch if id_ in named]
        self._refusals += not bad
        if not bad and len(batch) == 1 and self._has_answered:
            bad = list(batch)
        if bad:
            self._missing += bad
            self._count(len(bad))
            if good := tuple(id_ for id_ in batch if id_ not in bad):
                self._line.appendleft(good)
        elif len(batch) == 1 or self._refusals >= _MOST_REFUSALS:
            reason = f": '{message}'" if message else ""
            raise self._failure(
                f"arXiv refuses to be asked for {_some(batch)}{reason}; "
                "see whether DIGEST_ARXIV_API is right, or run the same command again later"
            )
        else:
            self._halve(batch)

    def _halve(self, batch: tuple[str, ...]) -> None:
        """Put both halves at the end of the line: others first show whether arXiv answers."""
        middle = len(batch) // 2
        self._line += (batch[:middle], batch[middle:])

    def _count(self, number: int) -> None:
        self._done += number
        self._on_progress(self._done, self._total)

    def _failure(self, message: str) -> ServiceError:
        return ServiceError(message, missing=tuple(self._missing))


def _loose(id_: str) -> str:
    found = parse_arxiv(id_)
    return found.value if isinstance(found, Identifier) else id_


def _some(ids: Sequence[str]) -> str:
    shown = ", ".join(f"'{id_}'" for id_ in ids[:3])
    return shown + (f" and {len(ids) - 3} more" if len(ids) > 3 else "")  # noqa: PLR2004 -- names enough
