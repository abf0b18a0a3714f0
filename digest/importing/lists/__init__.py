"""Lists of papers, as reference managers and spreadsheets export them.

`digest add --from` starts entries of one, and `digest import` makes an edition of it. A reader a
form: `bibtexlist`, `ris`, `csljson`, `table`. What none of them can read is told at its line, and
stops nothing else.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from digest.importing.lists.bibtexlist import is_bibtex, read_bibtex_list
from digest.importing.lists.csljson import is_csl_json, read_csl_json
from digest.importing.lists.paperlist import PaperList
from digest.importing.lists.ris import is_ris, read_ris
from digest.importing.lists.table import is_table, read_table


class Form(msgspec.Struct, frozen=True):
    """A form in which papers are listed."""

    name: str
    """As `--from` of `digest import` takes it."""
    what: str
    """What it is in words, as `a BibTeX file`."""
    endings: tuple[str, ...]
    """Of the names of its files, in small letters."""
    matches: Callable[[str], bool]
    """Tells whether a text begins as this form does."""
    read: Callable[[str], PaperList]


FORMS: tuple[Form, ...] = (
    Form("bibtex", "a BibTeX file", (".bib", ".bibtex"), is_bibtex, read_bibtex_list),
    Form("ris", "a RIS file", (".ris",), is_ris, read_ris),
    Form("csl-json", "a list in CSL-JSON", (".json",), is_csl_json, read_csl_json),
    Form("csv", "a table of papers", (".csv", ".tsv"), is_table, read_table),
)


def find_form(name: str, beginning: str) -> Form | None:
    """Return the form of a file, by how its text begins and then by its name; None for another."""
    found = next((form for form in FORMS if form.matches(beginning)), None)
    return found or next((form for form in FORMS if name.lower().endswith(form.endings)), None)
