"""What a list of references is cited by, and the lists of it that people type: `6–8, 11`."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Collection

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = str.maketrans(RAISED + "⁻˒⸴", "0123456789-,,")
_PARTED = lazy_regex(r"\s*[,;،、]\s*|\s+(?:and|&)\s+|\s+")
_RANGE = lazy_regex(r"([0-9]{1,4})\s*(?:[-\u2010-\u2014\u2212]|to)\s*([0-9]{1,4})")
_SPACED_RANGE = lazy_regex(r"(?<=[0-9])\s*([-\u2010-\u2014\u2212])\s*(?=[0-9])")
_LONGEST_RANGE = 50


def lower(text: str) -> str:
    """Return a text with its raised digits as ordinary ones."""
    return text.translate(_LOWERED)


def split_labels(typed: str) -> tuple[str, ...]:
    """Return the labels that a mark names: `6–8, 11` are 6, 7, 8 and 11; empty where it is none."""
    labels: list[str] = []
    for part in _PARTED.split(_SPACED_RANGE.sub(r"\1", lower(typed).strip())):
        if found := _RANGE.fullmatch(part):
            first, last = int(found[1]), int(found[2])
            if not first < last <= first + _LONGEST_RANGE:
                return ()
            labels += map(str, range(first, last + 1))
        elif part:
            labels.append(part.lstrip("0") or part)
        else:
            return ()
    return tuple(labels)


def split_run(digits: str, labels: Collection[str], reached: int) -> tuple[str, ...]:
    """Return which labels a run of raised digits names: `¹²` is 12, or 1 and 2.

    The list decides, and where it has both, `reached`, the highest number that was cited before:
    what goes on from there is meant.
    """
    whole = digits.lstrip("0")
    singles = tuple(digits)
    if len(digits) == 1:
        return (whole,)
    are_listed = all(one in labels for one in singles)
    rise = [int(one) for one in singles]
    follows = are_listed and rise == list(range(reached + 1, reached + 1 + len(rise)))
    if whole in labels and not (follows and int(whole) > reached + 1):
        return (whole,)
    is_row = all(one < other for one, other in itertools.pairwise(rise))
    return singles if are_listed and is_row else (whole,)


def is_number(label: str) -> bool:
    """Tell whether a label is a number."""
    return bool(re.fullmatch("[0-9]{1,4}", label))
