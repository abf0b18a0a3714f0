"""The files that crawlers and hosts ask a site for: sitemap.xml, robots.txt, .nojekyll."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from digest.settings.sitefile import SITE_FILE
from digest.site.addresses import (
    PEOPLE,
    SUBSCRIBE,
    author_address,
    person_address,
    public_url,
    site_path,
    static_path,
)
from digest.site.neighbours import list_editions
from digest.site.outputs import Output, make_key
from digest.site.people.credits import has_list
from digest.site.runs import Listed, Run
from digest.site.views.sitemap import Location, PlainFile, Sitemap, SitemapIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.settings.config import Settings
    from digest.site.index import Imports
    from digest.site.views.sitemap import SiteFile

T = TypeVar("T")

SITEMAP = "sitemap.xml"

MOST_PAGES = 50_000
MOST_BYTES = 50_000_000
"""Of one file (sitemaps.org, "Sitemap Protocol"; uncompressed, 52,428,800)."""
_MARKUP = 100
"""More bytes than stand around an address."""


def plan_site_files(imports: Imports, settings: Settings) -> Iterator[Output]:
    """Plan the files for crawlers and hosts.

    A robots.txt of the editor's own stands in place of ours: nothing else of the site rests on it.
    """
    url = settings.url
    parts = list(split(list_locations(imports, settings)))
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
    # GitHub Pages publishes the files of a branch as they are where there is a .nojekyll
    for name, text in (("robots.txt", robots), (".nojekyll", "")):
        if not imports.has("file", static_path(name)):
            yield _plan(name, PlainFile(text))


def list_locations(imports: Imports, settings: Settings) -> list[Location]:
    """Return every page that is to be found, in the order of their addresses.

    Old addresses and the page for what is not there are none. An edition or entry has the day on
    which it changed, as the content and its records say, and a list the date of the newest
    edition on it. A free-standing page has none.
    """
    changed = dict(imports.every("location", str))
    if settings.has_subscribe_page:
        changed.setdefault(SUBSCRIBE, "")
    editions = list_editions(imports)
    changed |= dict.fromkeys(("", "archive/"), editions[-1].date if editions else "")
    tags = {
        address: _newest_of(imports.ask("tag", address, Run[Listed]))
        for address in imports.keys("tag")
    }
    # a list of topics with none on it has no page that leads to it
    changed |= {"tags/": "", **tags} if tags else {}
    changed |= {
        author_address(slug): _newest_of(imports.ask("author", slug, Run[Listed]))
        for slug in imports.keys("author-page")
    }
    if has_list(settings, imports):
        changed[PEOPLE] = ""
    for person in settings.people:
        runs = (imports.ask(what, person.id, Run[str]) for what in ("wrote", "edited"))
        changed[person_address(person.id)] = _newest_of(chain.from_iterable(runs))
    url = settings.url
    return [Location(public_url(url, address), day) for address, day in sorted(changed.items())]


def _newest_of(runs: Iterable[Run[T]]) -> str:
    """Return the date of the newest edition that has something on a list; empty for none."""
    return max((run.date for run in runs), default="")


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


def _newest(part: Iterable[Location]) -> str:
    return max((location.changed for location in part), default="")


def _plan(address: str, view: SiteFile) -> Output:
    return Output(
        site_path(address), "site-file", make_key("site-file", view), SITE_FILE, view=view
    )
