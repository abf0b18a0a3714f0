"""Posts that call papers by names of their own."""

from __future__ import annotations

from digest.importing.papers.entries import find_paper
from digest.importing.papers.knownworks import Known, KnownWorks
from digest.importing.papers.names import mark_names
from digest.importing.parts import EntryPaper, FoundEntry, Parts, Stretch
from tests.importing.works import DSI, RECORDS

TITLES = ("Search as a Model", "GenBench", "AI Agents That Matter", "A: An Agent", "By Whom")


def mark(*titles: str, byline: str = "") -> list[FoundEntry]:
    entries = tuple(FoundEntry(one, "", 1, byline, DSI.id) for one in titles)
    (stretch,) = mark_names(Parts((Stretch("", 1, entries),))).stretches
    return list(stretch.entries)


def test_short_titles_without_authors_are_names() -> None:
    assert [one.is_named for one in mark(*TITLES)] == [True, True, True, False, True]
    assert not any(one.is_named for one in mark(*TITLES, byline="Ada Poe"))
    assert not any(one.is_named for one in mark(*TITLES[:2]))
    assert not any(one.is_named for one in mark(*TITLES, *[DSI.title + " of the Long Kind"] * 6))


def test_a_name_stands_beside_the_title_of_the_record() -> None:
    entry = mark(*TITLES)[0]
    named = EntryPaper(DSI.id, "", "Search as a Model")
    assert find_paper(entry, "a.md", Known(KnownWorks())).paper == named
    found = find_paper(entry, "a.md", Known(KnownWorks(RECORDS)))
    assert (found.paper, found.faults) == (named, ())
