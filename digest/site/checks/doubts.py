"""Values that can be read and are probably not meant: `field-doubtful`.

A date far off, a number that two editions have, a tag that is one typo away from another.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

from digest.basics.diagnostics import Diagnostic
from digest.basics.lazyregex import lazy_regex
from digest.basics.typos import is_one_typo
from digest.site.exported import Numbered, TagWord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.basics.diagnostics import Place
    from digest.basics.editions import Edition, Entry, FreePage
    from digest.content.units import EditionFolder
    from digest.site.index import Imports

_RULE = "field-doubtful"
_FAR = dt.timedelta(days=400)
"""How long before its day an edition may be begun; a typo in the year is longer."""
_FOLDER_MONTH = lazy_regex(r"(\d{4})-(0[1-9]|1[0-2])(?:-\d\d)?")
"""The month by which a folder is called."""
_OLDEST = 1960
"""An older date is more likely a typo than that of an archived newsletter."""
_SHORTEST = 5
"""Letters that a tag must have for a typo in it not to make another word."""


def is_far_off(date: str, today: str) -> bool:
    """Tell whether an edition of a date is further off than one is prepared; both `YYYY-MM-DD`."""
    latest = min(dt.date.fromisoformat(today), dt.date.max - _FAR) + _FAR
    return date > latest.isoformat()


def check_edition(
    folder: EditionFolder, today: str, lang: str, imports: Imports
) -> Iterator[Diagnostic]:
    """Report what is doubtful in an edition's number and dates, those of changes among them.

    `lang` is the newsletter's language: editions in different ones may have one number.
    """
    edition = folder.edition
    place = edition.date_place
    if place and is_far_off(edition.date, today):
        message = f"'{edition.date}' is far off: the edition will not appear before"
        hint = "correct the year, or hold it back with 'draft: true'"
        yield place.diagnose(_RULE, message, hint)
    elif place and int(edition.date[:4]) < _OLDEST:
        yield place.diagnose(_RULE, f"'{edition.date}' is long ago", "correct the year")
    else:
        yield from _check_year(edition)
    texts: tuple[Edition | Entry, ...] = (edition, *folder.entries)
    named = ((one.updated, one.updated_place) for one in texts if one.updated)
    corrected = ((one.date, one.place) for one in edition.corrections)
    for date, changed in (*named, *corrected):
        if changed and date > max(today, edition.date):
            yield changed.diagnose(_RULE, f"'{date}' is later than today", "correct the date")
        elif changed and date < edition.date:
            message = f"'{date}' is before the day of the edition"
            hint = f"correct the date; the edition's is {edition.date}"
            yield changed.diagnose(_RULE, message, hint)
    yield from _check_papers(folder)
    if edition.number and edition.number_place:
        numbered = imports.ask("number", str(edition.number), Numbered)
        own = edition.lang or lang
        first = min(one for one in numbered if (one.lang or lang) == own)
        if first.id != edition.id:
            message = f"the edition '{first.id}' has the number {edition.number}, too"
            yield edition.number_place.diagnose(_RULE, message, "give each its own")


def check_filled(text: Edition | FreePage, *, has_entries: bool) -> Iterator[Diagnostic]:
    """Report a page that is no draft, and has nothing to be read on it."""
    if not (text.draft or has_entries or text.body.fragments):
        message, hint = "nothing is written here", "write it, or hold it back with 'draft: true'"
        yield Diagnostic(text.path, 1, 1, "text-missing", message, hint)


def _check_papers(folder: EditionFolder) -> Iterator[Diagnostic]:
    """Report a date that was typed of a paper and cannot be its own."""
    for entry in folder.entries:
        # a journal may be dated some months ahead
        if entry.date and int(entry.date.value[:4]) > int(folder.edition.date[:4]) + 1:
            message = f"'{entry.date.value}' is long after the edition"
            yield entry.date.place.diagnose(_RULE, message, "correct the year")
        elif entry.date and entry.date.value.startswith("0"):
            message = f"'{entry.date.value}' is long ago"
            yield entry.date.place.diagnose(_RULE, message, "correct the year")


def _check_year(edition: Edition) -> Iterator[Diagnostic]:
    """Report a date in another year's month than that by which the folder is called."""
    month = _FOLDER_MONTH.fullmatch(edition.id)
    if month and edition.date_place:
        apart = (
            12 * (int(month[1]) - int(edition.date[:4])) + int(month[2]) - int(edition.date[5:7])
        )
        if apart and not apart % 12:
            message = f"'{edition.date}' is far from '{month[0]}', which the folder is called"
            hint = "correct the year, or rename the folder"
            yield edition.date_place.diagnose(_RULE, message, hint)


def check_tags(imports: Imports) -> Iterator[Diagnostic]:
    """Report each tag of one entry that is a typo for one which others have, or an earlier one."""
    spelt: dict[str, str] = {}
    places: dict[str, Place] = {}
    counts: Counter[str] = Counter()
    words = imports.every("word", TagWord)
    for slug, word in sorted(words, key=lambda one: (one[1].date, one[1].edition, one[1].order)):
        spelt.setdefault(slug, word.spelt)
        places.setdefault(slug, word.place)
        counts[slug] += word.count
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
