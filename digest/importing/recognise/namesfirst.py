"""References that begin with names: `A. One, B. Two, A title, CONF, 2022`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.importing.recognise.aftertitle import TYPED_ID
from digest.importing.recognise.bylines import are_names, is_venue, read_date
from digest.importing.recognise.paperaddresses import find_key

if TYPE_CHECKING:
    from digest.importing.recognise.entryfacts import EntryFacts

_SHORT_VENUE = lazy_regex(r"(?=.*[A-Z]{2})[^\s]+(?:\s\S+){0,2}")
"""A conference by its letters: `NIPS`, `ACM TOG`."""
_FEWEST_WORDS, _MOST_WORDS = 3, 5
"""Words of a title, and of the short name that a paper may have had before."""


def take_names_first(text: str, facts: EntryFacts, *, has_id: bool = False) -> bool:
    """Take a text that is names, a title, and where or when it appeared; tell whether it was one.

    These are parted by commas. Without the last, names and title could be a sentence; an id at the
    text's end will do, or behind it where it `has_id`.
    """
    typed = TYPED_ID.search(text)
    if typed and typed.end() == len(text):
        text = text[: typed.start()]
    pieces = text.strip(" ,.").split(", ")
    end = _find_said(pieces)
    start = next(
        (at for at in range(end - 1, 0, -1) if are_names(", ".join(pieces[:at]), surely=True)), 0
    )
    title = ", ".join(pieces[start:end])
    is_told = end < len(pieces) or typed is not None or has_id
    if not start or not is_told or len(title.split()) < _FEWEST_WORDS:
        return False
    facts.byline = ", ".join(pieces[:start])
    facts.take_full_title(title)
    for said in pieces[end:]:
        if date := read_date(said):
            facts.take_date(date)
        else:
            facts.add_note(said)
    if typed and find_key(typed["id"]) in {find_key(address) for _, address in facts.links}:
        facts.drop(typed[0])
    elif typed:
        facts.add_link(typed["kind"], typed["id"])
    return True


def take_full_reference(line: str, facts: EntryFacts) -> bool:
    """Take such a text of the paper that was called by a short name before."""
    if not facts.title or facts.byline or facts.name or len(facts.title.split()) > _MOST_WORDS:
        return False
    trial = facts.copy()
    if not take_names_first(line, trial):
        return False
    if len({find_key(address) for _, address in trial.links if find_key(address)}) > 1:
        # it is another paper
        return False
    facts.become(trial)
    return True


def _find_said(pieces: list[str]) -> int:
    """Return which piece is the first of those that say where and when a paper appeared."""
    end = len(pieces)
    while end > 1 and read_date(pieces[end - 1]):
        end -= 1
    last = pieces[end - 1]
    if end > 1 and (_SHORT_VENUE.fullmatch(last) or (is_venue(last) and not _is_long(last))):
        end -= 1
    return end


def _is_long(piece: str) -> bool:
    return len(piece.split()) > _MOST_WORDS
