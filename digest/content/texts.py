"""Where the texts of fragments are kept, in this run and between runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import msgspec

from digest.basics.fragments import Parts
from digest.basics.plain import Plain

if TYPE_CHECKING:
    from collections.abc import Callable


class Memory(Protocol):
    """Where results are kept between runs; see `digest.output.memo`."""

    def get(self, key: str) -> bytes | None:
        """Return what was kept under `key`."""

    def put(self, key: str, value: bytes) -> None:
        """Keep `value` under `key`."""

    def keep(self, key: str) -> None:
        """Keep what is under `key` for another run."""

    def reopen(self) -> None:
        """Open anew, in a process that was forked, what two processes must not share."""


class Texts:
    """The texts of fragments, by hash; those of an earlier run are read when they are asked for."""

    def __init__(self, memory: Memory, parse_again: Callable[[str], None]) -> None:
        """Take where they are kept, and what parses the source of a text again and adds it."""
        self._memory = memory
        self._parse_again = parse_again
        self._decoder = msgspec.json.Decoder(Parts)
        self._plain_decoder = msgspec.json.Decoder(Plain)
        self._texts: dict[str, Parts] = {}

    def __getitem__(self, hash_: str) -> Parts:
        """Return a fragment's text; KeyError where no source has it."""
        if hash_ not in self._texts:
            self._texts[hash_] = self._decoder.decode(self._get("text", hash_))
        return self._texts[hash_]

    def reopen(self) -> None:
        """Open the memory anew, in a process that was forked."""
        self._memory.reopen()

    def plain(self, hash_: str) -> Plain:
        """Return a fragment's plain form, which few outputs ask for; KeyError as for its text."""
        return self._plain_decoder.decode(self._get("plain", hash_))

    def _get(self, form: str, hash_: str) -> bytes:
        stored = self._memory.get(f"{form}:{hash_}")
        if stored is None:
            # of what was kept, a part was damaged
            self._parse_again(hash_)
            stored = self._memory.get(f"{form}:{hash_}")
        if stored is None:
            raise KeyError(hash_)
        return stored

    def add(self, texts: dict[str, Parts], plain: dict[str, Plain]) -> None:
        """Add the texts that a parse gave, and their plain forms."""
        for hash_, parts in texts.items():
            self._texts[hash_] = parts
            self._memory.put(f"text:{hash_}", msgspec.json.encode(parts))
        for hash_, form in plain.items():
            self._memory.put(f"plain:{hash_}", msgspec.json.encode(form))
