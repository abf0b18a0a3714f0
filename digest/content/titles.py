"""The titles of works, written by others: whether their math can be set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Place
from digest.basics.lazyregex import lazy_regex
from digest.markdown import check_math

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.basics.diagnostics import Diagnostic
    from digest.basics.works import Work
    from digest.records.bibtex import BibEntry

_TITLE = lazy_regex(rb'"title"\s*:\s*"')
_HINT = "mend the TeX here, or say it in words"


def check_record_title(work: Work, data: bytes, path: str) -> Iterator[Diagnostic]:
    """Report each formula in the title of a record's file that cannot be set: `math-broken`."""

    def place(_offset: int) -> Place:
        found = _TITLE.search(data)
        before = data[: found.end() if found else 0].decode("utf-8", errors="replace")
        return Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))

    for title in _titles(work):
        yield from check_math(title, place, _HINT)


def check_titles(entries: Iterable[BibEntry]) -> Iterator[Diagnostic]:
    """Report each formula in the titles of references.bib that cannot be set: `math-broken`."""
    for entry in entries:
        for title in _titles(entry.work):
            yield from check_math(title, lambda _, entry=entry: entry.title_place, _HINT)  # type: ignore[misc]


def keep_mended_titles(work: Work, recorded: Work) -> Work:
    """Return a work as its service tells of it now, but for titles that an editor has mended.

    Those are titles that can be set in its record, in place of which one has come that cannot.
    """
    kept = {
        name: old
        for name, new, old in zip(_TITLES, _titles(work), _titles(recorded), strict=True)
        if new != old and _is_broken(new) and not _is_broken(old)
    }
    return msgspec.structs.replace(work, **kept) if kept else work


def _is_broken(title: str) -> bool:
    return any(check_math(title, lambda _: Place("", 1, 1)))


_TITLES = ("title", "container_title", "collection_title")


def _titles(work: Work) -> tuple[str, ...]:
    """Return the work's own title and those of what it is in."""
    return tuple(getattr(work, name) for name in _TITLES)
