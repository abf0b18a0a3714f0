"""An entry of a BibTeX file as it stands there, and what is wrong with a field of it."""

from __future__ import annotations

import msgspec

from digest.model import Place
from digest.records.tex import tex_to_text


class RawEntry(msgspec.Struct, frozen=True):
    """An entry as it stands in the file: its values are still TeX."""

    key: str
    type: str
    fields: dict[str, str]
    """Names in lower case; values without their delimiters, abbreviations expanded."""
    places: dict[str, Place]
    place: Place

    def first(self, *names: str) -> str:
        """Return the text of the first of these fields that is there."""
        return next((tex_to_text(self.fields[name]) for name in names if self.fields.get(name)), "")


class FieldProblem(msgspec.Struct, frozen=True):
    """What is wrong with one field of an entry."""

    field: str
    message: str
    hint: str
