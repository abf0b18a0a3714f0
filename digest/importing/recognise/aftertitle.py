"""What follows a title and says more of the paper: links, names, a date, where it appeared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.importing.recognise.bylines import (
    are_names,
    cut_date,
    find_end_of_names,
    is_venue,
    read_date,
)
from digest.importing.recognise.linkrows import Addresses, read_links
from digest.importing.recognise.paperaddresses import find_key, is_paper
from digest.markdown.outline import find_marks

if TYPE_CHECKING:
    from digest.importing.recognise.entryfacts import EntryFacts
    from digest.markdown.outline import Mark

_SEPARATOR = lazy_regex(r"[*_]*\s*(?:[-–—:|]|→|->)+(?=\s|$|\*)\s*|[*_]*\s*[,;.]?\s+")
_BY = lazy_regex(r"(?:by|von|par|por|di|da|door|av)\s+", 2)
_ASIDE = lazy_regex(r"[(\[](?P<inner>[^()\[\]]{2,120})[)\]]")


def read_after_title(text: str, facts: EntryFacts, addresses: Addresses) -> str:
    """Take what follows a title and says more of the paper; return what is left."""
    while text.strip():
        row = read_links(text, addresses)
        if row.links:
            facts.take_links(row)
            text = text[row.end :]
            continue
        separator = _SEPARATOR.match(text)
        at = separator.end() if separator else 0
        taken = _take_after_title(text[at:], facts)
        if not taken:
            return text[at:] if separator and _is_strong(separator[0]) else text.lstrip(" .,;")
        text = text[at + taken :]
    return ""


def _is_strong(separator: str) -> bool:
    return not separator.isspace()


def _take_after_title(text: str, facts: EntryFacts) -> int:
    """Take names, an id, a date or where the paper appeared; return how many characters that is."""
    by = _BY.match(text)
    if by and not facts.byline and (end := find_end_of_names(text[by.end() :])):
        return _take_names(text, by.end(), by.end() + end, facts)
    if (typed := TYPED_ID.match(text)) and find_key(typed["id"]):
        facts.add_link(typed["kind"], typed["id"])
        return typed.end()
    if date := cut_date(text):
        facts.take_date(date)
        return len(date)
    if aside := _ASIDE.match(text):
        return aside.end() if _take_aside(aside["inner"], facts) else 0
    end = 0 if facts.byline else find_end_of_names(text)
    if end and (are_names(text[:end], surely=True) or cut_date(text[end:].lstrip(" ,.("))):
        facts.byline = text[:end].strip(" ,*_")
    else:
        piece = _PIECE.match(text)
        end = piece.end() if piece and _take_aside(piece["inner"], facts) else 0
    return end


def _take_names(text: str, start: int, end: int, facts: EntryFacts) -> int:
    """Take the names behind "by", with the affiliation in parentheses behind them."""
    facts.byline = text[start:end].strip(" ,*_")
    facts.drop(text[:start])
    behind = text[end:]
    affiliation = _ASIDE.match(behind.lstrip())
    if affiliation and not (read_date(affiliation["inner"]) or is_venue(affiliation["inner"])):
        facts.byline += f" {affiliation[0]}"
        end += len(behind) - len(behind.lstrip()) + affiliation.end()
    return end


_PIECE = lazy_regex(
    r"(?:\*|_)?(?P<inner>[^\n.,;:()\[\]*_]{4,60})(?:\*|_)?\s*(?:[.,;:]|$|(?=[(\[]))"
)


TYPED_ID = lazy_regex(
    r"[(\[]?(?P<id>(?P<kind>arxiv|doi)\s*:?\s*(?:\d{4}\.\d{4,5}(?:v\d+)?|[a-z.-]+/\d{7}|10\.\d{4,9}/[^\s)\]]+))"
    r"[)\].,;]*",
    re.IGNORECASE,
)
"""An id in a text, with the word before it that says of which kind it is."""


def _take_aside(text: str, facts: EntryFacts) -> bool:
    if date := read_date(text):
        facts.take_date(date)
        facts.drop(text.replace(date, "", 1))
    elif is_venue(text):
        facts.add_note(text.strip())
    elif not facts.byline and are_names(text, surely=True):
        facts.byline = text.strip()
    else:
        return False
    return True


def take_end(text: str, facts: EntryFacts, addresses: Addresses) -> str:
    """Take links that stand in a row at a text's end; return what is left."""
    links = [mark for mark in find_marks(text, addresses) if mark.kind == "link"]
    if not facts.has_paper and (rest := _take_bracketed(text, links, facts, addresses)):
        return rest
    for mark in links[-_MOST_LINKS:]:
        row = read_links(text, addresses, mark.start)
        if row.links and row.end == len(text) and _stands_apart(text, mark):
            facts.take_links(row)
            before = max(mark.start - _NEAR, 0)
            return text[:before] + _BEFORE_LINKS.sub("", text[before : mark.start])
    return text


_MOST_LINKS, _NEAR = 12, 40
"""Links of a text that are looked at, and characters before one."""


def _stands_apart(text: str, mark: Mark) -> bool:
    """Tell whether a link is in no sentence: it stands in brackets, or behind a stop."""
    is_bare = mark.inner == (mark.start, mark.end)
    near = text[max(mark.start - _NEAR, 0) : mark.start]
    found = (_IS_ALONE if is_bare else _IS_APART).search(near)
    return text.startswith("[[", mark.start) or found is not None


_IS_APART = lazy_regex(r"(?:^|[.;:!?)(\[|→—–\n*_]|\s-|[^\w\s,'\"]|\s\s)\s*$")
_IS_ALONE = lazy_regex(r"(?:^|[(\[|→\n])\s*$")
_BEFORE_LINKS = lazy_regex(r"(?:\s*(?:[(\[|→—–]|->|\s-))*\s*$")


def _take_bracketed(text: str, links: list[Mark], facts: EntryFacts, addresses: Addresses) -> str:
    """Take links in brackets from within a text, as `words [[pdf](…)] words`; return the rest."""
    for mark in links[:_MOST_LINKS]:
        row = read_links(text, addresses, mark.start)
        before = text[: mark.start].rstrip()
        is_inside = before.endswith(("[", "(")) or text.startswith("[[", mark.start)
        behind = text[row.end :]
        if is_inside and behind.strip() and _CLOSED.search(text[max(row.end - _NEAR, 0) : row.end]):
            facts.take_links(row)
            return f"{before.rstrip('[( ')} {behind.lstrip()}"
    return ""


_CLOSED = lazy_regex(r"\)\s*[\])]+[.,;]?\s*$|\]\]\([^()]*\)[.,;]?\s*$")


def take_own_paper(text: str, facts: EntryFacts, addresses: Addresses) -> bool:
    """Take the only address of a paper in what is left of a text; tell whether there was one.

    The link stays in the text too: its words are a sentence's.
    """
    papers = {
        mark.address
        for mark in find_marks(text, addresses)
        if mark.kind == "link" and is_paper(mark.address)
    }
    if len(papers) != 1:
        return False
    facts.add_link("", papers.pop())
    return True
