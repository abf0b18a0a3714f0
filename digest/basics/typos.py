"""Typos: one sign dropped, added or changed, or two neighbours swapped.

What is near may be named in a hint. What is *surely* meant may be mended unasked, so for that the
rules are narrow: only one candidate is near, and the two differ in nothing that tells things of
one kind apart, as the digits of a year do.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

_LONG_NAME = 8
"""Letters from which on a name may have two typos in it."""
_LONG_RUN = 5
"""Letters that a run must have for a typo in it not to make another word: `wang` is not `yang`."""


class _Gap(msgspec.Struct, frozen=True):
    """Where two words differ, behind the beginning and before the end that they share."""

    start: int
    one: str
    other: str

    @property
    def is_swap(self) -> bool:
        return len(self.one) == 2 and self.one == self.other[::-1]  # noqa: PLR2004 -- two neighbours

    @property
    def is_typo(self) -> bool:
        return self.is_swap or max(len(self.one), len(self.other)) == 1


def is_one_typo(one: str, other: str) -> bool:
    """Tell whether two words are one typo apart."""
    return abs(len(one) - len(other)) <= 1 and _find_gap(one, other).is_typo


def surely_meant(typed: str, names: Iterable[str]) -> str:
    """Return the name, of a few that are all there can be, for which `typed` is a clear typo.

    Letter case, and `-` for `_`, are no difference. Empty where no name is near, or two are.
    """
    return _only(near_names(typed, names))


def near_names(typed: str, names: Iterable[str]) -> list[str]:
    """Return all the names for which `typed` is a clear typo, in their order."""
    folded = _fold(typed)
    return sorted({name for name in names if _is_typo_of_name(folded, _fold(name))})


def typos_among(
    typed: Iterable[str],
    names: Iterable[str],
    fits: Callable[[str, str], bool] = lambda _typed, _name: True,
) -> dict[str, str]:
    """Return the typos among what was typed, each with the name that it was surely meant to be.

    Of two that mean the same, nobody knows which was: neither is among them. `fits` is asked
    whether what was typed can be that name at all.
    """
    names = tuple(names)
    near = [(one, surely_meant(one, names)) for one in typed]
    meant = [(one, name) for one, name in near if name and fits(one, name)]
    counts = Counter(name for _, name in meant)
    return {one: name for one, name in meant if counts[name] == 1}


class MadeUpKeys:
    """Keys that editors made up, of which there may be thousands."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._by_digits: dict[tuple[str, ...], list[str]] = {}
        for key in keys:
            self._by_digits.setdefault(tuple(_digits(key)), []).append(key)

    def surely_meant(self, typed: str) -> str:
        """Return the key for which `typed` is a clear typo.

        `smith2021` is no typo for `smith2020`, nor `yang2020` for `wang2020`: a citation of the
        wrong work is worse than none. Empty where no key is near, or two are.
        """
        keys, folded = self._by_digits.get(tuple(_digits(typed)), ()), _fold(typed)
        return _only({key for key in keys if _is_typo_of_key(folded, _fold(key))})


def _only(near: Collection[str]) -> str:
    return next(iter(near)) if len(near) == 1 else ""


def _is_typo_of_name(typed: str, name: str) -> bool:
    typos = 2 if min(len(typed), len(name)) >= _LONG_NAME else 1
    # so it is with most, and all of a file's fields may be asked about
    if abs(len(typed) - len(name)) > typos or _digits(typed) != _digits(name):
        return False
    return typed == name or _is_near(typed, name, typos)


def _is_near(one: str, other: str, typos: int) -> bool:
    """Tell whether two words are at most so many typos apart, be they in different places."""
    if abs(len(one) - len(other)) > typos:
        return False
    gap = _find_gap(one, other)
    if gap.is_typo or typos == 1:
        return gap.is_typo
    # the first typo is where the words part; what it may have been is tried out
    left, right = one[gap.start :], other[gap.start :]
    return any(
        a == b or is_one_typo(a, b)
        for a, b in (
            (left[1:], right[1:]),
            (left[1:], right),
            (left, right[1:]),
            *([(left[2:], right[2:])] if left[:2] == right[:2][::-1] else ()),
        )
    )


def _is_typo_of_key(typed: str, key: str) -> bool:
    """Tell whether a key, whose digits are the same, may be what was meant."""
    if re.sub(r"[\W_]", "", typed) == re.sub(r"[\W_]", "", key):
        return True
    gap = _find_gap(typed, key)
    if not gap.is_typo or not (gap.one + gap.other).isalpha():
        return False
    at_beginning = not _is_letter(key, gap.start - 1)
    run = max(_run(typed, gap.start), _run(key, gap.start))
    return gap.is_swap or (run >= _LONG_RUN and not at_beginning)


def _find_gap(one: str, other: str) -> _Gap:
    start = _common_start(one, other)
    one, other = one[start:], other[start:]
    end = _common_start(one[::-1], other[::-1])
    return _Gap(start, one[: len(one) - end], other[: len(other) - end])


def _common_start(one: str, other: str) -> int:
    for index, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return index
    return min(len(one), len(other))


def _is_letter(word: str, index: int) -> bool:
    return 0 <= index < len(word) and word[index].isalpha()


def _run(word: str, index: int) -> int:
    """Return how many letters stand together around an index."""
    before = re.search(r"[^\W\d_]*$", word[:index])
    behind = re.match(r"[^\W\d_]*", word[index:])
    return sum(len(found[0]) for found in (before, behind) if found)


@functools.lru_cache(maxsize=1024)
def _fold(word: str) -> str:
    return word.casefold().replace("-", "_")


@functools.lru_cache(maxsize=1024)
def _digits(word: str) -> list[str]:
    return re.findall(r"\d+", word)
