"""The texts of what the editors wrote, in the order in which they are read; some are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.basics.editions import Edition, Entry, FreePage, SiteTexts
    from digest.basics.fragments import Fragment
    from digest.content.load import Content


def of_content(content: Content) -> Iterator[Fragment | None]:
    """List those of all editions, each with its entries, of all pages, and of site.yaml."""
    for folder in content.editions:
        yield from of_edition(folder.edition)
        for entry in folder.entries:
            yield from of_entry(entry)
    for page in content.pages:
        yield from of_page(page)
    yield from of_site(content.site)


def of_edition(edition: Edition) -> Iterator[Fragment | None]:
    """List an edition's own, its sponsors', and its corrections, of its entries too."""
    yield from of_words(edition)
    for sponsor in edition.sponsors:
        yield from sponsor.fragments
    yield from (one.text for one in edition.corrections)


def of_words(edition: Edition) -> Iterator[Fragment | None]:
    """List what the editors say in an edition besides its corrections."""
    yield edition.description
    yield from edition.body.fragments


def of_entry(entry: Entry) -> Iterator[Fragment | None]:
    """List an entry's."""
    yield entry.note
    yield entry.description
    if entry.figure:
        yield entry.figure.caption
        yield entry.figure.credit
    yield from entry.body.fragments


def of_page(page: FreePage) -> Iterator[Fragment | None]:
    """List a page's."""
    yield page.description
    yield from page.body.fragments


def of_site(texts: SiteTexts) -> Iterator[Fragment | None]:
    """List those of site.yaml."""
    for bio in texts.bios.values():
        yield from bio.fragments
    yield texts.footer
