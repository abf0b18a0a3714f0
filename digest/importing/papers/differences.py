"""What a post says of a paper against the paper's record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.text import closest, iso_date
from digest.basics.works import Name
from digest.citing.comparison import (
    is_title_of_another,
    likeness,
    name_differs,
    telling_words,
    title_differs,
    title_words,
)
from digest.importing.papers.knownworks import shares_surname
from digest.importing.parts import FaultKind
from digest.records.names import known_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.basics.works import Work

_LIKE = 0.5
"""What part of its words two titles of one paper share at least."""
_MISSPELT = 0.9
"""What part of its letters a title shares with itself when it is misspelt."""


class Typed(msgspec.Struct, frozen=True):
    """What a post says of a paper."""

    title: str = ""
    """Plain text; empty where it does not say, as are the others."""
    authors: tuple[Name, ...] = ()
    date: tuple[int, ...] = ()
    """Year, month, day, as many as are told."""
    is_named: bool = False
    """Whether the title is a name that the post has for the paper."""


class Difference(msgspec.Struct, frozen=True):
    """Where a post and the record of its paper do not agree."""

    kind: FaultKind
    message: str
    done: str


def is_other_paper(typed: Typed, work: Work) -> bool:
    """Tell whether a record is that of another paper than the one that a post means.

    So it is where no word of weight of the title is the record's, and no author is. A title of one
    word may be the short name of any paper.
    """
    if len(typed.title.split()) < 2 and not known_names(typed.authors):  # noqa: PLR2004
        return False
    return is_title_of_another(typed.title, work) and not shares_surname(typed.authors, work)


def find_differences(typed: Typed, work: Work) -> Iterator[Difference]:
    """Find where a post does not agree with the record of its paper, in more than typography."""
    if is_other_paper(typed, work):
        names = ", ".join(name.literal for name in known_names(work.author)[:2])
        by = f" by {names}" if names else ""
        message = f"'{work.id}' is '{work.plain_title}'{by}, and not '{typed.title}'"
        yield Difference("paper-differs", message, "")
        return
    if not is_short_name(typed, work):
        yield from _compare_titles(typed.title, work)
    yield from _compare_authors(known_names(typed.authors), known_names(work.author))
    if typed.date and work.issued and typed.date[0] != work.issued[0]:
        message = f"'{work.plain_title}' is of {work.issued[0]}, and not of {typed.date[0]}"
        yield Difference("year-differs", message, _taken(iso_date(work.issued[:1])))


def _compare_titles(typed: str, work: Work) -> Iterator[Difference]:
    if not typed or work.title == work.id or not title_differs(typed, work.title):
        return
    recorded = work.plain_title
    if _is_cut(typed, recorded):
        return
    message = f"the title of '{work.id}' is '{recorded}', and not '{typed}'"
    version = work.arxiv.version if work.arxiv else 0
    has_as_many = len(title_words(typed)) == len(title_words(recorded))
    is_misspelt = has_as_many and likeness(typed, recorded) >= _MISSPELT
    if version > 1 and not is_misspelt:
        message += f": it is at version {version}, and an earlier one may have had that title"
        yield Difference("title-old", message, _taken(recorded))
    else:
        yield Difference("title-differs", message, _taken(recorded))


def is_short_name(typed: Typed, work: Work) -> bool:
    """Tell whether a post has the short name of a paper in place of its title: `SaShiMi`."""
    name = typed.title
    is_word = len(name.split()) == 1 and not name.islower() and len(title_words(work.title)) > 1
    return (is_word or typed.is_named) and title_differs(name, work.title)


def _is_cut(typed: str, recorded: str) -> bool:
    """Tell whether one of two titles is the other up to its colon, or to where it was cut."""
    short, long = sorted((typed, recorded), key=len)
    short_words, long_words = title_words(short.rstrip(".… ")), title_words(long)
    before = title_words(long.partition(":")[0])
    is_begun = long_words[: len(short_words)] == short_words
    return bool(short_words) and is_begun and (
        short_words == before or short.rstrip().endswith(("…", "..."))
    )  # fmt: skip


def is_like_title(typed: str, work: Work) -> bool:
    """Tell whether a title may be an earlier one of a work, as it has half of its words."""
    words, others = telling_words(typed), telling_words(work.title)
    return len(words & others) >= max(_LIKE * len(words), 1)


def _compare_authors(typed: Iterable[Name], recorded: Iterable[Name]) -> Iterator[Difference]:
    names = [name.literal for name in recorded]
    if not names:
        return
    for one in typed:
        if _is_among(one, names):
            continue
        meant = closest(one.literal, names)
        if meant:
            message = f"the record names no author '{one.literal}'; it has '{meant}'"
            yield Difference("author-differs", message, _taken(meant))
        else:
            message = f"the record names no author '{one.literal}'"
            yield Difference("author-differs", message, "the record's authors are taken")


def _is_among(typed: Name, names: Iterable[str]) -> bool:
    """Tell whether a name, or a family name alone, is one of those that a record has."""
    alone = title_words(typed.literal)
    return any(
        not name_differs(typed.literal, name) or title_words(name)[-len(alone) :] == alone
        for name in names
    )


def _taken(text: str) -> str:
    return f"'{text}' is taken"
