"""Papers and references of an archive looked up on the network, when the editor asks for it.

First titles that have no id, at arXiv and Crossref, and pages about papers that have none; then the
records of all ids that are known by then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.works import Name, Work
from digest.citing.comparison import title_words
from digest.importing.papers.knownworks import KnownWorks, surname
from digest.importing.papers.lookuplog import LookUpLog
from digest.records.identifiers import SOURCES, Identifier
from digest.records.names import known_names
from digest.records.obtain import Obtained, obtain
from digest.records.pagefacts import PageFacts
from digest.records.search import TITLES, search_arxiv, search_crossref
from digest.records.service import ServiceError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.records.obtain import FetchOptions


class Title(msgspec.Struct, frozen=True):
    """A paper that is known by its title and its authors alone."""

    title: str
    """Plain text."""
    authors: tuple[Name, ...]


class Wanted(msgspec.Struct, frozen=True):
    """What posts name, and what nothing is known of."""

    keys: tuple[str, ...] = ()
    """Ids without a record."""
    titles: tuple[Title, ...] = ()
    urls: tuple[str, ...] = ()
    """Addresses of pages about papers that have no id."""


class LookedUp(msgspec.Struct, frozen=True):
    """What came of looking things up."""

    obtained: Obtained = Obtained()
    """The works that were found: their records are written."""
    pages: tuple[tuple[str, PageFacts], ...] = ()
    """What pages said, by their addresses."""
    failures: tuple[str, ...] = ()
    """What to tell the user of titles and pages for which nobody answered."""


def look_up(wanted: Wanted, options: FetchOptions) -> LookedUp:
    """Look up what posts name, and write the records of works that are found.

    What a service does not answer is told, and stops nothing else. Raises FileError where records
    cannot be written.
    """
    log = LookUpLog(options.root, options.now)
    run = _Run(wanted, options, log)
    keys = [*wanted.keys, *run.look_up_titles()]
    pages = tuple(run.look_at_pages())
    keys += [facts.id.key for _, facts in pages if facts.id]
    got = Obtained()
    quiet = msgspec.structs.replace(options, progress=lambda _done, _total: run.step())
    for kind in SOURCES:
        got += obtain(
            kind, dict.fromkeys(key for key in keys if Identifier(key).kind == kind), quiet
        )
    return LookedUp(got, pages, tuple(run.failures))


class _Run:
    """Titles and pages that are asked for one after another."""

    def __init__(self, wanted: Wanted, options: FetchOptions, log: LookUpLog) -> None:
        self.failures: list[str] = []
        self._wanted = wanted
        self._options = options
        self._log = log
        self._done = 0

    def step(self) -> None:
        """Tell that one more is done."""
        wanted = self._wanted
        total = len(wanted.keys) + len(wanted.titles) + len(wanted.urls)
        self._done += 1
        self._options.progress(min(self._done, total), total)

    def look_up_titles(self) -> Iterator[str]:
        """Yield the keys of the works that the titles are of: title and a surname must agree."""
        named = {_signature(one): one for one in self._wanted.titles if known_names(one.authors)}
        left = {}
        for sign, one in named.items():
            told = self._log.find(sign)
            if told is None:
                left[sign] = one
            elif told.key:
                yield told.key
        signs = list(left)
        for start in range(0, len(signs), TITLES):
            batch = {sign: left[sign] for sign in signs[start : start + TITLES]}
            try:
                yield from self._look_up_batch(batch)
            except ServiceError as error:
                waiting = len(signs) - start
                self.failures.append(f"{error} ({waiting} titles are still to be looked for)")
                return

    def _look_up_batch(self, batch: dict[str, Title]) -> Iterator[str]:
        """Ask arXiv for all of a batch, and Crossref for each that is not there."""
        contact = self._options.contact
        papers = KnownWorks(search_arxiv([one.title for one in batch.values()], contact))
        for sign, one in batch.items():
            key = _match(one, papers)
            if not key:
                first = known_names(one.authors)[0]
                asked = search_crossref(one.title, " ".join(surname(first)), contact)
                key = _match(one, KnownWorks(asked))
            self._log.note(sign, key)
            self.step()
            if key:
                yield key

    def look_at_pages(self) -> Iterator[tuple[str, PageFacts]]:
        """Yield what pages say of their papers, each of which is asked for once."""
        # requests takes 100 ms, and few papers need it
        from digest.records.pages import look_at_pages  # noqa: PLC0415

        left = []
        for url in dict.fromkeys(self._wanted.urls):
            told = self._log.find(url)
            if told is None:
                left.append(url)
            elif told.facts:
                yield url, told.facts
        for page in look_at_pages(left, self._options.contact):
            self.step()
            if page.remedy:
                self.failures.append(f"'{page.url}' {page.problem}; {page.remedy}")
                continue
            self._log.note(page.url, page.facts.id.key if page.facts.id else "", page.facts)
            yield page.url, page.facts


def _match(one: Title, works: KnownWorks) -> str:
    found = works.find_titled(one.title, one.authors)
    return found.id if isinstance(found, Work) else ""


def _signature(one: Title) -> str:
    """Return what tells a title and its first author from others, as the log has it."""
    names: Sequence[Name] = known_names(one.authors)
    return f"{''.join(title_words(one.title))} {' '.join(surname(names[0]))}"
