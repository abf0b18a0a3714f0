"""A whole newsletter's folder, read and parsed; what did not change comes from the memo."""

from __future__ import annotations

import functools
import time
from typing import TYPE_CHECKING, TypeVar

import msgspec

from digest.basics.conflicts import settle_bytes
from digest.basics.diagnostics import Allowance, Checked, Diagnostic, Found
from digest.basics.editions import Edition, Entry, FreePage
from digest.basics.text import canonical_json, fingerprint
from digest.basics.version import engine_version
from digest.basics.works import Work
from digest.content.decode import decode, find_allowances, unreadable
from digest.content.discover import LOST, Source, discover, is_within
from digest.content.filefacts import read_facts, read_file
from digest.content.parse import parse_edition, parse_entry, parse_page
from digest.content.sourcefile import Parsed, ParseOptions
from digest.content.texts import Texts
from digest.content.titles import check_record_title, check_titles
from digest.records.bibtex import BibEntry, parse_bibtex
from digest.records.record import parse_record
from digest.settings.config import Settings, parse_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from digest.content.texts import Memory

T = TypeVar("T")


class EditionFolder(msgspec.Struct, frozen=True):
    """An edition with its entries, in file order."""

    edition: Edition
    entries: tuple[Entry, ...]


class Content(msgspec.Struct, frozen=True):
    """All that a newsletter's folder says."""

    settings: Settings
    editions: tuple[EditionFolder, ...]
    """By id."""
    pages: tuple[FreePage, ...]
    records: tuple[Work, ...]
    bibliography: tuple[BibEntry, ...]
    files: dict[str, Source]
    """Everything below content/ that is none of the above, by path."""
    texts: Texts
    allowances: tuple[Allowance, ...]


class _Stored(msgspec.Struct, frozen=True):
    """A parse as the memo keeps it: its texts are kept apart."""

    checked: Found[Parsed]
    texts: tuple[str, ...]


def load(root: Path, memory: Memory, sources: tuple[Source, ...] | None = None) -> Found[Content]:
    """Read and parse everything below `root`/content, or of that the `sources` that are known.

    There is always a value, as complete as the files allow, and every problem met.
    """
    return _Loader(root, memory).load(discover(root) if sources is None else sources)


class _Loader:
    def __init__(self, root: Path, memory: Memory) -> None:
        self.root = root
        self.memory = memory
        self.texts = Texts(memory, self._parse_again)
        self.origins: dict[str, Callable[[], Found[Parsed]]] = {}
        """By the hash of a text, what parses the source that it stands in."""
        self.diagnostics: list[Diagnostic] = []
        self.allowances: list[Allowance] = []
        self.unread: dict[str, Diagnostic] = {}
        """Files that could not be read, by path: they are taken for empty."""
        self.started_ns = time.time_ns()

    def load(self, sources: tuple[Source, ...]) -> Found[Content]:
        by_kind: dict[str, list[Source]] = {}
        for source in sources:
            by_kind.setdefault(source.kind, []).append(source)
        settings = self._settings(by_kind.get("settings", []))
        options = ParseOptions(settings.lang, settings.sections)
        editions = [
            parsed.edition
            for parsed in self._parse_all(by_kind.get("edition", []), parse_edition, options)
            if parsed.edition
        ]
        entries = [
            parsed.entry
            for parsed in self._parse_all(by_kind.get("entry", []), parse_entry, options)
            if parsed.entry
        ]
        pages = [
            parsed.page
            for parsed in self._parse_all(by_kind.get("page", []), parse_page, options)
            if parsed.page
        ]
        self._check_folders(editions, entries)
        content = Content(
            settings,
            _gather(editions, entries),
            tuple(pages),
            tuple(self._records(by_kind.get("record", []))),
            self._bibliography(by_kind.get("bibliography", [])),
            {source.path: source for source in by_kind.get("file", [])},
            self.texts,
            tuple(self.allowances),
        )
        # of an empty file more would be said, and none of it is so
        unread = (*self.unread, *(source.path for source in sources if source.kind in LOST))
        told = (one for one in self.diagnostics if not is_within(one.path, unread))
        return Found(content, (*told, *self.unread.values()))

    def _settings(self, sources: list[Source]) -> Settings:
        text = self._text(sources[0]) if sources else ""
        checked = parse_settings(text or "")
        allowances = find_allowances(text or "", sources[0].path if sources else "")
        self.allowances += allowances.value
        if text is not None:
            self.diagnostics += (*checked.diagnostics, *allowances.diagnostics)
        return checked.value

    def _parse_all(
        self,
        sources: Iterable[Source],
        parse: Callable[[str, str, ParseOptions], Found[Parsed]],
        options: ParseOptions,
    ) -> Iterable[Parsed]:
        options_hash = fingerprint(canonical_json(options))

        def make(source: Source, data: bytes) -> _Stored:
            parsed = self._parse(source, data, parse, options)
            self.texts.add(parsed.value.texts, parsed.value.plain)
            light = msgspec.structs.replace(parsed.value, texts={}, plain={})
            return _Stored(Found(light, parsed.diagnostics), tuple(parsed.value.texts))

        for source in sources:
            stored = self._memoised("parse", source, _Stored, make, options_hash)
            again = functools.partial(self._parse_source, source, parse, options)
            for hash_ in stored.texts:
                self.memory.keep(f"text:{hash_}")
                self.memory.keep(f"plain:{hash_}")
                self.origins[hash_] = again
            self.diagnostics += stored.checked.diagnostics
            self.allowances += stored.checked.value.allowances
            yield stored.checked.value

    def _parse_source(
        self,
        source: Source,
        parse: Callable[[str, str, ParseOptions], Found[Parsed]],
        options: ParseOptions,
    ) -> Found[Parsed]:
        return self._parse(source, self._read(source), parse, options)

    def _parse_again(self, hash_: str) -> None:
        if hash_ in self.origins:
            parsed = self.origins[hash_]().value
            self.texts.add(parsed.texts, parsed.plain)

    def _parse(
        self,
        source: Source,
        data: bytes,
        parse: Callable[[str, str, ParseOptions], Found[Parsed]],
        options: ParseOptions,
    ) -> Found[Parsed]:
        decoded = decode(data, source.path)
        if decoded.value is None:
            # parsed as if empty, so that what refers to the file is not called missing as well
            return Found(parse("", source.path, options).value, decoded.diagnostics)
        parsed = parse(decoded.value, source.path, options)
        return Found(parsed.value, (*decoded.diagnostics, *parsed.diagnostics))

    def _records(self, sources: Iterable[Source]) -> Iterable[Work]:
        def make(source: Source, data: bytes) -> Checked[Work]:
            settled = settle_bytes(data, source.path)
            data = settled.value
            parsed = parse_record(data, source.path)
            found = check_record_title(parsed.value, data, source.path) if parsed.value else ()
            return Checked(parsed.value, (*settled.diagnostics, *parsed.diagnostics, *found))

        for source in sources:
            checked = self._memoised("record", source, Checked[Work], make)
            self.diagnostics += checked.diagnostics
            if checked.value:
                yield checked.value

    def _bibliography(self, sources: list[Source]) -> tuple[BibEntry, ...]:
        def make(source: Source, data: bytes) -> Checked[tuple[BibEntry, ...]]:
            # other programs write it, from whatever they were given
            text = decode(data, source.path, is_lenient=True)
            if text.value is None:
                return Checked((), text.diagnostics)
            parsed = parse_bibtex(text.value, source.path)
            found = check_titles(parsed.value or ())
            return Checked(parsed.value, (*text.diagnostics, *parsed.diagnostics, *found))

        if not sources:
            return ()
        kind = Checked[tuple[BibEntry, ...]]
        checked = self._memoised("bibliography", sources[0], kind, make)
        self.diagnostics += checked.diagnostics
        return checked.value or ()

    def _memoised(
        self,
        what: str,
        source: Source,
        kind: type[T],
        make: Callable[[Source, bytes], T],
        *more: str,
    ) -> T:
        """Return what is made of a source, from the memo where it was made before.

        `what` names the making, and `more` is all that it depends on besides the source.
        """

        def key(hash_: str) -> str:
            return fingerprint(what, source.path, hash_, *more, engine_version())

        facts = read_facts(self.root, source, self.memory, self.started_ns)
        stored = None if facts.problem else self.memory.get(key(facts.hash))
        if stored is not None:
            return msgspec.json.decode(stored, type=kind)
        data = self._read(source)
        made = make(source, data)
        if source.path not in self.unread:
            # by the hash of what was read: the file may have changed since it was looked at
            self.memory.put(key(fingerprint(data)), msgspec.json.encode(made))
        return made

    def _read(self, source: Source) -> bytes:
        try:
            return read_file(self.root, source)
        except OSError as error:
            self.unread[source.path] = unreadable(source.path, error.strerror or "")
            return b""

    def _text(self, source: Source) -> str | None:
        decoded = decode(self._read(source), source.path)
        self.diagnostics += decoded.diagnostics
        return decoded.value

    def _check_folders(self, editions: list[Edition], entries: list[Entry]) -> None:
        """Report folders whose entries have no edition."""
        known = {edition.id for edition in editions}
        for edition_id in sorted({entry.edition for entry in entries} - known):
            self.diagnostics.append(
                Diagnostic(
                    f"content/editions/{edition_id}/index.md",
                    1,
                    1,
                    "field-missing",
                    "the edition has no index.md",
                    "add it, with 'title' and 'date'",
                )
            )


def _gather(editions: list[Edition], entries: list[Entry]) -> tuple[EditionFolder, ...]:
    by_edition: dict[str, list[Entry]] = {}
    for entry in entries:
        by_edition.setdefault(entry.edition, []).append(entry)
    return tuple(
        EditionFolder(edition, tuple(sorted(by_edition.get(edition.id, ()), key=_file_order)))
        for edition in sorted(editions, key=lambda edition: edition.id)
    )


def _file_order(entry: Entry) -> tuple[int, str]:
    """Order by the number before the name, so that 10- follows 2-, then by the name."""
    name = entry.path.rsplit("/", 1)[-1]
    digits = name[: len(name) - len(name.lstrip("0123456789"))]
    return (int(digits) if digits else 1_000_000_000, name)
