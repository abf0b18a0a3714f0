"""Entries that begin with a line of their own: a heading, a title in bold, or one above names."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify
from digest.importing.papers.typed import is_placeholder
from digest.importing.recognise.bylines import OTHERS, are_names, names_people, read_byline
from digest.importing.recognise.closingwords import count_own_blocks
from digest.importing.recognise.compose import compose
from digest.importing.recognise.entries import PlacedEntry, make_entry
from digest.importing.recognise.entryfacts import EntryFacts
from digest.importing.recognise.fields import is_link
from digest.importing.recognise.firstwords import is_numbered, read_title_line
from digest.importing.recognise.items import take_block
from digest.importing.recognise.labels import is_label, read_label
from digest.importing.recognise.paperaddresses import is_paper
from digest.importing.recognise.textparts import is_among_papers
from digest.importing.recognise.titlewords import may_be_title
from digest.importing.recognise.words import PAPER_NOUNS, words_in
from digest.markdown.outline import find_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.importing.recognise.habits import Habits
    from digest.importing.recognise.linkrows import Addresses
    from digest.markdown.outline import Block, Outline

BOLD, LINE = 7, 8
"""Levels of titles that are no headings: those in bold alone on a line, and others above names."""
_UNDER_ALL = 9
_LONGEST_TITLE = 250
_MOST_BLOCKS = 8
"""Under a title, that say something of the paper and nothing more."""


class _TitleLine(msgspec.Struct):
    """What may be the title of an entry."""

    at: int
    """Which block it is."""
    level: int
    end: int
    """Behind its last block."""
    body: int
    """Where what is said of the paper begins."""
    facts: EntryFacts
    is_sure: bool = False
    may_be: bool = False
    has_parts: bool = False
    is_numbered: bool = False


def find_titled(
    outline: Outline,
    blocks: Sequence[Block],
    is_text: Sequence[bool],
    addresses: Addresses,
    habits: Habits,
) -> list[PlacedEntry]:
    """Return the entries among a post's blocks that begin with a title.

    `is_text` tells of each block whether it is of a part that has no papers.
    """
    known = habits.names
    titles = [
        title
        for at, block in enumerate(blocks)
        if not is_text[at] and (title := _read_title_line(outline, blocks, at, addresses, habits))
    ]
    titles = _with_untitled(outline, titles, blocks, is_text, addresses, known)
    _set_ends(titles, blocks, is_text)
    for title in titles:
        _judge(title, blocks, addresses, known)
    chosen = _choose(titles)
    _cut_last(chosen, blocks, habits)
    return [_make(outline, blocks, title, known, addresses) for title in chosen]


# --- what may be a title -------------------------------------------------------------------------


def _read_title_line(
    outline: Outline, blocks: Sequence[Block], at: int, addresses: Addresses, habits: Habits
) -> _TitleLine | None:
    block = blocks[at]
    level = title_level(block, what_follows(blocks, at), addresses)
    if not level:
        return None
    label = read_label(block.text)
    if label and not label.rest and is_label(label, habits.names):
        return None
    if block.kind == "heading" and slugify(block.text) in habits.headings:
        return None
    text = block.text if block.kind != "item" else block.children[0].text
    facts = read_title_line(text, addresses)
    if not facts.title:
        return None
    facts.drop(block.label)
    body = at + 1
    last = min(body + _MOST_BLOCKS, len(blocks))
    while body < last and take_block(outline, blocks[body], facts, addresses):
        body += 1
    return _TitleLine(at, level, len(blocks), body, facts, is_numbered=is_numbered(text))


def title_level(block: Block, following: Block | None, addresses: Addresses) -> int:
    """Return which level the title has that a block may be; 0 where it is none."""
    if block.kind == "heading":
        return block.level
    if block.kind == "paragraph" and "\n" not in block.text and is_bold(block.text, addresses):
        return BOLD
    text = block.children[0].text if block.kind == "item" else block.text
    if block.kind not in {"paragraph", "item"}:
        return 0
    if following is None or following.kind != "paragraph":
        return 0
    label = read_label(following.text)
    is_above_names = names_people(" ".join(following.text.split()))
    is_above_part = block.kind == "item" and label is not None and label.is_sure
    return LINE if (is_above_names or is_above_part) and may_be_title(text) else 0


def what_follows(blocks: Sequence[Block], at: int) -> Block | None:
    """Return the block behind another, or behind an address or id alone below that."""
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if following and following.kind == "paragraph" and is_link(following.text):
        return blocks[at + 2] if at + 2 < len(blocks) else None
    return following


def is_untitled(blocks: Sequence[Block], at: int, known: frozenset[str]) -> bool:
    """Tell whether a block is a line "By …" above the parts of an entry whose title may be lost."""
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if blocks[at].kind != "paragraph" or following is None or not _is_part(following, known):
        return False
    return read_byline(" ".join(blocks[at].text.split())) is not None


def _with_untitled(
    outline: Outline,
    titles: Sequence[_TitleLine],
    blocks: Sequence[Block],
    is_text: Sequence[bool],
    addresses: Addresses,
    known: frozenset[str],
) -> list[_TitleLine]:
    """Add the entries whose titles are lost. Where most are, a line above names is no title."""
    lines = {title.at for title in titles if title.level == LINE}
    taken = {at for title in titles for at in range(title.at, title.body)}
    found = [at for at in range(len(blocks)) if not is_text[at] and is_untitled(blocks, at, known)]
    alone = [at for at in found if at not in taken]
    if len(alone) > len(lines):
        titles = [title for title in titles if title.level != LINE or title.at + 1 not in found]
        alone = [at for at in found if at not in taken or at - 1 in lines]
    added = []
    for at in alone:
        facts, body = EntryFacts(), at
        while body < len(blocks) and take_block(outline, blocks[body], facts, addresses):
            body += 1
        added.append(_TitleLine(at, LINE, len(blocks), body, facts))
    return sorted([*titles, *added], key=lambda title: title.at)


_BOLD = lazy_regex(r"\W{0,12}?(?:\d{1,3}[.)]\s*)?$")


def is_bold(text: str, addresses: Addresses) -> bool:
    """Tell whether all of a text is in bold, but for a number, icons and links."""
    if len(text) > _LONGEST_TITLE:
        return False
    marks = find_marks(text, addresses)
    outer = next((mark for mark in marks if mark.kind == "strong"), None)
    if outer is None:
        return False
    link = marks[0] if marks[0].kind == "link" and marks[0].end >= outer.end else None
    start, end = (link.start, link.end) if link else (outer.start, outer.end)
    if not _BOLD.fullmatch(text[:start]):
        return False
    rest = text[end:].strip(" :.*_\\")
    return not rest or bool(read_title_line(f"x {rest}", addresses).title == "x")


def _set_ends(
    titles: Sequence[_TitleLine], blocks: Sequence[Block], is_text: Sequence[bool]
) -> None:
    """Find the end of each: the next title of its level or above, or a part without papers."""
    levels = {title.at: title.level for title in titles}
    levels |= {at: block.level for at, block in enumerate(blocks) if block.kind == "heading"}
    for title in titles:
        for at in range(title.body, len(blocks)):
            if is_text[at] or levels.get(at, _UNDER_ALL) <= title.level:
                title.end = at
                break


# --- which of them are entries -------------------------------------------------------------------


def _judge(
    title: _TitleLine, blocks: Sequence[Block], addresses: Addresses, known: frozenset[str]
) -> None:
    """Tell what speaks for it that a title is an entry's."""
    body = blocks[title.body : title.end]
    title.has_parts = any(_is_part(block, known) for block in body)
    facts = title.facts
    elsewhere = any(
        not name and not is_paper(address) and not is_placeholder(address)
        for name, address in facts.links
    )
    title.is_sure = facts.has_paper or (bool(facts.byline) and (title.has_parts or not elsewhere))
    papers = dict(_list_papers(body, addresses))
    says_paper = (
        title.is_numbered
        or any(not PAPER_NOUNS.isdisjoint(words_in(words)) for words in papers.values())
        or (len(papers) == 1 and is_among_papers(blocks, title.at))
    )
    is_own = len(papers) == 1 and says_paper
    title.may_be = bool(body) and bool(facts.may_have_paper or title.has_parts or is_own)
    if not title.is_sure and is_own and not facts.may_have_paper:
        facts.add_link("", next(iter(papers)))


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


def _choose(titles: Sequence[_TitleLine]) -> list[_TitleLine]:
    """Return those that are entries: the sure ones, and others where most of their level are."""
    sure_places = [title.at for title in titles if title.is_sure]
    levels: dict[int, list[_TitleLine]] = defaultdict(list)
    for title in titles:
        if title.facts.has_paper or not _holds(title, sure_places):
            levels[title.level].append(title)
    chosen: list[_TitleLine] = []
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


def _sure(group: Sequence[_TitleLine]) -> list[_TitleLine]:
    """Return the sure ones. Names alone say little: it may be the editor's own line."""
    sure = [one for one in group if one.is_sure]
    better = [
        one
        for one in sure
        if one.facts.may_have_paper or one.has_parts or is_placeholder(one.facts.paper[1] or "x")
    ]
    if not better:
        return [one for one in sure if not _is_of_edition(one)] if len(sure) > 1 else []
    return [
        one
        for one in sure
        if one.at >= better[0].at or (one.at and are_names(one.facts.byline, surely=True))
    ]


def _is_of_edition(title: _TitleLine) -> bool:
    """Tell whether a title is that of the whole post, above the name of who wrote it."""
    return title.at == 0 and not OTHERS.search(title.facts.byline)


def _holds(title: _TitleLine, sure_places: Sequence[int]) -> bool:
    """Tell whether a sure title stands below another one, which is that of a part then."""
    following = bisect_right(sure_places, title.at)
    return following < len(sure_places) and sure_places[following] < title.end


def _without_inner(titles: Sequence[_TitleLine]) -> list[_TitleLine]:
    """Return entries that do not overlap: one within another is of it, unless it is a sure one."""
    kept: list[_TitleLine] = []
    for title in titles:
        if kept and title.at < kept[-1].body:
            continue
        if kept and title.at < kept[-1].end:
            if kept[-1].level < BOLD and title.level > kept[-1].level and not title.is_sure:
                continue
            kept[-1].end = title.at
        kept.append(title)
    return kept


def _cut_last(titles: Sequence[_TitleLine], blocks: Sequence[Block], habits: Habits) -> None:
    """Leave the closing words to the edition, where no heading parts them from the last entry."""
    for at, title in enumerate(titles):
        if at + 1 == len(titles) or titles[at + 1].at > title.end:
            body = blocks[title.body : title.end]
            title.end = title.body + count_own_blocks(body, habits, is_apart=title.level < BOLD)


def _make(
    outline: Outline,
    blocks: Sequence[Block],
    title: _TitleLine,
    known: frozenset[str],
    addresses: Addresses,
) -> PlacedEntry:
    body = list(blocks[title.body : title.end])
    while body and body[-1].kind == "rule":
        body.pop()
    end = body[-1].end if body else blocks[title.body - 1].end
    while body and take_block(outline, body[-1], title.facts, addresses):
        body.pop()
    last = blocks[title.end].first if title.end < len(blocks) else end
    text = compose(outline, body, known)
    return make_entry(title.facts, text, blocks[title.at].first, max(last, end))
