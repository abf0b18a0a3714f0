"""How a citation names its work in words: `Gu and Goel`, `2022a`.

The rules are those of the Publication Manual of the APA, 7th edition, chapter 8.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import msgspec

from digest.basics.text import letters
from digest.citing.bylines import join_names, make_byline
from digest.citing.dates import year_of
from digest.citing.styles.people import credited, initials, initials_first
from digest.citing.styles.pieces import isolate
from digest.citing.terms import terms
from digest.markdown import render_title
from digest.records.csltypes import IN_BOOKS, IN_JOURNALS
from digest.records.names import OTHERS, is_group

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.basics.works import Name, Work

_LONGEST_TITLE = 40
_MOST_NAMED = 6
"""How many names may be told to tell two works apart; beyond that letters have to do."""


class Label(msgspec.Struct, frozen=True):
    """A work's name in an author-year citation."""

    authors: str
    """`Lillicrap`, `Gu and Goel`, `Tay et al.`; the title, where no author is known."""
    year: str
    """`2022`; `2022a` where the page has several works of the same label; `n.d.`"""
    letter: str = ""
    """The letter behind the year, which the reference has as well."""


def make_labels(works: Iterable[Work], lang: str) -> tuple[Label, ...]:
    """Return the labels of a page's works, in their order, which is also that of the letters.

    Two authors are both named, of three or more the first (section 8.17). First authors of one
    surname have their initials, if those differ (8.20). Where two lists of authors would be
    shortened to the same label, as many names are told as tell them apart (8.18). Works that are
    alike even so get letters (8.19).
    """
    works = tuple(works)
    people = _with_initials([credited(work) for work in works], lang)
    plain = [
        Label(_short_authors(work, names, lang), year_of(work, lang))
        for work, names in zip(works, people, strict=True)
    ]
    plain = _lengthened(plain, people, lang)
    shared = {label for label, count in Counter(plain).items() if count > 1}
    seen: Counter[Label] = Counter()
    labels = []
    for work, label in zip(works, plain, strict=True):
        if label not in shared:
            labels.append(label)
            continue
        letter = letters(seen[label])
        seen[label] += 1
        labels.append(Label(label.authors, year_of(work, lang, letter), letter))
    return tuple(labels)


def short_name(name: Name) -> str:
    """Return the family name, or the whole of a name that has none."""
    return name.family or name.literal


def _with_initials(people: Sequence[tuple[Name, ...]], lang: str) -> list[tuple[str, ...]]:
    """Return the short names of each work, the first with initials where there are namesakes.

    Names that run the other way are set apart, so that the year stays behind them.
    """
    words = terms(lang)
    given: defaultdict[str, set[str]] = defaultdict(set)
    for names in people:
        if names and names[0].family and names[0].given:
            given[names[0].family.casefold()].add(names[0].given)
    shared = {family for family, known in given.items() if len(known) > 1 and _differ(known)}
    named = []
    for names in people:
        # of thousands, the first few tell them apart or none does
        shown = [OTHERS if one.literal == OTHERS else short_name(one) for one in names[:_ENOUGH]]
        if names and names[0].given and names[0].family.casefold() in shared:
            shown[0] = initials_first(names[0])
        named.append(tuple(one if one == OTHERS else isolate(one, words) for one in shown))
    return named


_PAIR = 2
_ENOUGH = _MOST_NAMED + 2


def _differ(given: Iterable[str]) -> bool:
    """Tell whether given names are of several people: `J.` may be `J. A.`, but never `T.`."""
    known = {initials(one) for one in given}
    longest = max(known, key=len)
    return any(not longest.startswith(one) for one in known)


def _short_authors(work: Work, names: tuple[str, ...], lang: str) -> str:
    if names:
        known = names[:-1] if names[-1] == OTHERS else names
        # the group for which several write is told in the reference alone
        is_cut = len(known) > _PAIR or (len(names) > _PAIR and any(map(is_group, names[1:])))
        return make_byline((names[0], OTHERS) if is_cut else names, limit=_PAIR, lang=lang)
    title, words = render_title(work.title)[1], terms(lang)
    if len(title) > _LONGEST_TITLE:
        title = title[:_LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
    if work.type in IN_BOOKS or work.type in IN_JOURNALS:
        # what is part of another work has quotation marks (section 8.14)
        title = f"{words.quotes[0]}{title}{words.quotes[1]}"
    return isolate(title, words)


def _lengthened(plain: list[Label], people: list[tuple[str, ...]], lang: str) -> list[Label]:
    """Name more authors, where labels are alike and the authors are not."""
    alike: defaultdict[Label, list[int]] = defaultdict(list)
    for index, label in enumerate(plain):
        alike[label].append(index)
    longer = list(plain)
    for label, indices in alike.items():
        lists = {people[index] for index in indices}
        if len(lists) == 1:
            continue
        for index in indices:
            longer[index] = Label(_telling(people[index], lists, lang), label.year)
    return longer


def _telling(names: tuple[str, ...], lists: set[tuple[str, ...]], lang: str) -> str:
    """Return as many names as tell a list from the others: `Kapoor, Bloom, Montez, et al.`."""
    known = names[:-1] if names[-1:] == (OTHERS,) else names
    others = [one for one in lists if one != names]
    count = next(
        (n for n in range(1, len(known)) if all(one[:n] != known[:n] for one in others)),
        len(known),
    )
    # "et al." is more than one
    if count >= len(known) - 1 and known == names and len(known) <= _MOST_NAMED:
        return join_names(known, lang)
    words = terms(lang)
    joint = words.comma if count > 1 and words.is_english else " "
    return words.comma.join(known[:_MOST_NAMED][:count]) + joint + words.et_al
