"""Facts of works that were written by others, and are hardly as they were meant: `paper-doubtful`.

Some hundred thousand records of publishers have titles in capitals, letters that were lost, or
places of work for authors, and so have facts that were copied by hand. Nobody can tell what is
right but who looks it up, so they are told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digest.basics.lazyregex import lazy_regex
from digest.basics.richtext import split
from digest.basics.text import shorten
from digest.content.recordplaces import place_in_record
from digest.content.titles import TITLES
from digest.records.encoding import find_lost_letter
from digest.records.names import is_workplace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.basics.diagnostics import Diagnostic
    from digest.basics.editions import Entry
    from digest.basics.works import Work
    from digest.records.bibtex import BibEntry

_RULE = "paper-doubtful"
_WORD = lazy_regex(r"[^\W\d_]{2,}")
_FEWEST = 4
"""Words that a title in capitals has, and no name has."""
_LOOK_UP = "look it up, and mend it here"
_KEPT = "; 'digest fetch --refresh' keeps what you write"
PEOPLE = ("author", "editor")
"""By their names in `Work`."""


class Doubt(NamedTuple):
    """What is doubtful in a field of a work."""

    field: str
    text: str
    """What of it, as the work has it."""
    message: str
    hint: str


def find_doubts(work: Work) -> Iterator[Doubt]:
    """Find what in the titles and names of a work is hardly meant so."""
    yield from _find_shouted(work.title)
    texts = [(field, getattr(work, field)) for field in TITLES]
    texts += [(field, name.literal) for field in PEOPLE for name in getattr(work, field)]
    for field, text in texts:
        if lost := find_lost_letter(text):
            yield Doubt(field, text, f"a letter of '{shorten(lost)}' seems lost", _LOOK_UP)
    if any(name.family for name in work.author):
        yield from _find_workplaces(name.literal for name in work.author if not name.family)


def _find_shouted(title: str) -> Iterator[Doubt]:
    if _is_shouted(title):
        message = f"the title '{shorten(title)}' is in capitals throughout"
        yield Doubt("title", title, message, "write it here with small letters")


def _find_workplaces(bodies: Iterable[str]) -> Iterator[Doubt]:
    for body in filter(is_workplace, bodies):
        message = f"'{shorten(body)}' stands among the authors, and seems to be where they work"
        yield Doubt("author", body, message, "take it out here if that is so")


def is_doubtful(work: Work, field: str) -> bool:
    """Tell whether what a work has in a field is hardly meant so."""
    return any(doubt.field == field for doubt in find_doubts(work))


def check_record_doubts(work: Work, data: bytes, path: str) -> Iterator[Diagnostic]:
    """Report what is doubtful in the record of a work, which is the file `path` with `data`."""
    for doubt in find_doubts(work):
        place = place_in_record(data, path, doubt.field, doubt.text)
        yield place.diagnose(_RULE, doubt.message, doubt.hint + _KEPT)


def check_typed_doubts(entry: Entry) -> Iterator[Diagnostic]:
    """Report what is doubtful in the title and the names that an entry gives its work.

    What is no text at all has been told with the other texts of the entry.
    """
    typed = {one.value: one.place for one in (*entry.authors, entry.title) if one}
    doubts = list(_find_shouted(entry.title.value) if entry.title else ())
    if not all(is_workplace(one.value) for one in entry.authors):
        doubts += _find_workplaces(one.value for one in entry.authors)
    for doubt in doubts:
        yield typed[doubt.text].diagnose(_RULE, doubt.message, doubt.hint)


def check_entry_doubts(entries: Iterable[BibEntry]) -> Iterator[Diagnostic]:
    """Report what is doubtful in the titles and names of references.bib."""
    for entry in entries:
        for doubt in find_doubts(entry.work):
            place = entry.title_place if doubt.field == "title" else entry.place
            yield place.diagnose(_RULE, doubt.message, doubt.hint)


def _is_shouted(title: str) -> bool:
    """Tell whether a title is in capitals throughout, but for its formulas and styles."""
    if not title.isupper() and "$" not in title and "<" not in title:
        return False
    words = [one.text for one in split(title) if one.kind == "words"]
    plain = " ".join(words)
    return plain.isupper() and len(_WORD.findall(plain)) >= _FEWEST
