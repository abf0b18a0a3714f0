"""The form of what references say in a language."""

from __future__ import annotations

Words = dict[str, str | tuple[str, str]]
"""From the name of a term to its words. A `{}` is where the number, the date or the name stands; of
two, the first is for one and the second for several."""
