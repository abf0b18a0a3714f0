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
    from digest.basics.editions import FreePage, Override
    from digest.site.index import Imports
    from digest.site.join import EnrichedEdition


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


class AliasClaim(msgspec.Struct, frozen=True, order=True, array_like=True):
    """An old address, as others see it."""

    is_typed: bool
    """Not where an entry stood below one that its edition had."""
    date: str
    edition: str
    """Empty for a free page."""
    target: str


class Aliases(msgspec.Struct, frozen=True):
    """The old addresses of an edition and its entries, or of a free page."""

    typed: tuple[Alias, ...] = ()
    below: tuple[Alias, ...] = ()
    """Those at which entries stood while their edition had the address that it has typed. They
    lead on where nothing else is there now, nor has been."""


def edition_aliases(one: EnrichedEdition) -> Aliases:
    """Return the aliases of a published edition and its entries."""
    edition = one.edition
    own = tuple(_list(edition.aliases, edition_address(edition.id), edition.title))
    typed = [*own]
    below: list[Alias] = []
    for covered in one.entries:
        entry = covered.entry
        address = entry_address(entry.edition, entry.slug)
        title = entry.name or render_title(covered.work.title)[1]
        typed += _list(entry.aliases, address, title)
        below += (
            Alias(f"{old.address}{entry.slug}/", address, title, old.typed, old.place)
            for old in own
            if is_edition_address(old.address)
        )
    return Aliases(tuple(typed), tuple(below))


def page_aliases(free: FreePage) -> Aliases:
    """Return the aliases of a free page."""
    return Aliases(tuple(_list(free.aliases, page_address(free.slug), free.title)))


def claim(alias: Alias, date: str, edition: str, *, is_typed: bool) -> AliasClaim:
    """Return an alias as others see it."""
    return AliasClaim(is_typed, date, edition, alias.target)


def choose_aliases(aliases: Aliases, imports: Imports) -> Iterator[Alias]:
    """List the aliases at which a page is made that leads on."""
    yield from aliases.typed
    for alias in {alias.address: alias for alias in aliases.below}.values():
        claims = imports.ask("alias", alias.address, AliasClaim)
        # an entry's page stands there, or it is typed elsewhere
        if imports.has("address", alias.address) or any(one.is_typed for one in claims):
            continue
        if max(claims).target == alias.target:
            yield alias


def _list(aliases: tuple[Override, ...], target: str, title: str) -> Iterator[Alias]:
    for alias in aliases:
        yield Alias(alias_address(alias.value), target, title, alias.value, alias.place)


def alias_address(typed: str) -> str:
    """Return the address at which a page leads on, of a path as typed: `/old/address`."""
    address = typed.lstrip("/")
    return address if not address or address.endswith((".html", "/")) else f"{address}/"


def check_base(what: str, typed: str, place: Place, base_path: str) -> tuple[Diagnostic, ...]:
    """Report an old address with the site's own path in it, as it is copied from a browser.

    `what` says what it is: an alias, or a redirect.
    """
    if base_path == "/" or not f"/{alias_address(typed)}".startswith(base_path):
        return ()
    message = f"the {what} '{typed}' has the site's own path, '{base_path}', in it"
    better = typed[len(base_path) - 1 :]
    if better in {"", "/"}:
        return (place.diagnose("field-type", message, "take it away: the home page is there"),)
    return (place.diagnose("field-type", message, f"write '{better}'", place.edit(typed, better)),)
