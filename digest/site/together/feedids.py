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
    from collections.abc import Callable, Iterable, Iterator

    from digest.basics.editions import Entry, Override
    from digest.site.join import EnrichedEdition

_EDITION_DEPTH, _ENTRY_DEPTH = 2, 3
"""How many parts an edition's and an entry's address have."""


def find_first_addresses(one: EnrichedEdition, is_claimed: Callable[[str], bool]) -> dict[str, str]:
    """Return where an edition and its entries were first published, by their addresses now.

    That is the first of its aliases that is an address such as editions, or entries, have; else
    for an entry, one below its edition's; else its address. No two have the same: `is_claimed`
    tells whether an address is that of an entry which has moved on (see `list_claimed`).
    """
    edition = one.edition
    address = edition_address(edition.id)
    first = {}
    begin = first[address] = _first_of(edition.aliases, _EDITION_DEPTH) or address
    for covered in one.entries:
        entry = covered.entry
        own = entry_address(entry.edition, entry.slug)
        below = f"{begin}{entry.slug}/"
        first[own] = _first_of(entry.aliases, _ENTRY_DEPTH) or (own if is_claimed(below) else below)
    return first


def list_claimed(entry: Entry) -> Iterator[str]:
    """List the addresses at which entries stand that an entry has had."""
    for alias in entry.aliases:
        if claimed := _first_of([alias], _ENTRY_DEPTH):
            yield claimed


def _first_of(aliases: Iterable[Override], depth: int) -> str:
    """Return the first alias of `depth` parts below `editions/`, as an address; or nothing."""
    for alias in aliases:
        address = alias.value.strip("/") + "/"
        parts = address.split("/")[:-1]
        if parts[0] == "editions" and len(parts) == depth and not parts[-1].endswith(".html"):
            return address
    return ""
