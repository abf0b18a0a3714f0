"""Where the texts of fragments are kept, in this run and between runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

import msgspec

from digest.basics.fragments import Parts
from digest.basics.plain import Plain
from digest.basics.recent import Recent
from digest.content.sourcefile import Parsed

T = TypeVar("T")

_texts: msgspec.json.Decoder[dict[str, Parts]] = msgspec.json.Decoder(dict[str, Parts])
_plain: msgspec.json.Decoder[dict[str, Plain]] = msgspec.json.Decoder(dict[str, Plain])

_MOST = 200
"""Of so many sources the texts are at hand; those of others are read again."""


class Memory(Protocol):
    """Where results are kept between runs; see `digest.output.memo`."""

    def get(self, name: str, key: str) -> bytes | None:
        """Return what was kept under `name`, if it was made of what has this `key`."""

    def put(self, name: str, key: str, value: bytes) -> None:
        """Keep under `name` a `value` that was made of what has this `key`."""

    def reopen(self) -> None:
        """Open anew, in a process that was forked, what two processes must not share."""

    def take(self) -> dict[str, bytes]:
        """Return what is new, as another process can `add` it, and let go of it here."""

    def add(self, new: dict[str, bytes]) -> None:
        """Keep what another process has taken."""

    def save(self) -> None:
        """Write what is new, and hold it in memory no longer."""


class Origin(msgspec.Struct, frozen=True):
    """Where a text comes from."""

    path: str
    key: str
    """Of the source as it was parsed."""
    parse: Callable[[], Parsed]
    """Parses it again, should what was kept be damaged."""


class Texts:
    """The texts of fragments, by hash; those of an earlier run are read when they are asked for."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._origins: dict[str, Origin] = {}
        self._texts: Recent[dict[str, Parts]] = Recent(_MOST)
        self._plain: Recent[dict[str, Plain]] = Recent(_MOST)

    def __getitem__(self, hash_: str) -> Parts:
        """Return a fragment's text; KeyError where no source that was read has it."""
        origin = self._origins[hash_]
        return self._find(origin, "texts", self._texts, _texts)[hash_]

    def plain(self, hash_: str) -> Plain:
        """Return a fragment's plain form, which few outputs ask for; KeyError as for its text."""
        origin = self._origins[hash_]
        return self._find(origin, "plain", self._plain, _plain)[hash_]

    def reopen(self) -> None:
        """Open the memory anew, in a process that was forked."""
        self._memory.reopen()

    def note(self, origin: Origin, hashes: tuple[str, ...]) -> None:
        """Note where texts come from."""
        self._origins |= dict.fromkeys(hashes, origin)

    def keep(self, path: str, key: str, parsed: Parsed) -> None:
        """Keep the texts that a parse gave, and their plain forms."""
        self._memory.put(f"texts:{path}", key, msgspec.json.encode(parsed.texts))
        self._memory.put(f"plain:{path}", key, msgspec.json.encode(parsed.plain))

    def _find(
        self,
        origin: Origin,
        form: str,
        known: Recent[dict[str, T]],
        decoder: msgspec.json.Decoder[dict[str, T]],
    ) -> dict[str, T]:
        if origin.path not in known:
            stored = self._memory.get(f"{form}:{origin.path}", origin.key)
            if stored is None:
                # of what was kept, a part was damaged
                self.keep(origin.path, origin.key, origin.parse())
                stored = self._memory.get(f"{form}:{origin.path}", origin.key)
            if stored is None:
                raise KeyError(origin.path)
            known[origin.path] = decoder.decode(stored)
        return known[origin.path]
