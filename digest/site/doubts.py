"""Values that can be read and are probably not meant: `field-doubtful`.

A date far off, a number that two editions have, a tag that is one typo away from another.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

from digest.basics.typos import is_one_typo
from digest.site.addresses import tag_slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.basics.diagnostics import Diagnostic, Place
    from digest.basics.editions import Edition
    from digest.content.load import Content

_RULE = "field-doubtful"
_FAR = dt.timedelta(days=400)
"""How long before its day an edition may be begun; a typo in the year is longer."""
_OLDEST = 1960
"""An older date is more likely a typo than that of an archived newsletter."""
_SHORTEST = 5
"""Letters that a tag must have for a typo in it not to make another word."""


def check_doubts(content: Content, today: str) -> Iterator[Diagnostic]:
    """Report what is doubtful in the editions of a newsletter; `today` is `YYYY-MM-DD`."""
    editions = [folder.edition for folder in content.editions]
    yield from _check_dates(editions, today)
    yield from _check_numbers(editions)
    yield from _check_tags(content)


def _check_dates(editions: Iterable[Edition], today: str) -> Iterator[Diagnostic]:
    latest = min(dt.date.fromisoformat(today), dt.date.max - _FAR) + _FAR
    for edition in editions:
        if edition.date_place and edition.date > latest.isoformat():
            message = f"'{edition.date}' is far off: the edition will not appear before"
            hint = "correct the year, or hold it back with 'draft: true'"
            yield edition.date_place.diagnose(_RULE, message, hint)
        elif edition.date_place and int(edition.date[:4]) < _OLDEST:
            message = f"'{edition.date}' is long ago"
            yield edition.date_place.diagnose(_RULE, message, "correct the year")


def _check_numbers(editions: Iterable[Edition]) -> Iterator[Diagnostic]:
    first: dict[int, Edition] = {}
    for edition in sorted(editions, key=lambda one: (one.draft, one.date, one.id)):
        if not edition.number or not edition.number_place:
            continue
        other = first.setdefault(edition.number, edition)
        if other is not edition:
            message = f"the edition '{other.id}' has the number {edition.number}, too"
            yield edition.number_place.diagnose(_RULE, message, "give each its own")


def _check_tags(content: Content) -> Iterator[Diagnostic]:
    """Report each tag of one entry that is a typo for one which others have, or an earlier one."""
    spelt: dict[str, str] = {}
    places: dict[str, Place] = {}
    counts: Counter[str] = Counter()
    for folder in sorted(content.editions, key=lambda one: (one.edition.date, one.edition.id)):
        for entry in folder.entries:
            for tag, place in zip(entry.tags, entry.tag_places, strict=True):
                slug = tag_slug(tag)
                spelt.setdefault(slug, tag)
                places.setdefault(slug, place)
                counts[slug] += 1
    order = {slug: index for index, slug in enumerate(spelt)}
    by_shape: dict[str, list[str]] = {}
    for slug in spelt:
        for shape in _shapes(slug):
            by_shape.setdefault(shape, []).append(slug)
    for slug, place in places.items():
        near = {one for shape in _shapes(slug) for one in by_shape[shape] if _is_typo(slug, one)}
        meant = [one for one in near if counts[one] > 1 or order[one] < order[slug]]
        if counts[slug] == 1 and len(meant) == 1:
            message = f"no other entry has the tag '{spelt[slug]}'"
            hint = f"did you mean '{spelt[meant[0]]}'?"
            yield place.diagnose(_RULE, message, hint)


def _shapes(slug: str) -> set[str]:
    """Return what a typo leaves of a word: it with each of its letters, or none, taken away."""
    if len(slug) < _SHORTEST or any(map(str.isdigit, slug)):
        return set()
    return {slug, *(slug[:index] + slug[index + 1 :] for index in range(len(slug)))}


def _is_typo(slug: str, other: str) -> bool:
    """Tell whether two tags of one shape are more likely one than two.

    Not where they begin or end otherwise: `graphs` is the plural of `graph`.
    """
    ends_alike = (slug[0], slug[-1]) == (other[0], other[-1])
    is_changed = len(slug) == len(other) and sorted(slug) != sorted(other)
    # `training` and `trailing` are words of their own
    return slug != other and ends_alike and not is_changed and is_one_typo(slug, other)
