"""What the editors say that they look for: words, people and categories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from digest.basics.text import slugify
from digest.candidates.ranking.words import list_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.candidates.candidate import Candidate

_IN_TITLE, _IN_ABSTRACT, _BY_PERSON, _IN_CATEGORY = 1.0, 0.5, 2.0, 0.25
"""What each adds to a score, in standard deviations of the scores of all candidates."""
_MOST_KEYWORDS: Final = 2.0
"""What all keywords add at most."""


class Wishes(msgspec.Struct, frozen=True):
    """What is looked for; nothing where all is left to what was chosen before."""

    keywords: tuple[str, ...] = ()
    """Words and phrases."""
    people: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    """Those from which papers are taken; a paper's first one counts."""


class Met(msgspec.Struct, frozen=True):
    """Which wishes a paper meets."""

    keywords: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    """As the paper has their names."""
    points: float = 0
    """What that adds to its score."""


def has_words(paper: Candidate, phrases: Iterable[str]) -> bool:
    """Tell whether title or abstract of a paper has one of some words and phrases."""
    text = f"{_spell(paper.title)}|{_spell(paper.abstract)}"
    return any(_spell(phrase) in text for phrase in phrases if phrase.strip())


def has_all_words(paper: Candidate, query: str) -> bool:
    """Tell whether a paper has each word of a query: in its title, abstract or authors."""
    have = {*list_words(" ".join((paper.title, paper.abstract, *paper.authors)))}
    return have.issuperset(list_words(query))


def meet(paper: Candidate, wishes: Wishes) -> Met:
    """Tell which wishes a paper meets."""
    title, abstract = _spell(paper.title), _spell(paper.abstract)
    points = 0.0
    keywords = []
    for keyword in wishes.keywords:
        spelt = _spell(keyword)
        if spelt.strip() and (spelt in title or spelt in abstract):
            keywords.append(keyword)
            points += _IN_TITLE if spelt in title else _IN_ABSTRACT
    people = tuple(name for name in paper.authors if _is_followed(name, wishes.people))
    points = min(points, _MOST_KEYWORDS) + _BY_PERSON * bool(people)
    points += _IN_CATEGORY * (not {*wishes.categories}.isdisjoint(paper.categories[:1]))
    return Met(tuple(keywords), people, points)


def _spell(text: str) -> str:
    """Return a text as words with spaces around, in which a phrase can be found."""
    return f" {' '.join(list_words(text))} "


def _is_followed(name: str, people: Iterable[str]) -> bool:
    return bool(people) and any(_are_same(slugify(name), slugify(one)) for one in people)


def _are_same(first: str, second: str) -> bool:
    """Tell whether two names may be one person's: `j-doe` may be short for `jane-doe`."""
    if not first or not second or first == second:
        return first == second != ""
    (given, *_, family), (other, *_, other_family) = _divide(first), _divide(second)
    is_short = 1 in {len(given), len(other)}
    return family == other_family and is_short and given[:1] == other[:1]


def _divide(name: str) -> list[str]:
    parts = name.split("-")
    return parts if len(parts) > 1 else ["", name]
