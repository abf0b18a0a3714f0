"""The files for crawlers and hosts. Sitemaps are those of sitemaps.org's protocol 0.9."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from digest.basics.diagnostics import Checked
from digest.site.views.sitemap import PlainFile, Sitemap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.site.views.sitemap import Location, SiteFile

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


class SiteFileRenderer:
    """Renders files for crawlers and hosts. They owe nothing to a theme."""

    def render(self, view: SiteFile) -> Checked[bytes]:
        """Return a file's bytes; there are always some, if only none."""
        if isinstance(view, PlainFile):
            return Checked(view.text.encode())
        if isinstance(view, Sitemap):
            return Checked(_write("urlset", "url", view.pages))
        return Checked(_write("sitemapindex", "sitemap", view.parts))


def _write(root: str, item: str, locations: Iterable[Location]) -> bytes:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<{root} xmlns="{_NAMESPACE}">']
    for location in locations:
        changed = f"<lastmod>{location.changed}</lastmod>" if location.changed else ""
        lines.append(f"<{item}><loc>{escape(location.url)}</loc>{changed}</{item}>")
    return "\n".join([*lines, f"</{root}>", ""]).encode()
