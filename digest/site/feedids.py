"""The ids of items in feeds: the same for ever, whatever an item is called and wherever it moves.

A reader knows by its id alone whether an item is new (RFC 4287, section 4.2.6). So the id is the
address at which the item was first published: that of its folder and file, not of its title. One
that was renamed has that address in `aliases:`, and a newsletter that moved has its own in
`feeds: {first_url: …}`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.site.addresses import edition_address, entry_address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.basics.editions import Override
    from digest.site.join import EnrichedEdition

_EDITION_DEPTH, _ENTRY_DEPTH = 2, 3
"""How many parts an edition's and an entry's address have."""


def find_first_addresses(editions: Iterable[EnrichedEdition]) -> dict[str, str]:
    """Return where every edition and entry was first published, by its address now.

    That is the first of its aliases that is an address such as editions, or entries, have; else
    for an entry, one below its edition's; else its address. No two have the same.
    """
    editions = tuple(editions)
    entries = [covered.entry for one in editions for covered in one.entries]
    claimed = {_first_of([alias], _ENTRY_DEPTH) for entry in entries for alias in entry.aliases}
    first: dict[str, str] = {}
    for one in editions:
        edition = one.edition
        address = edition_address(edition.id)
        begin = first[address] = _first_of(edition.aliases, _EDITION_DEPTH) or address
        for covered in one.entries:
            entry = covered.entry
            own = entry_address(entry.edition, entry.slug)
            below = f"{begin}{entry.slug}/"
            # the address may have been that of an entry which has moved on
            below = own if below in claimed else below
            first[own] = _first_of(entry.aliases, _ENTRY_DEPTH) or below
    return first


def _first_of(aliases: Iterable[Override], depth: int) -> str:
    """Return the first alias of `depth` parts below `editions/`, as an address; or nothing."""
    for alias in aliases:
        address = alias.value.strip("/") + "/"
        parts = address.split("/")[:-1]
        if parts[0] == "editions" and len(parts) == depth and not parts[-1].endswith(".html"):
            return address
    return ""
