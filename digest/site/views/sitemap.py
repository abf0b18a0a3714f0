"""What the files for crawlers and hosts show."""

from __future__ import annotations

import msgspec


class Location(msgspec.Struct, frozen=True):
    """A page, or a part of the sitemap, in a sitemap."""

    url: str
    """The whole public address."""
    changed: str = ""
    """`YYYY-MM-DD`; empty where the content does not say."""


class Sitemap(msgspec.Struct, frozen=True, tag="sitemap"):
    """`/sitemap.xml`, or a part of it."""

    pages: tuple[Location, ...]


class SitemapIndex(msgspec.Struct, frozen=True, tag="index"):
    """`/sitemap.xml` of a site with more pages than one sitemap holds."""

    parts: tuple[Location, ...]


class PlainFile(msgspec.Struct, frozen=True, tag="plain"):
    """A file whose text is known."""

    text: str


SiteFile = Sitemap | SitemapIndex | PlainFile
