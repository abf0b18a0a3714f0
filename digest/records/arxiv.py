"""Records from arXiv's query API (https://info.arxiv.org/help/api/user-manual.html)."""

from __future__ import annotations

import itertools
import os
import re
from collections import deque
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.records.identifiers import Identifier, parse_arxiv
from digest.records.reply import Lacking, Unanswered
from digest.records.service import ServiceError, make_user_agent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.basics.works import Work
    from digest.records.arxivclient import RefusedError
    from digest.records.reply import Reply

API = "https://export.arxiv.org/api/query"
"""Where DIGEST_ARXIV_API does not say otherwise."""
BATCH = 100
"""The most ids in one request."""

_MOST_REFUSALS = 8
"""Requests refused in turn, for no reason that names an id."""
_MOST_UNANSWERED = 4
"""Requests without an answer in turn, until arXiv is taken to be away."""
_BAD_ID = lazy_regex(r"incorrect id format for\s+(\S+)", re.IGNORECASE)


def api_address() -> str:
    """Return where arXiv's query API is asked."""
    return os.environ.get("DIGEST_ARXIV_API") or API


def fetch_arxiv(ids: Sequence[str], contact: str) -> Iterator[Reply]:
    """Ask arXiv for the newest versions of papers, a hundred with each request.

    `ids` are as `2202.06991`; a ValueError says that one can be no id. There is one reply for
    each paper, as soon as its batch has come; its key is without a version. Where arXiv stays
    away, all that remain are unanswered.
    """
    unique = tuple(dict.fromkeys(_canonical(id_) for id_ in ids))
    if unique:
        yield from _Fetch(unique, contact).run()


def _canonical(id_: str) -> str:
    found = parse_arxiv(id_)
    if isinstance(found, Identifier):
        return found.value
    raise ValueError(found.message)


class _Fetch:
    """One run: batches in line, and what came of those before."""

    def __init__(self, ids: tuple[str, ...], contact: str) -> None:
        # 150 ms with requests and lxml, and most commands never need it
        from digest.records.arxivclient import ArxivClient, RefusedError  # noqa: PLC0415

        self._client = ArxivClient(api_address(), make_user_agent(contact), BATCH)
        self._refused: type[RefusedError] = RefusedError
        starts = range(0, len(ids), BATCH)
        self._line = deque(ids[start : start + BATCH] for start in starts)
        self._refusals = 0
        self._has_answered = False
        self._faults: list[ServiceError] = []
        """Of the requests in turn that were not answered."""
        self._is_trying = False
        """Whether one was not answered, and it may be due to what was asked."""

    def run(self) -> Iterator[Reply]:
        while self._line:
            batch = self._line.popleft()
            try:
                works, unreadable = self._client.ask(batch, is_trial=self._is_trying)
            except self._refused as error:
                self._faults.clear()
                yield from self._split(batch, str(error))
            except ServiceError as error:
                yield from self._narrow(batch, error)
            else:
                yield from self._take(batch, works, unreadable)

    def _take(
        self, batch: tuple[str, ...], works: dict[str, Work], unreadable: frozenset[str]
    ) -> Iterator[Reply]:
        """Hand out a batch's works. What the answer leaves out, arXiv does not have."""
        self._has_answered, self._refusals = True, 0
        self._faults.clear()
        if unreadable and not works and len(batch) > 1:
            # one entry can spoil all the others
            self._halve(batch)
            return
        for id_ in batch:
            if id_ in works:
                yield works[id_]
            elif id_ in unreadable:
                remedy = "run the same command again, and report it where that does not help"
                problem = "arXiv's answer cannot be read"
                yield Unanswered(f"arxiv:{id_}", problem, remedy, may_last=True)
            else:
                yield Lacking(f"arxiv:{id_}")

    def _split(self, batch: tuple[str, ...], message: str) -> Iterator[Reply]:
        """Go on without the id that arXiv calls bad, or narrow down which it is."""
        named = {_loose(id_) for id_ in _BAD_ID.findall(message)}
        bad = [id_ for id_ in batch if id_ in named]
        self._refusals += not bad
        if not bad and len(batch) == 1 and self._has_answered:
            bad = list(batch)
        if bad:
            yield from (Lacking(f"arxiv:{id_}") for id_ in bad)
            if good := tuple(id_ for id_ in batch if id_ not in bad):
                self._line.appendleft(good)
        elif len(batch) == 1 or self._refusals >= _MOST_REFUSALS:
            self._line.appendleft(batch)
            reason = f": '{message}'" if message else ""
            remedy = "see whether DIGEST_ARXIV_API is right, or run the same command again later"
            yield from self._give_up(ServiceError(f"arXiv refuses to be asked{reason}", remedy))
        else:
            self._halve(batch)

    def _narrow(self, batch: tuple[str, ...], error: ServiceError) -> Iterator[Reply]:
        """Narrow down for which paper arXiv does not answer, while it answers for others."""
        self._faults.append(error)
        self._is_trying = True
        if not error.may_last or len(self._faults) >= _MOST_UNANSWERED:
            self._line.appendleft(batch)
            yield from self._give_up(self._faults[0] if error.may_last else error)
        elif len(batch) > 1:
            self._halve(batch)
        elif self._line and not self._has_answered:
            self._line.append(batch)
        else:
            may_last = self._has_answered
            yield Unanswered(f"arxiv:{batch[0]}", error.problem, error.remedy, may_last=may_last)

    def _halve(self, batch: tuple[str, ...]) -> None:
        """Put both halves at the end of the line: others first show whether arXiv answers."""
        middle = len(batch) // 2
        self._line += (batch[:middle], batch[middle:])

    def _give_up(self, error: ServiceError) -> Iterator[Reply]:
        """Say of all that are in the line that they were not answered for."""
        for id_ in itertools.chain.from_iterable(self._line):
            yield Unanswered(f"arxiv:{id_}", error.problem, error.remedy)
        self._line.clear()


def _loose(id_: str) -> str:
    found = parse_arxiv(id_)
    return found.value if isinstance(found, Identifier) else id_
