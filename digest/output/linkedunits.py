"""What is kept between builds of the units that are linked: rows and index, in the memo.

Under one name stand all rows, with what they have in common and the revision of each part of the
index. A part stands under its own name, with its revision as the key: it is read when it is asked
for, and written anew when it has changed. So a part that was lost is never taken for one that is
empty, nor an old one for a new one.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

import msgspec

from digest.basics.diagnostics import Diagnostic
from digest.basics.ownfiles import LostError, decode_packed
from digest.site.index import Parts
from digest.site.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.output.memo import Memo

T = TypeVar("T")

_ROWS, _REVISION, _PUBLISHED = "linked", "linked revision", "linked published"
_PART = "linked part "

_MOST = 100
"""Parts that are written at a time."""


class _Stored(msgspec.Struct, frozen=True, array_like=True):
    """All but the parts."""

    base: str
    constants: bytes
    clashes: tuple[Diagnostic, ...]
    units: dict[str, Row]
    revision: str
    """Differs from that of all that was kept before."""
    parts: dict[str, str]
    """The revision of each part that is not empty, by its name."""


def read_rows(memo: Memo, known: Rows | None = None) -> Rows:
    """Return the rows of the last build; none where they are not known.

    They are the `known` ones where those are kept still. To read a part that was lost raises
    LostError.
    """
    is_known = known is not None and memo.get(_REVISION, known.revision) is not None
    rows = known if known and is_known else _read_rows(memo)

    def read(part: str) -> bytes:
        if part not in rows.parts.revisions:
            return b""
        found = memo.get(_PART + part, rows.parts.revisions[part])
        if found is None:
            raise LostError
        return found

    published = memo.get(_PUBLISHED, rows.revision) or b""
    parts = Parts(read, rows.parts.revisions)
    return msgspec.structs.replace(rows, published=published.decode(), parts=parts)


def _read_rows(memo: Memo) -> Rows:
    encoded = memo.get(_ROWS, "")
    stored = decode_packed(encoded, _Stored) if encoded else None
    if stored is None:
        return Rows()
    parts = Parts(revisions=stored.parts)
    return Rows(
        *(stored.base, stored.constants, stored.clashes, stored.units),
        parts=parts,
        revision=stored.revision,
    )


def use_rows(memo: Memo, work: Callable[[Rows], T]) -> T:
    """Return what `work` returns for the rows of the last build, or for none if a part was lost."""
    try:
        return work(read_rows(memo))
    except LostError:
        return work(Rows())


def keep_rows(memo: Memo, before: Rows, rows: Rows, is_needed: Callable[[str], bool]) -> Rows:
    """Keep the rows of a build, and the parts of their index that are new; return what is kept.

    `is_needed` tells of what else is in the memo whether its source is there still: what went need
    only be looked for where it differs from `before`.
    """
    revision = os.urandom(8).hex()
    parts = {**rows.parts.revisions}
    for part, value in rows.parts.new.items():
        parts.pop(part, None)
        if value:
            parts[part] = revision
            memo.put(_PART + part, revision, value)
        if len(parts) % _MOST == 0:
            memo.write()
    stored = _Stored(rows.base, rows.constants, rows.clashes, rows.units, revision, parts)
    memo.put(_ROWS, "", msgspec.msgpack.encode(stored))
    memo.put(_REVISION, revision, b"")

    def is_kept(name: str) -> bool:
        is_part = name.startswith(_PART)
        return name in {_ROWS, _REVISION, _PUBLISHED} or (
            name.removeprefix(_PART) in parts if is_part else is_needed(name)
        )

    memo.save(is_kept if before.base != rows.base or rows.lack_any_of(before) else None)
    return msgspec.structs.replace(rows, parts=Parts(revisions=parts), revision=revision)


def keep_published(memo: Memo, rows: Rows, state: str) -> None:
    """Keep the state of the output folder that has all that was planned with rows."""
    memo.put(_PUBLISHED, rows.revision, state.encode())
    memo.save()
