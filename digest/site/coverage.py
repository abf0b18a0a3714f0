"""The web of papers: which entries cover a work, and which texts cover or cite it."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic, Place
from digest.basics.works import Work
from digest.content.mentions import cited_in_edition, cited_in_entry
from digest.markdown import render_title
from digest.site.addresses import entry_address
from digest.site.exported import Order
from digest.site.runs import Run, newest_first
from digest.site.views.cards import CoveringEntry, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from digest.basics.editions import Entry
    from digest.citing.library import Library
    from digest.content.mentions import Mention as Naming
    from digest.site.index import Exporter, Imports
    from digest.site.join import CoveredEntry, EnrichedEdition
    from digest.site.views.cards import EditionCard


class Coverage:
    """Answers which published entries cover a work, and which texts name it."""

    def __init__(self, imports: Imports) -> None:
        self._imports = imports

    def references_to(
        self, work: str, shown: Mapping[str, str], page: str
    ) -> tuple[CoveringEntry, ...]:
        """Return the entries that a reference to `work` leads to, as seen from one page.

        Newest first. `shown` maps the addresses of the entries on the page to their ids there;
        `page` is the address of the entry whose own page it is, if it is one's.
        """
        runs = self._imports.ask("covering", work, Run[CoveringEntry])
        return tuple(
            msgspec.structs.replace(entry, anchor=shown[entry.address])
            if entry.address in shown
            else entry
            for entry in newest_first(runs)
            if entry.address != page
        )

    def mentions_of(self, work: str, page: str) -> tuple[Mention, ...]:
        """Return where else `work` is covered or cited than in the entry at the address `page`."""
        runs = self._imports.ask("mention", work, Run[Mention])
        return tuple(one for one in newest_first(runs) if one.address != page)


def export_coverage(
    exporter: Exporter, published: EnrichedEdition, card: EditionCard, library: Library
) -> None:
    """Export what a published edition covers and cites, by the ids of the works."""
    covering: dict[str, list[CoveringEntry]] = {}
    mentions: dict[str, list[Mention]] = {}
    for covered in (None, *published.entries):
        own = covered.work.id if covered else ""
        if covered:
            covering.setdefault(own, []).append(_covering(covered, card))
        cited = cited_in_entry(covered.entry) if covered else cited_in_edition(published.edition)
        for id_ in dict.fromkeys((own, *_works(cited, library))):
            if id_:
                mention = _mention(covered, card, covers=id_ == own)
                mentions.setdefault(id_, []).append(mention)
    for id_, entries in covering.items():
        exporter.add("covering", id_, Run(card.date, card.id, tuple(entries)))
    for id_, texts in mentions.items():
        exporter.add("mention", id_, Run(card.date, card.id, tuple(texts)))


def export_covered(exporter: Exporter, joined: EnrichedEdition) -> None:
    """Export which works an edition covers, whether or not it is published."""
    edition = joined.edition
    orders: dict[str, list[Order]] = {}
    for index, covered in enumerate(joined.entries):
        entry = covered.entry
        is_draft = edition.draft or entry.draft
        order = Order(is_draft, edition.date, edition.id, index, entry.slug)
        orders.setdefault(covered.work.id, []).append(order)
    for id_, some in orders.items():
        exporter.add("covered", id_, some)


def check_covered_before(joined: EnrichedEdition, imports: Imports) -> Iterator[Diagnostic]:
    """Report works that another entry covers already: `covered-before`."""
    slugs = Counter(covered.entry.slug for covered in joined.entries)
    for index, covered in enumerate(joined.entries):
        entry = covered.entry
        if slugs[entry.slug] > 1 and covered.work.id == f"entry:{entry.edition}/{entry.slug}":
            # a work without an id has that of its entry, as another one's has by mistake
            continue
        # what is published comes before drafts, however old these are
        first = min(chain.from_iterable(imports.ask("covered", covered.work.id, list[Order])))
        if (first.edition, first.index) == (entry.edition, index):
            continue
        where = "this edition" if first.edition == entry.edition else f"edition '{first.edition}'"
        message = f"{where} covers this work already, in '{first.slug}'"
        hint = "leave one out, or allow the second look with '# digest: allow covered-before'"
        place = entry.work_place or Place(entry.path, 1, 1)
        yield place.diagnose("covered-before", message, hint)


def check_draft_slugs(joined: EnrichedEdition) -> Iterator[Diagnostic]:
    """Report drafts that have the slug of an entry behind them which is none: `address-clash`.

    Of others with one slug the one behind is told of with its page, and would be so here: but what
    is published is right without the draft.
    """
    behind: dict[str, Entry] = {}
    for covered in reversed(joined.entries):
        entry = covered.entry
        other = behind.get(entry.slug)
        if not entry.draft:
            behind[entry.slug] = entry
        elif other:
            message = f"'{other.path}' has the slug '{entry.slug}', too"
            hint = "rename one of the two, or give it another 'slug'"
            yield Diagnostic(entry.path, 1, 1, "address-clash", message, hint)


def _works(named: Iterable[Naming], library: Library) -> Iterator[str]:
    """List the ids of the works that are named; keys that mean none are reported elsewhere."""
    for naming in named:
        found = library.find(naming.key, naming.edition)
        if isinstance(found, Work):
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
