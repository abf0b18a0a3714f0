"""The blocks of a post, and what stands in it for the whole text: references, footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.importing.parts import ListedReference
from digest.importing.recognise.lines import part_lines
from digest.importing.recognise.references import (
    ReferenceList,
    find_footnote_references,
    find_references,
)
from digest.importing.recognise.titlelines import title_level, what_follows
from digest.markdown.outline import Block, Outline, parse_outline

if TYPE_CHECKING:
    from collections.abc import Iterable


class ParsedText(msgspec.Struct, frozen=True):
    """A post's text with its blocks. Lines are those of the text with empty ones put in."""

    outline: Outline
    numbers: tuple[int, ...]
    """Of each line, its number in the post's text, from 0."""
    blocks: tuple[Block, ...]
    """Without footnotes."""
    notes: tuple[Block, ...]
    """The footnotes."""
    listed: tuple[ReferenceList, ...]
    """The lists of references."""
    footnotes: dict[int, ListedReference]
    """The footnotes that name a work, by their lines."""
    addresses: tuple[tuple[str, str], ...]
    """Those behind the labels of links."""


def parse_text(text: str) -> ParsedText:
    """Find the blocks of a post's text, and its references."""
    parted = part_lines(text)
    outline = parse_outline(parted.text)
    addresses = tuple(outline.addresses.items())
    notes = tuple(block for block in outline.blocks if block.kind == "footnote")
    blocks = _flatten(_nest(block for block in outline.blocks if block.kind != "footnote"))
    return ParsedText(
        outline,
        parted.numbers,
        tuple(blocks),
        notes,
        tuple(find_references(outline, blocks, addresses)),
        find_footnote_references(outline, notes, addresses),
        addresses,
    )


def _nest(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks, with lists as items mean them that are indented by less than Markdown asks.

    Two spaces put no list into an item with a number: it would be one of its own, and end the list
    that the item is of.
    """
    nested: list[Block] = []
    for block in map(_nest_items, blocks):
        before = nested[-1] if nested else None
        if before and before.kind == block.kind == "list" and before.end == block.first:
            last = before.children[-1]
            if block.children[0].indent > last.indent:
                last = msgspec.structs.replace(
                    last, end=block.end, children=(*last.children, block)
                )
                nested[-1] = msgspec.structs.replace(
                    before, end=block.end, children=(*before.children[:-1], last)
                )
                continue
            if (
                last.children[-1:]
                and last.children[-1].kind == "list"
                and (last.label[-1:] == block.children[0].label[-1:])
            ):
                nested[-1] = msgspec.structs.replace(
                    before, end=block.end, children=(*before.children, *block.children)
                )
                continue
        nested.append(block)
    return nested


def _nest_items(block: Block) -> Block:
    """Return a list with the items that are indented put into those before them.

    To Markdown one space more makes no list within. It is meant where half of the items or more
    have it.
    """
    items = block.children
    if block.kind != "list" or not items or items[0].label[:1].isdigit():
        return block
    least = items[0].indent
    if 2 * sum(item.indent > least for item in items) < len(items):
        return block
    outer: list[Block] = []
    for item in items:
        if item.indent > least:
            inner = msgspec.structs.replace(block, first=item.first, end=item.end, children=(item,))
            last = outer[-1]
            outer[-1] = msgspec.structs.replace(
                last, end=item.end, children=(*last.children, inner)
            )
        else:
            outer.append(item)
    return msgspec.structs.replace(block, children=tuple(outer))


def _flatten(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks, with an item apart that names follow, as it is the title above them."""
    flat: list[Block] = []
    listed = list(blocks)
    for at, block in enumerate(listed):
        following = what_follows(listed, at)
        last = block.children[-1] if block.kind == "list" and block.children else None
        # a bullet behind others is one of them, and no title
        is_one = len(block.children) > 1 and not block.children[-1].label[:1].isdigit()
        if last and not is_one and following and _is_title_item(last, following):
            if len(block.children) > 1:
                others = block.children[:-1]
                flat.append(msgspec.structs.replace(block, end=others[-1].end, children=others))
            flat.append(last)
        else:
            flat.append(block)
    return flat


def _is_title_item(item: Block, following: Block) -> bool:
    is_line = len(item.children) == 1 and item.children[0].kind == "paragraph"
    return is_line and bool(title_level(item, following, ()))
