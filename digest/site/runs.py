"""What an edition has of something of which all editions may have some, in its own order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")


class Run(msgspec.Struct, Generic[T], frozen=True, array_like=True):
    """Some of an edition's items, in its order."""

    date: str
    """The edition's."""
    edition: str
    items: tuple[T, ...]


class Listed(msgspec.Struct, frozen=True, array_like=True):
    """An entry in a list."""

    address: str
    spelt: str
    """How it has the topic, or the author's name."""


def newest_first(runs: Iterable[Run[T]]) -> Iterator[T]:
    """List the items of all editions: those of the newest edition first."""
    for run in sorted(runs, key=_place, reverse=True):
        yield from run.items


def _place(run: Run[T]) -> tuple[str, str]:
    return (run.date, run.edition)
