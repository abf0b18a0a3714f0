"""The people of a BibTeX entry, each in the part that they had in its work.

BibTeX tells it by the field. biblatex has four fields more for editors, and three for anybody, with
a field beside each that names the part (its manual, sections 2.2.2, "nameatype", and 2.3.6).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.records.names import gather, join_lists
from digest.records.names.bibtex import parse_groups, parse_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.basics.works import Name
    from digest.records.bibtex.entry import RawEntry

_OWN = ("author", "translator", "bookauthor", "director")
"""Fields whose names say the part."""
_TYPED = {
    **dict.fromkeys(("editor", "editora", "editorb", "editorc"), "editor"),
    **dict.fromkeys(("namea", "nameb", "namec"), "other"),
}
"""Fields beside which `editortype` and the like may stand, and the part without it."""
PARTS = {
    "author": "author",
    **dict.fromkeys(
        ("editor", "compiler", "founder", "continuator", "redactor", "reviser", "organizer"),
        "editor",
    ),
    **dict.fromkeys(("series", "serieseditor"), "collection_editor"),
    "translator": "translator",
    "bookauthor": "container_author",
    "director": "director",
}
"""From a part to the field of `Work`; `series` is biblatex-apa's."""


PEOPLE_FIELDS = frozenset((*_OWN, *_TYPED, *(f"{name}type" for name in _TYPED)))
"""All that tell of people."""


def people_fields(entry: RawEntry) -> tuple[str, ...]:
    """Return the fields that hold names."""
    return tuple(name for name in (*_OWN, *_TYPED) if entry.fields.get(name))


def find_people(entry: RawEntry) -> dict[str, tuple[Name, ...]]:
    """Return the people of an entry by fields of `Work`.

    Directors and the groups for which authors write are authors. Where there are neither authors
    nor editors, whoever else had a part stands in for them.
    """
    found: dict[str, tuple[Name, ...]] = {}
    for field in people_fields(entry):
        part = _part(entry, field)
        found[part] = (*found.get(part, ()), *parse_names(entry.fields[field]))
    groups = parse_groups(entry.fields.get("collaboration", ""))
    others, directors = found.pop("other", ()), found.get("director", ())
    authors = found.get("author", ()) or (
        () if groups or directors else parse_names(responsible(entry))
    )
    if not (authors or groups or directors or found.get("editor")):
        authors = others
    found["author"] = join_lists(authors, (*groups, *directors))
    return {part: gather(names) for part, names in found.items()}


def responsible(entry: RawEntry) -> str:
    """Return who made a manual that names no author (BibTeXing, section 3.2, "organization")."""
    organization = entry.fields.get("organization", "")
    if entry.type != "manual" or not organization or entry.fields.get("editor"):
        return ""
    return f"{{{organization}}}"


def parts_told(entry: RawEntry) -> Iterator[tuple[str, str]]:
    """Yield the fields that name a part, each with what it names."""
    for field in filter(entry.fields.get, _TYPED):
        if told := entry.first(f"{field}type"):
            yield f"{field}type", told.lower()


def _part(entry: RawEntry, field: str) -> str:
    if field in _OWN:
        return PARTS[field]
    told = entry.first(f"{field}type").lower()
    return PARTS.get(told, "other") if told else _TYPED[field]
