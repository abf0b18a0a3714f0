"""Works asked for at their services, and their records written as soon as they are known."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from digest.identifiers import Identifier
from digest.model import Work
from digest.records.shelf import Answer, note_answer, write_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Errand(msgspec.Struct, frozen=True):
    """What asking needs to know, whatever it asks for."""

    root: Path
    """The newsletter's folder, where the records go."""
    now: int
    """The time, in seconds since 1970, that is noted with each answer."""
    contact: str = ""
    """An address that the services may write to."""
    abstracts: bool = True
    """Whether records keep abstracts."""
    progress: Callable[[int, int], None] = lambda _done, _total: None
    """Told how many of the works are done, and of how many."""


class Obtained(msgspec.Struct, frozen=True):
    """What the services gave."""

    works: tuple[Work, ...] = ()
    """Their records are written."""
    changed: frozenset[str] = frozenset()
    """The keys of those whose records are not as they were before."""
    unknown: tuple[str, ...] = ()
    """The keys of works that the services do not have."""
    failures: tuple[str, ...] = ()
    """What to tell the user of a service that stayed away; the rest was never answered."""


def obtain(keys: Sequence[str], errand: Errand) -> Obtained:
    """Ask for works by their keys, and write their records.

    Each record is written before the next answer is waited for, so whatever stops the errand
    costs nothing that was fetched. A service that fails is asked for no more; the other one
    still is. Raises ShelfError where a record cannot be written.
    """
    return _Asker(keys, errand).ask()


class _Asker:
    def __init__(self, keys: Sequence[str], errand: Errand) -> None:
        self._keys = dict.fromkeys(keys)
        self._errand = errand
        self._works: dict[str, Work] = {}
        self._changed: set[str] = set()
        self._unknown: list[str] = []
        self._failures: list[str] = []

    def ask(self) -> Obtained:
        ids = [Identifier(key) for key in self._keys]
        arxiv = [id_.value for id_ in ids if id_.kind == "arxiv"]
        dois = [id_.value for id_ in ids if id_.kind == "doi"]
        if arxiv:
            self._ask_arxiv(arxiv)
        if dois:
            self._ask_dois(dois, len(arxiv))
        return Obtained(
            tuple(self._works.values()),
            frozenset(self._changed),
            tuple(self._unknown),
            tuple(self._failures),
        )

    def _ask_arxiv(self, ids: Sequence[str]) -> None:
        # what uses the network is imported by those who use it
        from digest.records.arxiv import fetch_arxiv  # noqa: PLC0415
        from digest.records.service import ServiceError  # noqa: PLC0415

        try:
            unknown = fetch_arxiv(
                ids,
                contact=self._errand.contact,
                on_work=self._keep,
                on_progress=lambda done, _total: self._progress(done),
            )
        except ServiceError as error:
            unknown = error.missing
            self._failures.append(str(error))
        self._miss(f"arxiv:{id_}" for id_ in unknown)

    def _ask_dois(self, dois: Sequence[str], done: int) -> None:
        from digest.records.doi import fetch_doi  # noqa: PLC0415
        from digest.records.service import ServiceError  # noqa: PLC0415

        for count, doi in enumerate(dois, start=done + 1):
            try:
                work = fetch_doi(doi, contact=self._errand.contact)
            except ServiceError as error:
                self._failures.append(str(error))
                return
            if work is None:
                self._miss((f"doi:{doi}",))
            else:
                self._keep(work)
            self._progress(count)

    def _progress(self, done: int) -> None:
        self._errand.progress(done, len(self._keys))

    def _keep(self, work: Work) -> None:
        # a service may answer with more than it was asked for
        if work.id not in self._keys:
            return
        if not self._errand.abstracts:
            work = msgspec.structs.replace(work, abstract="")
        if write_record(self._errand.root, work):
            self._changed.add(work.id)
        note_answer(self._errand.root, Answer(work.id, self._errand.now, found=True))
        self._works[work.id] = work

    def _miss(self, keys: Iterable[str]) -> None:
        for key in keys:
            note_answer(self._errand.root, Answer(key, self._errand.now, found=False))
            self._unknown.append(key)
