"""Cards: what is drawn for the site, for each edition, and if it is wanted for each entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.site.addresses import site_path
from digest.site.outputs import Output, make_key
from digest.site.views.pages import EditionView, EntryPageView, HomeView
from digest.site.views.parts import PapersBlock
from digest.site.views.sharecard import FILE, CardView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.settings.config import Settings
    from digest.settings.theme import Theme
    from digest.site.pages.made import MadePage
    from digest.site.views.pages import View
    from digest.site.views.parts import EntryView


def plan_card(page: MadePage, settings: Settings, theme: Theme) -> Output | None:
    """Plan the card of a page in a theme's design; a theme without one has none."""
    if theme.card is None or settings.social_cards == "none":
        return None
    card = _make_card(page.view, settings, theme)
    if card is None:
        return None
    key = make_key("card", card, theme.card.fingerprint)
    address = page.view.page.address + FILE
    return Output(site_path(address), "card", key, page.source, view=card)


def _make_card(view: View, settings: Settings, theme: Theme) -> CardView | None:
    lang = view.page.lang
    match view:
        case HomeView():
            return CardView("", settings.title, lang, line=settings.tagline)
        case EditionView():
            papers = tuple(entry.name or entry.title_text for entry in _entries(view))
            edition = view.edition
        case EntryPageView() if settings.social_cards == "entries":
            papers, edition = (), view.edition
        case _:
            return None
    word = theme.words_in(lang).get("number", "")
    card = CardView(
        name=settings.title,
        title=edition.title,
        lang=lang,
        number=f"{word} {edition.number}".strip() if edition.number else "",
        date=edition.date,
        papers=papers,
    )
    if isinstance(view, EntryPageView):
        entry = view.entry
        return msgspec.structs.replace(card, title=entry.title_text, line=entry.byline)
    return card


def _entries(view: EditionView) -> Iterator[EntryView]:
    for block in view.blocks:
        if isinstance(block, PapersBlock):
            yield from block.entries
