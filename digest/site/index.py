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
from zlib import crc32

import msgspec

from digest.basics.text import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

T = TypeVar("T")

Exports = dict[str, bytes]
"""By kind: values by their keys, encoded as a whole, so that few need be read; see `values_of`."""

SAID, SHOWN, MADE = "said", "shown", "made"
"""The steps in which a unit exports: what its sources say by themselves, what others may see of
what is published of it, what it makes. Each has kinds of its own."""

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


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """What is kept of the values of a kind that a unit exports: enough to take them back."""

    hash: str
    keys: tuple[str, ...]


class Parts:
    """The parts of an index by name, encoded; they need not be in memory."""

    def __init__(
        self,
        read: Callable[[str], bytes] = lambda _name: b"",
        revisions: Mapping[str, str] | None = None,
        new: Mapping[str, bytes] | None = None,
    ) -> None:
        """`read` returns a part, which is empty where there is none."""
        self._read = read
        self.revisions = revisions or {}
        """Of the parts that `read` returns, where they are kept."""
        self.new = new or {}
        """Those that stand in place of what `read` returns."""

    def read(self, part: str) -> bytes:
        """Return a part; empty where there is none."""
        return self.new[part] if part in self.new else self._read(part)

    def replace(self, new: Mapping[str, bytes]) -> Parts:
        """Return the parts with new ones in place of some."""
        return Parts(self._read, self.revisions, {**self.new, **new})


class Index:
    """What all units export.

    It is kept in parts, which are read when a question is asked of them: of each kind of names
    some. What is under a name is encoded, as few are asked for of those that are in a part.
    """

    def __init__(self, parts: Parts | None = None) -> None:
        self._parts = parts or Parts()
        self._open: dict[str, dict[str, bytes | dict[str, bytes]]] = {}
        """By the part's name and by key: values by unit, encoded until one of them changes."""
        self._changed: set[str] = set()
        """The names of the parts that differ from those that were read."""

    def replace(self, unit: str, step: str, new: Exports) -> set[str]:
        """Put what a unit exports now in place of what it exported in that step of linking.

        Returns the names of what changed, and for each kind the name of all of it.
        """
        changed: set[str] = set()
        own = f"{unit} {step}"
        old = self._kept(own)
        now = {kind: Kept(fingerprint(values), ()) for kind, values in new.items()}
        for kind in old.keys() | new.keys():
            if kind in old and kind in new and old[kind].hash == now[kind].hash:
                now[kind] = old[kind]
                continue
            after = values_of(new, kind)
            if kind in now:
                now[kind] = Kept(now[kind].hash, tuple(after))
            before = old[kind].keys if kind in old else ()
            changed |= self._replace(unit, kind, before, after)
        if now != old:
            self._put(_EXPORTED, own, unit, _encoder.encode(now) if now else None)
        return changed

    def _replace(
        self, unit: str, kind: str, before: Iterable[str], after: dict[str, bytes]
    ) -> set[str]:
        changed = {
            name(kind, key)
            for key in {**dict.fromkeys(before), **after}
            if self._put(kind, key, unit, after.get(key))
        }
        return {name(kind, EVERY), *changed} if changed else changed

    def exported(self, unit: str, step: str, kind: str) -> dict[str, bytes]:
        """Return the values of a kind that a unit exports, encoded, by their keys."""
        kept = self._kept(f"{unit} {step}").get(kind)
        return {key: self.values(kind, key)[unit] for key in kept.keys} if kept else {}

    def _kept(self, own: str) -> dict[str, Kept]:
        values = self.values(_EXPORTED, own).values()
        return next((decode(value, dict[str, Kept]) for value in values), {})

    def _put(self, kind: str, key: str, unit: str, value: bytes | None) -> bool:
        """Put a value, or none, under a name; tell whether there was another."""
        part = _part(kind, key)
        table = self._table(part)
        known = table.get(key)
        if known is None:
            if value is None:
                return False
            # nearly all names have the value of one unit
            table[key] = _encoder.encode({unit: value})
        else:
            units = decode(known, dict[str, bytes]) if isinstance(known, bytes) else known
            if units.get(unit) == value:
                return False
            if value is not None:
                units[unit] = value
            else:
                del units[unit]
            if units:
                table[key] = units
            else:
                del table[key]
        self._changed.add(part)
        return True

    def values(self, kind: str, key: str) -> Mapping[str, bytes]:
        """Return what is exported under a name, encoded, by unit."""
        known = self._table(_part(kind, key)).get(key, {})
        return decode(known, dict[str, bytes]) if isinstance(known, bytes) else known

    def keys(self, kind: str) -> Iterator[str]:
        """List the keys of all names of a kind."""
        for number in range(_PARTS):
            yield from self._table(f"{kind} {number}")

    def any(self, kind: str) -> bool:
        """Tell whether there is a name of a kind."""
        return any(self._table(f"{kind} {number}") for number in range(_PARTS))

    def close(self) -> Parts:
        """Return the parts as they are now; what is asked later is asked of them."""
        self._parts = self._parts.replace({part: self._encode(part) for part in self._changed})
        self._changed = set()
        return self._parts

    def _encode(self, part: str) -> bytes:
        # let go of at once: all of them are much
        table = self._open.pop(part)
        values = {
            key: units if isinstance(units, bytes) else _encoder.encode(units)
            for key, units in table.items()
        }
        return _encoder.encode(values) if values else b""

    def _table(self, part: str) -> dict[str, bytes | dict[str, bytes]]:
        # an edit asks for few of tens of thousands of names
        if part not in self._open:
            encoded = self._parts.read(part)
            table: dict[str, Any] = decode(encoded, dict[str, bytes]) if encoded else {}
            self._open[part] = table
        return self._open[part]


_PARTS = 64
"""Into as many parts the names of a kind are divided."""
_EXPORTED = "exported"
"""The kind of what is kept of each unit's own exports."""


def _part(kind: str, key: str) -> str:
    """Return the name of the part that a name is in."""
    return f"{kind} {crc32(key.encode()) % _PARTS}"


class Imports:
    """Asks the index, and writes the questions down."""

    def __init__(self, index: Index) -> None:
        self._index = index
        # a name, and a key, stand for values of one type
        self._answers: dict[str, Any] = {}
        self._has: dict[str, bool] = {}
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
        asked = name(kind, key)
        self.asked.add(asked)
        if asked not in self._has:
            self._has[asked] = bool(self._index.values(kind, key))
        return self._has[asked]

    def keys(self, kind: str) -> tuple[str, ...]:
        """Return the keys of all names of a kind, sorted."""
        asked = name(kind, EVERY)
        self.asked.add(asked)
        keys: tuple[str, ...] | None = self._answers.get(asked)
        if keys is None:
            keys = self._answers[asked] = tuple(sorted(self._index.keys(kind)))
        return keys

    def any(self, kind: str) -> bool:
        """Tell whether there is a name of a kind."""
        self.asked.add(name(kind, EVERY))
        return self._index.any(kind)

    def every(self, kind: str, as_: type[T]) -> Iterator[tuple[str, T]]:
        """List the values under all names of a kind with their keys, by key and unit."""
        for key in self.keys(kind):
            yield from ((key, value) for value in self._decode(kind, key, as_))

    def _decode(self, kind: str, key: str, as_: type[T]) -> Iterator[T]:
        values = self._index.values(kind, key)
        return (decode(values[unit], as_) for unit in sorted(values))
