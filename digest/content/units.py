"""The units of a newsletter: which sources each has, read and parsed when it is asked for."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec

from digest.basics.conflicts import settle_bytes
from digest.basics.diagnostics import Allowance, Checked, Diagnostic, Found
from digest.basics.editions import Edition, Entry, FreePage, SiteTexts
from digest.basics.recent import Recent
from digest.basics.text import canonical_json, fingerprint
from digest.basics.works import Work
from digest.content.decode import decode, find_allowances
from digest.content.discover import LOST, Source, is_within
from digest.content.dismissed import DISMISSED_FILE, Dismissal, parse_dismissed
from digest.content.divide import Kind, Unit, divide
from digest.content.doubts import check_entry_doubts, check_record_doubts
from digest.content.parse import parse_edition, parse_entry, parse_page, parse_site
from digest.content.reader import Reader
from digest.content.sent import SENT_FILE, Handover, parse_sent
from digest.content.sourcefile import Parsed, ParseOptions
from digest.content.texts import Origin, Texts
from digest.content.titles import check_record_title, check_titles
from digest.settings.config import Settings, parse_settings
from digest.settings.sitefile import SITE_FILE

if TYPE_CHECKING:
    from pathlib import Path

    from digest.content.discover import Scan
    from digest.content.filefacts import FileFacts
    from digest.content.texts import Memory
    from digest.records.bibtex import BibEntry

T = TypeVar("T")

Parse = Callable[[str, str, ParseOptions], Found[Parsed]]

BIBLIOGRAPHY = "content/references.bib"
EDITIONS = "content/editions/"


class EditionFolder(msgspec.Struct, frozen=True):
    """An edition with its entries, in file order."""

    edition: Edition
    entries: tuple[Entry, ...]


class Read(msgspec.Struct, Generic[T], frozen=True):
    """What was read of a unit."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()
    allowances: tuple[Allowance, ...] = ()
    key: str = ""
    """What differs where the source of a record does."""


class _Stored(msgspec.Struct, frozen=True):
    """A parse as the memo keeps it: its texts are kept apart."""

    checked: Found[Parsed]
    texts: tuple[str, ...]


_MOST = 100
"""Of so many editions what was read is at hand; others are read again."""


class Units:
    """All units of a newsletter, each of which is read if it is asked for."""

    def __init__(self, root: Path, memory: Memory, scan: Scan) -> None:
        self.texts = Texts(memory)
        self._memory = memory
        self.started_ns = scan.started_ns
        self._reader = Reader(root, memory, scan.started_ns)
        # a key stands for values of one type
        self._known: dict[str, Any] = {}
        self._editions: Recent[Read[EditionFolder | None]] = Recent(_MOST)
        self.sources = scan.sources
        self.all = {unit.id: unit for unit in divide(self.sources)}
        """By id."""
        self.site = ""
        """The text of site.yaml."""
        self.settings, self.found, self.allowances = self._read_settings()
        """Those of site.yaml, what is wrong with them, and what comments in it allow."""
        self._options = ParseOptions(self.settings.lang, self.settings.sections)
        self._options_hash = fingerprint(canonical_json(self._options))
        self.site_texts = self._read_site_texts()

    def of_kind(self, kind: Kind) -> list[Unit]:
        """List the units of a kind, by id."""
        return [unit for unit in self.all.values() if unit.kind == kind]

    def edition(self, id_: str) -> Read[EditionFolder | None]:
        """Return an edition by its folder; None where it has no index.md."""
        if id_ not in self._editions:
            self._editions[id_] = self._read_edition(id_)
        return self._editions[id_]

    def _read_edition(self, id_: str) -> Read[EditionFolder | None]:
        edition, entries = None, []
        found: list[Diagnostic] = []
        allowances: list[Allowance] = []
        sources = self.all[id_].sources
        for source in sources:
            if source.kind in LOST:
                continue
            parse = parse_edition if source.kind == "edition" else parse_entry
            read = self._parse(source, parse)
            found += read.diagnostics
            allowances += read.allowances
            edition = read.value.edition or edition
            entries += [read.value.entry] if read.value.entry else []
        if edition is None:
            message, hint = "the edition has no index.md", "add it, with 'title' and 'date'"
            # a text that names no paper may be its own, as README.md
            if any(not (one.work_key or one.url) for one in entries):
                hint = f"rename the edition's text to 'index.md', or {hint}"
            path = f"{id_}/index.md"
            # unless it is there, and nothing is known of it
            if all(one.path != path for one in sources):
                found.append(Diagnostic(path, 1, 1, "field-missing", message, hint))
            return Read(None, self._reader.told(id_, found), tuple(allowances))
        folder = EditionFolder(edition, tuple(sorted(entries, key=_file_order)))
        return Read(folder, self._reader.told(id_, found), tuple(allowances))

    def page(self, id_: str) -> Read[FreePage]:
        """Return a free page by its path."""
        return self._once(id_, lambda: self._read_page(id_))

    def _read_page(self, id_: str) -> Read[FreePage]:
        read = self._parse(self.all[id_].sources[0], parse_page)
        assert read.value.page is not None  # noqa: S101 -- it was parsed as one
        return Read(read.value.page, self._reader.told(id_, read.diagnostics), read.allowances)

    def record(self, id_: str) -> Read[Work | None]:
        """Return the work of a record by its path; None where it cannot be read."""
        return self._once(id_, lambda: self._read_record(id_))

    def _read_record(self, id_: str) -> Read[Work | None]:
        def make(source: Source, data: bytes) -> Checked[Work]:
            # few records are new, and their reader takes its time to import
            from digest.records.record import parse_record  # noqa: PLC0415

            settled = settle_bytes(data, source.path)
            data = settled.value
            parsed = parse_record(data, source.path)
            found = [*settled.diagnostics, *parsed.diagnostics]
            if parsed.value:
                found += check_record_title(parsed.value, data, source.path)
                found += check_record_doubts(parsed.value, data, source.path)
            return Checked(parsed.value, tuple(found))

        checked, key = self._reader.recall_or_make(
            "record", self.all[id_].sources[0], Checked[Work], make
        )
        return Read(checked.value, self._reader.told(id_, checked.diagnostics), key=key)

    def bibliography(self) -> Read[tuple[BibEntry, ...]]:
        """Return what references.bib lists."""
        return self._once(BIBLIOGRAPHY, self._read_bibliography)

    def _read_bibliography(self) -> Read[tuple[BibEntry, ...]]:
        if BIBLIOGRAPHY not in self.all:
            return Read(())
        # as the reader of records; an edit of a text asks for none of it
        from digest.records.bibtex import BibEntry, parse_bibtex  # noqa: PLC0415

        def make(source: Source, data: bytes) -> Checked[tuple[BibEntry, ...]]:
            # other programs write it, from whatever they were given
            text = decode(data, source.path, is_lenient=True)
            if text.value is None:
                return Checked((), text.diagnostics)
            parsed = parse_bibtex(text.value, source.path)
            entries = parsed.value or ()
            found = (*check_titles(entries), *check_entry_doubts(entries))
            return Checked(parsed.value, (*text.diagnostics, *parsed.diagnostics, *found))

        source = self.all[BIBLIOGRAPHY].sources[0]
        kind = Checked[tuple[BibEntry, ...]]
        checked, _ = self._reader.recall_or_make("bibliography", source, kind, make)
        return Read(checked.value or (), self._reader.told(BIBLIOGRAPHY, checked.diagnostics))

    def sent(self) -> Read[tuple[Handover, ...]]:
        """Return which editions were handed to the mail service, as content/sent.yaml has them."""
        return self._once(SENT_FILE, lambda: self._read_kept(SENT_FILE, parse_sent))

    def dismissed(self) -> Read[tuple[Dismissal, ...]]:
        """Return which papers are not to be covered, as content/dismissed.txt has them."""
        return self._once(DISMISSED_FILE, lambda: self._read_kept(DISMISSED_FILE, parse_dismissed))

    def _read_kept(
        self, path: str, parse: Callable[[str], Found[tuple[T, ...]]]
    ) -> Read[tuple[T, ...]]:
        """Read a file that digest writes into content/, and people may change."""
        if path not in self.all:
            return Read(())
        text = decode(self._reader.read(self.all[path].sources[0]), path)
        parsed = parse(text.value or "")
        return Read(parsed.value, self._reader.told(path, (*text.diagnostics, *parsed.diagnostics)))

    def take_read(self) -> dict[str, bytes]:
        """Return, in a process that was forked, what others need not read or compute again."""
        return self._memory.take()

    def add_read(self, new: dict[str, bytes]) -> None:
        """Add what another process has read."""
        self._memory.add(new)

    def save_read(self) -> None:
        """Write what was read, and hold it in memory no longer."""
        self._memory.save()

    def recall(self, name: str, key: str) -> bytes | None:
        """Return what was kept under `name`, which ends with a source's path, for this `key`."""
        return self._memory.get(name, key)

    def keep(self, name: str, key: str, value: bytes) -> None:
        """Keep what was made of a source under `name`, which ends with its path."""
        self._memory.put(name, key, value)

    def facts(self, path: str) -> FileFacts:
        """Return the hash of a file, and what else is known of it before it is used."""
        (source,) = self.all[path].sources
        return self._once(f"facts {path}", lambda: self._reader.facts(source))

    def recorded_work(self, path: str) -> Work:
        """Return the work of a record that can be read."""
        work = self.record(path).value
        assert work is not None  # noqa: S101 -- only then is it named by its id
        return work

    def listed_work(self, key: str) -> Work:
        """Return the work that references.bib lists under a key."""
        return self._once("listed", self._list_works)[key]

    def _list_works(self) -> dict[str, Work]:
        return {one.key: one.work for one in self.bibliography().value}

    def is_needed(self, name: str) -> bool:
        """Tell whether what the memory keeps under a name is of a source that is still there."""
        paths = self._once("paths", lambda: frozenset(source.path for source in self.sources))
        return name.partition(":")[2] in paths

    def _once(self, key: str, read: Callable[[], T]) -> T:
        """Return what `read` returns, which is called once for a `key`."""
        if key not in self._known:
            self._known[key] = read()
        known: T = self._known[key]
        return known

    def _read_settings(
        self,
    ) -> tuple[Settings, tuple[Diagnostic, ...], tuple[Allowance, ...]]:
        source = next((one for one in self.sources if one.kind == "settings"), None)
        if source is None:
            checked = parse_settings("")
            is_lost = is_within(SITE_FILE, [one.path for one in self.sources])
            return checked.value, () if is_lost else checked.diagnostics, ()
        decoded = decode(self._reader.read(source), source.path)
        self.site = decoded.value or ""
        checked = parse_settings(self.site)
        allowances = find_allowances(self.site, source.path)
        found = decoded.diagnostics
        if decoded.value is not None:
            found += (*checked.diagnostics, *allowances.diagnostics)
        return checked.value, self._reader.told(source.path, found), allowances.value

    def _read_site_texts(self) -> SiteTexts:
        """Return the texts in Markdown of site.yaml; most sites have none."""
        if not (self.settings.footer or any(person.bio for person in self.settings.people)):
            return SiteTexts()
        read = self._parse(next(one for one in self.sources if one.kind == "settings"), parse_site)
        self.found += read.diagnostics
        return read.value.site or SiteTexts()

    def _parse(self, source: Source, parse: Parse) -> Read[Parsed]:
        def make(source: Source, data: bytes) -> _Stored:
            parsed = self._parse_bytes(source, data, parse)
            key = self._reader.key("parse", source, fingerprint(data), self._options_hash)
            self.texts.keep(source.path, key, parsed.value)
            light = msgspec.structs.replace(parsed.value, texts={}, plain={})
            return _Stored(Found(light, parsed.diagnostics), tuple(parsed.value.texts))

        stored, key = self._reader.recall_or_make(
            "parse", source, _Stored, make, self._options_hash
        )
        again = functools.partial(self._parse_again, source, parse)
        self.texts.note(Origin(source.path, key, again), stored.texts)
        value = stored.checked.value
        return Read(value, stored.checked.diagnostics, value.allowances)

    def _parse_again(self, source: Source, parse: Parse) -> Parsed:
        return self._parse_bytes(source, self._reader.read(source), parse).value

    def _parse_bytes(self, source: Source, data: bytes, parse: Parse) -> Found[Parsed]:
        decoded = decode(data, source.path)
        if decoded.value is None:
            # parsed as if empty, so that what refers to the file is not called missing as well
            return Found(parse("", source.path, self._options).value, decoded.diagnostics)
        parsed = parse(decoded.value, source.path, self._options)
        return Found(parsed.value, (*decoded.diagnostics, *parsed.diagnostics))


def _file_order(entry: Entry) -> tuple[int, str]:
    """Order by the number before the name, so that 10- follows 2-, then by the name."""
    name = entry.path.rsplit("/", 1)[-1]
    digits = name[: len(name) - len(name.lstrip("0123456789"))]
    return (int(digits) if digits else 1_000_000_000, name)
