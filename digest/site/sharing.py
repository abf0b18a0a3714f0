"""Which picture each page is shared with: its own, its edition's or the site's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.site.addresses import public_url
from digest.site.cardview import FILE, HEIGHT, WIDTH
from digest.site.parts import PagePicture
from digest.site.views import EditionView, EntryPageView, NotFoundView, RedirectView

if TYPE_CHECKING:
    from digest.settings.config import Settings
    from digest.site.views import View


def share(view: View, settings: Settings) -> View:
    """Return a page's view with the picture that it is shared with.

    Old addresses and the page for what is not there have none.
    """
    if settings.social_cards == "none" or isinstance(view, NotFoundView | RedirectView):
        return view
    owner, title = "", settings.tagline
    if isinstance(view, EntryPageView) and settings.social_cards == "entries":
        owner, title = view.entry.address, view.page.title
    elif isinstance(view, EditionView | EntryPageView):
        owner, title = view.edition.address, view.edition.title
    alt = ": ".join(filter(None, (settings.title, title)))
    picture = PagePicture(public_url(settings.url, owner + FILE), WIDTH, HEIGHT, alt)
    shared = msgspec.structs.replace(view.page, picture=picture)
    return msgspec.structs.replace(view, page=shared)
