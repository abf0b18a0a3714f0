"""The numbers of citations on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.citing.library import Unresolved
from digest.citing.mending import rewrite_key
from digest.diagnostics import Diagnostic
from digest.model import Citation, CiteItem, Place, Work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Numbering(msgspec.Struct, frozen=True):
    """The works that a page cites, numbered from 1 in the order in which they appear."""

    works: tuple[Work, ...]
    """The work with number n is at index n - 1."""
    numbers: dict[str, int]
    """From a key as written to the number of its work; keys that mean no work are not here."""
    places: tuple[int, ...]
    """How often each work is cited, by the same index. Every key in a bracket counts."""
    diagnostics: tuple[Diagnostic, ...]
    """Keys that mean no work, once for each place."""


def number(citations: Iterable[Citation], find: Callable[[str], Work | Unresolved]) -> Numbering:
    """Give the citations of a page, in the order in which they stand on it, their numbers."""
    works: dict[str, Work] = {}
    counts: dict[str, int] = {}
    ids: dict[str, str] = {}
    undefined: dict[Place, Diagnostic] = {}
    for citation in citations:
        for item in citation.items:
            found = find(item.key)
            if isinstance(found, Unresolved):
                undefined.setdefault(item.place, _report(item, found))
                continue
            ids[item.key] = found.id
            works.setdefault(found.id, found)
            counts[found.id] = counts.get(found.id, 0) + 1
    order = {id_: index for index, id_ in enumerate(works, start=1)}
    return Numbering(
        tuple(works.values()),
        {key: order[id_] for key, id_ in ids.items()},
        tuple(counts[id_] for id_ in works),
        tuple(undefined.values()),
    )


def _report(item: CiteItem, found: Unresolved) -> Diagnostic:
    fix = rewrite_key(item.key, item.place, item.typed, found.meant) if found.meant else ()
    return item.place.diagnose(found.rule, found.message, found.hint, fix)
