"""Names of fields and types that nearly are ones that are read: `jounral`, `@Nanual`."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.typos import near_names
from digest.records.bibtex.entry import FieldProblem
from digest.records.bibtex.people import PARTS, PEOPLE_FIELDS, parts_told
from digest.records.bibtex.types import TYPES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from digest.records.bibtex.entry import RawEntry

_READ = frozenset({
    "addendum", "address", "archiveprefix", "articleno", "author", "bookauthor", "booksubtitle",
    "booktitle", "booktitleaddon", "chapter", "collaboration", "crossref", "date", "day",
    "director", "doi", "edition", "editor", "editortype", "eid", "entrysubtype", "eprint",
    "eprintclass", "eprinttype", "eventplace", "eventtitle", "eventtitleaddon", "holder",
    "howpublished", "institution", "isbn", "issn", "issue", "issuesubtitle", "issuetitle",
    "journal", "journalsubtitle", "journaltitle", "location", "mainsubtitle", "maintitle",
    "maintitleaddon", "month", "note", "number", "organization", "origdate", "origpublisher",
    "origtitle", "origyear", "pages", "part", "primaryclass", "publisher", "pubstate",
    "reportnumber", "school", "series", "shortjournal", "subtitle", "title", "titleaddon",
    "translator", "type", "url", "urldate", "venue", "version", "volume", "volumes", "xdata",
    "year",
})  # fmt: skip
"""What a work is made of."""
_OTHERS = frozenset({
    "data", "eissn", "fjournal", "folder", "isan", "ismn", "isrn", "issued", "jtitle", "node",
    "notes", "sjournal", "translation", "vote",
})  # fmt: skip
"""Near to one of those, but fields of biblatex and of reference managers."""
_SHORT = 3
"""Letters up to which a typo makes another name, unless it swaps two or adds one."""
_LOST_SIGN = lazy_regex(r"^[ \t]*(?P<type>[A-Za-z]+)\s*\{\s*(?P<key>[^\s,{}=]+)\s*,", re.MULTILINE)


def check_names(entry: RawEntry) -> Iterator[FieldProblem]:
    """Find the fields of an entry that nearly have a name that means something, and its type."""
    for name in entry.fields:
        if meant := _meant_field(name):
            yield FieldProblem(name, f"there is no field '{name}'", f"did you mean {meant}?")
    if meant := _meant_type(entry.type):
        yield FieldProblem("", f"there is no type '@{entry.type}'", f"did you mean {meant}?")
    for name, told in parts_told(entry):
        if meant := _meant(told, PARTS, ""):
            message = f"nobody has the part '{told}' in a work"
            yield FieldProblem(name, message, f"did you mean {meant}?")


def find_lost_signs(text: str) -> Iterable[re.Match[str]]:
    """Find entries without their `@` in text that stands between entries, and is a comment."""
    return (found for found in _LOST_SIGN.finditer(text) if found["type"].lower() in TYPES)


# there are few names, and thousands of entries that have them
@functools.lru_cache(maxsize=1024)
def _meant_field(name: str) -> str:
    return "" if name in _OTHERS or name in PEOPLE_FIELDS else _meant(name, _READ, "")


@functools.lru_cache(maxsize=1024)
def _meant_type(name: str) -> str:
    return _meant(name, TYPES, "@")


def _meant(name: str, known: Collection[str], sign: str) -> str:
    """Return in quotes what a name is a typo of; nothing for one that is known, or is like none."""
    if name in known:
        return ""
    near = (one for one in near_names(name, known) if _is_told(name, one))
    return " or ".join(f"'{sign}{one}'" for one in near)


def _is_told(name: str, meant: str) -> bool:
    """Tell whether names are long enough for a typo to be one, or have the same letters."""
    lengths = len(name), len(meant)
    is_long = max(lengths) > _SHORT and min(lengths) >= _SHORT
    return is_long or sorted(name) == sorted(meant)
