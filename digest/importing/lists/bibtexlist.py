"""Papers of a BibTeX file."""

from __future__ import annotations

import re

from digest.basics.lazyregex import lazy_regex
from digest.importing.lists.paperlist import ListedPaper, ListFault, PaperList, find_id, find_url
from digest.records.bibtex import parse_bibtex

_ENTRY = lazy_regex(
    r"^\s*@\s*(?!comment\b|string\b|preamble\b)[A-Za-z]+\s*[{(]", re.MULTILINE | re.IGNORECASE
)


def is_bibtex(beginning: str) -> bool:
    """Tell whether a text begins as a BibTeX file does."""
    return bool(_ENTRY.search(beginning))


def read_bibtex_list(text: str) -> PaperList:
    """Read the papers of a BibTeX file: entries of any type."""
    checked = parse_bibtex(text, "")
    papers = []
    for entry in checked.value or ():
        work = entry.work
        papers.append(
            ListedPaper(
                entry.place.line,
                find_id((*work.aliases, work.url), (work.note,)),
                find_url((work.url,)),
                work.title,
                work.author,
                work.issued,
            )
        )
    faults = (
        ListFault(one.line, f"{one.message}; {one.hint}" if one.hint else one.message)
        for one in checked.diagnostics
    )
    return PaperList(tuple(papers), tuple(sorted(faults)))
