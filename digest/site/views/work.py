"""What the record of a cited work says, for themes that format references themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.text import iso_date
from digest.markdown import render_title
from digest.records.names import OTHERS

if TYPE_CHECKING:
    from digest.basics.works import Name, Work

_MOST_NAMES = 20
"""As many as any style of references names; a paper of particle physics has three thousand."""


class WorkName(msgspec.Struct, frozen=True, omit_defaults=True):
    """An author or editor. A body, or a name of one part, has a `literal` alone."""

    literal: str
    """The whole name, in reading order."""
    family: str = ""
    given: str = ""
    suffix: str = ""


class WorkView(msgspec.Struct, frozen=True, omit_defaults=True):
    """A work in CSL's terms, with `_` for `-`. What is unknown is empty."""

    type: str = ""
    """A CSL type: `article` (a preprint), `article-journal`, `paper-conference`, `book`, …"""
    title: str = ""
    """Finished HTML, math set."""
    title_text: str = ""
    authors: tuple[WorkName, ...] = ()
    """The first 20."""
    more_authors: int = 0
    """How many follow; 1 where the record itself ends in "and others"."""
    editors: tuple[WorkName, ...] = ()
    """The first 20."""
    translators: tuple[WorkName, ...] = ()
    """The first 20."""
    issued: str = ""
    """`YYYY-MM-DD`, `YYYY-MM` or `YYYY`; print it with the filter `date`."""
    container_title: str = ""
    """The journal, the proceedings, the book of a chapter, the website."""
    container_title_short: str = ""
    """`Phys. Rev. Lett.`; empty where it is the whole title."""
    collection_title: str = ""
    """The series."""
    collection_number: str = ""
    """Of a volume within its series."""
    publisher: str = ""
    publisher_place: str = ""
    edition: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    """`274-290`."""
    number: str = ""
    """Of a report, a patent or a standard; of an article that has no pages."""
    chapter_number: str = ""
    genre: str = ""
    version: str = ""
    event_title: str = ""
    event_place: str = ""
    status: str = ""
    """`retracted`, `withdrawn`, `in press`, …"""
    note: str = ""
    """What else there is to say of it: `Reprinted 2010`. No style prints it."""
    isbn: str = ""
    issn: str = ""
    doi: str = ""
    url: str = ""
    """Where it is to be read."""
    accessed: str = ""
    """When a page that changes was looked at, in the form of `issued`."""
    original_date: str = ""
    """When what is translated came out first, in the form of `issued`."""
    arxiv: str = ""
    """The id alone, `2202.06991`, of a work that is on arXiv."""


_RICH = ("container_title", "container_title_short", "collection_title")
"""What is shown without its styles, its math in Unicode."""
_SAME = (
    "type", "collection_number", "publisher", "publisher_place", "edition", "volume", "issue",
    "page", "number", "chapter_number", "genre", "version", "event_title", "event_place", "note",
    "isbn", "issn", "url",
)  # fmt: skip
"""What is shown as the record has it."""


def make_work_view(work: Work) -> WorkView:
    """Return what a theme may print of a work."""
    title, title_text = render_title(work.title)
    known = [name for name in work.author if name.literal != OTHERS]
    more = max(0, len(known) - _MOST_NAMES)
    return WorkView(
        title=title,
        title_text=title_text,
        authors=_names(known),
        more_authors=more or int(len(known) < len(work.author)),
        editors=_names([name for name in work.editor if name.literal != OTHERS]),
        translators=_names([name for name in work.translator if name.literal != OTHERS]),
        issued=iso_date(work.issued),
        accessed=iso_date(work.accessed),
        original_date=iso_date(work.original_date),
        doi=work.doi,
        arxiv=work.arxiv.id if work.arxiv else "",
        status=work.state,
        **{field: render_title(getattr(work, field))[1] for field in _RICH},
        **{field: getattr(work, field) for field in _SAME},
    )


def _names(names: list[Name]) -> tuple[WorkName, ...]:
    return tuple(
        WorkName(name.literal, name.family, name.given, name.suffix) for name in names[:_MOST_NAMES]
    )
