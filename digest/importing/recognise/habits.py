"""What repeats over an archive, or within one post: how its parts are named."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify
from digest.importing.recognise.labels import Label, read_label
from digest.importing.recognise.paperaddresses import is_paper
from digest.importing.recognise.words import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digest.markdown.outline import Block


class PartName(msgspec.Struct, frozen=True):
    """How parts of entries are named that have the same name."""

    title: str
    """As most of them have it."""
    icon: str
    """An emoji before it; empty where most have none."""
    count: int
    """How many there are."""


class Habits(msgspec.Struct, frozen=True):
    """What repeats."""

    parts: tuple[PartName, ...] = ()
    """The names of parts of entries, the most frequent first."""
    headings: frozenset[str] = frozenset()
    """Slugs of headings that many posts have, as `news`: those of an edition's own parts."""
    closings: frozenset[str] = frozenset()
    """The beginnings of paragraphs that many posts have."""
    share: float = 1
    """Of the addresses that items are about, those of papers; 1 where too few are known."""

    def with_parts_of(self, other: Habits) -> Habits:
        """Return these, with the names of parts that another has too."""
        mine = self.names
        more = tuple(part for part in other.parts if slugify(part.title) not in mine)
        return msgspec.structs.replace(self, parts=self.parts + more) if more else self

    @property
    def names(self) -> frozenset[str]:
        """The slugs of the names of parts."""
        return frozenset(slugify(part.title) for part in self.parts)


_ENOUGH_POSTS = 3
_SHARE_OF_POSTS = 0.3
_ENOUGH_PARTS = 2
_ENOUGH_UNMARKED = 3


def find_habits(posts: Iterable[Sequence[Block]]) -> Habits:
    """Find what repeats in posts, of which the blocks are given."""
    names: Counter[str] = Counter()
    marked: Counter[str] = Counter()
    titles: dict[str, Counter[str]] = {}
    icons: dict[str, Counter[str]] = {}
    headings: Counter[str] = Counter()
    paragraphs: Counter[str] = Counter()
    firsts: Counter[bool] = Counter()
    count = 0
    for blocks in posts:
        count += 1
        firsts.update(_list_firsts(blocks))
        headings.update({slugify(one.text) for one in blocks if one.kind == "heading"})
        paragraphs.update({_shorten(one.text) for one in blocks if one.kind == "paragraph"})
        for label in _list_labels(blocks):
            names[label.slug] += 1
            marked[label.slug] += label.is_marked
            titles.setdefault(label.slug, Counter())[label.name] += 1
            icons.setdefault(label.slug, Counter())[label.icon] += 1
    often = max(_ENOUGH_POSTS, round(count * _SHARE_OF_POSTS))
    parts = tuple(
        PartName(titles[slug].most_common(1)[0][0], icons[slug].most_common(1)[0][0], number)
        for slug, number in names.most_common()
        if slug and _is_habit(slug, number, marked[slug])
    )
    return Habits(
        parts,
        frozenset(slug for slug, number in headings.items() if slug and number >= often),
        frozenset(text for text, number in paragraphs.items() if text and number >= often),
        firsts[True] / firsts.total() if firsts.total() >= _ENOUGH_LINKS and count > 1 else 1,
    )


_ENOUGH_LINKS = 30
_LINK = lazy_regex(r"\]\((https?://[^\s()]+)")


def _list_firsts(blocks: Iterable[Block]) -> Iterator[bool]:
    """Tell of the first address in each item of the lists whether it is a paper's."""
    for block in blocks:
        if block.kind in {"list", "item"}:
            yield from _list_firsts(block.children)
        if (
            block.kind == "item"
            and block.children
            and (found := _LINK.search(block.children[0].text))
        ):
            yield is_paper(found[1])


def is_habit_closing(text: str, habits: Habits) -> bool:
    """Tell whether a paragraph is one that many posts have."""
    return _shorten(text) in habits.closings


_BEGINNING = 60
"""Characters by which paragraphs are told apart: further on, a number or a link may differ."""


def _shorten(text: str) -> str:
    return " ".join(text[: 2 * _BEGINNING].lower().split())[:_BEGINNING]


def _is_habit(slug: str, count: int, marked: int) -> bool:
    if slug in LABELS:
        return count >= _ENOUGH_PARTS
    # a word before a colon is often a topic, and no part's name
    return marked >= _ENOUGH_UNMARKED and marked * 2 >= count


def _list_labels(blocks: Iterable[Block]) -> Iterator[Label]:
    for block in blocks:
        if block.kind == "paragraph" and (label := read_label(block.text)):
            yield label
        elif block.kind == "heading" and slugify(block.text) in LABELS:
            yield Label(block.text, "", "", is_marked=True, is_sure=False)
        elif block.kind in {"list", "item"}:
            yield from _list_labels(block.children)
