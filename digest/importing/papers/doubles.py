"""Papers that are covered twice: by their ids, as preprint and published, or by their titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.text import shorten
from digest.basics.works import Work
from digest.citing.comparison import title_words
from digest.importing.papers.differences import Typed
from digest.importing.papers.knownworks import shares_surname, surname
from digest.importing.parts import Fault
from digest.records.names import known_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


_LEAST_WORDS = 3
"""Words of a title that may be a paper's own: two papers can be called "Introduction"."""
_UNLIKE = 0.35
"""What part of its words a title shares with another title of one paper, and more."""
_ALIKE = 0.75
"""What part of its words a title shares with itself as typed otherwise."""


class Covered(msgspec.Struct, frozen=True):
    """An entry of the archive, or one that the newsletter had before."""

    path: str
    line: int
    """Of the post's text."""
    key: str = ""
    """`arxiv:2202.06991`; empty where it has neither id."""
    url: str = ""
    typed: Typed = Typed()
    work: Work | None = None

    shown: str = ""
    """Where it stands, for a message."""

    @property
    def place(self) -> str:
        """Where it stands, for a message."""
        return self.shown or (f"{self.path}:{self.line}" if self.line else self.path)

    @property
    def title(self) -> str:
        """As its record has it, or else as typed."""
        return self.work.plain_title if self.work else self.typed.title


def find_doubles(entries: Sequence[Covered], there: Iterable[Covered]) -> Iterator[Fault | None]:
    """Find the entries of an archive that cover what another one does: a fault or None for each.

    `entries` come in the order in which they were published; `there` are those that the newsletter
    had before.
    """
    by_key: dict[str, Covered] = {}
    by_title: dict[str, Covered] = {}
    for one in there:
        _note(one, by_key, by_title)
    for one in entries:
        yield _compare(one, by_key, by_title)
        _note(one, by_key, by_title)


def _note(one: Covered, by_key: dict[str, Covered], by_title: dict[str, Covered]) -> None:
    for key in _keys(one):
        by_key.setdefault(key, one)
    if title := _title_key(one.title):
        by_title.setdefault(title, one)


def _keys(one: Covered) -> Iterator[str]:
    yield from (key for key in (one.key, one.url if not one.key else "") if key)
    if one.work:
        yield one.work.id
        yield from one.work.aliases


def _title_key(title: str) -> str:
    words = title_words(title)
    return "".join(words) if len(words) >= _LEAST_WORDS else ""


def _compare(
    one: Covered, by_key: dict[str, Covered], by_title: dict[str, Covered]
) -> Fault | None:
    earlier = next((by_key[key] for key in _keys(one) if key in by_key), None)
    shown = shorten(one.title, 100)
    if earlier is None:
        earlier = by_title.get(_title_key(one.title))
        if earlier is None or not _may_be_same(one, earlier):
            return None
        ids = sorted({named for named in (one.key or one.url, earlier.key or earlier.url) if named})
        named = " and ".join(f"'{id_}'" for id_ in ids)
        by = f", once as {named}" if len(ids) == 1 else f", as {named}" if ids else ""
        message = f"'{shown}' is covered in '{earlier.place}', too{by}"
        return Fault("covered-twice", one.path, one.line, message)
    shared = _shared_words(one, earlier)
    if not one.key and shared < _ALIKE:
        # a page may have many papers
        return None
    if shared < _UNLIKE and not _share_author(one, earlier):
        message = (
            f"'{one.key}' stands for '{shown}' here, and for '{shorten(earlier.title, 100)}' in"
            f" '{earlier.place}': see which of the links leads to another paper"
        )
        return Fault("paper-differs", one.path, one.line, message)
    as_other = ""
    if one.key != earlier.key and one.key and earlier.key:
        as_other = f", as '{earlier.key}', which is the same paper as '{one.key}'"
    message = f"'{shown or one.key}' is covered in '{earlier.place}', too{as_other}"
    return Fault("covered-twice", one.path, one.line, message)


def _may_be_same(one: Covered, other: Covered) -> bool:
    """Tell whether nothing that is known of the authors says that two titles are two papers'."""
    names, others = (
        known_names(each.work.author if each.work else each.typed.authors) for each in (one, other)
    )
    if not names or not others:
        return True
    surnames = {tuple(surname(name)) for name in others}
    return any(tuple(surname(name)) in surnames for name in names)


def _shared_words(one: Covered, other: Covered) -> float:
    """Return what part of the words of the shorter title the other has; all, if one has few."""
    words, others = (
        {word for word in title_words(each.title) if len(word) >= _LEAST_WORDS}
        for each in (one, other)
    )
    shorter = min(len(words), len(others))
    return len(words & others) / shorter if shorter > 1 else 1


def _share_author(one: Covered, other: Covered) -> bool:
    """Tell whether both name an author of the paper."""
    work = other.work or one.work
    if work:
        return all(shares_surname(each.typed.authors, work) for each in (one, other))
    names = (known_names(each.typed.authors) for each in (one, other))
    first, second = ({tuple(surname(name)) for name in each} for each in names)
    return bool(first & second)
