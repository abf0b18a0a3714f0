"""How each page is shared: with which picture, and by which links."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.site.addresses import public_url
from digest.site.sharing.links import make_share_links
from digest.site.views.pages import EditionView, EntryPageView, NotFoundView, RedirectView
from digest.site.views.parts import PagePicture
from digest.site.views.sharecard import FILE, HEIGHT, WIDTH

if TYPE_CHECKING:
    from digest.settings.config import Settings
    from digest.site.views.pages import View


def share(view: View, settings: Settings) -> View:
    """Return a page's view with the picture that it is shared with, and links to share it by."""
    view = _give_links(view, settings)
    picture = _find_picture(view, settings)
    if picture is None:
        return view
    shared = msgspec.structs.replace(view.page, picture=picture)
    return msgspec.structs.replace(view, page=shared)


def _give_links(view: View, settings: Settings) -> View:
    """Let an edition and an entry be shared, where the site wants it."""
    if not settings.share or not isinstance(view, EditionView | EntryPageView):
        return view
    page = view.page
    links = make_share_links(settings.share, settings.title, page.title, page.canonical)
    return msgspec.structs.replace(view, share=links)


def _find_picture(view: View, settings: Settings) -> PagePicture | None:
    """Return what a page is shared with; old addresses and what is not there have nothing."""
    if settings.social_cards == "none" or isinstance(view, NotFoundView | RedirectView):
        return None
    owner, title = "", settings.tagline
    if isinstance(view, EntryPageView) and settings.social_cards == "entries":
        owner, title = view.entry.address, view.page.title
    elif isinstance(view, EditionView | EntryPageView):
        owner, title = view.edition.address, view.edition.title
    alt = ": ".join(filter(None, (settings.title, title)))
    return PagePicture(public_url(settings.url, owner + FILE), WIDTH, HEIGHT, alt)
