"""What comes of asking a service for a work: the work, that there is no record, or no answer."""

from __future__ import annotations

import msgspec

from digest.basics.works import Work

TYPED_REMEDY = "give the entry 'title', 'authors' and 'date': they stand in place of a record"
"""How a work that has a DOI and no record can be covered."""
CITED_REMEDY = "write the work into references.bib, and cite it by its key there"
"""How it can be cited where no entry covers it."""


class Doubtful(msgspec.Struct, frozen=True):
    """A work of whose record a part could not be understood, and is left out."""

    work: Work
    problems: tuple[str, ...]
    """In the words of a diagnostic."""


class Lacking(msgspec.Struct, frozen=True):
    """The service was asked, and has no record that can be read."""

    key: str
    """The work's, `arxiv:…` or `doi:…`."""
    problem: str = ""
    """What there is in place of a record; empty where the service knows of no such work."""


class Unanswered(msgspec.Struct, frozen=True):
    """Whether there is a record is not known."""

    key: str
    """The work's, as above."""
    problem: str
    """What went wrong and where, as `arXiv answered '503 Service Unavailable'`."""
    remedy: str
    """What to do about it."""
    may_last: bool = False
    """Whether it can be this work's alone, so that asking again may never help."""


Reply = Work | Doubtful | Lacking | Unanswered
