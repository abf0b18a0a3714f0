"""What the parts of a newsletter say of themselves for others, by name.

A *unit* is what is compiled and linked by itself: an edition's folder, a free page, a record.
It *exports* values under names, and *imports* by asking for names. A name is of a kind, and
several units may export a value under it: an author's has the papers of every edition. Because
each question is written down, a unit need only be linked again where the answer to one of its
questions is another.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

T = TypeVar("T")

Exports = dict[str, bytes]
"""By kind: values by their keys, encoded as a whole, so that few need be read; see `values_of`."""

EVERY = "*"
"""The key of the question for all names of a kind."""

_encoder = msgspec.msgpack.Encoder()


def name(kind: str, key: str) -> str:
    """Return the name under which a question is written down."""
    return f"{kind} {key}"


@functools.cache
def _decoder(as_: Any) -> msgspec.msgpack.Decoder[Any]:  # noqa: ANN401 -- a type
    return msgspec.msgpack.Decoder(as_)


def decode(value: bytes, as_: type[T]) -> T:
    """Return a value that was exported."""
    kind: Any = as_
    decoded: T = _decoder(kind).decode(value)
    return decoded


def values_of(exports: Exports, kind: str) -> dict[str, bytes]:
    """Return the values that are exported under names of a kind, encoded, by their keys."""
    return decode(exports[kind], dict[str, bytes]) if kind in exports else {}


class Exporter:
    """Gathers what a unit exports."""

    def __init__(self) -> None:
        self._values: dict[str, dict[str, bytes]] = {}

    def add(self, kind: str, key: str, value: object) -> None:
        """Export a value; of two under one name, the last counts."""
        self._values.setdefault(kind, {})[key] = _encoder.encode(value)

    @property
    def exports(self) -> Exports:
        """All that was added."""
        return {kind: _encoder.encode(values) for kind, values in self._values.items()}


class Index:
    """What all units export."""

    def __init__(self, known: Iterable[tuple[str, Exports]] = ()) -> None:
        """Begin with what units exported before, and export still as far as is known."""
        self._known: dict[str, list[tuple[str, bytes]]] = {}
        for unit, exports in known:
            for kind, values in exports.items():
                self._known.setdefault(kind, []).append((unit, values))
        self._tables: dict[str, dict[str, dict[str, bytes]]] = {}
        """By kind, key and unit; of the kinds that were asked for."""

    def replace(self, unit: str, old: Exports, new: Exports) -> set[str]:
        """Put what a unit exports now in place of what it exported; return what changed.

        Those are names, and for each kind the name of all of it.
        """
        changed: set[str] = set()
        for kind in old.keys() | new.keys():
            if old.get(kind) == new.get(kind):
                continue
            before, after = values_of(old, kind), values_of(new, kind)
            table = self._table(kind)
            changed.add(name(kind, EVERY))
            for key in before.keys() | after.keys():
                value = after.get(key)
                if before.get(key) == value:
                    continue
                changed.add(name(kind, key))
                units = table.setdefault(key, {})
                if value is not None:
                    units[unit] = value
                else:
                    units.pop(unit, None)
                    if not units:
                        del table[key]
        return changed

    def values(self, kind: str, key: str) -> Mapping[str, bytes]:
        """Return what is exported under a name, encoded, by unit."""
        return self._table(kind).get(key, {})

    def keys(self, kind: str) -> Iterable[str]:
        """Return the keys of all names of a kind."""
        return self._table(kind).keys()

    def _table(self, kind: str) -> dict[str, dict[str, bytes]]:
        # an edit asks for some kinds only, and there are tens of thousands of names of each
        if kind not in self._tables:
            table: dict[str, dict[str, bytes]] = {}
            for unit, values in self._known.get(kind, ()):
                for key, value in decode(values, dict[str, bytes]).items():
                    table.setdefault(key, {})[unit] = value
            self._tables[kind] = table
        return self._tables[kind]


class Imports:
    """Asks the index, and writes the questions down."""

    def __init__(self, index: Index) -> None:
        self._index = index
        # a name, and a key, stand for values of one type
        self._answers: dict[str, Any] = {}
        self._found: dict[object, tuple[Any, frozenset[str]]] = {}
        self.asked: set[str] = set()
        """The names that were asked for since this was last emptied."""

    def begin(self) -> None:
        """Begin with another unit: nothing has been asked yet."""
        self.asked = set()

    def remember(self, key: object, find: Callable[[], T]) -> T:
        """Return what `find` returns, which is called once for a `key`.

        Whatever it asks is asked by each unit that wants to know.
        """
        if key not in self._found:
            outer, self.asked = self.asked, set()
            try:
                self._found[key] = (find(), frozenset(self.asked))
            finally:
                self.asked = outer
        value: T
        value, asked = self._found[key]
        self.asked |= asked
        return value

    def unasked(self, find: Callable[[], T]) -> T:
        """Return what `find` returns, whose questions are those of another unit."""
        outer, self.asked = self.asked, set()
        try:
            return find()
        finally:
            self.asked = outer

    def ask(self, kind: str, key: str, as_: type[T]) -> tuple[T, ...]:
        """Return the values under a name, by the units' ids."""
        asked = name(kind, key)
        self.asked.add(asked)
        answer: tuple[T, ...] | None = self._answers.get(asked)
        if answer is None:
            answer = self._answers[asked] = tuple(self._decode(kind, key, as_))
        return answer

    def has(self, kind: str, key: str) -> bool:
        """Tell whether any unit exports a value under a name."""
        self.asked.add(name(kind, key))
        return bool(self._index.values(kind, key))

    def keys(self, kind: str) -> tuple[str, ...]:
        """Return the keys of all names of a kind, sorted."""
        self.asked.add(name(kind, EVERY))
        return tuple(sorted(self._index.keys(kind)))

    def every(self, kind: str, as_: type[T]) -> Iterator[tuple[str, T]]:
        """List the values under all names of a kind with their keys, by key and unit."""
        for key in self.keys(kind):
            yield from ((key, value) for value in self._decode(kind, key, as_))

    def _decode(self, kind: str, key: str, as_: type[T]) -> Iterator[T]:
        values = self._index.values(kind, key)
        return (decode(values[unit], as_) for unit in sorted(values))
