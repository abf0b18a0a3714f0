"""Answers of services that give lists of works: each is asked for once a day, and kept that long.

They are kept in the user's cache folder, so that all newsletters of a machine ask once.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, TypeVar

import msgspec

from digest.basics.ownfiles import decode_own
from digest.basics.text import fingerprint
from digest.basics.usercache import keep, recall

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def ask_daily(address: str, day: str, kind: type[T], ask: Callable[[], T]) -> T:
    """Return what is known of an address on a day; where that is nothing, what `ask` returns.

    `kind` is the type of that.
    """
    name, key = fingerprint(address), f"{day} {address}"
    kept = recall("answers", name, key)
    if kept is not None:
        known = decode_own(zlib.decompress(kept), kind)
        if known is not None:
            return known
    answer = ask()
    keep("answers", name, key, zlib.compress(msgspec.json.encode(answer)))
    return answer
