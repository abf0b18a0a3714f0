"""A library of works that are all at hand, for tests of how keys are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from digest.citing.library import Claims, Library
from digest.records.identifiers import is_id_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from digest.basics.works import Work
    from digest.records.bibtex import BibEntry

T = TypeVar("T")


class _Listed:
    """What is known of a newsletter whose works are all at hand."""

    def __init__(
        self,
        works: Sequence[Work],
        keys: Sequence[str],
        entries: Mapping[str, str],
        same: Sequence[tuple[str, str]],
    ) -> None:
        self._entries = entries
        self._keys = frozenset(keys)
        self._found: dict[object, Any] = {}
        self._works: dict[str, list[Work]] = {}
        for work in works:
            for id_ in dict.fromkeys((work.id, *work.aliases)):
                self._works.setdefault(id_, []).append(work)
        self._pairs: dict[str, list[tuple[str, str]]] = {}
        for pair in same:
            for id_ in pair:
                self._pairs.setdefault(id_, []).append(pair)

    def remember(self, key: object, find: Callable[[], T]) -> T:
        if key not in self._found:
            self._found[key] = find()
        found: T = self._found[key]
        return found

    def claims(self, id_: str) -> Claims:
        return Claims(tuple(self._works.get(id_, ())), tuple(self._pairs.get(id_, ())))

    def is_listed(self, key: str) -> bool:
        return key in self._keys

    def covered_by(self, entry: str) -> str | None:
        return self._entries.get(entry)

    def ids(self) -> Iterable[str]:
        return [id_ for id_ in self._works if is_id_key(id_)]

    def listed(self) -> Iterable[str]:
        return self._keys

    def entries(self) -> Iterable[str]:
        return self._entries


def make_library(
    records: Iterable[Work],
    bib: Iterable[BibEntry],
    entries: Mapping[str, str],
    same: Iterable[tuple[str, str]] = (),
) -> Library:
    """Make the library of works that are all at hand.

    `records` are the works of content/papers, and those that entries without a record tell of;
    `entries` maps `edition/slug` to the id of the work that is covered; `same` has pairs of keys
    that an entry says are one work, by giving both an arXiv id and a DOI. Facts come from the
    arXiv record where there is one, then from the DOI's, and from references.bib last.
    """
    bib = tuple(bib)
    works = (*records, *(one.work for one in bib))
    return Library(_Listed(works, [one.key for one in bib], entries, tuple(same)))
