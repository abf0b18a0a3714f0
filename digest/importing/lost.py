"""Words of a post that are in nothing that was made of it."""

from __future__ import annotations

from collections import Counter
from html import unescape
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import shorten
from digest.importing.parts import Fault
from digest.importing.targets import replace_targets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.importing.parts import FoundEntry, Parts, Resolved
    from digest.importing.post import Post

_WORD = lazy_regex(r"\w+")
_HEADING = lazy_regex(r" {0,3}#{1,6}[ \t]")


def find_lost(post: Post, parts: Parts, resolved: Resolved) -> tuple[Fault, ...]:
    """Return a fault where words of a post are neither in its parts nor in what these became.

    Numbers are left out: those by which the post counted, or cited, are made anew.
    """
    kept = Counter[str]()
    for text in (*_all_texts(resolved.parts), *_replaced_texts(parts)):
        kept.update(_words(text))
    source = Counter(_words(post.text))
    lost = source - kept
    lost -= Counter({word: count for word, count in lost.items() if word.isdigit()})
    if not lost:
        return ()
    lines = list(_lines_of(post.text, lost, _heading_of_list(post.text, parts)))
    if not lines:
        return ()
    words = " ".join(word for _, words in lines for word in words)
    count = sum(len(words) for _, words in lines)
    what = "a word is" if count == 1 else f"{count:,} words are"
    message = f"{what} in no file that was made: '{shorten(words)}'"
    return (Fault("word-lost", post.place.path, lines[0][0], message),)


def _words(text: str) -> list[str]:
    # addresses are no words, and become others
    bare = replace_targets(text, lambda _: "")
    return _WORD.findall(unescape(bare).casefold())


def _all_texts(parts: Parts) -> Iterator[str]:
    for stretch in parts.stretches:
        yield stretch.text
        for entry in stretch.entries:
            yield from (entry.text, entry.note, *(name for name, _ in entry.links))
    yield from (one.text for one in parts.references)


def _replaced_texts(parts: Parts) -> Iterator[str]:
    """List what a record says in place of the post."""
    for stretch in parts.stretches:
        for entry in stretch.entries:
            yield from _facts(entry)
    yield from (one.text for one in parts.references)


def _facts(entry: FoundEntry) -> Iterable[str]:
    return (entry.title, entry.byline, "by" if entry.byline else "", entry.paper, entry.date)


def _heading_of_list(text: str, parts: Parts) -> int:
    """Return the line of the heading above the list of references; 0 where there is none."""
    if not parts.references:
        return 0
    lines = text.split("\n")[: parts.references[0].line]
    headings = (n for n, line in enumerate(lines, start=1) if _HEADING.match(line))
    return max(headings, default=0)


def _lines_of(text: str, lost: Counter[str], passed_over: int) -> Iterator[tuple[int, list[str]]]:
    """List the lines on which lost words stand last, each with them, as far as can be told."""
    found = []
    lines = text.split("\n")
    for number in range(len(lines), 0, -1):
        words = []
        for word in _words(lines[number - 1]):
            if lost[word]:
                lost[word] -= 1
                words.append(word)
        if words and number != passed_over:
            found.append((number, words))
    yield from reversed(found)
