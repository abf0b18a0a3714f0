"""Which paper an entry covers: by its id, else by its title, else as typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.text import iso_date, join_words, shorten
from digest.basics.works import Work
from digest.importing.papers.differences import (
    Typed,
    find_differences,
    is_like_title,
    is_other_paper,
    is_short_name,
)
from digest.importing.papers.knownworks import Ambiguous
from digest.importing.papers.typed import (
    authors_of,
    date_in_byline,
    is_entry_url,
    is_placeholder,
    read_byline,
    read_paper_date,
    read_typed_title,
)
from digest.importing.parts import EntryPaper, Fault, FaultKind
from digest.importing.plaintext import plain_text
from digest.records.identifiers import Identifier, parse_identifier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.importing.papers.knownworks import Known
    from digest.importing.parts import FoundEntry
    from digest.records.pagefacts import PageFacts

_PAPERS = frozenset({"abs", "abstract", "arxiv", "doi", "paper", "pdf", "preprint"})
"""Names of links that may lead to the paper itself."""


_Told = list[tuple["FaultKind", str, str]]


class FoundPaper(msgspec.Struct, frozen=True):
    """Which paper an entry covers."""

    paper: EntryPaper
    typed: Typed
    work: Work | None = None
    """Its record, where there is one."""
    faults: tuple[Fault, ...] = ()


class _Address(msgspec.Struct, frozen=True):
    """What an entry's address says."""

    id: Identifier | None = None
    url: str = ""
    fault: tuple[FaultKind, str, str] | None = None


class ReadEntry(msgspec.Struct, frozen=True):
    """What an entry says of its paper, whatever else is known of it."""

    typed: Typed
    address: _Address


def read_entry(entry: FoundEntry) -> ReadEntry:
    """Read what an entry says of its paper."""
    return ReadEntry(_read_typed(entry), _read_address(entry))


def find_paper(
    entry: FoundEntry, path: str, known: Known, read: ReadEntry | None = None
) -> FoundPaper:
    """Find out which paper an entry covers; `path` is that of its source.

    `read` is what `read_entry` returns of it, where that is known already. An id that follows by a
    rule from an address is taken with the address, which its record makes superfluous. Of a paper
    that has a record the post's own facts are left out; of others they are kept as typed.
    """
    read = read or read_entry(entry)
    typed, address = read.typed, read.address
    if page := known.pages.get(address.url):
        address, typed = _with_page(address, typed, page)
    faults = [address.fault] if address.fault else []
    if address.id and (lacking := known.lacking.get(address.id.key)):
        if address.id.follows:
            # the rule does not hold for this page
            address = _Address(url=address.url)
        else:
            faults.append(("address-broken", lacking, "kept"))
    key, work = (address.id.key, known.works.find(address.id.key)) if address.id else ("", None)
    if not key:
        named, told_of = _find_named(entry, typed, known)
        faults += told_of
        key, work = (named.id, known.works.find(named.id)) if named else ("", None)
    if key:
        paper, told = _with_key(key, address, typed, work, entry.name)
    else:
        paper, told = _without_key(address, typed, entry)
    made = (Fault(kind, path, entry.line, text, done) for kind, text, done in (*faults, *told))
    return FoundPaper(paper, typed, work, tuple(made))


def _find_named(entry: FoundEntry, typed: Typed, known: Known) -> tuple[Work | None, _Told]:
    """Find the paper of an entry without an id by its title, or else by its authors.

    By authors alone where the title is not told; else where its title may be an earlier one.
    """
    shown = _show(entry, typed)
    titled = known.find_titled(typed.title, typed.authors)
    if isinstance(titled, Ambiguous):
        ids = " or ".join(f"'{one.id}'" for one in titled.works)
        return None, [("paper-unknown", f"{shown} could be {ids}", "")]
    by = "title"
    if not titled:
        by = "authors"
        written = known.works.find_written(typed.authors)
        if typed.title:
            written = tuple(one for one in written if is_like_title(typed.title, one))
        titled = written[0] if len(written) == 1 else None
    if not titled or titled.id.startswith("bib:"):
        return None, []
    done = f"taken for '{titled.id}', which has its {by}"
    return titled, [("paper-unknown", f"{shown} has no id", done)]


def _show(entry: FoundEntry, typed: Typed) -> str:
    """Return how a message names an entry: by its title, its names, or its first words."""
    if not typed.title and entry.byline:
        return f"the entry without a title, by '{shorten(plain_text(entry.byline))}',"
    return f"'{shorten(typed.title or read_typed_title(entry.text))}'"


def _with_page(address: _Address, typed: Typed, page: PageFacts) -> tuple[_Address, Typed]:
    """Add what the page at an address says, where the post does not say it."""
    title, authors = typed.title or page.title, typed.authors or page.authors
    added = Typed(title, authors, typed.date or page.date, typed.is_named)
    return _Address(address.id or page.id, address.url, address.fault), added


def _read_typed(entry: FoundEntry) -> Typed:
    title = read_typed_title(entry.title)
    is_address = is_entry_url(title) or isinstance(parse_identifier(title), Identifier)
    date = read_paper_date(entry.date) or date_in_byline(entry.byline)
    return Typed("" if is_address else title, read_byline(entry.byline), date, entry.is_named)


def _read_address(entry: FoundEntry) -> _Address:
    """Read the address of an entry's paper, and those of its links that may be the paper's."""
    read = _read_one(entry.paper)
    if read.id:
        return read
    for name, address in entry.links:
        if name.casefold() in _PAPERS and (found := _read_one(address)).id:
            return _Address(found.id, read.url, read.fault)
    return read


def _read_one(typed: str) -> _Address:
    typed = typed.strip()
    if not typed:
        return _Address()
    shown = shorten(typed)
    if is_placeholder(typed):
        message = f"'{shown}' stands in place of the paper's address"
        if typed == "#":
            message = "the link to the paper has no address"
        return _Address(fault=("placeholder", message, "left out"))
    found = parse_identifier(typed)
    if isinstance(found, Identifier):
        return _Address(found, typed if found.follows and is_entry_url(typed) else "")
    url = found.page or typed
    if found.page and is_entry_url(url):
        return _Address(url=url)
    if is_entry_url(url):
        return _Address(url=url, fault=("address-broken", found.message, "kept as 'url'"))
    return _Address(fault=("address-broken", found.message, "left out"))


def _with_key(
    key: str, address: _Address, typed: Typed, work: Work | None, named: str
) -> tuple[EntryPaper, _Told]:
    title, name = ("", typed.title) if typed.is_named else (typed.title, named)
    as_typed = EntryPaper(
        key, address.url, name, title, authors_of(typed.authors), iso_date(typed.date)
    )
    if work is None:
        return as_typed, []
    told: _Told = [(one.kind, one.message, one.done) for one in find_differences(typed, work)]
    # an id that follows from the address, and that its record confirms, says the same
    url = "" if address.id and address.id.follows else address.url
    name = named or (typed.title if is_short_name(typed, work) else "")
    return (as_typed if is_other_paper(typed, work) else EntryPaper(key, url, name)), told


def _without_key(address: _Address, typed: Typed, entry: FoundEntry) -> tuple[EntryPaper, _Told]:
    paper = EntryPaper(
        "", address.url, entry.name, typed.title, authors_of(typed.authors), iso_date(typed.date)
    )
    lacking = list(_lacking(paper))
    if not lacking:
        return paper, []
    message = f"{_show(entry, typed)} has no id"
    return paper, [("paper-unknown", message, f"type its {join_words(lacking)} into the entry")]


def _lacking(paper: EntryPaper) -> Iterator[str]:
    """List the fields that an entry without an id needs and does not have."""
    for name in ("url", "title", "authors", "date"):
        if not getattr(paper, name):
            yield f"'{name}'"
