"""Editions of books, as records have them: `2`, `2nd ed.` or `Second`."""

from __future__ import annotations

import re

_COUNTED = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"
)  # fmt: skip
_EDITION = re.compile(
    r"(?P<number>[0-9]{1,6}|" + "|".join(_COUNTED) + r")"
    r"(?:st|nd|rd|th|\.|e|er|ère|ème|ª|º|\.ª|\.º)?"
    r"(?:\s*(?:ed\.?|edn\.?|edition|aufl\.?|auflage|éd\.?|édition|edición|edizione|edição))?",
    re.IGNORECASE,
)


def edition_number(edition: str) -> int | None:
    """Return the number of an edition; None where it is called something else, or nothing."""
    found = _EDITION.fullmatch(edition.strip())
    if not found:
        return None
    counted = found["number"].lower()
    return _COUNTED.index(counted) + 1 if counted in _COUNTED else int(counted)
