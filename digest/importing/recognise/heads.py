"""Entries that begin with a line of their own: a heading, a title in bold, or one above names."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify
from digest.importing.recognise.addresses import is_paper
from digest.importing.recognise.bylines import OTHERS, are_names, names_people
from digest.importing.recognise.compose import compose
from digest.importing.recognise.endings import find_ending
from digest.importing.recognise.gathered import Taken, make_entry
from digest.importing.recognise.items import take_block
from digest.importing.recognise.labels import is_label, read_label
from digest.importing.recognise.lead import Lead
from digest.importing.recognise.opening import is_numbered, read_title_line
from digest.importing.recognise.sections import is_among_papers
from digest.importing.recognise.words import PAPER_NOUNS, words_in
from digest.markdown.outline import find_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.importing.recognise.habits import Habits
    from digest.importing.recognise.links import Addresses
    from digest.markdown.outline import Block, Outline

BOLD, LINE = 7, 8
"""Levels of titles that are no headings: those in bold alone on a line, and others above names."""
_UNDER_ALL = 9
_LONGEST_TITLE = 250
_MOST_BLOCKS = 8
"""Under a title, that say something of the paper and nothing more."""


class _Head(msgspec.Struct):
    """What may be the title of an entry."""

    at: int
    """Which block it is."""
    level: int
    end: int
    """Behind its last block."""
    body: int
    """Where what is said of the paper begins."""
    lead: Lead
    is_sure: bool = False
    may_be: bool = False
    has_parts: bool = False
    is_numbered: bool = False


def find_heads(
    outline: Outline,
    blocks: Sequence[Block],
    is_text: Sequence[bool],
    addresses: Addresses,
    habits: Habits,
) -> list[Taken]:
    """Return the entries among a post's blocks that begin with a title.

    `is_text` tells of each block whether it is of a part that has no papers.
    """
    known = habits.names
    heads = [
        head
        for at, block in enumerate(blocks)
        if not is_text[at] and (head := _read_head(outline, blocks, at, addresses, habits))
    ]
    _set_ends(heads, blocks, is_text)
    for head in heads:
        _judge(head, blocks, addresses, known)
    chosen = _choose(heads)
    _cut_last(chosen, blocks, habits)
    return [_make(outline, blocks, head, known, addresses) for head in chosen]


# --- what may be a title -------------------------------------------------------------------------


def _read_head(
    outline: Outline, blocks: Sequence[Block], at: int, addresses: Addresses, habits: Habits
) -> _Head | None:
    block = blocks[at]
    level = title_level(block, blocks[at + 1] if at + 1 < len(blocks) else None, addresses)
    if not level:
        return None
    label = read_label(block.text)
    if label and not label.rest and is_label(label, habits.names):
        return None
    if block.kind == "heading" and slugify(block.text) in habits.headings:
        return None
    text = block.text if block.kind != "item" else block.children[0].text
    lead = read_title_line(text, addresses)
    if not lead.title:
        return None
    lead.drop(block.label)
    body = at + 1
    last = min(body + _MOST_BLOCKS, len(blocks))
    while body < last and take_block(outline, blocks[body], lead, addresses):
        body += 1
    return _Head(at, level, len(blocks), body, lead, is_numbered=is_numbered(text))


def title_level(block: Block, following: Block | None, addresses: Addresses) -> int:
    """Return which level the title has that a block may be; 0 where it is none."""
    if block.kind == "heading":
        return block.level
    if block.kind == "paragraph" and "\n" not in block.text and is_bold(block.text, addresses):
        return BOLD
    text = block.children[0].text if block.kind == "item" else block.text
    if block.kind not in {"paragraph", "item"} or len(text) > _LONGEST_TITLE:
        return 0
    if following is None or following.kind != "paragraph":
        return 0
    label = read_label(following.text)
    is_above_names = names_people(" ".join(following.text.split()))
    is_above_part = block.kind == "item" and label is not None and label.is_sure
    is_sentence = text.rstrip().endswith((":", ";", ",")) or ". " in text.strip()
    return LINE if (is_above_names or is_above_part) and not is_sentence else 0


_BOLD = lazy_regex(r"\W{0,12}?(?:\d{1,3}[.)]\s*)?$")


def is_bold(text: str, addresses: Addresses) -> bool:
    """Tell whether all of a text is in bold, but for a number, icons and links."""
    marks = find_marks(text, addresses)
    outer = next((mark for mark in marks if mark.kind == "strong"), None)
    if outer is None or len(text) > _LONGEST_TITLE:
        return False
    link = marks[0] if marks[0].kind == "link" and marks[0].end >= outer.end else None
    start, end = (link.start, link.end) if link else (outer.start, outer.end)
    if not _BOLD.fullmatch(text[:start]):
        return False
    rest = text[end:].strip(" :.*_\\")
    return not rest or bool(read_title_line(f"x {rest}", addresses).title == "x")


def _set_ends(heads: Sequence[_Head], blocks: Sequence[Block], is_text: Sequence[bool]) -> None:
    """Find the end of each: the next title of its level or above, or a part without papers."""
    levels = {head.at: head.level for head in heads}
    levels |= {at: block.level for at, block in enumerate(blocks) if block.kind == "heading"}
    for head in heads:
        for at in range(head.body, len(blocks)):
            if is_text[at] or levels.get(at, _UNDER_ALL) <= head.level:
                head.end = at
                break


# --- which of them are entries -------------------------------------------------------------------


def _judge(
    head: _Head, blocks: Sequence[Block], addresses: Addresses, known: frozenset[str]
) -> None:
    """Tell what speaks for it that a title is an entry's."""
    body = blocks[head.body : head.end]
    head.has_parts = any(_is_part(block, known) for block in body)
    lead = head.lead
    elsewhere = any(not name and not is_paper(address) for name, address in lead.links)
    head.is_sure = lead.has_paper or (bool(lead.byline) and (head.has_parts or not elsewhere))
    papers = dict(_list_papers(body, addresses))
    says_paper = (
        head.is_numbered
        or any(not PAPER_NOUNS.isdisjoint(words_in(words)) for words in papers.values())
        or (len(papers) == 1 and is_among_papers(blocks, head.at))
    )
    is_own = len(papers) == 1 and says_paper
    head.may_be = bool(body) and bool(lead.may_have_paper or head.has_parts or is_own)
    if not head.is_sure and is_own and not lead.may_have_paper:
        lead.add_link("", next(iter(papers)))


def _list_papers(body: Sequence[Block], addresses: Addresses) -> Iterator[tuple[str, str]]:
    """List the papers that the paragraphs of a body link to, with the words of the links."""
    for block in body:
        if block.kind in {"paragraph", "quote"}:
            for mark in find_marks(block.text, addresses):
                if mark.kind == "link" and is_paper(mark.address):
                    yield mark.address, block.text[slice(*mark.inner)]


def _is_part(block: Block, known: frozenset[str]) -> bool:
    if block.kind in {"list", "item"}:
        return any(_is_part(child, known) for child in block.children)
    if block.kind not in {"paragraph", "heading"}:
        return False
    label = read_label(block.text)
    return label is not None and is_label(label, known)


def _choose(heads: Sequence[_Head]) -> list[_Head]:
    """Return those that are entries: the sure ones, and others where most of their level are."""
    sure_places = [head.at for head in heads if head.is_sure]
    levels: dict[int, list[_Head]] = defaultdict(list)
    for head in heads:
        if head.lead.has_paper or not _holds(head, sure_places):
            levels[head.level].append(head)
    chosen: list[_Head] = []
    for group in levels.values():
        sure = _sure(group)
        places = {one.at for one in sure}
        maybe = [one for one in group if one.at in places or (one.may_be and not one.is_sure)]
        if sure and len(maybe) * 2 >= len(group):
            chosen += maybe
        elif sure:
            chosen += sure
        elif len(maybe) >= _FEWEST and len(maybe) * 2 > len(group):
            chosen += maybe
    return _without_inner(sorted(chosen, key=lambda one: one.at))


_FEWEST = 3


def _sure(group: Sequence[_Head]) -> list[_Head]:
    """Return the sure ones. Names alone say little: it may be the editor's own line."""
    sure = [one for one in group if one.is_sure]
    better = [one for one in sure if one.lead.has_paper or one.has_parts]
    if not better:
        return [one for one in sure if not _is_of_edition(one)] if len(sure) > 1 else []
    return [
        one
        for one in sure
        if one.at >= better[0].at or (one.at and are_names(one.lead.byline, surely=True))
    ]


def _is_of_edition(head: _Head) -> bool:
    """Tell whether a title is that of the whole post, above the name of who wrote it."""
    return head.at == 0 and not OTHERS.search(head.lead.byline)


def _holds(head: _Head, sure_places: Sequence[int]) -> bool:
    """Tell whether a sure title stands below another one, which is that of a part then."""
    following = bisect_right(sure_places, head.at)
    return following < len(sure_places) and sure_places[following] < head.end


def _without_inner(heads: Sequence[_Head]) -> list[_Head]:
    """Return entries that do not overlap: one within another is of it, unless it is a sure one."""
    kept: list[_Head] = []
    for head in heads:
        if kept and head.at < kept[-1].body:
            continue
        if kept and head.at < kept[-1].end:
            if kept[-1].level < BOLD and head.level > kept[-1].level and not head.is_sure:
                continue
            kept[-1].end = head.at
        kept.append(head)
    return kept


def _cut_last(heads: Sequence[_Head], blocks: Sequence[Block], habits: Habits) -> None:
    """Leave the closing words to the edition, where no heading parts them from the last entry."""
    for at, head in enumerate(heads):
        if at + 1 == len(heads) or heads[at + 1].at > head.end:
            body = blocks[head.body : head.end]
            head.end = head.body + find_ending(body, habits, is_apart=head.level < BOLD)


def _make(
    outline: Outline,
    blocks: Sequence[Block],
    head: _Head,
    known: frozenset[str],
    addresses: Addresses,
) -> Taken:
    body = list(blocks[head.body : head.end])
    while body and body[-1].kind == "rule":
        body.pop()
    end = body[-1].end if body else blocks[head.body - 1].end
    while body and take_block(outline, body[-1], head.lead, addresses):
        body.pop()
    last = blocks[head.end].first if head.end < len(blocks) else end
    text = compose(outline, body, known)
    return make_entry(head.lead, text, blocks[head.at].first, max(last, end))
