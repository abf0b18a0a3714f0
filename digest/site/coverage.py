"""The web of papers: which entries cover a work, and which texts cover or cite it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.citing.library import Unresolved
from digest.content.mentions import cited_in_edition, cited_in_entry
from digest.markdown import render_title
from digest.site.addresses import entry_address
from digest.site.parts import CoveringEntry, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digest.citing.library import Library
    from digest.content.mentions import Mention as Naming
    from digest.site.join import CoveredEntry, EnrichedEdition
    from digest.site.parts import EditionCard


class Coverage(msgspec.Struct, frozen=True):
    """What a site's published entries cover, by the id of the work. Made by `make_coverage`."""

    entries: dict[str, tuple[CoveringEntry, ...]]
    """The entries that cover a work, newest first; none of them is on the page that asks."""
    mentions: dict[str, tuple[Mention, ...]]
    """The texts that cover or cite a work that is covered, newest first."""

    def references_to(
        self, work: str, shown: Mapping[str, str], page: str
    ) -> tuple[CoveringEntry, ...]:
        """Return the entries that a reference to `work` leads to, as seen from one page.

        `shown` maps the addresses of the entries on the page to their ids there; `page` is the
        address of the entry whose own page it is, if it is one's.
        """
        return tuple(
            msgspec.structs.replace(entry, anchor=shown[entry.address])
            if entry.address in shown
            else entry
            for entry in self.entries.get(work, ())
            if entry.address != page
        )

    def mentions_of(self, work: str, page: str) -> tuple[Mention, ...]:
        """Return where else `work` is covered or cited than in the entry at the address `page`."""
        return tuple(one for one in self.mentions.get(work, ()) if one.address != page)


def make_coverage(
    editions: Sequence[EnrichedEdition], cards: Mapping[str, EditionCard], library: Library
) -> Coverage:
    """Find what the published `editions`, oldest first, cover and cite.

    Every text is gone through once. A work is one, whichever of its keys names it.
    """
    entries: dict[str, list[CoveringEntry]] = {}
    for enriched, covered in _newest_first(editions):
        if covered:
            covering = _covering(covered, cards[enriched.edition.id])
            entries.setdefault(covered.work.id, []).append(covering)
    mentions: dict[str, list[Mention]] = {}
    for enriched, covered in _newest_first(editions):
        card = cards[enriched.edition.id]
        own = covered.work.id if covered else ""
        cited = cited_in_entry(covered.entry) if covered else cited_in_edition(enriched.edition)
        works = _works(cited, library)
        for id_ in dict.fromkeys((own, *works)):
            if id_ in entries:
                mention = _mention(covered, card, covers=id_ == own)
                mentions.setdefault(id_, []).append(mention)
    return Coverage(
        {id_: tuple(found) for id_, found in entries.items()},
        {id_: tuple(found) for id_, found in mentions.items()},
    )


def _newest_first(
    editions: Sequence[EnrichedEdition],
) -> Iterator[tuple[EnrichedEdition, CoveredEntry | None]]:
    """List the texts of all editions: the edition's own, with None, and then its entries."""
    for enriched in reversed(editions):
        yield enriched, None
        for covered in enriched.entries:
            yield enriched, covered


def _works(named: Iterable[Naming], library: Library) -> Iterator[str]:
    """List the ids of the works that are named; keys that mean none are reported elsewhere."""
    for naming in named:
        found = library.find(naming.key, naming.edition)
        if not isinstance(found, Unresolved):
            yield found.id


def _covering(covered: CoveredEntry, card: EditionCard) -> CoveringEntry:
    entry = covered.entry
    return CoveringEntry(
        address=entry_address(entry.edition, entry.slug),
        anchor="",
        name=entry.name,
        edition=card.title,
        date=card.date,
        draft=entry.draft or card.draft,
    )


def _mention(covered: CoveredEntry | None, card: EditionCard, *, covers: bool) -> Mention:
    if covered is None:
        return Mention("cites", card.address, card.title, "", card.date, card.draft)
    entry = covered.entry
    return Mention(
        kind="covers" if covers else "cites",
        address=entry_address(entry.edition, entry.slug),
        title=entry.name or render_title(covered.work.title)[1],
        edition=card.title,
        date=card.date,
        draft=entry.draft or card.draft,
    )
