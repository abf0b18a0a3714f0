"""What the editors chose before: the papers that the archive's entries are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.richtext import without_styles
from digest.basics.text import one_line
from digest.candidates.candidate import Candidate
from digest.records.names import OTHERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.basics.works import Work
    from digest.site.join import Joined


class Choice(msgspec.Struct, frozen=True):
    """A paper that an edition covers."""

    paper: Candidate
    edition: str
    """The edition's id."""
    day: str
    """Its date, `YYYY-MM-DD`."""


def list_choices(joined: Joined) -> tuple[Choice, ...]:
    """Return the papers of all entries, of the oldest edition first.

    A paper that several editions cover is there once for each. Of one without a title nothing can
    be learnt, and it is left out.
    """
    return tuple(_list(joined))


def _list(joined: Joined) -> Iterator[Choice]:
    for one in joined.editions:
        for covered in one.entries:
            paper = _make_paper(covered.work)
            if covered.is_known and paper.title:
                yield Choice(paper, one.edition.id, one.edition.date)


def _make_paper(work: Work) -> Candidate:
    return Candidate(
        work.id,
        one_line(work.plain_title),
        one_line(without_styles(work.abstract)),
        tuple(name.literal for name in work.author if name.literal != OTHERS),
        work.arxiv.categories if work.arxiv else (),
    )


def papers_of(choices: Iterable[Choice]) -> list[Candidate]:
    """Return the papers alone."""
    return [one.paper for one in choices]
