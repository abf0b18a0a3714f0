"""An entry of a BibTeX file as it stands there, and what is wrong with a field of it."""

from __future__ import annotations

import msgspec

from digest.basics.diagnostics import Place
from digest.basics.richtext import without_styles
from digest.records.tex import tex_to_rich


class RawEntry(msgspec.Struct, frozen=True):
    """An entry as it stands in the file: its values are still TeX."""

    key: str
    type: str
    fields: dict[str, str]
    """Names in lower case; values without their delimiters, abbreviations expanded."""
    places: dict[str, Place]
    place: Place

    @property
    def is_of_main(self) -> bool:
        """Whether it is a volume of a work that has a title, and that work is in a series."""
        return all(self.fields.get(name) for name in ("maintitle", "volume", "series"))

    def first(self, *names: str) -> str:
        """Return the first of these fields that is there, as plain text."""
        return without_styles(self.rich(*names))

    def rich(self, *names: str) -> str:
        """Return the first of these fields that is there, as rich text."""
        return next((tex_to_rich(self.fields[name]) for name in names if self.fields.get(name)), "")


class FieldProblem(msgspec.Struct, frozen=True):
    """What is wrong with one field of an entry."""

    field: str
    message: str
    hint: str
