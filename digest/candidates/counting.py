"""Candidates with what editors' own lists count of them, each list in a column of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.candidates.daily import ask_daily
from digest.candidates.sources.attention import Counted, read_attention
from digest.records.politeclient import ask_politely
from digest.records.service import ServiceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.candidates.candidate import Candidate
    from digest.settings.discoverconfig import AttentionSource

Counts = dict[str, tuple[tuple[str, float], ...]]
"""From the key of a work to the name of each list that has it, and its number there."""


def ask_attention(
    sources: Iterable[AttentionSource], day: str, contact: str
) -> tuple[Counts, tuple[str, ...]]:
    """Ask lists, each once a day; return their numbers, and what to tell of those that failed."""
    counts: Counts = {}
    failures: list[str] = []
    for source in sources:
        try:
            counted = _ask(source, day, contact)
        except ServiceError as error:
            failures.append(f"{error.problem}; {error.remedy}")
            continue
        for key, number in counted.numbers.items():
            counts[key] = (*counts.get(key, ()), (source.name, number))
    return counts, tuple(failures)


def _ask(source: AttentionSource, day: str, contact: str) -> Counted:
    def read(data: bytes) -> Counted:
        return read_attention(data, source.field)

    def ask() -> Counted:
        return ask_politely(source.url, f"'{source.name}'", 1, contact, read)

    return ask_daily(f"{source.url} {source.field}", day, Counted, ask)


def count_attention(candidates: Sequence[Candidate], counts: Counts) -> tuple[Candidate, ...]:
    """Return candidates with the numbers of the lists that have them, in whatever version."""
    return tuple(
        msgspec.structs.replace(one, attention=(*one.attention, *_find(one, counts)))
        for one in candidates
    )


def _find(candidate: Candidate, counts: Counts) -> Iterable[tuple[str, float]]:
    found: dict[str, float] = {}
    for id_ in (candidate.id, *candidate.versions):
        for name, number in counts.get(id_, ()):
            found[name] = max(number, found.get(name, number))
    return found.items()
