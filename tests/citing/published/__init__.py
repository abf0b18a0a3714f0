"""References as those who made the styles print them, and the works that they are of.

Facts and examples are theirs; each example has its source beside it. Where a record cannot hold
what an example prints, a note says so and the line is without it. DOIs are in lower case, as
records have them.
"""

from __future__ import annotations

from typing import Any

from digest.basics.works import Work
from digest.records.names.bibtex import parse_names


def make(
    kind: str,
    title: str,
    author: str = "",
    editor: str = "",
    translator: str = "",
    **fields: Any,
) -> Work:
    """Make a work from names as BibTeX has them."""
    if "doi" in fields:
        fields.setdefault("url", f"https://doi.org/{fields['doi']}")
    return Work(
        "bib:x",
        kind,
        title,
        author=parse_names(author),
        editor=parse_names(editor),
        translator=parse_names(translator),
        **fields,
    )
