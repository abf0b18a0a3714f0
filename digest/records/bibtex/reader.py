"""The entries of a .bib file, with their fields and those that they share.

The fields are BibTeX's ("BibTeXing", Oren Patashnik, 1988) and biblatex's (its manual, section
2). What cannot be read is `bibtex-broken` at its line; everything else is still used.
"""

from __future__ import annotations

import functools
import logging
import re
from typing import TYPE_CHECKING, Any

import msgspec

from digest.basics.days import MONTHS
from digest.basics.diagnostics import Checked, Diagnostic, Place
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import MOST_MEANT, did_you_mean, shorten
from digest.basics.works import Work
from digest.records.bibtex.entry import RawEntry
from digest.records.bibtex.misspelt import check_names, find_lost_signs
from digest.records.bibtex.values import Value, next_field, split_value, without_comments
from digest.records.bibtex.work import make_work

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_WORKS = frozenset({"xdata", "set", "control"})
"""Types of entries that hold what others use."""
_OWN = frozenset({
    "crossref", "doi", "url", "urldate", "eprint", "eprinttype", "archiveprefix", "pages",
    "abstract", "xdata",
})  # fmt: skip
"""Fields that are an entry's own: a paper is not its proceedings."""
_BOOKS = {"title": "booktitle", "subtitle": "booksubtitle"}
"""What an entry calls what another, which has its paper, calls otherwise."""
_MAIN = {"title": "maintitle", "subtitle": "mainsubtitle"}
"""What a volume calls what the work of several volumes, of which it is one, calls otherwise."""
_BEHIND = lazy_regex(r"\s*(?:,|[A-Za-z][\w-]*\s*=\s*[{\"0-9])")
"""How fields begin."""
_DEEPEST = 20
"""Entries that take fields from each other, one from the next."""
_LONGEST_JOINED = 20_000
"""Characters that `#` joins: abbreviations of abbreviations make a text of any length."""
_OTHER_FORM = lazy_regex(r"\ufeff?\s*(?:[<{\[]|TY  ?-|PMID- ?[0-9]|%0 |FN )")
"""How pages, JSON, RIS and the exports of PubMed, EndNote and the Web of Science begin."""
_BLANKS = lazy_regex(r"[ \t\r\n]+")
_COMMENTARY = lazy_regex(r"@commentary(?=\s*[{(])", re.IGNORECASE)
_KEY = lazy_regex(r"@\s*\w+\s*\{\s*(?P<key>[^\s,{}]*)")
_KEYLESS = lazy_regex(r"@\s*(?P<type>\w+)\s*\{\s*\w+\s*=")
"""An entry that begins with a field."""


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
        self.macros = {month: month for month in MONTHS}
        self.entries: dict[str, RawEntry] = {}
        self.held: dict[str, RawEntry] = {}
        """Entries with what biblatex's containers hold, as far as they have been asked for."""
        self.missing: dict[str, str] = {}
        """Keys of entries that are not there, and what may have been meant."""

    def read(self) -> Checked[tuple[BibEntry, ...]]:
        blocks = _split_blocks(self.text)
        for kind, block in blocks:
            string = block.ignore_error_block if kind == "DuplicateBlockKeyBlock" else block
            # of abbreviations that are defined twice, the last
            if type(string).__name__ == "String":
                self.macros[string.key.lower()] = self._value(
                    split_value(string.value), self._place(string)
                )
        before = ""
        for kind, block in blocks:
            if kind == "Entry":
                self._read_entry(block)
            elif kind == "ImplicitComment":
                self._check_between(block, is_behind=before == "Entry")
            elif kind in {"DuplicateBlockKeyBlock", "DuplicateFieldKeyBlock"}:
                if hasattr(block.ignore_error_block, "entry_type"):
                    self._read_entry(block.ignore_error_block)
            elif kind == "ParsingFailedBlock":
                self._report_failed(block)
            before = kind
        if not self.entries and not self.diagnostics:
            self._check_form()
        return Checked(tuple(self._make_entries()), tuple(self.diagnostics))

    def _check_form(self) -> None:
        """Report a file that has no entry, and is in another form."""
        number, first = next(
            ((i, line) for i, line in enumerate(self.lines, start=1) if line.strip()), (1, "")
        )
        if _OTHER_FORM.match(first):
            message = f"this is no BibTeX: it begins '{shorten(first.strip())}'"
            self._report(Place(self.path, number, 1), message, "export the list as BibTeX")

    def _read_entry(self, block: Any) -> None:  # noqa: ANN401 -- bibtexparser's
        place = self._place(block)
        if not block.key:
            self._report(place, "an entry has no key", f"write '@{block.entry_type}{{key,'")
            return
        earlier = self.entries.get(block.key)
        if earlier:
            hint = f"the one on line {earlier.place.line} is used; rename or remove this one"
            self._report(place, f"the key '{block.key}' stands twice", hint)
            return
        fields: dict[str, str] = {}
        places: dict[str, Place] = {}
        for name, value, where in self._fields(block):
            if name in fields:
                self._report(where, f"the field '{name}' stands twice", "the first is used")
                continue
            fields[name] = self._value(value, where)
            places[name] = where
        self.entries[block.key] = RawEntry(block.key, block.entry_type, fields, places, place)

    def _report_failed(self, block: Any) -> None:  # noqa: ANN401 -- bibtexparser's
        if keyless := _KEYLESS.match(block.raw.strip()):
            hint = f"write '@{keyless['type']}{{key,'"
            self._report(self._place(block), "an entry has no key", hint)
            return
        found = _KEY.match(block.raw.strip())
        named = f" '{found['key']}'" if found and found["key"] else ""
        hint = "look for a brace, a quote or a comma that is missing"
        self._report(self._place(block), f"the entry{named} cannot be read", hint)

    def _check_between(self, block: Any, *, is_behind: bool) -> None:  # noqa: ANN401 -- bibtexparser's
        """Report what stands between entries as if it were one, or part of the one before."""
        for found in find_lost_signs(block.comment):
            line = block.start_line + block.comment.count("\n", 0, found.start("type"))
            hint = f"write '@{found['type']}{{{found['key']},'"
            place = Place(self.path, line + 1, self.lines[line].find(found["type"]) + 1)
            self._report(place, f"the entry '{found['key']}' has no '@' before its type", hint)
        is_open = is_behind and block.comment.count("}") > block.comment.count("{")
        if is_open and _BEHIND.match(block.comment):
            first = block.comment.strip().split("\n")[0]
            message = f"'{shorten(first)}' stands behind the end of the entry"
            hint = "take away the brace too many before it"
            self._report(self._place(block, first), message, hint)

    def _fields(self, block: Any) -> Iterator[tuple[str, Value, Place]]:  # noqa: ANN401 -- bibtexparser's
        """Yield the fields of an entry, those too before which a comma is missing."""
        place = self._place(block)
        for field in block.fields:
            name, raw, place = field.key, field.value, self._place(field, field.key, place)
            while name:
                value = split_value(raw)
                yield name.lower(), value, place
                name, raw = next_field(value.rest)
                if name:
                    place = self._find_field(name, place)
                    self._report(place, f"a comma is missing before '{name}'", "put it there")

    def _find_field(self, name: str, after: Place) -> Place:
        """Return where a field's name stands, on the line of `after` or a later one."""
        sought = re.compile(rf"\b{re.escape(name)}\s*=")
        for number in range(after.line - 1, len(self.lines)):
            start = after.column if number == after.line - 1 else 0
            if found := sought.search(self.lines[number], start):
                return Place(self.path, number + 1, found.start() + 1)
        return after

    def _value(self, value: Value, place: Place) -> str:
        """Join a value's parts, its abbreviations replaced by what they stand for."""
        joined: list[str] = []
        length = 0
        if value.rest and not next_field(value.rest)[0]:
            message = f"'{shorten(value.rest)}' stands behind the end of a value"
            self._report(place, message, "put the whole value in braces")
        for text, is_bare in value.parts:
            if is_bare and not text.isdigit() and text.lower() not in self.macros:
                hint = "put the value in braces, or define it with @string"
                self._report(place, f"there is no abbreviation '{text}'", hint)
                self.faulty.add(place)
            joined.append(self.macros.get(text.lower(), text) if is_bare else text)
            length += len(joined[-1])
            if len(joined) > 1 and length > _LONGEST_JOINED:
                message = f"a value of more than {_LONGEST_JOINED:,} characters"
                self._report(place, message, "join fewer abbreviations with '#'")
                self.faulty.add(place)
                return ""
        # to BibTeX, too, many blanks are one
        return _BLANKS.sub(" ", "".join(joined))

    def _make_entries(self) -> Iterator[BibEntry]:
        for entry in self.entries.values():
            if entry.type in _NO_WORKS:
                continue
            whole = self._inherit(entry)
            made = make_work(whole)
            slips = tuple(check_names(entry))
            # where `titl` is told, that there is no title is told, too
            is_told = made.work is None and any("'title'" in one.hint for one in slips)
            for problem in (*slips, *(() if is_told else made.problems)):
                place = whole.places.get(problem.field, entry.place)
                if place not in self.faulty:
                    self._report(place, problem.message, problem.hint)
            if made.work:
                titled = entry.places.get("title", entry.place)
                yield BibEntry(entry.key, made.work, entry.place, titled)

    def _inherit(self, entry: RawEntry, above: tuple[str, ...] = ()) -> RawEntry:
        """Take from the entry that `crossref` names what is not given here."""
        entry = self._with_held(entry)
        parent = self._find(entry, "crossref", entry.fields.get("crossref", ""))
        if parent is None or parent.key in above or self._is_too_deep(entry, "crossref", above):
            return entry
        parent = self._inherit(parent, (*above, entry.key))
        books = _MAIN if parent.type.startswith("mv") else _BOOKS
        if parent.type == "book" and entry.type != "book" and entry.fields.get("author"):
            books = books | {"author": "bookauthor"}
        names = {name: books.get(name, name) for name in parent.fields if name not in _OWN}
        # in this order: the title of the book is not its `booktitle`
        given = {new: parent.fields[old] for old, new in sorted(names.items())}
        places = {new: parent.places[old] for old, new in sorted(names.items())}
        return msgspec.structs.replace(
            entry, fields=given | entry.fields, places=places | entry.places
        )

    def _with_held(self, entry: RawEntry, above: tuple[str, ...] = ()) -> RawEntry:
        """Return an entry with the fields of biblatex's containers (its manual, 3.13.6)."""
        if entry.key in self.held or not entry.fields.get("xdata"):
            return self.held.get(entry.key, entry)
        # of containers that hold each other, the first has no more than its own
        self.held[entry.key] = entry
        fields, places = entry.fields, entry.places
        for key in fields["xdata"].split(","):
            held = self._find(entry, "xdata", key)
            if held and not self._is_too_deep(entry, "xdata", above):
                held = self._with_held(held, (*above, entry.key))
                fields, places = held.fields | fields, held.places | places
        whole = self.held[entry.key] = msgspec.structs.replace(entry, fields=fields, places=places)
        return whole

    def _is_too_deep(self, entry: RawEntry, field: str, above: tuple[str, ...]) -> bool:
        """Tell, and report, whether an entry stands at the end of too long a chain."""
        if len(above) < _DEEPEST:
            return False
        message = f"more than {_DEEPEST} entries that each take their fields from the next"
        self._report(entry.places[field], message, "name the entry that has the fields")
        return True

    def _find(self, entry: RawEntry, field: str, key: str) -> RawEntry | None:
        """Return the entry that a field names: to BibTeX letter case is no difference."""
        key = key.strip()
        if not key:
            return None
        found = self.entries.get(key) or self._by_lower.get(key.lower())
        if found is None:
            place = entry.places.get(field, entry.place)
            if key not in self.missing:
                # a file without its proceedings may name thousands
                meant = did_you_mean(key, self.entries) if len(self.missing) < MOST_MEANT else ""
                self.missing[key] = meant or "add the entry, or take the field away"
            self._report(place, f"there is no entry '{key}'", self.missing[key])
        return None if found is entry else found

    @functools.cached_property
    def _by_lower(self) -> dict[str, RawEntry]:
        """The entries by their keys in lower case; of several, the first. All have been read."""
        return {key.lower(): one for key, one in reversed(self.entries.items())}

    def _place(self, block: Any, word: str = "@", behind: Place | None = None) -> Place:  # noqa: ANN401 -- bibtexparser's
        """Return where a block, or a field's name, stands: `behind` what is before it on a line."""
        line = min(block.start_line, len(self.lines) - 1)
        start = behind.column if behind and behind.line == line + 1 else 0
        return Place(self.path, line + 1, max(self.lines[line].find(word, start), 0) + 1)

    def _report(self, place: Place, message: str, hint: str) -> None:
        self.diagnostics[place.diagnose("bibtex-broken", message, hint)] = None


def _split_blocks(text: str) -> list[tuple[str, Any]]:
    """Split a file into bibtexparser's blocks, each with the name of its kind."""
    if not text.strip():
        return []
    from bibtexparser.splitter import Splitter  # noqa: PLC0415 -- only where there is a .bib

    # it logs what it also returns
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL + 1)
    # bibtexparser takes all that begins so for a comment; in place of it a book of the same length
    text = _COMMENTARY.sub("@book      ", text) if "ommentary" in text else text
    blocks = Splitter(without_comments(text)).split().blocks
    return [(type(block).__name__, block) for block in blocks]
