"""Works of which something is known, found by their ids and by their titles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from digest.basics.works import Work
from digest.citing.comparison import name_differs, title_words
from digest.records.names import known_names
from digest.records.pagefacts import PageFacts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.basics.works import Name

_LEAST_WORDS = 3
"""Words of a title by which it is looked for in a text."""
_TELLING = 4
"""Words of a title that tell a work by themselves, where no author is named."""


class Ambiguous(msgspec.Struct, frozen=True):
    """Several works have the title."""

    works: tuple[Work, ...]


class Passage(msgspec.Struct, frozen=True):
    """A work whose title stands in a text."""

    work: Work
    start: int
    """The first word of the title, counted in `title_words` of the text."""
    end: int


class _Titled(msgspec.Struct, frozen=True):
    """A work under one form of its title."""

    work: Work
    is_whole: bool


class KnownWorks:
    """Works by ids and titles. What was added first goes before what comes later.

    A title is told by its letters alone, with or without what stands behind its colon.
    """

    def __init__(self, works: Iterable[Work] = ()) -> None:
        self._by_id: dict[str, Work] = {}
        self._by_title: dict[str, list[_Titled]] = {}
        self._by_first: dict[str, list[Work]] = {}
        """Works by the family name of who is named first."""
        self._by_start: dict[tuple[str, ...], list[tuple[tuple[str, ...], Work]]] = {}
        for work in works:
            self.add(work)

    def add(self, work: Work) -> None:
        """Add a work, unless one with its id is there."""
        if work.id in self._by_id:
            return
        others = [self._by_id[key] for key in work.aliases if key in self._by_id]
        for key in (work.id, *work.aliases):
            self._by_id.setdefault(key, others[0] if others else work)
        self._by_id[work.id] = others[0] if others else work
        for name in known_names(work.author)[:1]:
            self._by_first.setdefault(_last_word(name), []).append(work)
        for title in _forms(work.title):
            words = tuple(title_words(title))
            named = self._by_title.setdefault("".join(words), [])
            if not any(one.work is other for one in named for other in others):
                named.append(_Titled(work, title == work.title))
            if len(words) >= _LEAST_WORDS:
                self._by_start.setdefault(words[:_LEAST_WORDS], []).append((words, work))

    def find(self, key: str) -> Work | None:
        """Return the work that has an id, as `arxiv:2202.06991` or `bib:tay2022`."""
        return self._by_id.get(key)

    def find_titled(self, title: str, names: Sequence[Name]) -> Work | Ambiguous | None:
        """Return the work of a title. One of the `names`, if there are any, must be its author."""
        words = title_words(title)
        has_names = bool(known_names(tuple(names)))
        named = [
            one.work
            for one in self._by_title.get("".join(words), ())
            if (shares_surname(names, one.work) if has_names else one.is_whole and _tells(words))
        ]
        works = _different(named)
        return works[0] if len(works) == 1 else Ambiguous(tuple(works)) if works else None

    def find_written(self, names: Sequence[Name]) -> tuple[Work, ...]:
        """Return the works by people, in their order: all of these, or the first before others."""
        people = known_names(tuple(names))
        if not people:
            return ()
        is_cut = len(people) < len(names)
        return tuple(
            _different(
                work
                for work in self._by_first.get(_last_word(people[0]), ())
                if _has_authors(work, people, is_cut=is_cut)
            )
        )

    def find_in(self, words: Sequence[str]) -> Passage | Ambiguous | None:
        """Return the work whose title stands in a text, of which these are the words.

        It must tell its work by itself, or an author must be named in the text as well.
        """
        present = set(words)
        found: list[Passage] = []
        for start in range(len(words) - _LEAST_WORDS + 1):
            for title, work in self._by_start.get(tuple(words[start : start + _LEAST_WORDS]), ()):
                end = start + len(title)
                if tuple(words[start:end]) == title and _is_of(work, title, present):
                    found.append(Passage(work, start, end))
        longest = max((one.end - one.start for one in found), default=0)
        best = [one for one in found if one.end - one.start == longest]
        works = _different([one.work for one in best])
        return Ambiguous(tuple(works)) if len(works) > 1 else best[0] if best else None


class Known(msgspec.Struct, frozen=True):
    """All that is known of papers before an entry or a reference is looked at."""

    works: KnownWorks
    """Those that have a record, or an entry in references.bib."""
    named: KnownWorks = KnownWorks()
    """Works that the archive itself names with their ids, as its posts tell of them."""
    pages: Mapping[str, PageFacts] = {}
    """What pages say of their papers, by their addresses."""
    lacking: Mapping[str, str] = {}
    """Ids of which their services have no record, each with the words that say so."""

    def find_titled(self, title: str, names: Sequence[Name]) -> Work | Ambiguous | None:
        """Return the work of a title, as `KnownWorks` does."""
        return self.works.find_titled(title, names) or self.named.find_titled(title, names)

    def find_in(self, words: Sequence[str]) -> Passage | Ambiguous | None:
        """Return the work whose title stands in a text, as `KnownWorks` does."""
        return self.works.find_in(words) or self.named.find_in(words)


def _forms(title: str) -> Iterable[str]:
    """Return a title, and what stands before and behind its colon."""
    yield title
    before, colon, behind = title.partition(": ")
    if colon and len(before.split()) >= _LEAST_WORDS:
        yield before
    if colon and len(behind.split()) > 1:
        yield behind


def _tells(words: Sequence[str]) -> bool:
    return len(words) >= _TELLING


def _is_of(work: Work, title: Sequence[str], words: set[str]) -> bool:
    surnames = [surname(name) for name in known_names(work.author)]
    if not surnames:
        return _tells(title)
    return any(set(one) <= words for one in surnames if one)


def _different(works: Iterable[Work]) -> list[Work]:
    return list({work.id: work for work in works}.values())


def surname(name: Name) -> list[str]:
    """Return the words of a family name, as they are compared."""
    return title_words(name.family or name.literal.rpartition(" ")[2])


def _last_word(name: Name) -> str:
    return (surname(name) or [""])[-1]


def _has_authors(work: Work, people: Sequence[Name], *, is_cut: bool) -> bool:
    """Tell whether people are a work's authors, or its first ones, as far as surnames tell."""
    authors = known_names(work.author)
    if len(authors) < len(people) or (len(authors) > len(people) and not is_cut):
        return False
    first, recorded = people[0], authors[0]
    if len(people) == 1 and (not first.given or name_differs(first.literal, recorded.literal)):
        # a surname alone is that of many
        return False
    pairs = zip(people, authors, strict=False)
    return all(_is_same(surname(one), surname(other)) for one, other in pairs)


def shares_surname(names: Iterable[Name], work: Work) -> bool:
    """Tell whether one of the names is that of an author, as far as surnames tell."""
    authors = [surname(name) for name in known_names(work.author)]
    return any(
        _is_same(surname(name), one) for name in known_names(tuple(names)) for one in authors
    )


def _is_same(one: list[str], other: list[str]) -> bool:
    # `van den Oord` is listed as `Oord`, too
    shorter, longer = sorted((one, other), key=len)
    return bool(shorter) and longer[-len(shorter) :] == shorter
