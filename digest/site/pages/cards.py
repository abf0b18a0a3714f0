"""Editions, entries and files as pages name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.citing.formats import FORMATS
from digest.markdown import render_title
from digest.site.addresses import edition_address, entry_address, export_address
from digest.site.pages.entries import entry_byline, make_tag_cards
from digest.site.views.cards import EditionCard, EntryCard
from digest.site.views.parts import ExportLink

if TYPE_CHECKING:
    from digest.settings.config import Settings
    from digest.site.join import CoveredEntry, EnrichedEdition


def make_edition_card(enriched: EnrichedEdition, settings: Settings) -> EditionCard:
    """Return an edition's card."""
    edition = enriched.edition
    return EditionCard(
        id=edition.id,
        address=edition_address(edition.id),
        title=edition.title,
        date=edition.date,
        number=edition.number,
        description=edition.description.plain if edition.description else "",
        papers=len(enriched.entries),
        draft=edition.draft,
        lang=edition.lang or settings.lang,
    )


def make_entry_card(
    covered: CoveredEntry, edition: EditionCard, settings: Settings, *, with_edition: bool
) -> EntryCard:
    """Return an entry's card; `with_edition` for pages that are not its edition's."""
    entry = covered.entry
    title, text = render_title(covered.work.title)
    return EntryCard(
        address=entry_address(entry.edition, entry.slug),
        name=entry.name or text,
        title=title,
        title_text=text,
        byline=entry_byline(covered, edition.lang, settings),
        description=entry.description.plain if entry.description else "",
        number=covered.number,
        edition=edition.title if with_edition else "",
        date=edition.date,
        lang=entry.lang or edition.lang,
        tags=make_tag_cards(entry.tags),
        draft=entry.draft or edition.draft,
    )


def make_export_links(edition: str) -> tuple[ExportLink, ...]:
    """Return the exported files beside the page of an edition that has works."""
    return tuple(
        ExportLink(form.name, export_address(edition, form.file), form.media_type)
        for form in FORMATS.values()
    )
