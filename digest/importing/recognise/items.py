"""Entries in the items of lists, and in paragraphs that begin with a paper's title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.importing.recognise.aftertitle import take_own_paper
from digest.importing.recognise.compose import compose, compose_paragraph, dedent
from digest.importing.recognise.entries import PlacedEntry, make_entry
from digest.importing.recognise.entryfacts import EntryFacts
from digest.importing.recognise.fields import take_field, take_line
from digest.importing.recognise.firstwords import read_first_words
from digest.importing.recognise.linkrows import read_links
from digest.markdown.outline import find_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.importing.recognise.linkrows import Addresses
    from digest.markdown.outline import Block, Outline

_BREAK = lazy_regex(r"[ ]*<br[ ]*/?>\s*", re.IGNORECASE)
_MARKED = lazy_regex(r"\s*(?:\*\*|__|\[|\W{0,4}\[)")


class Candidate(msgspec.Struct, frozen=True):
    """An item or a paragraph that may be an entry."""

    placed: PlacedEntry
    has_paper: bool
    may_have_paper: bool
    """Whether it says that it links to a paper, also where that is a placeholder."""
    is_linked: bool
    """Whether it links to anything as its title or beside it."""


def list_candidates(
    outline: Outline, block: Block, addresses: Addresses, known: frozenset[str]
) -> Iterator[list[Candidate]]:
    """List what may be entries in a list; where its items are topics, in each list within."""
    read = [_read_item(outline, item, addresses, known) for item in block.children]
    inner = [
        group
        for item, candidate in zip(block.children, read, strict=True)
        if not candidate.has_paper
        for child in item.children
        if child.kind == "list"
        for group in list_candidates(outline, child, addresses, known)
    ]
    outer = sum(candidate.has_paper for candidate in read)
    within = [group for group in inner if is_of_papers(group)]
    if outer == 0 and within:
        yield from within
    else:
        yield read


def is_of_papers(group: Sequence[Candidate], share: float = 0.5) -> bool:
    """Tell whether at least a part of the items that stand together have a paper."""
    papers = sum(one.has_paper for one in group)
    return papers > 0 and papers >= share * len(group)


def _read_item(
    outline: Outline, item: Block, addresses: Addresses, known: frozenset[str]
) -> Candidate:
    blocks = list(item.children)
    text = blocks.pop(0).text if blocks and blocks[0].kind == "paragraph" else ""
    facts, rest = _read_first(text, addresses)
    facts.drop(item.label.strip("-*+"))
    blocks = _take_blocks(outline, blocks, facts, addresses)
    is_title = bool(facts.title)
    in_passing = not facts.has_paper and is_title and _MARKED.match(text) is not None
    texts = "\n".join([rest, *(one.text for one in blocks if one.kind == "paragraph")])
    has_paper = facts.has_paper or (in_passing and take_own_paper(texts, facts, addresses))
    body = (compose_paragraph(rest, known), compose(outline, blocks, known))
    made = make_entry(facts, "\n\n".join(filter(None, body)), item.first, item.end)
    is_linked = any(not address.startswith("#") for _, address in facts.links)
    return Candidate(made, has_paper, facts.may_have_paper and is_title, is_linked)


def _read_first(text: str, addresses: Addresses) -> tuple[EntryFacts, str]:
    """Read the first paragraph of an item: what it says of its paper, and what is left."""
    facts, lines = EntryFacts(), _BREAK.sub("\\\\\n", text).split("\n")
    while lines and take_field(lines[0], facts, addresses):
        lines.pop(0)
    opening, rest = read_first_words("\n".join(lines), addresses)
    facts.add(opening)
    return facts, _take_lines(rest, facts, addresses)


def _take_lines(text: str, facts: EntryFacts, addresses: Addresses) -> str:
    """Take lines at the beginning of a text that say more of the paper; return the others."""
    lines = text.split("\n")
    if len(lines) == 1 and not facts.title:
        return text
    while len(lines) > 1 or (lines and facts.title):
        if not take_line(lines[0], facts, addresses):
            break
        lines.pop(0)
    while len(lines) > 1 and take_line(lines[-1], facts, addresses):
        lines.pop()
    return "\n".join(lines)


def _take_blocks(
    outline: Outline, blocks: Sequence[Block], facts: EntryFacts, addresses: Addresses
) -> list[Block]:
    """Take blocks that say more of the paper, at the beginning and at the end."""
    left = list(blocks)
    for at in (0, -1):
        while left and take_block(outline, left[at], facts, addresses):
            left.pop(at)
    if left and left[0].kind == "list":
        items = [
            item for item in left[0].children if not take_block(outline, item, facts, addresses)
        ]
        if not items:
            left.pop(0)
        elif len(items) < len(left[0].children):
            left[0] = msgspec.structs.replace(left[0], children=tuple(items))
    return left


def take_block(outline: Outline, block: Block, facts: EntryFacts, addresses: Addresses) -> bool:
    """Take a block all of whose lines say something of the paper; tell whether it was one."""
    trial = facts.copy()
    is_taken = _take_all(outline, block, trial, addresses)
    if is_taken:
        trial.drop(block.label.strip("-*+"))
        facts.become(trial)
    return is_taken


def _take_all(outline: Outline, block: Block, facts: EntryFacts, addresses: Addresses) -> bool:
    match block.kind:
        case "heading":
            row = read_links(block.text, addresses)
            is_row = bool(row.links) and row.end == len(block.text)
            facts.take_links(row)
            return is_row or take_field(block.text, facts, addresses)
        case "paragraph":
            return all(take_line(line, facts, addresses) for line in block.text.split("\n"))
        case "item" if len(block.children) != 1 or block.children[0].kind != "paragraph":
            return False
        case "list" | "quote" | "item":
            within = block.children
            return all(take_block(outline, one, facts, addresses) for one in within) and bool(
                within
            )
        case _:
            return False


def read_paragraph(
    outline: Outline, block: Block, addresses: Addresses, known: frozenset[str]
) -> Candidate | None:
    """Read a paragraph that begins with a title in bold or a link; None where it does not."""
    text = dedent(outline, block)
    marks = find_marks(text, addresses)
    if not _MARKED.match(text) or not marks:
        return None
    facts, rest = _read_first(text, addresses)
    if not facts.title:
        return None
    has_paper = facts.has_paper or take_own_paper(rest, facts, addresses)
    made = make_entry(facts, compose_paragraph(rest, known), block.first, block.end)
    return Candidate(made, has_paper, facts.may_have_paper, bool(facts.links))
