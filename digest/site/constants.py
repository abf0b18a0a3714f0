"""What every page of a site may use as `site`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.site.feeds import FORMS
from digest.site.people import People, has_list
from digest.site.subscribing import make_subscribe
from digest.site.views import MenuItem, SiteConstants

if TYPE_CHECKING:
    from digest.settings.config import Settings
    from digest.settings.theme import Theme
    from digest.site.index import Imports


def make_constants(settings: Settings, theme: Theme, imports: Imports) -> SiteConstants:
    """Return what every page may use, of the settings, the theme and what is published."""
    return SiteConstants(
        title=settings.title,
        tagline=settings.tagline,
        url=settings.url,
        base_path=settings.base_path,
        lang=settings.lang,
        editors=People(settings).editors,
        menu=tuple(item for _, item in imports.every("menu", MenuItem)),
        feeds=tuple(FORMS.values()),
        options=theme.options,
        subscribe=make_subscribe(settings, imports),
        social=settings.social_links,
        has_tags=bool(imports.keys("tag")),
        has_people=has_list(settings, imports),
        uses_arxiv=bool(imports.keys("arxiv")),
    )
