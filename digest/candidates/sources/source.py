"""A source of candidates: where it is asked, and how its answers are read."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from digest.candidates.candidate import Candidate


class Page(msgspec.Struct, frozen=True):
    """One answer of a source."""

    candidates: tuple[Candidate, ...] = ()
    more: tuple[str, ...] = ()
    """The addresses at which there is more to be had."""
    days: tuple[str, ...] = ()
    """The days, `YYYY-MM-DD`, of which no more is to be had."""
    so_far: tuple[str, ...] = ()
    """Those of which there may be more tomorrow."""
    cut: bool = False
    """Whether it has less than there is, and no address for the rest."""


Reader = Callable[[bytes, str], Page]
"""Reads an answer, given also the address that it came from. Raises Fault for what is no answer of
the source, and WrongQuestionError where that says that it cannot answer."""


class Source(msgspec.Struct, frozen=True):
    """Something that is asked for candidates."""

    name: str
    """What messages call it: `arXiv`."""
    address: str
    """Where it is asked first."""
    read: Reader
    interval: float = 1
    """Seconds between two requests to its host."""
    scope: tuple[str, ...] = ()
    """What it tells all of that is to be had of a day: arXiv's categories."""
