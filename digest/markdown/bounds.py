"""How much of a kind one text may have, so that none keeps its readers waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.markdown.problems import push_problem

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

CITATIONS, FOOTNOTES, HEADINGS = "citations", "footnotes", "headings"
LINKS, CELLS, ITEMS = "links and images", "cells of tables", "items of lists"
MOST = {
    CITATIONS: 5_000,
    FOOTNOTES: 5_000,
    HEADINGS: 5_000,
    LINKS: 5_000,
    CELLS: 10_000,
    ITEMS: 10_000,
}
"""Several times what the longest reviews have."""
_COUNTS = "counts"
"""The key in the parser's environment: how many of a kind have been read."""


def too_many(kind: str) -> tuple[str, str, str]:
    """Return the rule, the message and the hint for a text that has too many of a kind."""
    message = f"more than {MOST[kind]} {kind} in one text"
    return "text-lost", message, "put some of it into another file"


def may_push(state: StateInline, kind: str, count: int = 1) -> bool:
    """Tell whether a text may have `count` more of a kind; the first that it may not is told.

    With a `count` of 0, tell whether it has no more than it may.
    """
    counts: dict[str, int] = state.env.setdefault(_COUNTS, {})
    before = counts.get(kind, 0)
    counts[kind] = before + count
    if before <= MOST[kind] < counts[kind]:
        push_problem(state, state.pos, *too_many(kind))
    return counts[kind] <= MOST[kind]
