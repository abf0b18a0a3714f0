"""The works of a newsletter, as its records, references.bib and entries tell of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from digest.basics.works import Work
from digest.citing.library import Claims, Library
from digest.records.identifiers import Identifier, is_id_key
from digest.site.exported import (
    Claim,
    EntryKey,
    FactsClaim,
    ListedClaim,
    Order,
    PairClaim,
    RecordClaim,
    about_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from digest.basics.editions import Entry
    from digest.site.index import Imports

T = TypeVar("T")


class Source(Protocol):
    """Where works are read from."""

    def recorded_work(self, path: str) -> Work:
        """Return what the record at a path says."""

    def listed_work(self, key: str) -> Work:
        """Return what references.bib says under a key."""


class Works:
    """Answers which work is meant, by asking for what the newsletter's parts say of it."""

    def __init__(self, imports: Imports, source: Source) -> None:
        self._imports = imports
        self._recorded = _Recorded(imports, source)
        self.records = Library(self._recorded)
        """What records and references.bib know, without what entries say."""
        self.library = Library(self)
        """All works that can be cited. What an editor typed in place of a record is so everywhere;
        where two published entries cover one work, the first counts."""

    def recorded(self, key: str) -> Work | None:
        """Return the work of a canonical id that has a record."""
        work = self.records.work(key)
        return None if work is None or work.id.startswith("bib:") else work

    def typed(self, key: str) -> Work | None:
        """Return the work of a DOI that has no record, and all of whose facts an entry has.

        Where several have them, those of the first count.
        """
        whole = [one for one in self._facts(key) if one.is_whole]
        if not whole or self.recorded(key):
            return None
        id_ = Identifier(key)
        first = min(whole, key=lambda one: one.order)
        return first.facts.put_into(Work(key, "document", "", doi=id_.doi, url=id_.url))

    def own_id(self, entry: Entry) -> str:
        """Return the id of the work of an entry that has no record, nor could do without."""
        return self._own_id(about_of(entry))

    def is_known(self, work: Work) -> bool:
        """Tell whether something true can be said of a work: its record is there, or not needed."""
        name = work.id.removeprefix("entry:")
        keys = self._imports.ask("entry", name, EntryKey) if name != work.id else ()
        return not any(key.work_key for key in keys)

    # --- what a library asks ---

    def remember(self, key: object, find: Callable[[], T]) -> T:
        """Return what `find` returns, which is called once for a `key`."""
        return self._imports.remember(("library", key), find)

    def claims(self, id_: str) -> Claims:
        """Return what is said of an id, what editors typed included."""
        if id_.startswith("entry:"):
            return Claims(self._imports.ask("own", id_.removeprefix("entry:"), Work)[:1])
        said = self._recorded.claims(id_)
        works = tuple(map(self._with_facts, said.works))
        typed = self.typed(id_) if id_.startswith("doi:") else None
        return Claims((*works, typed) if typed else works, said.pairs)

    def is_listed(self, key: str) -> bool:
        """Tell whether references.bib has a key."""
        return self._recorded.is_listed(key)

    def covered_by(self, entry: str) -> str | None:
        """Return the id of the work that the entry `edition/slug` covers."""
        for key in self._imports.ask("entry", entry, EntryKey):
            work = self.recorded(key.work_key) if key.work_key else None
            typed = self.typed(key.work_key) if key.work_key and not work else None
            found = work or typed
            return found.id if found else self._own_id(key.about)
        return None

    def ids(self) -> Iterable[str]:
        """List the ids of all works."""
        return self._recorded.ids()

    def listed(self) -> Iterable[str]:
        """List the keys of references.bib."""
        return self._recorded.listed()

    def entries(self) -> Iterable[str]:
        """List all entries, as `edition/slug`."""
        return self._imports.keys("entry")

    def _own_id(self, about: str) -> str:
        first = min(self._imports.ask("about", about, Order))
        return f"entry:{first.edition}/{first.slug}"

    def _facts(self, id_: str) -> list[FactsClaim]:
        return [one for one in self._recorded.said(id_) if isinstance(one, FactsClaim)]

    def _with_facts(self, work: Work) -> Work:
        """Return a record's work with what the first entry that covers it says in its place."""
        if not is_id_key(work.id):
            return work
        facts = (one for id_ in self.records.ids_of(work.id) for one in self._facts(id_))
        published = [one for one in facts if one.is_published]
        first = min(published, key=lambda one: one.order, default=None)
        return first.facts.put_into(work) if first else work


class _Recorded:
    """What a library asks that has only the works of records and of references.bib."""

    def __init__(self, imports: Imports, source: Source) -> None:
        self._imports = imports
        self._source = source

    def remember(self, key: object, find: Callable[[], T]) -> T:
        return self._imports.remember(("records", key), find)

    def said(self, id_: str) -> list[Claim]:
        """Return all claims of an id."""
        return [one for some in self._imports.ask("id", id_, list[Claim]) for one in some]

    def claims(self, id_: str) -> Claims:
        works = []
        pairs: list[PairClaim] = []
        for one in self.said(id_):
            if isinstance(one, RecordClaim):
                works.append(self._source.recorded_work(one.path))
            elif isinstance(one, ListedClaim):
                works.append(self._source.listed_work(one.key))
            elif isinstance(one, PairClaim):
                pairs.append(one)
        pairs.sort(key=lambda one: (one.edition, one.index))
        return Claims(tuple(works), tuple(one.ids for one in pairs))

    def is_listed(self, key: str) -> bool:
        return self._imports.has("listed", key)

    def covered_by(self, entry: str) -> str | None:  # noqa: ARG002 -- it knows of no entries
        return None

    def ids(self) -> Iterable[str]:
        # each id without a record asks for all others
        return self._imports.remember("recorded ids", self._list_ids)

    def _list_ids(self) -> Iterable[str]:
        claimed = self._imports.every("id", list[Claim])
        told = (RecordClaim, ListedClaim)
        return {
            id_
            for id_, some in claimed
            if is_id_key(id_) and any(isinstance(one, told) for one in some)
        }

    def listed(self) -> Iterable[str]:
        return self._imports.keys("listed")

    def entries(self) -> Iterable[str]:
        return ()
