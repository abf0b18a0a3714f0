"""Words of a post that are in nothing that was made of it."""

from __future__ import annotations

from collections import Counter
from html import unescape
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import shorten
from digest.importing.linktargets import replace_targets
from digest.importing.parts import Fault
from digest.records.dateparsing import read_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.importing.parts import Parts, Resolved
    from digest.importing.post import Post

_TAG = lazy_regex(r"</?[A-Za-z]+\d?\s*/?>")
_WORD = lazy_regex(r"[^\W\d⁰¹²³⁴-⁹]+|\d+")
"""A number behind a word, `linking¹`, is one by itself: it may have cited."""

_BETWEEN_NAMES = lazy_regex(r"(?<=[\s,])(?:and|und|et|y|e|en|i|og|och|others|u\.\s?a)(?=[\s.]|$)")
"""What parts names as typed, and stands in no field."""
_IN_BRACKETS = lazy_regex(r"[(\[]([^()\[\]]+)[)\]]")


def find_lost(post: Post, parts: Parts, resolved: Resolved) -> tuple[Fault, ...]:
    """Return a fault where words of a post are neither in its parts nor in what these became.

    Numbers are left out: those by which the post counted, or cited, are made anew.
    """
    kept = Counter[str]()
    for text in (*_made_texts(resolved), *_replaced_texts(parts, resolved)):
        kept.update(_words(text))
    source = Counter(_words(post.text))
    lost = source - kept
    lost -= Counter({word: count for word, count in lost.items() if word.isdigit()})
    lines = list(_lines_of(post.text, lost)) if lost else []
    if not lines:
        return ()
    words = " ".join(word for _, words in lines for word in words)
    count = sum(len(words) for _, words in lines)
    what = "a word is" if count == 1 else f"{count:,} words are"
    message = f"{what} in no file that was made: '{shorten(words)}'"
    return (Fault("word-lost", post.place.path, lines[0][0], message),)


def _words(text: str) -> list[str]:
    # addresses are no words, and become others
    bare = _TAG.sub(" ", replace_targets(text, lambda _: ""))
    return _WORD.findall(unescape(bare).casefold())


def _made_texts(resolved: Resolved) -> Iterator[str]:
    """List the texts of the files that are made."""
    parts = resolved.parts
    for stretch in parts.stretches:
        yield stretch.text
        for entry in stretch.entries:
            # an address that stood alone is there as words
            yield from (entry.text, entry.note, *(text for link in entry.links for text in link))
    for paper in resolved.papers:
        yield from (paper.name, paper.title, *paper.authors, paper.date)
    yield from (one.text for one in parts.references)


def _replaced_texts(parts: Parts, resolved: Resolved) -> Iterator[str]:
    """List what the records of works say in place of the post, and what its structure says."""
    for entry, paper in zip(parts.entries, resolved.papers, strict=True):
        yield entry.paper
        if paper.key:
            yield from (entry.title, entry.byline, entry.date)
        elif paper.authors:
            yield from _BETWEEN_NAMES.findall(entry.byline)
        if paper.date and not paper.key:
            yield entry.date
            yield from (one for one in _IN_BRACKETS.findall(entry.byline) if read_date(one).parts)
    yield from (one.text for one in parts.references)
    yield from (one.what for one in parts.left_out)


def _lines_of(text: str, lost: Counter[str]) -> Iterator[tuple[int, list[str]]]:
    """List the lines on which lost words stand last, each with them, as far as can be told."""
    found = []
    lines = text.split("\n")
    for number in range(len(lines), 0, -1):
        words = []
        for word in _words(lines[number - 1]):
            if lost[word]:
                lost[word] -= 1
                words.append(word)
        if words:
            found.append((number, words))
    yield from reversed(found)
