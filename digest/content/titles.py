"""The titles of works, written by others: whether their math can be set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.diagnostics import Place
from digest.content.recordplaces import place_in_record
from digest.markdown import check_math

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.basics.diagnostics import Diagnostic
    from digest.basics.works import Work
    from digest.records.bibtex import BibEntry

TITLES = ("title", "container_title", "collection_title")
"""The work's own title and those of what it is in, by their names in `Work`."""
_HINT = "mend the TeX here, or say it in words"


def check_record_title(work: Work, data: bytes, path: str) -> Iterator[Diagnostic]:
    """Report each formula in the title of a record's file that cannot be set: `math-broken`."""
    for field in TITLES:
        place = place_in_record(data, path, field)
        yield from check_math(getattr(work, field), lambda _, place=place: place, _HINT)  # type: ignore[misc]


def check_titles(entries: Iterable[BibEntry]) -> Iterator[Diagnostic]:
    """Report each formula in the titles of references.bib that cannot be set: `math-broken`."""
    for entry in entries:
        for field in TITLES:
            title = getattr(entry.work, field)
            yield from check_math(title, lambda _, entry=entry: entry.title_place, _HINT)  # type: ignore[misc]


def is_broken(title: str) -> bool:
    """Tell whether a title has a formula that cannot be set."""
    return any(check_math(title, lambda _: Place("", 1, 1)))
