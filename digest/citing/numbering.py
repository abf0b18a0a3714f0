"""The numbers of citations on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic, Place
from digest.basics.works import Work
from digest.citing.keyfixes import rewrite_key
from digest.citing.library import Unresolved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from digest.basics.fragments import Citation, CiteItem
    from digest.citing.sorting import SortKey


class Numbering(msgspec.Struct, frozen=True):
    """The works that a page cites, numbered from 1 in the order of their list."""

    works: tuple[Work, ...]
    """The work with number n is at index n - 1."""
    numbers: dict[str, int]
    """From a key as written to the number of its work; keys that mean no work are not here."""
    places: tuple[int, ...]
    """How often each work is cited, by the same index. Every key in a bracket counts."""
    diagnostics: tuple[Diagnostic, ...]
    """Keys that mean no work, once for each place."""


def number(
    citations: Iterable[Citation],
    find: Callable[[str], Work | Unresolved],
    order: Callable[[Work], SortKey] | None = None,
) -> Numbering:
    """Give the citations of a page, in the order in which they stand on it, their numbers.

    Works are numbered as they appear, or where there is an `order`, in that.
    """
    works: dict[str, Work] = {}
    counts: dict[str, int] = {}
    ids: dict[str, str] = {}
    undefined: dict[Place, Diagnostic] = {}
    for citation in citations:
        for item in citation.items:
            found = find(item.key)
            if isinstance(found, Unresolved):
                is_named = citation.in_text and item is citation.items[0]
                undefined.setdefault(item.place, _report(item, found, is_named=is_named))
                continue
            ids[item.key] = found.id
            works.setdefault(found.id, found)
            counts[found.id] = counts.get(found.id, 0) + 1
    listed = sorted(works.values(), key=order) if order else list(works.values())
    numbers = {work.id: index for index, work in enumerate(listed, start=1)}
    return Numbering(
        tuple(listed),
        {key: numbers[id_] for key, id_ in ids.items()},
        tuple(counts[work.id] for work in listed),
        tuple(undefined.values()),
    )


def _report(item: CiteItem, found: Unresolved, *, is_named: bool) -> Diagnostic:
    """Report a key; `is_named` is that of a `@key` in running text, which may be a handle."""
    fix = rewrite_key(item.key, item.place, item.typed, found.meant) if found.meant else ()
    hint = found.hint
    whole = next((key for key in found.cut if f"@{key}".startswith(item.typed)), "")
    if whole:
        hint = f"write '@{{{whole}}}': without braces the key ends before such signs"
    elif found.rule == "citation-undefined" and not found.meant and not hint.startswith("write"):
        sign = f"'\\@{item.key}' where no citation is meant"
        if not hint.endswith("?"):
            hint = f"{hint}, or write {sign}"
        elif is_named:
            hint = f"{hint.removesuffix('?')}, or {sign}?"
    return item.place.diagnose(found.rule, found.message, hint, fix)
