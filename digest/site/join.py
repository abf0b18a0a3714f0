"""Facts attached: every entry with the work that it covers, and what is wrong between the two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic, Found, Place
from digest.basics.editions import Correction, Edition, Entry
from digest.basics.text import did_you_mean
from digest.basics.works import Work
from digest.citing.comparison import check_overrides
from digest.citing.library import Library, Unresolved
from digest.site.exported import (
    export_bibliography,
    export_edition,
    export_record,
    has_facts,
    lacking_facts,
    typed_facts,
    typed_work,
)
from digest.site.index import SAID, Imports, Index
from digest.site.works import Works

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.content.load import Content
    from digest.content.units import EditionFolder
    from digest.site.index import Exports


class CoveredEntry(msgspec.Struct, frozen=True):
    """An entry with its work. What the editor typed stands in the work in place of the record."""

    entry: Entry
    work: Work
    number: int
    """Its place among the edition's entries, from 1."""
    corrections: tuple[Correction, ...] = ()
    """The edition's that name it, by date."""

    @property
    def is_known(self) -> bool:
        """Whether its facts are: False where the record that it needs is not there."""
        return not (self.entry.work_key and self.work.id.startswith("entry:"))


class EnrichedEdition(msgspec.Struct, frozen=True):
    """An edition whose entries have their works."""

    edition: Edition
    entries: tuple[CoveredEntry, ...]

    @property
    def covered_works(self) -> dict[str, Work]:
        """The works that it covers, by id; of two entries on one work, what the first says."""
        return {covered.work.id: covered.work for covered in reversed(self.entries)}


class Joined(msgspec.Struct, frozen=True):
    """All editions, oldest first, and the works that can be cited."""

    editions: tuple[EnrichedEdition, ...]
    library: Library
    typed: frozenset[str] = frozenset()
    """The keys of works whose facts are what an entry says, as they have no record."""


def join(content: Content) -> Joined:
    """Attach the records to the entries of all editions."""
    index = Index()
    for unit, exports in _export_all(content):
        index.replace(unit, SAID, exports)
    works = Works(Imports(index), _Content(content))
    folders = sorted(content.editions, key=lambda one: (one.edition.date, one.edition.id))
    editions = tuple(join_edition(folder, works).value for folder in folders)
    keys = {entry.work_key for folder in folders for entry in folder.entries if entry.work_key}
    return Joined(editions, works.library, frozenset(key for key in keys if works.typed(key)))


def _export_all(content: Content) -> Iterator[tuple[str, Exports]]:
    for folder in content.editions:
        yield folder.edition.path, export_edition(folder, is_taken=True)
    for work in content.records:
        yield work.id, export_record(work.id, "", work)
    yield "", export_bibliography(content.bibliography)


class _Content:
    """The works of a content that is all at hand."""

    def __init__(self, content: Content) -> None:
        self._records = {work.id: work for work in content.records}
        self._listed = {one.key: one.work for one in content.bibliography}

    def recorded_work(self, path: str) -> Work:
        return self._records[path]

    def listed_work(self, key: str) -> Work:
        return self._listed[key]


def join_edition(folder: EditionFolder, works: Works) -> Found[EnrichedEdition]:
    """Attach to the entries of an edition the works that they cover.

    Problems: `paper-unfetched`, `paper-typed`, `metadata-differs`, `paper-withdrawn`,
    `paper-newer-version`; of corrections `link-broken`, for entries that are not there. An
    entry without a record has a work of what the editor typed.
    """
    diagnostics: list[Diagnostic] = []
    entries = []
    for number, entry in enumerate(folder.entries, start=1):
        work = _cover(entry, works, diagnostics)
        if work.id.startswith("entry:"):
            work = msgspec.structs.replace(work, id=works.own_id(entry))
        corrections = tuple(one for one in folder.edition.corrections if one.entry == entry.slug)
        entries.append(CoveredEntry(entry, work, number, corrections))
    diagnostics += _check_corrections(folder)
    return Found(EnrichedEdition(folder.edition, tuple(entries)), tuple(diagnostics))


def _check_corrections(folder: EditionFolder) -> Iterator[Diagnostic]:
    slugs = {entry.slug for entry in folder.entries}
    for one in folder.edition.corrections:
        if one.entry_place and one.entry not in slugs:
            message = f"the edition has no entry '{one.entry}'"
            # the name of its file is often typed
            name = re.sub(r"^\d+[-_. ]+|\.md$", "", one.entry)
            hint = f"did you mean '{name}'?" if name in slugs else did_you_mean(name, slugs)
            hint = hint or "take 'entry' away to correct the edition"
            yield one.entry_place.diagnose("link-broken", message, hint)


def _cover(entry: Entry, works: Works, diagnostics: list[Diagnostic]) -> Work:
    """Return the work that an entry covers, with what the editor typed in place."""
    place = entry.work_place
    if not entry.work_key or place is None:
        return typed_work(entry)
    facts = typed_facts(entry)
    found = works.recorded(entry.work_key)
    if found:
        diagnostics += check_overrides(entry, found)
        diagnostics += _check_versions(place, entry, found)
        return facts.put_into(found)
    typed = works.typed(entry.work_key)
    if typed is None:
        lacking = works.records.find(entry.work_key, entry.edition)
        assert isinstance(lacking, Unresolved)  # noqa: S101 -- it has no record
        hint = lacking.hint + _half_typed_hint(entry)
        diagnostics.append(place.diagnose(lacking.rule, lacking.message, hint))
        return typed_work(entry)
    if has_facts(entry):
        message = f"there is no record of '{entry.work_key}': its facts are those typed here"
        diagnostics.append(place.diagnose("paper-typed", message, _TYPED_HINT))
    return facts.put_into(typed)


def _half_typed_hint(entry: Entry) -> str:
    """Say what lacks where an entry has some of the facts that stand in place of a record."""
    lacking = lacking_facts(entry)
    if not entry.work_key.startswith("doi:") or len(lacking) not in {1, 2}:
        return ""
    named = " and ".join(f"'{name}'" for name in lacking)
    return f"; where that finds no record, give the entry {named} too"


_TYPED_HINT = (
    "'digest fetch' asks for one; where there is none, write '# digest: allow paper-typed' above"
)


def _check_versions(place: Place, entry: Entry, work: Work) -> Iterable[Diagnostic]:
    if work.is_withdrawn:
        message = f"'{work.plain_title}' has been {work.state}"
        hint = "say so in the entry, or leave the paper out"
        yield place.diagnose("paper-withdrawn", message, hint)
    if work.arxiv and 0 < entry.version < work.arxiv.version:
        message = f"version {entry.version} is named; the newest is {work.arxiv.version}"
        hint = f"write 'arxiv: {work.arxiv.id}v{work.arxiv.version}', or leave the version out"
        yield place.diagnose("paper-newer-version", message, hint)
