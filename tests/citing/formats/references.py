"""References as citeproc-py makes them, from whatever it has read."""

from __future__ import annotations

import warnings
from typing import Any

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.bibtex import BibTeX
from citeproc.source.json import CiteProcJSON


def from_items(items: list[dict[str, Any]]) -> dict[str, str]:
    """Return the references to CSL-JSON items, as plain text by their ids."""
    with warnings.catch_warnings():
        # it does not know all of CSL's fields, and says so
        warnings.simplefilter("ignore")
        return _print(CiteProcJSON(items))


def from_bibtex(path: str) -> dict[str, str]:
    """Return the references to the entries of a .bib file, as plain text by their keys."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return _print(BibTeX(path, encoding="utf-8"))


def _print(source: dict[str, Any]) -> dict[str, str]:
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    made = CitationStylesBibliography(style, source, formatter.plain)
    for key in source:
        made.register(Citation([CitationItem(key)]))
    texts = [str(reference) for reference in made.bibliography()]
    return dict(zip(made.keys, texts, strict=True))
