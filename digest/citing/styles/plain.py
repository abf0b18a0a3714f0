"""The style `plain`: “Title” by A, B and C, year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.citing.bylines import make_byline
from digest.citing.styles import pieces
from digest.citing.terms import terms

if TYPE_CHECKING:
    from digest.citing.styles.pieces import Formatted
    from digest.model import Work

_LIMIT = 4
"""More authors than this are "et al."; a list of references is there to find a work."""


def format_plain(work: Work, lang: str) -> Formatted:
    """Return `“Title” by A, B and C, year`; the title leads to the work.

    Editors stand in where a work has no authors. What is unknown is left out.
    """
    people = work.author or work.editor
    byline = make_byline(tuple(name.literal for name in people), limit=_LIMIT, lang=lang)
    by = terms(lang).by
    title = pieces.quoted(work.title, lang, url=work.url)
    year = pieces.plain(str(work.issued[0]) if work.issued else "")
    if byline and by:
        return pieces.join((title + pieces.plain(f" {by} {byline}"), year), ", ")
    return pieces.join((title, pieces.plain(byline), year), ", ")
