"""Reading of a text in BibTeX, for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.records.bibtex import BibEntry, parse_bibtex

if TYPE_CHECKING:
    from digest.basics.works import Work

PATH = "content/references.bib"


def entries(text: str) -> dict[str, BibEntry]:
    return {one.key: one for one in parse_bibtex(text, PATH).value or ()}


def work(text: str) -> Work:
    (only,) = entries(text).values()
    return only.work


def problems(text: str) -> list[tuple[int, int, str]]:
    found = parse_bibtex(text, PATH).diagnostics
    assert all(one.rule == "bibtex-broken" and one.path == PATH and one.hint for one in found)
    return [(one.line, one.column, one.message) for one in found]
