"""The ids of headings, unique within a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.token import Token

RESERVED = frozenset({"content", "contents", "references"})
"""Ids that a page needs for itself, as are those that begin as below."""
_RESERVED_BEGINNING = lazy_regex(r"(ref|cite|fn|fnref)-")
_ANCHOR = "anchor"


def is_reserved(id_: str) -> bool:
    """Tell whether a page needs an id for itself."""
    return id_ in RESERVED or _RESERVED_BEGINNING.match(id_) is not None


class Slugs:
    """Gives headings their ids."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken) | RESERVED
        self._counts: dict[str, int] = {}
        """By the id that was taken, the last number that was put behind it."""

    def keep(self, heading: Token, id_: str) -> str:
        """Give a heading an id that is its own, or say why it cannot have it."""
        if is_reserved(id_):
            return f"'#{id_}' is an id that a page needs for itself"
        if id_ in self._taken:
            return f"a second heading with the id '#{id_}'"
        self._taken.add(id_)
        heading.meta[_ANCHOR] = id_
        return ""

    def give(self, heading: Token, text: str) -> str:
        """Give a heading that has no id yet the one that its text makes, numbered where taken."""
        if _ANCHOR in heading.meta:
            return self.of(heading)
        base = slugify(text) or "section"
        if _RESERVED_BEGINNING.match(base):
            base = f"section-{base}"
        slug = base
        while slug in self._taken:
            self._counts[base] = self._counts.get(base, 0) + 1
            slug = f"{base}-{self._counts[base]}"
        self._taken.add(slug)
        heading.meta[_ANCHOR] = slug
        return slug

    def of(self, heading: Token) -> str:
        """Return the id that a heading was given."""
        return str(heading.meta.get(_ANCHOR, "section"))
