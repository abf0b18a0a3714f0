"""The ids that a body gives its headings, sections and footnotes, and those on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.fragments import Directive, Section
from digest.site.views.parts import Use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.basics.diagnostics import Diagnostic
    from digest.basics.fragments import Address, Body, Fragment
    from digest.site.join import EnrichedEdition


def anchors_of(body: Body) -> frozenset[str]:
    """Return the ids of a body."""
    sections = (block.id for block in body.blocks if isinstance(block, Section))
    return frozenset((*sections, *(name for one in _fragments(body) for name in one.anchors)))


def ids_of(enriched: EnrichedEdition) -> Use:
    """Return how the ids in an edition's own text are made unique on its page.

    They begin with nothing, unless one is a slug; those that the editor gave never do.
    """
    kept = tuple(own.target for own in _own_ids(enriched.edition.body))
    is_taken = _slugs(enriched) & (anchors_of(enriched.edition.body) - set(kept))
    return Use("", "edition." if is_taken else "", 0, kept)


def check_ids(enriched: EnrichedEdition) -> tuple[Diagnostic, ...]:
    """Report ids that the editor gave in an edition, and that one of its entries has."""
    slugs = _slugs(enriched)
    hint = "give the heading another id"
    return tuple(
        own.place.diagnose("address-clash", f"'#{own.target}' is the entry of this name", hint)
        for own in _own_ids(enriched.edition.body)
        if own.target in slugs
    )


def _fragments(body: Body) -> Iterator[Fragment]:
    for block in body.blocks:
        if not isinstance(block, Directive):
            yield block.fragment
    if body.notes:
        yield body.notes


def _own_ids(body: Body) -> Iterator[Address]:
    for fragment in _fragments(body):
        yield from fragment.own_ids


def _slugs(enriched: EnrichedEdition) -> frozenset[str]:
    return frozenset(covered.entry.slug for covered in enriched.entries)
