"""What every page of a site may use as `site`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.site.everypage.footer import find_links
from digest.site.everypage.menu import make_menu
from digest.site.everypage.scripts import make_scripts
from digest.site.everypage.sociallinks import make_social
from digest.site.everypage.subscribing import make_subscribe
from digest.site.people.credits import People, has_list
from digest.site.together.feeds import FORMS
from digest.site.views.pages import SiteConstants
from digest.site.views.parts import SiteText

if TYPE_CHECKING:
    from digest.basics.fragments import Fragment
    from digest.settings.config import Settings
    from digest.settings.theme import Theme
    from digest.site.everypage.logos import Marks
    from digest.site.index import Imports


def make_constants(
    settings: Settings, theme: Theme, footer: Fragment | None, imports: Imports, marks: Marks
) -> SiteConstants:
    """Return what every page may use, of the settings, the theme and what is published."""
    menu = make_menu(settings, imports).items
    return SiteConstants(
        title=settings.title,
        tagline=settings.tagline,
        url=settings.url,
        base_path=settings.base_path,
        lang=settings.lang,
        editors=People(settings).editors,
        menu=tuple(item for item in menu if not item.word),
        navigation=menu,
        feeds=tuple(FORMS.values()),
        options=theme.options,
        logo=marks.logo,
        icon=marks.icon,
        head=settings.head,
        scripts=make_scripts(settings, imports),
        subscribe=make_subscribe(settings, imports),
        social=make_social(settings),
        license=settings.license,
        footer=SiteText(footer.hash, linked=find_links(footer, settings, imports).links)
        if footer
        else None,
        has_tags=imports.any("tag"),
        has_people=has_list(settings, imports),
        uses_arxiv=imports.any("arxiv"),
    )
