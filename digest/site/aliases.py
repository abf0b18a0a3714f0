"""The old addresses of pages, `aliases:`, each of which leads to where its page is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Place
from digest.markdown import render_title
from digest.site.addresses import edition_address, entry_address, is_edition_address, page_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.basics.diagnostics import Diagnostic
    from digest.basics.editions import Override
    from digest.site.select import Selected


class Alias(msgspec.Struct, frozen=True):
    """An old address of a page."""

    address: str
    """Without a slash before it, as all addresses."""
    target: str
    """The page's own address."""
    title: str
    """The page's."""
    typed: str
    place: Place
    """Where it was typed."""


def list_aliases(selected: Selected) -> Iterator[Alias]:
    """List the aliases of all that is published.

    The old address of an edition that was renamed leads from those of its entries, too, which
    stood below it; not where another page stands now, or has had its own.
    """
    typed: list[Alias] = []
    below: list[Alias] = []
    taken: set[str] = set()
    for one in selected.editions:
        edition = one.edition
        own = tuple(_list(edition.aliases, edition_address(edition.id), edition.title))
        typed += own
        for covered in one.entries:
            entry = covered.entry
            address = entry_address(entry.edition, entry.slug)
            title = entry.name or render_title(covered.work.title)[1]
            typed += _list(entry.aliases, address, title)
            taken.add(address)
            below += (
                Alias(f"{old.address}{entry.slug}/", address, title, old.typed, old.place)
                for old in own
                if is_edition_address(old.address)
            )
    for free in selected.pages:
        typed += _list(free.aliases, page_address(free.slug), free.title)
    yield from typed
    taken |= {alias.address for alias in typed}
    yield from {alias.address: alias for alias in below if alias.address not in taken}.values()


def _list(aliases: tuple[Override, ...], target: str, title: str) -> Iterator[Alias]:
    for alias in aliases:
        address = alias.value.lstrip("/")
        if address and not address.endswith((".html", "/")):
            address += "/"
        yield Alias(address, target, title, alias.value, alias.place)


def check_base(alias: Alias, base_path: str) -> tuple[Diagnostic, ...]:
    """Report an alias that has the site's own path in it, as it is copied from a browser."""
    if base_path == "/" or not f"/{alias.address}".startswith(base_path):
        return ()
    better = alias.typed[len(base_path) - 1 :] or "/"
    message = f"the alias '{alias.typed}' has the site's own path, '{base_path}', in it"
    fix = alias.place.edit(alias.typed, better)
    return (alias.place.diagnose("field-type", message, f"write '{better}'", fix),)
