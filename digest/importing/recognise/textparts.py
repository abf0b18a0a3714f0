"""Which blocks of a post are of a part that has no papers, as its news."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify
from digest.importing.recognise.paperaddresses import is_paper
from digest.importing.recognise.words import (
    PAPER_WORDS,
    TEXT_SECTIONS,
    TEXT_WORDS,
    words_in,
)
from digest.markdown.outline import find_marks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from digest.importing.recognise.linkrows import Addresses
    from digest.markdown.outline import Block

_MOST_WORDS = 5
_LONGEST = 60
_UNDER_ALL = 9
"""The level of a part's name that is no heading."""


def find_text_parts(
    blocks: Sequence[Block], addresses: Addresses, is_title: Callable[[int], bool]
) -> list[bool]:
    """Tell of each block whether it is of a part without papers.

    `is_title` tells whether a block is a title above names, which ends a part whose own name is no
    heading.
    """
    top = _only_top(blocks)
    is_text: list[bool] = []
    within = 0
    for at, block in enumerate(blocks):
        level = block.level if block.kind == "heading" else 0
        if level and within and level <= within:
            within = 0
        if within == _UNDER_ALL and (level or is_title(at)):
            within = 0
        if block.kind in {"heading", "paragraph"} and at != top:
            if names_text(block, addresses) and not within:
                within = level or _UNDER_ALL
            elif within == _UNDER_ALL and names_papers(block):
                within = 0
        is_text.append(bool(within))
    return is_text


def names_text(block: Block, addresses: Addresses) -> bool:
    """Tell whether a heading, or words alone on a line, name a part without papers."""
    if len(block.text) > _LONGEST or "\n" in block.text:
        return False
    words = words_in(block.text)
    if not words or len(words) > _MOST_WORDS or not PAPER_WORDS.isdisjoint(words):
        return False
    if block.kind == "paragraph" and slugify(block.text) not in TEXT_SECTIONS | TEXT_WORDS:
        return len(words) <= 3 and words[-1] in TEXT_WORDS and block.text[-1:] not in ".:,;"  # noqa: PLR2004
    if any(is_paper(mark.address) for mark in find_marks(block.text, addresses)):
        return False
    return slugify(block.text) in TEXT_SECTIONS or not TEXT_WORDS.isdisjoint(words)


def names_papers(block: Block) -> bool:
    """Tell whether a heading, or words alone on a line, name a part that has papers."""
    if len(block.text) > _LONGEST or "\n" in block.text:
        return False
    words = words_in(block.text)
    short = len(words) <= (_MOST_WORDS + 2 if block.kind == "heading" else 3)
    return short and not PAPER_WORDS.isdisjoint(words)


def is_among_papers(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether the heading above a block names a part that has papers."""
    above = (block for block in reversed(blocks[:at]) if block.kind == "heading")
    heading = next(above, None)
    return heading is not None and names_papers(heading)


def find_plain_names(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the lines of names of parts that stand alone, in a text that has no headings."""
    if any(block.kind == "heading" for block in blocks):
        return frozenset()
    return frozenset(
        block.first
        for block in blocks
        if block.kind == "paragraph"
        and _PLAIN.fullmatch(block.text)
        and (names_text(block, ()) or (names_papers(block) and len(words_in(block.text)) == 1))
    )


_PLAIN = lazy_regex(r"[^\[\]*_`<>.,;!?]{1,60}")


def _only_top(blocks: Sequence[Block]) -> int:
    """Return which block is the title of the whole post; -1 where none is."""
    levels = [block.level for block in blocks if block.kind == "heading"]
    if len(levels) > 1 and blocks[0].kind == "heading":
        return 0 if levels.count(levels[0]) == 1 and min(levels[1:]) > levels[0] else -1
    return -1
