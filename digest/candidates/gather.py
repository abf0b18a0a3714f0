"""Candidates gathered from all sources that a newsletter names, and from what was seen before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from digest.basics.lock import hold
from digest.basics.text import count_of
from digest.basics.zones import find_zone
from digest.candidates.candidate import Candidate
from digest.candidates.counting import ask_attention, count_attention
from digest.candidates.daily import ask_daily
from digest.candidates.seen import add_seen, read_seen, seen_file, write_seen
from digest.candidates.sources.anyfeed import find_items
from digest.candidates.sources.arxivdates import find_missed
from digest.candidates.sources.arxivfeed import find_announcements
from digest.candidates.sources.biorxiv import find_preprints
from digest.candidates.sources.crossref import find_articles
from digest.candidates.sources.source import Page, Source
from digest.records.politeclient import ask_politely
from digest.records.service import ServiceError
from digest.settings.arxivcategories import is_one_of
from digest.settings.discoverconfig import DiscoverSettings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digest.candidates.counting import Counts

_MOST_PAGES: Final = 200
"""Answers of one source, until what it says of there being more is no longer believed."""
_SATURDAY: Final = 5


class Search(msgspec.Struct, frozen=True):
    """What is looked for, and for whom."""

    root: Path
    """The newsletter's folder."""
    settings: DiscoverSettings
    since: str
    """The first day, `YYYY-MM-DD`."""
    today: str
    """The last one, where the newsletter is made."""
    now: dt.datetime
    """With its zone: arXiv has another."""
    contact: str = ""
    """An address that services may write to."""
    progress: Callable[[int, int], None] = lambda _done, _total: None
    """Told how many of the sources are done, and of how many."""
    waiting: Callable[[], None] = lambda: None
    """Called where another process is looking for this newsletter, and is waited for."""
    is_since_named: bool = False
    """Whether the editor named `since`; else the newest papers will do where there is nothing."""


class Gathered(msgspec.Struct, frozen=True):
    """What there is to choose from."""

    candidates: tuple[Candidate, ...] = ()
    """Listed since the first day, the newest first."""
    since: str = ""
    """The first day that counts; empty where all do."""
    background: tuple[Candidate, ...] = ()
    """Those that earlier runs saw, or that were listed before."""
    failures: tuple[str, ...] = ()
    """What to tell the user of sources that failed."""
    notes: tuple[str, ...] = ()
    """What to tell the user besides."""


def gather(search: Search) -> Gathered:
    """Ask all sources, each once a day, and return what there is to choose from.

    What was had is kept, also where a source fails or the user ends it.
    """
    lock = seen_file(search.root).with_suffix(".lock")
    with hold(lock, search.waiting):
        gathering = _Gathering(search)
        try:
            gathering.ask_all()
        finally:
            write_seen(search.root, gathering.seen, search.today)
    return gathering.result()


class _Gathering:
    """One run: what was seen, and what went wrong."""

    def __init__(self, search: Search) -> None:
        self._search = search
        self.seen = read_seen(search.root)
        self._failures: dict[str, None] = {}
        self._notes: list[str] = []
        self._counts: Counts = {}
        self._arxiv_day = search.now.astimezone(find_zone("America/New_York")).date().isoformat()
        """The day of arXiv's newest announcements."""

    def ask_all(self) -> None:
        """Ask the sources, one after another."""
        others = [*self._list_others()]
        categories = self._search.settings.categories
        total = len(others) + 2 * bool(categories)
        if categories:
            self._ask(find_announcements(categories), self._arxiv_day)
            self._search.progress(1, total)
            if missed := self._list_missed(categories):
                self._ask(find_missed(categories, missed, self._arxiv_day), self._arxiv_day)
                self._tell_lacking(categories)
            self._search.progress(2, total)
        for number, source in enumerate(others, start=total - len(others) + 1):
            self._ask(source, self._search.today)
            self._search.progress(number, total)
        attention = self._search.settings.attention
        self._counts, failures = ask_attention(attention, self._search.today, self._search.contact)
        self._failures |= dict.fromkeys(failures)

    def _list_others(self) -> Iterator[Source]:
        settings, since, today = self._search.settings, self._search.since, self._search.today
        for server, subjects in (("biorxiv", settings.biorxiv), ("medrxiv", settings.medrxiv)):
            yield from (find_preprints(server, one, since, today) for one in subjects)
        if settings.issns:
            yield find_articles(settings.issns, since, today)
        yield from map(find_items, settings.feeds)

    def _list_missed(self, categories: Sequence[str]) -> list[str]:
        """Return the days whose announcements in some category are not known."""
        day, last = map(dt.date.fromisoformat, (self._search.since, self._arxiv_day))
        so_far = (one for one in self.seen.so_far if one.endswith(self._arxiv_day))
        known = {*self.seen.answered, *so_far}
        missed = []
        while day <= last:
            is_known = all(f"{one} {day}" in known for one in categories)
            if day.weekday() < _SATURDAY and not is_known:
                missed.append(day.isoformat())
            day += dt.timedelta(days=1)
        return missed

    def _tell_lacking(self, categories: Sequence[str]) -> None:
        if days := self._list_missed(categories):
            span = f"from {days[0]} to {days[-1]}" if len(days) > 1 else days[0]
            self._notes.append(
                f"arXiv's papers of {count_of(len(days), 'day')} are missing, {span}"
            )

    def _ask(self, source: Source, day: str) -> None:
        """Ask a source for all that it has; what comes before it fails is taken."""
        line, is_cut, is_whole, asked = [source.address], False, True, 0
        while line and not is_cut:
            address, asked = line.pop(0), asked + 1
            try:
                page = ask_daily(address, day, Page, lambda: self._get(source, address))  # noqa: B023 -- called at once
            except ServiceError as error:
                self._failures[f"{error.problem}; {error.remedy}"] = None
                if not error.may_last:
                    return
                is_whole = False
                continue
            line += page.more
            # of a source that is not done no day is
            is_done = is_whole and not line
            answered = _scope_days(source, page.days) if is_done else ()
            self.seen = add_seen(self.seen, page.candidates, answered, self._search.today)
            if is_done and page.so_far:
                so_far = _scope_days(source, page.so_far)
                self.seen = msgspec.structs.replace(self.seen, so_far=so_far)
            is_cut = page.cut or (bool(line) and asked == _MOST_PAGES)
        if is_cut:
            self._notes.append(
                f"{source.name} has more than can be asked for: name narrower categories, or a "
                "later day with --since"
            )

    def _get(self, source: Source, address: str) -> Page:
        return ask_politely(
            address,
            source.name,
            source.interval,
            self._search.contact,
            lambda data: source.read(data, address),
        )

    def result(self) -> Gathered:
        """Return what there is to choose from."""
        newest = sorted(self.seen.candidates, key=lambda one: (one.listed, one.id), reverse=True)
        named = [one for one in newest if self._is_asked_for(one)]
        since = self._find_first_day(named[0].listed if named else "")
        wanted = [one for one in named if one.listed >= since]
        versions = {version for one in wanted for version in one.versions}
        shown = [one for one in wanted if one.id not in versions]
        ids = {one.id for one in wanted}
        return Gathered(
            count_attention(shown, self._counts),
            since,
            tuple(one for one in newest if one.id not in ids),
            tuple(self._failures),
            tuple(self._notes),
        )

    def _find_first_day(self, newest: str) -> str:
        """Return the first day that counts; say so where the newest paper is of one before."""
        since = self._search.since
        if not "" < newest < since:
            return since
        told = f"the newest papers are of {newest}"
        if self._search.is_since_named:
            self._notes.append(f"{told}: '--since {newest}' shows them")
            return since
        self._notes.append(f"{told}, and none is of the last days")
        return newest

    def _is_asked_for(self, candidate: Candidate) -> bool:
        """Tell whether the settings still name where a candidate comes from, as far as is known."""
        categories = self._search.settings.categories
        if candidate.source != "arXiv" or not candidate.categories:
            return True
        return is_one_of(candidate.categories[0], categories)


def _scope_days(source: Source, days: Iterable[str]) -> tuple[str, ...]:
    """Return days as `Seen` has them, of all that a source tells."""
    return tuple(f"{one} {day}" for one in source.scope for day in days)
