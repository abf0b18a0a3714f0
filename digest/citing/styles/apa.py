"""The style `apa`, after the Publication Manual of the APA, 7th edition, chapters 9 and 10.

Titles keep the capitals that their record has: which words are names is not known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.citing.labels import NO_DATE
from digest.citing.styles import pieces
from digest.citing.styles.people import family_first, initials_first, split_others
from digest.citing.terms import terms

if TYPE_CHECKING:
    from digest.citing.styles.pieces import Formatted
    from digest.model import Name, Work

_LIMIT = 20
"""Of more authors than this, the first 19 and the last are named (section 9.8)."""
_KINDS = {"dataset": "Data set", "software": "Computer software", "patent": "Patent"}
"""What a title is followed by in brackets (section 9.21)."""


def format_apa(work: Work, lang: str) -> Formatted:
    """Return a reference: author, date, title, source."""
    authors = _people(work.author, lang)
    if not authors and work.editor:
        authors = _people(work.editor, lang) + (" (Eds.)." if len(work.editor) > 1 else " (Ed.).")
    title, source = _title(work), _source(work)
    date = pieces.plain(f"({work.issued[0] if work.issued else NO_DATE}).")
    # without an author the title takes its place (section 9.12)
    opening = (pieces.closed(pieces.plain(authors)), date, title) if authors else (title, date)
    url = pieces.found_at(work)
    return pieces.join((*opening, source, pieces.link(pieces.plain(url), url)), " ")


def _people(names: tuple[Name, ...], lang: str) -> str:
    known, is_cut = split_others(names)
    shown = [family_first(name) for name in known]
    if is_cut:
        return ", ".join([*shown, terms(lang).et_al])
    if len(shown) > _LIMIT:
        return ", ".join(shown[: _LIMIT - 1]) + ", … " + shown[-1]
    return ", & ".join(part for part in (", ".join(shown[:-1]), *shown[-1:]) if part)


def _title(work: Work) -> Formatted:
    """Return the title: in italics where the work stands by itself (section 9.19)."""
    title = pieces.title_of(work.title)
    if work.container_title and work.type != "webpage":
        return pieces.closed(title)
    details = []
    if work.type == "article" and work.arxiv:
        details.append(f"(arXiv:{work.arxiv.id})")
    if work.edition:
        details.append(f"({pieces.edition(work.edition)})")
    if work.number:
        details.append(f"({work.genre or 'No.'} {work.number})")
    if work.type == "thesis":
        details.append(f"[{', '.join(filter(None, (work.genre or 'Thesis', work.publisher)))}]")
    elif work.type in _KINDS:
        details.append(f"[{_KINDS[work.type]}]")
    shown = pieces.join((pieces.italic(title), pieces.plain(" ".join(details))), " ")
    return pieces.closed(shown)


def _source(work: Work) -> Formatted:
    if work.type == "thesis":
        return pieces.NOTHING
    container = pieces.italic(pieces.plain(work.container_title))
    if not container:
        publisher = work.publisher or ("arXiv" if work.arxiv else "")
        return pieces.closed(pieces.plain(publisher))
    if work.type in {"paper-conference", "chapter"}:
        inside = pieces.plain("In ") + pieces.plain(_editors(work)) + container
        where = pieces.plain(f"({pieces.counted_pages(work.page)})" if work.page else "")
        part = pieces.closed(pieces.join((inside, where), " "))
        return pieces.join((part, pieces.closed(pieces.plain(work.publisher))), " ")
    volume = pieces.italic(pieces.plain(work.volume))
    volume += pieces.plain(f"({work.issue})" if work.issue else "")
    number = pieces.plain(pieces.pages(work.page) or (work.number and f"Article {work.number}"))
    return pieces.closed(pieces.join((container, volume, number), ", "))


def _editors(work: Work) -> str:
    names = [initials_first(name) for name in work.editor]
    if not names or not work.author:
        return ""
    shown = " & ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
    return f"{shown} ({'Eds.' if len(names) > 1 else 'Ed.'}), "
