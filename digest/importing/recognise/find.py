"""The entries of a post, in whichever form it has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.importing.recognise.bylines import read_byline
from digest.importing.recognise.items import is_of_papers, list_candidates, read_paragraph
from digest.importing.recognise.rows import find_rows, make_table
from digest.importing.recognise.textparts import find_text_parts, is_among_papers
from digest.importing.recognise.titlelines import (
    LINE,
    find_titled,
    is_untitled,
    title_level,
    what_follows,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.importing.recognise.entries import PlacedEntry
    from digest.importing.recognise.habits import Habits
    from digest.importing.recognise.items import Candidate
    from digest.importing.recognise.linkrows import Addresses
    from digest.importing.recognise.parsedtext import ParsedText
    from digest.markdown.outline import Block, Outline

_FEWEST_TITLED = 3
"""So many entries with a title of their own make others doubtful that have none."""
_FEW, _MANY, _HALF = 0.2, 0.35, 0.5
"""Shares of all links that items are about: where fewer than few are to papers, none is an entry;
where many are, few of a list's will do."""
_FEWEST, _ENOUGH = 2, 3
"""Papers that items of a post must be about, where no other entries are in it: the fewest of all,
and how many are enough where they are fewer than half of what the items are about."""


def find_entries(parsed: ParsedText, habits: Habits) -> list[PlacedEntry]:
    """Return the entries, in the order of the post."""
    outline, blocks, addresses = parsed.outline, parsed.blocks, parsed.addresses

    def is_title(at: int) -> bool:
        is_line = title_level(blocks[at], what_follows(blocks, at), addresses) == LINE
        return is_line or is_untitled(blocks, at, habits.names)

    is_text = find_text_parts(blocks, addresses, is_title)
    for one in parsed.listed:
        is_text[one.start : one.end] = [True] * (one.end - one.start)
    titled = find_titled(outline, blocks, is_text, addresses, habits)
    taken = {line for one in titled for line in range(one.first, one.end)}
    free = [
        (at, block)
        for at, block in enumerate(blocks)
        if not is_text[at] and block.first not in taken
    ]
    rows = [
        row for _, block in free for row in find_rows(make_table(block), addresses, habits.names)
    ]
    if len(titled) >= _FEWEST_TITLED:
        free = [(at, block) for at, block in free if is_among_papers(blocks, at)]
    groups = [
        group
        for _, block in free
        if block.kind == "list"
        for group in list_candidates(outline, block, addresses, habits.names)
    ]
    groups += _group_paragraphs(outline, free, addresses, habits.names)
    items = list(_choose(groups, habits, has_others=bool(titled or rows)))
    return sorted([*titled, *rows, *items], key=lambda one: one.first)


def _group_paragraphs(
    outline: Outline,
    free: Sequence[tuple[int, Block]],
    addresses: Addresses,
    known: frozenset[str],
) -> Iterator[list[Candidate]]:
    """Group paragraphs that follow one another and may be entries each."""
    group: list[Candidate] = []
    before = -2
    for at, block in free:
        candidate = None
        if block.kind == "paragraph" and not read_byline(block.text):
            candidate = read_paragraph(outline, block, addresses, known)
        if candidate and candidate.has_paper:
            if at != before + 1 and group:
                yield group
                group = []
            group.append(candidate)
            before = at
    if len(group) >= _FEWEST:
        yield group


def _choose(
    groups: Sequence[Sequence[Candidate]], habits: Habits, *, has_others: bool
) -> Iterator[PlacedEntry]:
    """Return the entries of groups that are of papers."""
    linked = sum(one.is_linked or one.has_paper for group in groups for one in group)
    papers = sum(one.has_paper for group in groups for one in group)
    if papers < _FEW * linked or habits.share < _FEW:
        return
    is_doubtful = papers < _FEWEST or (papers < _ENOUGH and papers < _HALF * linked)
    if is_doubtful and not has_others:
        return
    # where many links are to papers, they may be mixed with others
    needed = _FEW if papers >= _MANY * linked else _HALF
    for group in groups:
        if is_of_papers(group, needed):
            yield from (one.placed for one in group if one.has_paper or one.may_have_paper)
