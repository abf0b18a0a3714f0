"""From a reference as typed to the key that cites its work: an id, or one of references.bib."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.works import Work
from digest.citing.comparison import title_words
from digest.citing.formats.bibtex import format_bibtex
from digest.citing.formats.keys import KeyedWork, key_base, list_keys
from digest.importing.papers.knownworks import Ambiguous

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.importing.citations.references import TypedReference
    from digest.importing.papers.knownworks import Known

_BIB = "bib:"


class Named(msgspec.Struct, frozen=True):
    """The work of a reference."""

    key: str
    """As a citation has it behind its `@`, without braces."""
    work: Work | None = None
    """Its record, or its entry in references.bib; None where nothing is known but its id."""


class Bibliography:
    """Gives each reference its key, and keeps what references.bib lacks."""

    def __init__(self, known: Known, listed: Iterable[Work] = ()) -> None:
        """Begin with the works of references.bib: `listed`."""
        self._known = known
        self._keys: dict[tuple[str, ...], str] = {}
        """Of works of references.bib, by what tells them apart."""
        self._taken: set[str] = set()
        self._new: list[KeyedWork] = []
        for work in listed:
            key = work.id.removeprefix(_BIB)
            self._taken.add(key.casefold())
            self._keys.setdefault(_signature(work), key)

    def name(self, read: TypedReference) -> Named:
        """Return the work of a reference; one that has no id and is not known is kept as typed."""
        if read.id:
            return Named(read.id.key, self._known.works.find(read.id.key))
        # what was typed so before has its key, whatever is known by now
        if (key := self._keys.get(_signature(_as_typed(read)))) is not None:
            work = self._known.works.find(f"{_BIB}{key}")
            return Named(work.id.removeprefix(_BIB) if work else key, work)
        found = self._known.find_in(title_words(read.plain))
        if found is None and read.told.is_parsed:
            titled = self._known.find_titled(read.told.title, read.told.authors)
            work = titled if isinstance(titled, Work) else None
        else:
            work = None if isinstance(found, Ambiguous) or found is None else found.work
        if work:
            return Named(work.id.removeprefix(_BIB), self._known.works.find(work.id))
        return self._keep(_as_typed(read))

    @property
    def text(self) -> str:
        """What references.bib lacks, as BibTeX."""
        return format_bibtex(self._new)

    def _keep(self, work: Work) -> Named:
        keys = list_keys(key_base(work))
        key = next(one for one in keys if one.casefold() not in self._taken)
        self._taken.add(key.casefold())
        self._keys[_signature(work)] = key
        self._new.append(KeyedWork(key, work))
        return Named(key)


def _as_typed(read: TypedReference) -> Work:
    """Return the work of a reference of which nothing is known but what was typed."""
    told = read.told
    return Work(
        "bib:",
        "document",
        told.title or read.plain or read.url,
        told.authors,
        issued=(told.year,) if told.year else (),
        container_title=told.rest,
        url=read.url,
    )


def _signature(work: Work) -> tuple[str, ...]:
    """Return what tells a work from others that were typed."""
    year = str(work.issued[0]) if work.issued else ""
    return "".join(title_words(work.title)), year
