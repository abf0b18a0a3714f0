"""The files that crawlers and hosts ask a site for: sitemap.xml, robots.txt, .nojekyll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.settings.config import SITE_FILE
from digest.site.addresses import edition_address, entry_address, public_url, site_path
from digest.site.dating import edition_changed, entry_changed
from digest.site.outputs import Output, make_key
from digest.site.sitemapview import Location, PlainFile, Sitemap, SitemapIndex
from digest.site.views import (
    ArchiveView,
    AuthorView,
    HomeView,
    NotFoundView,
    RedirectView,
    TagsView,
    TagView,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.site.join import EnrichedEdition
    from digest.site.pages import MadeSite
    from digest.site.sitemapview import SiteFile
    from digest.site.views import View

SITEMAP = "sitemap.xml"

MOST_PAGES = 50_000
MOST_BYTES = 50_000_000
"""Of one file (sitemaps.org, "Sitemap Protocol"; uncompressed, 52,428,800)."""
_MARKUP = 100
"""More bytes than stand around an address."""


def plan_site_files(
    made: MadeSite, editions: Iterable[EnrichedEdition], url: str
) -> Iterator[Output]:
    """Plan the files for crawlers and hosts; `url` is the site's public address."""
    parts = list(split(list_locations(made, editions, url)))
    if len(parts) == 1:
        yield _plan(SITEMAP, Sitemap(parts[0]))
    else:
        names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
        for name, part in zip(names, parts, strict=True):
            yield _plan(name, Sitemap(part))
        listed = zip(names, parts, strict=True)
        index = tuple(Location(public_url(url, name), _newest(part)) for name, part in listed)
        yield _plan(SITEMAP, SitemapIndex(index))
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {public_url(url, SITEMAP)}\n"
    yield _plan("robots.txt", PlainFile(robots))
    # GitHub Pages publishes the files of a branch as they are where there is this one
    yield _plan(".nojekyll", PlainFile(""))


def list_locations(made: MadeSite, editions: Iterable[EnrichedEdition], url: str) -> list[Location]:
    """Return every page that is to be found, in the order of their addresses.

    Old addresses and the page for what is not there are none. An edition or entry has the day on
    which it changed, as the content and its records say, and a list the date of the newest
    edition on it. A free-standing page has none.
    """
    changed = _list_changes(editions)
    views = {page.view.page.address: page.view for page in made.pages}
    return [
        Location(public_url(url, address), changed.get(address) or _newest_on(view))
        for address, view in sorted(views.items())
        if not isinstance(view, NotFoundView | RedirectView) and not _is_bare(view)
    ]


def _is_bare(view: View) -> bool:
    """Tell whether a page is a list of topics with none on it, to which no page leads."""
    return isinstance(view, TagsView) and not view.tags


def split(locations: Iterable[Location]) -> Iterator[tuple[Location, ...]]:
    """Divide the pages into as many sitemaps as they need, one at least."""
    part: list[Location] = []
    size = _MARKUP
    for location in locations:
        length = len(location.url.encode()) + _MARKUP
        if part and (len(part) == MOST_PAGES or size + length > MOST_BYTES):
            yield tuple(part)
            part, size = [], _MARKUP
        part.append(location)
        size += length
    yield tuple(part)


def _list_changes(editions: Iterable[EnrichedEdition]) -> dict[str, str]:
    """Return when each edition and entry changed, by address."""
    changed = {}
    for one in editions:
        edition = one.edition
        changed[edition_address(edition.id)] = edition_changed(one)
        for covered in one.entries:
            address = entry_address(edition.id, covered.entry.slug)
            changed[address] = entry_changed(covered, edition.date)
    return changed


def _newest_on(view: View) -> str:
    match view:
        case HomeView():
            return view.newest.date if view.newest else ""
        case ArchiveView():
            return view.years[0].editions[0].date if view.years else ""
        case TagView() | AuthorView():
            return max((card.date for card in view.entries), default="")
        case _:
            return ""


def _newest(part: Iterable[Location]) -> str:
    return max((location.changed for location in part), default="")


def _plan(address: str, view: SiteFile) -> Output:
    return Output(
        site_path(address), "site-file", make_key("site-file", view), SITE_FILE, view=view
    )
