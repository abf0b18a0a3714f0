"""Sources read, and what was made of them in an earlier run recalled."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from digest.basics.files import reason_of
from digest.basics.text import fingerprint
from digest.basics.version import engine_version
from digest.content.decode import unreadable
from digest.content.discover import is_within
from digest.content.filefacts import FileFacts, read_facts, read_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from digest.basics.diagnostics import Diagnostic
    from digest.content.discover import Source
    from digest.content.texts import Memory

T = TypeVar("T")


class Reader:
    """Reads the sources of a newsletter, and keeps what is made of each."""

    def __init__(self, root: Path, memory: Memory, started_ns: int) -> None:
        """`started_ns` is the time of this run's beginning; see `read_facts`."""
        self._root = root
        self._memory = memory
        self._started_ns = started_ns
        self._unread: dict[str, Diagnostic] = {}
        """Files that could not be read, by path: they are taken for empty."""

    def read(self, source: Source) -> bytes:
        """Return the bytes of a source; none where it cannot be read, which is to be told."""
        try:
            return read_file(self._root, source)
        except OSError as error:
            self._unread[source.path] = unreadable(source.path, reason_of(error))
            return b""

    def told(self, id_: str, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Return what is to be told of a unit: of what cannot be read, that alone."""
        unread = [path for path in self._unread if is_within(path, (id_,))]
        told = (one for one in found if not is_within(one.path, unread))
        return (*told, *(self._unread[path] for path in unread))

    def facts(self, source: Source) -> FileFacts:
        """Return the hash of a file, and what else is known of it before it is used."""
        return read_facts(self._root, source, self._memory, self._started_ns)[0]

    def recall_or_make(
        self,
        what: str,
        source: Source,
        kind: type[T],
        make: Callable[[Source, bytes], T],
        *more: str,
    ) -> tuple[T, str]:
        """Return what is made of a source, from the memory where it was made before; and its key.

        `what` names the making, and `more` is all that it depends on besides the source.
        """
        name = f"{what}:{source.path}"
        facts, data = read_facts(self._root, source, self._memory, self._started_ns)
        key = self.key(what, source, facts.hash, *more)
        stored = None if facts.problem else self._memory.get(name, key)
        if stored is not None:
            return msgspec.json.decode(stored, type=kind), key
        if data is None:
            data = self.read(source)
            # by the hash of what was read: the file may have changed since it was looked at
            key = self.key(what, source, fingerprint(data), *more)
        made = make(source, data)
        if source.path not in self._unread:
            self._memory.put(name, key, msgspec.json.encode(made))
        return made, key

    @staticmethod
    def key(what: str, source: Source, hash_: str, *more: str) -> str:
        """Return what differs where anything does of which something is made."""
        return fingerprint(what, source.path, hash_, *more, engine_version())
