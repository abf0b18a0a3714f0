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
        rich = self.rich(*names)
        return without_styles(rich) if rich else ""

    def rich(self, *names: str) -> str:
        """Return the first of these fields that is there, as rich text."""
        # each entry is asked for some sixty, of which it has ten
        for name in names:
            if tex := self.fields.get(name):
                return tex_to_rich(tex)
        return ""


class FieldProblem(msgspec.Struct, frozen=True):
    """What is wrong with one field of an entry."""

    field: str
    message: str
    hint: str
