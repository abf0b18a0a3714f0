"""Lists in which names stand otherwise than in reading order: `Smith JA`, `DUPONT Jean`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.records.names.capitals import is_in_capitals
from digest.records.names.namelists import means_others
from digest.records.names.namewords import are_initials, is_body, is_dotted, is_short_surname

if TYPE_CHECKING:
    from collections.abc import Sequence


def with_commas(people: Sequence[str]) -> Sequence[str]:
    """Return a list of names with a comma behind each family name, where all are in capitals.

    Among such `AI` is a family name as well, and no acronym: it is written `Ai`.
    """
    if len(people) > 1 and all("," in one and one.partition(",")[0].isupper() for one in people):
        return [f"Ai{one[2:]}" if one.startswith("AI,") else one for one in people]
    parts = [one.partition(" ") for one in people]
    is_list = len(people) > 1 and all(
        len(family) > 1 and family.isupper() and family.isalpha() and given.istitle()
        for family, _, given in parts
    )
    is_sure = is_list and any(
        not are_initials(family) and is_in_capitals(family) for family, *_ in parts
    )
    return [f"{family}, {given}" for family, _, given in parts] if is_sure else people


def are_inverted(people: Sequence[str]) -> bool:
    """Tell whether a list has initials behind all family names, and not by chance."""
    lists = [one.split() for one in people if not means_others(one) and not is_body(one)]
    return (
        len(lists) > 1
        and all("," not in words[0] and count_initials(words, inverted=True) for words in lists)
        and any(count_initials(words) for words in lists)
    )


def count_initials(words: Sequence[str], *, inverted: bool = False) -> int:
    """Return how many words at the end of a name are initials: one of `Smith JA`, else none.

    Two letters that may be a family name, as in `Wei LI`, count where the list is `inverted`.
    """
    if not words:
        return 0
    count = next((i for i, word in enumerate(reversed(words)) if not is_dotted(word)), 0)
    last = words[-1]
    if not count and are_initials(last) and (inverted or not is_short_surname(last)):
        # single letters may be several
        is_whole = (len(word) > 1 and not is_dotted(word) for word in reversed(words))
        count = next((i for i, whole in enumerate(is_whole) if whole), 0) or 1
    before = words[: len(words) - count]
    family = before[-1] if before else ""
    has_small = any(map(str.islower, family))
    is_family = len(family) > 2 or (len(family) > 1 and has_small)  # noqa: PLR2004 -- two may be initials
    return count if is_family and not any(map(is_dotted, before)) else 0
