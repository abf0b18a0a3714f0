"""Entries that were found, with the lines that each takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.text import slugify
from digest.importing.papers.typed import is_placeholder
from digest.importing.parts import FoundEntry

if TYPE_CHECKING:
    from digest.importing.recognise.entryfacts import EntryFacts

_LONGEST_NAME = 40


class PlacedEntry(msgspec.Struct, frozen=True):
    """An entry, and where it stands."""

    entry: FoundEntry
    first: int
    """The line on which it begins, from 0, in the text whose lines are parted."""
    end: int
    """The line behind its last one."""
    dropped: tuple[str, ...] = ()
    """Words that are not in the entry."""
    unaddressed: tuple[str, ...] = ()
    """The words of links that lead nowhere, as `[Code](#)`."""


def make_entry(facts: EntryFacts, text: str, first: int, end: int) -> PlacedEntry:
    """Make an entry of what was found of a paper, and of its text."""
    name, paper = facts.paper
    links: dict[str, str] = {}
    dropped = [*facts.dropped, name]
    unaddressed: list[str] = []
    chosen = False
    for called, address in facts.links:
        if not chosen and (called, address) == (name, paper):
            chosen = True
        elif not address or is_placeholder(address):
            unaddressed.append(f"{called} {address}")
        elif address not in {*links.values(), paper}:
            links[_free_name(called, links)] = address
        else:
            dropped.append(called)
    entry = FoundEntry(
        title=" ".join(facts.title.split()),
        text=text.strip("\n"),
        line=first,
        byline=" ".join(facts.byline.split()),
        paper=paper or ("#" if name else ""),
        links=tuple(links.items()),
        date=facts.date,
        note=" ".join(facts.note.split()),
        name=" ".join(facts.name.split()),
    )
    gone = tuple(filter(None, dropped))
    return PlacedEntry(entry, first, end, gone, tuple(filter(None, unaddressed)))


def _free_name(called: str, links: dict[str, str]) -> str:
    name = " ".join(called.lower().split())[:_LONGEST_NAME] or "page"
    count = 1
    free = name
    while slugify(free) in map(slugify, links):
        count += 1
        free = f"{name} {count}"
    return free
