"""Every place at which the content names a work: entries, citations, and lists of references."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Place
from digest.content import fragments

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.basics.editions import Edition, Entry, FreePage
    from digest.basics.fragments import Body, Fragment
    from digest.content.load import Content


class Mention(msgspec.Struct, frozen=True):
    """One naming of a work."""

    key: str
    """As written, without `@`; of an entry, the canonical key of its work."""
    edition: str
    """The edition whose slugs need no name before them; empty outside of editions."""
    place: Place
    typed: str = ""
    """What stands at the place of a citation, from its `@` on; see `CiteItem`."""
    is_covered: bool = False
    """Whether an entry is about it."""


def list_mentions(content: Content) -> Iterator[Mention]:
    """List every mention: what entries cover, what is cited, what editions promise to cite.

    Drafts are no exception. File by file, those of an edition after one another.
    """
    for folder in content.editions:
        for entry in folder.entries:
            if entry.work_key and entry.work_place:
                yield Mention(entry.work_key, entry.edition, entry.work_place, is_covered=True)
        yield from list_promises(folder.edition)
    for folder in content.editions:
        yield from cited_in_edition(folder.edition)
        for entry in folder.entries:
            yield from cited_in_entry(entry)
    for page in content.pages:
        yield from cited_in_page(page)
    for bio in content.site.bios.values():
        yield from cited_in_bio(bio)


def list_promises(edition: Edition) -> Iterator[Mention]:
    """List the keys of an edition's `references:`."""
    for key, place in edition.references:
        yield Mention(key, edition.id, place)


def cited_in_page(page: FreePage) -> Iterator[Mention]:
    """List every key of every citation in a free page."""
    return _cited(fragments.of_page(page), "")


def cited_in_edition(edition: Edition) -> Iterator[Mention]:
    """List every key of every citation in an edition's own text."""
    return _cited(fragments.of_edition(edition), edition.id)


def cited_in_entry(entry: Entry) -> Iterator[Mention]:
    """List every key of every citation in an entry."""
    return _cited(fragments.of_entry(entry), entry.edition)


def cited_in_bio(bio: Body) -> Iterator[Mention]:
    """List every key of every citation in what is told of a person."""
    return _cited(bio.fragments, "")


def _cited(texts: Iterable[Fragment | None], edition: str) -> Iterator[Mention]:
    for text in texts:
        for citation in text.citations if text else ():
            for item in citation.items:
                yield Mention(item.key, edition, item.place, item.typed)
