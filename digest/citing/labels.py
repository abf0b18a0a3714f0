"""How a citation names its work in words: `Gu and Goel`, `2022a`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from digest.citing.bylines import make_byline
from digest.records.names import OTHERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.model import Name, Work

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_LONGEST_TITLE = 40
NO_DATE = "n.d."


class Label(msgspec.Struct, frozen=True):
    """A work's name in an author-year citation."""

    authors: str
    """`Lillicrap`, `Gu and Goel`, `Tay et al.`; the title, where nobody is named."""
    year: str
    """`2022`; `2022a` where the page has several works of the same label; `n.d.`"""


def make_labels(works: Iterable[Work], lang: str) -> tuple[Label, ...]:
    """Return the labels of a page's works, in their order, which is also that of the letters.

    Two authors are both named, of three or more the first (APA 7, section 8.17).
    """
    plain = [Label(_short_authors(work, lang), _year(work)) for work in works]
    shared = {label for label, count in Counter(plain).items() if count > 1}
    seen: Counter[Label] = Counter()
    labels = []
    for label in plain:
        if label not in shared:
            labels.append(label)
            continue
        mark = letters(seen[label])
        seen[label] += 1
        joint = "-" if label.year == NO_DATE else ""
        labels.append(Label(label.authors, label.year + joint + mark))
    return tuple(labels)


def short_name(name: Name) -> str:
    """Return the family name, or the whole of a name that has none."""
    return name.family or name.literal


def _short_authors(work: Work, lang: str) -> str:
    people = work.author or work.editor
    names = tuple(name.literal if name.literal == OTHERS else short_name(name) for name in people)
    if names:
        return make_byline(names, limit=2, lang=lang)
    if len(work.title) <= _LONGEST_TITLE:
        return work.title
    return work.title[:_LONGEST_TITLE].rsplit(" ", 1)[0] + "…"


def _year(work: Work) -> str:
    return str(work.issued[0]) if work.issued else NO_DATE


def letters(index: int) -> str:
    """Return the letters for a count from 0: a, b, … z, aa, ab and so on."""
    more, last = divmod(index, len(_ALPHABET))
    return (letters(more - 1) if more else "") + _ALPHABET[last]
