"""What of an edition or a free page is published, and what others may see of it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Found
from digest.basics.editions import FreePage
from digest.basics.works import Work
from digest.content.mentions import cited_in_edition, cited_in_entry
from digest.records.names import known_names
from digest.site.addresses import author_slug, entry_address, tag_address
from digest.site.aliases import Aliases, claim, edition_aliases, page_aliases
from digest.site.coverage import export_coverage, export_covered
from digest.site.dating import edition_changed, entry_changed
from digest.site.exports import export_keys
from digest.site.index import Exporter
from digest.site.join import EnrichedEdition
from digest.site.links.targets import list_edition_targets, page_target
from digest.site.pages.cards import make_edition_card, make_entry_card
from digest.site.pages.corrections import export_mailed
from digest.site.pages.naming import Namer, name_edition, name_page
from digest.site.pages.placement import Placed, place_entries
from digest.site.people.credits import People
from digest.site.runs import Listed, Run
from digest.site.together.feedids import list_claimed
from digest.site.views.cards import EditionCard
from digest.site.views.pages import MenuItem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.citing.library import Library
    from digest.settings.config import Settings
    from digest.site.index import Exports
    from digest.site.select import Selection
    from digest.site.works import Works


class PublishedEdition(msgspec.Struct, frozen=True):
    """An edition as it is published: without what waits, in reading order."""

    enriched: EnrichedEdition
    layout: tuple[Placed, ...]
    card: EditionCard
    aliases: Aliases


def publish_edition(
    joined: EnrichedEdition, selection: Selection, library: Library, settings: Settings
) -> Found[PublishedEdition | None]:
    """Take what is published of an edition, if it is; with the problems of how it is laid out."""
    if not selection.takes(joined.edition):
        return Found(None)
    ready = tuple(one for one in joined.entries if selection.drafts or not one.entry.draft)
    named = name_edition(EnrichedEdition(joined.edition, ready), library, settings.lang)
    placed = place_entries(named, (one.entry for one in joined.entries))
    one = placed.value.edition
    card = make_edition_card(one, settings)
    made = PublishedEdition(one, placed.value.blocks, card, edition_aliases(one))
    return Found(made, placed.diagnostics)


class PublishedPage(msgspec.Struct, frozen=True):
    """A free page that is published."""

    page: FreePage
    aliases: Aliases


def publish_page(
    page: FreePage, selection: Selection, library: Library, settings: Settings
) -> PublishedPage | None:
    """Return a free page as it is published, if it is."""
    if page.draft and not selection.drafts:
        return None
    named = name_page(page, library, settings.lang)
    return PublishedPage(named, page_aliases(named))


def export_published(
    joined: EnrichedEdition,
    published: PublishedEdition | None,
    works: Works,
    settings: Settings,
) -> Exports:
    """Return what others may see of an edition; `published` is what readers see of it."""
    exporter = Exporter()
    export_covered(exporter, joined)
    ready = published.enriched.entries if published else ()
    shown = {one.entry.path for one in ready}
    _export_waiting(exporter, joined, shown, is_published=published is not None)
    if published is None:
        return exporter.exports
    one, card = published.enriched, published.card
    edition = one.edition
    exporter.add("edition", edition.id, card)
    addresses = tuple(entry_address(edition.id, covered.entry.slug) for covered in one.entries)
    exporter.add("entries", edition.id, addresses)
    for path, target in list_edition_targets(one):
        exporter.add("page", path, target)
        exporter.add("address", target.address, path)
    _export_aliases(exporter, published.aliases, edition.date, edition.id)
    export_mailed(exporter, one, card, Namer(works.library))
    export_coverage(exporter, one, card, works.library)
    export_keys(exporter, card, _list_works(one, works), works.library)
    for address, covered in zip(addresses, one.entries, strict=True):
        entry = covered.entry
        exporter.add("card", address, make_entry_card(covered, card, settings, with_edition=True))
        exporter.add("location", address, entry_changed(covered, edition.date))
        for claimed in list_claimed(entry):
            exporter.add("claimed", claimed, None)
    exporter.add("location", card.address, edition_changed(one))
    _export_lists(exporter, one)
    if settings.people:
        _export_makers(exporter, one, People(settings))
    return exporter.exports


def _export_lists(exporter: Exporter, one: EnrichedEdition) -> None:
    """Export under which topics and authors the entries of an edition are listed."""
    lists: dict[str, dict[str, list[Listed]]] = {"tag": {}, "author": {}}
    for covered in one.entries:
        entry = covered.entry
        address = entry_address(one.edition.id, entry.slug)
        topics: dict[str, str] = {}
        for tag in entry.tags:
            topics.setdefault(tag_address(tag), tag)
        people = {author_slug(one.literal): one.literal for one in known_names(covered.work.author)}
        people.pop("", None)
        for kind, names in (("tag", topics), ("author", people)):
            for key, spelt in names.items():
                lists[kind].setdefault(key, []).append(Listed(address, spelt))
    for kind, by_key in lists.items():
        for key, items in by_key.items():
            exporter.add(kind, key, Run(one.edition.date, one.edition.id, tuple(items)))


def _export_makers(exporter: Exporter, one: EnrichedEdition, people: People) -> None:
    """Export what each of the people has written and edited."""
    edition = one.edition
    wrote: dict[str, list[str]] = {}
    for covered in one.entries:
        for id_ in people.find_ids(covered.entry.by):
            address = entry_address(edition.id, covered.entry.slug)
            wrote.setdefault(id_, []).append(address)
    for id_ in people.find_ids(people.named_in(edition)):
        exporter.add("edited", id_, Run(edition.date, edition.id, (edition.id,)))
    for id_, addresses in wrote.items():
        exporter.add("wrote", id_, Run(edition.date, edition.id, tuple(addresses)))


def _list_works(one: EnrichedEdition, works: Works) -> Iterator[Work]:
    """List the works that a published edition covers and cites, each once."""
    found = one.covered_works
    cited = chain(
        cited_in_edition(one.edition),
        *(cited_in_entry(covered.entry) for covered in one.entries),
    )
    for naming in cited:
        work = works.library.find(naming.key, naming.edition)
        if isinstance(work, Work):
            found.setdefault(work.id, work)
    yield from filter(works.is_known, found.values())


def export_published_page(page: FreePage, published: PublishedPage | None) -> Exports:
    """Return what others may see of a free page."""
    exporter = Exporter()
    if published is None:
        exporter.add("waits", page.path, None)
        return exporter.exports
    target = page_target(published.page)
    exporter.add("page", page.path, target)
    exporter.add("address", target.address, page.path)
    exporter.add("location", target.address, "")
    free = published.page
    exporter.add("menu", page.path, MenuItem(free.title, target.address, lang=free.lang))
    _export_aliases(exporter, published.aliases, "", "")
    return exporter.exports


def _export_waiting(
    exporter: Exporter, joined: EnrichedEdition, shown: set[str], *, is_published: bool
) -> None:
    """Export the files of drafts and of what is of a later date."""
    if not is_published:
        # an edition may be led to by its folder, too
        for path in (joined.edition.path, joined.edition.path.removesuffix("/index.md")):
            exporter.add("waits", path, None)
    for covered in joined.entries:
        if covered.entry.path not in shown:
            exporter.add("waits", covered.entry.path, None)


def _export_aliases(exporter: Exporter, aliases: Aliases, date: str, edition: str) -> None:
    for is_typed, some in ((False, aliases.below), (True, aliases.typed)):
        for alias in some:
            said = claim(alias, date, edition, is_typed=is_typed)
            exporter.add("alias", alias.address, said)
