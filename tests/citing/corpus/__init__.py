"""Real works of every kind, as BibTeX, biblatex, arXiv, Crossref and DataCite have them.

Their facts were compared with public records of the works; a field that none of those seen has is
left out. `references.txt` has all of them in the three styles, to be read by eye; after a change
that is meant, `python -m tests.citing.corpus` writes it anew.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from digest.citing.styles import format_reference
from digest.records.bibtex import parse_bibtex
from digest.records.csl import parse_item
from digest.records.doiwork import make_doi_work
from digest.settings.config import REFERENCE_STYLES
from tests.citing.marked import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.basics.works import Work

FOLDER = Path(__file__).parent
PRINTED = FOLDER / "references.txt"


def read_works() -> tuple[Work, ...]:
    """Return the works, in the order of their files."""
    return (*_of_bibtex(), *_of_services())


def _of_bibtex() -> Iterator[Work]:
    for name in ("journals.bib", "proceedings.bib", "others.bib"):
        read = parse_bibtex((FOLDER / name).read_text(encoding="utf-8"), name)
        assert read.diagnostics == ()
        yield from (entry.work for entry in read.value or ())


def _of_services() -> Iterator[Work]:
    for item in json.loads((FOLDER / "records.json").read_text(encoding="utf-8")):
        key = item["id"]
        made = parse_item(item, key) if key[:6] == "arxiv:" else make_doi_work(item, key)
        assert made is not None
        yield made.work


def print_references() -> str:
    """Return every work in every style, its italics between asterisks."""
    lines = []
    for work in read_works():
        lines.append(f"{work.id} ({work.type})")
        lines += [
            f"  {style:<5}  {mark(format_reference(work, style, 'en'))}"
            for style in REFERENCE_STYLES
        ]
        lines.append("")
    return "\n".join(lines)
