"""Facts attached: every entry with the work that it covers, and what is wrong between the two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic, Found, Place
from digest.basics.editions import Edition, Entry
from digest.basics.works import Work
from digest.citing.comparison import check_overrides
from digest.citing.library import Library, Unresolved, make_library
from digest.records.identifiers import Identifier
from digest.records.names import read_names
from digest.site.citations import check_citations, check_forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from digest.content.load import Content, EditionFolder


class CoveredEntry(msgspec.Struct, frozen=True):
    """An entry with its work. What the editor typed stands in the work in place of the record."""

    entry: Entry
    work: Work
    number: int
    """Its place among the edition's entries, from 1."""

    @property
    def is_known(self) -> bool:
        """Whether its facts are: False where the record that it needs is not there."""
        return not (self.entry.work_key and self.work.id.startswith("entry:"))


class EnrichedEdition(msgspec.Struct, frozen=True):
    """An edition whose entries have their works."""

    edition: Edition
    entries: tuple[CoveredEntry, ...]


class Joined(msgspec.Struct, frozen=True):
    """All editions, oldest first, and the works that can be cited."""

    editions: tuple[EnrichedEdition, ...]
    library: Library
    typed: frozenset[str] = frozenset()
    """The keys of works whose facts are what an entry says, as they have no record."""


def join(
    content: Content, takes: Callable[[Edition], bool] = lambda _edition: True
) -> Found[Joined]:
    """Attach the records to the entries of all editions.

    `takes` tells whether an edition is published: what is typed in one that waits is told nowhere
    else. Problems: `paper-unfetched`, `paper-typed`, `metadata-differs`, `paper-withdrawn`,
    `paper-newer-version` and `covered-before`. Always has a value: an entry without a record has
    a work of what the editor typed.
    """
    same = [
        (entry.work_key, key)
        for folder in content.editions
        for entry in folder.entries
        for key in entry.other_keys
    ]
    records = make_library(content.records, content.bibliography, {}, same)
    diagnostics: list[Diagnostic] = []
    typed = _typed_in_place(content.editions, records)
    works = _cover_all(content.editions, records, typed, diagnostics)
    editions = tuple(
        EnrichedEdition(
            folder.edition,
            tuple(
                CoveredEntry(entry, works[entry.path], number)
                for number, entry in enumerate(folder.entries, start=1)
            ),
        )
        for folder in sorted(content.editions, key=_by_date)
    )
    own = (work for work in works.values() if work.id.startswith("entry:"))
    changed = _typed_of_records(one for one in editions if takes(one.edition))
    given = (msgspec.structs.replace(one, **changed.get(one.id, {})) for one in content.records)
    library = make_library(
        (*given, *typed.values(), *own),
        content.bibliography,
        _keys_of_entries(content.editions, works),
        same,
    )
    diagnostics += _check_covered_before(editions)
    diagnostics += (*check_citations(content, library), *check_forms(content, library))
    return Found(Joined(editions, library, frozenset(typed)), tuple(diagnostics))


def _typed_in_place(folders: Iterable[EditionFolder], records: Library) -> dict[str, Work]:
    """Return the works that have a DOI and no record, and all of whose facts an entry has.

    By their keys. Where several entries have the facts, those of the first count.
    """
    typed: dict[str, Work] = {}
    for entry in _in_order(folders):
        if _has_facts(entry) and isinstance(_find(entry, records), Unresolved):
            id_ = Identifier(entry.work_key)
            work = Work(id_.key, "document", "", doi=id_.doi, url=id_.url)
            typed.setdefault(id_.key, msgspec.structs.replace(work, **_typed_facts(entry)))
    return typed


def _has_facts(entry: Entry) -> bool:
    """Tell whether an entry could do without a record of its DOI."""
    return entry.work_key.startswith("doi:") and not _lacking_facts(entry)


def _lacking_facts(entry: Entry) -> list[str]:
    """Return which fields an entry that does without a record must have, and has not."""
    return [name for name in ("title", "authors", "date") if not getattr(entry, name)]


def _find(entry: Entry, records: Library) -> Work | Unresolved:
    return records.find(entry.work_key, entry.edition)


def _in_order(folders: Iterable[EditionFolder]) -> list[Entry]:
    """List all entries: published ones before drafts, then by date.

    So nothing of a draft is told in the place of what is published.
    """
    entries = [
        (folder.edition.draft or entry.draft, _by_date(folder), index, entry)
        for folder in folders
        for index, entry in enumerate(folder.entries)
    ]
    return [entry for *_, entry in sorted(entries, key=lambda one: one[:3])]


def _cover_all(
    folders: Iterable[EditionFolder],
    records: Library,
    typed: Mapping[str, Work],
    diagnostics: list[Diagnostic],
) -> dict[str, Work]:
    """Return the works that all entries cover, by the entries' paths.

    Two entries without a record that are about one address cover one work. It has the id of the
    first of them.
    """
    works: dict[str, Work] = {}
    ids: dict[str, str] = {}
    for entry in _in_order(folders):
        work = _cover(entry, records, typed, diagnostics)
        if work.id.startswith("entry:"):
            id_ = ids.setdefault(entry.work_key or entry.url or work.id, work.id)
            work = msgspec.structs.replace(work, id=id_)
        works[entry.path] = work
    return works


def _keys_of_entries(folders: Iterable[EditionFolder], works: Mapping[str, Work]) -> dict[str, str]:
    """Return the ids of the covered works by `edition/slug`; `works` are by the entries' paths."""
    entries = [entry for folder in folders for entry in folder.entries]
    # drafts first: where a draft has the slug of an entry, the key is the entry's
    entries.sort(key=lambda entry: not entry.draft)
    return {f"{entry.edition}/{entry.slug}": works[entry.path].id for entry in entries}


def _typed_of_records(editions: Iterable[EnrichedEdition]) -> dict[str, dict[str, object]]:
    """Return what editors typed in place of a record, by the record's id: it is so everywhere.

    Where two entries cover one work, the first counts; drafts may be half written.
    """
    typed: dict[str, dict[str, object]] = {}
    for enriched in editions:
        for covered in enriched.entries:
            if not (enriched.edition.draft or covered.entry.draft):
                typed.setdefault(covered.work.id, _typed_facts(covered.entry))
    return typed


def _by_date(folder: EditionFolder) -> tuple[str, str]:
    return (folder.edition.date, folder.edition.id)


def _cover(
    entry: Entry, records: Library, typed: Mapping[str, Work], diagnostics: list[Diagnostic]
) -> Work:
    """Return the work that an entry covers, with what the editor typed in place."""
    if not entry.work_key or entry.work_place is None:
        return _typed_work(entry)
    found = _find(entry, records)
    place = entry.work_place
    if not isinstance(found, Unresolved):
        diagnostics += check_overrides(entry, found)
        diagnostics += _check_versions(entry, found)
        return msgspec.structs.replace(found, **_typed_facts(entry))
    work = typed.get(entry.work_key)
    if work is None:
        hint = found.hint + _half_typed_hint(entry)
        diagnostics.append(place.diagnose(found.rule, found.message, hint))
        return _typed_work(entry)
    if _has_facts(entry):
        message = f"there is no record of '{entry.work_key}': its facts are those typed here"
        diagnostics.append(place.diagnose("paper-typed", message, _TYPED_HINT))
    return msgspec.structs.replace(work, **_typed_facts(entry))


def _half_typed_hint(entry: Entry) -> str:
    """Say what lacks where an entry has some of the facts that stand in place of a record."""
    lacking = _lacking_facts(entry)
    if not entry.work_key.startswith("doi:") or len(lacking) not in {1, 2}:
        return ""
    named = " and ".join(f"'{name}'" for name in lacking)
    return f"; where that finds no record, give the entry {named} too"


_TYPED_HINT = (
    "'digest fetch' asks for one; where there is none, write '# digest: allow paper-typed' above"
)


def _typed_work(entry: Entry) -> Work:
    """Return a work of nothing but what the editor typed."""
    id_, title = f"entry:{entry.edition}/{entry.slug}", entry.name or entry.slug
    return msgspec.structs.replace(Work(id_, "webpage", title), **_typed_facts(entry))


def _typed_facts(entry: Entry) -> dict[str, object]:
    """Return the fields of a work that the editor typed."""
    typed = {
        "title": entry.title and entry.title.value,
        "author": read_names(name.value for name in entry.authors),
        "issued": entry.date and tuple(int(part) for part in entry.date.value.split("-")),
        "url": entry.url,
        "doi": entry.doi,
    }
    return {name: value for name, value in typed.items() if value}


def _check_versions(entry: Entry, work: Work) -> Iterable[Diagnostic]:
    place = entry.work_place
    if place is None:
        return
    if work.is_withdrawn:
        message = f"'{work.plain_title}' has been {work.state}"
        hint = "say so in the entry, or leave the paper out"
        yield place.diagnose("paper-withdrawn", message, hint)
    if work.arxiv and 0 < entry.version < work.arxiv.version:
        message = f"version {entry.version} is named; the newest is {work.arxiv.version}"
        hint = f"write 'arxiv: {work.arxiv.id}v{work.arxiv.version}', or leave the version out"
        yield place.diagnose("paper-newer-version", message, hint)


def _check_covered_before(editions: Iterable[EnrichedEdition]) -> Iterable[Diagnostic]:
    first: dict[str, Entry] = {}
    covering = [
        (enriched.edition.draft or covered.entry.draft, covered)
        for enriched in editions
        for covered in enriched.entries
    ]
    # what is published comes before drafts, however old these are
    for _, covered in sorted(covering, key=lambda pair: pair[0]):
        entry = covered.entry
        earlier = first.setdefault(covered.work.id, entry)
        if earlier is not entry:
            same = earlier.edition == entry.edition
            where = "this edition" if same else f"edition '{earlier.edition}'"
            message = f"{where} covers this work already, in '{earlier.slug}'"
            hint = "leave one out, or allow the second look with '# digest: allow covered-before'"
            place = entry.work_place or Place(entry.path, 1, 1)
            yield place.diagnose("covered-before", message, hint)
