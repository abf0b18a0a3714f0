"""The order of the published editions: which stand before and after each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.site.index import Exporter
from digest.site.pages.corrections import choose_tellers
from digest.site.views.cards import EditionCard

if TYPE_CHECKING:
    from digest.site.index import Exports, Imports


class Neighbours(msgspec.Struct, frozen=True, array_like=True):
    """The editions before and after one."""

    newer: EditionCard | None = None
    older: EditionCard | None = None


def list_editions(imports: Imports) -> list[EditionCard]:
    """Return the cards of all published editions, oldest first."""
    cards = (card for _, card in imports.every("edition", EditionCard))
    return sorted(cards, key=lambda card: (card.date, card.id))


def export_neighbours(imports: Imports) -> Exports:
    """Return the neighbours of each published edition, and the corrections that it tells of."""
    exporter = Exporter()
    editions = list_editions(imports)
    around = [None, *editions, None]
    for older, card, newer in zip(around, editions, around[2:], strict=False):
        exporter.add("beside", card.id, Neighbours(newer, older))
    for id_, some in choose_tellers(editions, imports).items():
        exporter.add("earlier", id_, some)
    return exporter.exports
