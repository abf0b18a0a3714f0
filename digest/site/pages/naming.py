"""The names that a sentence gives the works it cites, in texts that have no citations.

A description is shown as plain text in lists, feeds and to search engines: of `As @key says` it
keeps the name, and leaves out the number or the year that stands behind it in a text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.citing.labels import make_labels
from digest.citing.library import Unresolved
from digest.markdown.words import fill_names, has_names

if TYPE_CHECKING:
    from typing import TypeVar

    from digest.basics.editions import Edition, Entry, FreePage
    from digest.citing.library import Library
    from digest.site.join import EnrichedEdition

    Described = TypeVar("Described", Edition, Entry, FreePage)


class Namer:
    """Names works as sentences do: `Tay et al.`, `Gu and Goel`."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def name(self, key: str, edition: str, lang: str) -> str:
        """Return the names of a work's authors; of a key that means no work, the key.

        `edition` is the one whose slugs stand for themselves; empty for none.
        """
        found = self._library.find(key, edition)
        if isinstance(found, Unresolved):
            return f"@{key}"
        (label,) = make_labels((found,), lang)
        return label.authors

    def fill(self, text: str, edition: str, lang: str) -> str:
        """Return a plain text with the names in it."""
        return fill_names(text, lambda key: self.name(key, edition, lang))


def name_edition(enriched: EnrichedEdition, library: Library, lang: str) -> EnrichedEdition:
    """Return an edition with the names in its descriptions; `lang` is the site's language."""
    namer = Namer(library)
    own, id_ = enriched.edition.lang or lang, enriched.edition.id
    entries = tuple(
        msgspec.structs.replace(one, entry=named)
        if (named := _described(one.entry, namer, id_, one.entry.lang or own)) is not one.entry
        else one
        for one in enriched.entries
    )
    edition = _described(enriched.edition, namer, id_, own)
    return msgspec.structs.replace(enriched, edition=edition, entries=entries)


def name_page(page: FreePage, library: Library, lang: str) -> FreePage:
    """Return a free page with the names in its description; `lang` is the site's language."""
    return _described(page, Namer(library), "", page.lang or lang)


def _described(one: Described, namer: Namer, edition: str, lang: str) -> Described:
    if one.description is None or not has_names(one.description.plain):
        return one
    plain = namer.fill(one.description.plain, edition, lang)
    description = msgspec.structs.replace(one.description, plain=plain)
    return msgspec.structs.replace(one, description=description)
