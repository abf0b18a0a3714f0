"""references.bib: the editors' own BibTeX, read entry by entry.

The fields are BibTeX's ("BibTeXing", Oren Patashnik, 1988) and biblatex's (its manual, section
2). What cannot be read is `bibtex-broken` at its line; everything else is still used.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

import msgspec

from digest.diagnostics import Checked, Diagnostic
from digest.model import Place, Work
from digest.records.bibentry import RawEntry
from digest.records.bibwork import make_work
from digest.text import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_NO_WORKS = frozenset({"xdata", "set", "control"})
"""Types of entries that hold what others use."""
_OWN = frozenset({
    "crossref", "doi", "url", "urldate", "eprint", "eprinttype", "archiveprefix", "pages",
    "abstract", "xdata",
})  # fmt: skip
"""Fields that are an entry's own: a paper is not its proceedings."""
_KEY = re.compile(r"@\s*\w+\s*\{\s*(?P<key>[^\s,{}]*)")


class BibEntry(msgspec.Struct, frozen=True):
    """An entry of references.bib."""

    key: str
    """As written."""
    work: Work
    place: Place
    """Where its `@` stands."""
    title_place: Place
    """Where the name of its title's field stands."""


def parse_bibtex(text: str, path: str) -> Checked[tuple[BibEntry, ...]]:
    """Read the text of a references.bib; `path` is its place from the site's root."""
    return _Reader(text, path).read()


class _Reader:
    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.path = path
        self.diagnostics: dict[Diagnostic, None] = {}
        """In their order, each once: what several entries take from another is told once."""
        self.faulty: set[Place] = set()
        """Fields whose values could not be read."""
        self.macros = {month: month for month in _MONTHS}
        self.entries: dict[str, RawEntry] = {}

    def read(self) -> Checked[tuple[BibEntry, ...]]:
        blocks = _split_blocks(self.text)
        for kind, block in blocks:
            if kind == "String":
                self.macros[block.key.lower()] = self._value(block.value, self._place(block))
        for kind, block in blocks:
            if kind == "Entry":
                self._read_entry(block)
            elif kind in {"DuplicateBlockKeyBlock", "DuplicateFieldKeyBlock"}:
                self._read_duplicate(block.ignore_error_block)
            elif kind == "ParsingFailedBlock":
                self._report_failed(block)
        return Checked(tuple(self._make_entries()), tuple(self.diagnostics))

    def _read_entry(self, block: Any) -> None:  # noqa: ANN401 -- bibtexparser's
        place = self._place(block)
        if not block.key:
            self._report(place, "an entry has no key", "write '@article{key,'")
            return
        earlier = self.entries.get(block.key)
        if earlier:
            hint = f"the one on line {earlier.place.line} is used; rename or remove this one"
            self._report(place, f"the key '{block.key}' stands twice", hint)
            return
        fields: dict[str, str] = {}
        places: dict[str, Place] = {}
        for field in block.fields:
            name = field.key.lower()
            where = self._place(field, field.key)
            if name in fields:
                self._report(where, f"the field '{name}' stands twice", "the first is used")
                continue
            fields[name] = self._value(field.value, where)
            places[name] = where
        self.entries[block.key] = RawEntry(block.key, block.entry_type, fields, places, place)

    def _report_failed(self, block: Any) -> None:  # noqa: ANN401 -- bibtexparser's
        found = _KEY.match(block.raw.strip())
        named = f" '{found['key']}'" if found and found["key"] else ""
        hint = "look for a brace, a quote or a comma that is missing"
        self._report(self._place(block), f"the entry{named} cannot be read", hint)

    def _read_duplicate(self, block: Any) -> None:  # noqa: ANN401 -- bibtexparser's
        if hasattr(block, "entry_type"):  # and not an abbreviation that is defined twice
            self._read_entry(block)

    def _value(self, raw: str, place: Place) -> str:
        """Join a value's parts: `{…}`, `"…"`, a number, or an abbreviation, with `#` between."""
        joined = []
        for braced, quoted, bare in _value_parts(raw):
            if bare and not bare.isdigit() and bare.lower() not in self.macros:
                hint = "put the value in braces, or define it with @string"
                self._report(place, f"there is no abbreviation '{bare}'", hint)
                self.faulty.add(place)
            joined.append(braced or quoted or self.macros.get(bare.lower(), bare))
        return "".join(joined)

    def _make_entries(self) -> Iterator[BibEntry]:
        for entry in self.entries.values():
            if entry.type in _NO_WORKS:
                continue
            made = make_work(self._inherit(entry))
            for problem in made.problems:
                place = entry.places.get(problem.field, entry.place)
                if place not in self.faulty:
                    self._report(place, problem.message, problem.hint)
            if made.work:
                titled = entry.places.get("title", entry.place)
                yield BibEntry(entry.key, made.work, entry.place, titled)

    def _inherit(self, entry: RawEntry) -> RawEntry:
        """Take from the entry that `crossref` names what is not given here."""
        fields = self._with_held(entry)
        parent = self._find(entry, "crossref", fields.get("crossref", ""))
        if parent is None:
            return msgspec.structs.replace(entry, fields=fields)
        given = {k: value for k, value in self._with_held(parent).items() if k not in _OWN}
        for own, book in (("title", "booktitle"), ("subtitle", "booksubtitle")):
            if own in given:
                given[book] = given.pop(own)
        return msgspec.structs.replace(entry, fields=given | fields)

    def _with_held(self, entry: RawEntry) -> dict[str, str]:
        """Return an entry's fields with those of biblatex's containers (its manual, 3.13.6)."""
        fields = dict(entry.fields)
        for key in fields.get("xdata", "").split(","):
            held = self._find(entry, "xdata", key)
            fields = (held.fields if held else {}) | fields
        return fields

    def _find(self, entry: RawEntry, field: str, key: str) -> RawEntry | None:
        """Return the entry that a field names: to BibTeX letter case is no difference."""
        key = key.strip()
        if not key:
            return None
        found = self.entries.get(key) or next(
            (one for known, one in self.entries.items() if known.lower() == key.lower()), None
        )
        if found is None:
            place = entry.places.get(field, entry.place)
            hint = did_you_mean(key, self.entries) or "add the entry, or take the field away"
            self._report(place, f"there is no entry '{key}'", hint)
        return None if found is entry else found

    def _place(self, block: Any, word: str = "@") -> Place:  # noqa: ANN401 -- bibtexparser's
        """Return where a block, or a field's name, stands."""
        line = min(block.start_line, len(self.lines) - 1)
        return Place(self.path, line + 1, max(self.lines[line].find(word), 0) + 1)

    def _report(self, place: Place, message: str, hint: str) -> None:
        self.diagnostics[place.diagnose("bibtex-broken", message, hint)] = None


def _split_blocks(text: str) -> list[tuple[str, Any]]:
    """Split a file into bibtexparser's blocks, each with the name of its kind."""
    if "@" not in text:
        return []
    from bibtexparser.splitter import Splitter  # noqa: PLC0415 -- only where there is a .bib

    # it logs what it also returns
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL + 1)
    return [(type(block).__name__, block) for block in Splitter(text).split().blocks]


def _value_parts(raw: str) -> list[tuple[str, str, str]]:
    """Split a value at its `#`: each part is braced, quoted or bare, the other two are empty."""
    parts = []
    rest = raw.strip()
    while rest:
        if rest[0] in '{"':
            end = _closing(rest)
            inner = rest[1:end]
            parts.append((inner, "", "") if rest[0] == "{" else ("", inner, ""))
        else:
            end = next((i for i, c in enumerate(rest) if c == "#" or c.isspace()), len(rest)) - 1
            parts.append(("", "", rest[: end + 1]))
        rest = rest[end + 1 :].lstrip(" \t\r\n#")
    return parts


def _closing(text: str) -> int:
    """Return where the brace or quote that `text` begins with is closed."""
    depth = 0
    for index, character in enumerate(text):
        if character == "{" and not text[:index].endswith("\\"):
            depth += 1
        elif character == "}" and not text[:index].endswith("\\"):
            depth -= 1
            if depth == 0 and text[0] == "{":
                return index
        elif character == '"' and depth == 0 and index and text[0] == '"':
            return index
    return len(text)
