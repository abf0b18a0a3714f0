"""The style `ieee`, after the IEEE Reference Guide of 2023."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.citing.bylines import join_names
from digest.citing.styles import pieces
from digest.citing.styles.people import initials_first, split_others
from digest.citing.terms import terms

if TYPE_CHECKING:
    from digest.citing.styles.pieces import Formatted
    from digest.model import Name, Work

_LIMIT = 6
"""More authors than this are "et al." (section "Reference formatting")."""
_MONTHS = (
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."
)  # fmt: skip
_WHOLE = frozenset(
    {"book", "collection", "dataset", "software", "report", "standard", "periodical"}
)
"""Types whose own title is set in italics, not in quotation marks."""


def format_ieee(work: Work, lang: str) -> Formatted:
    """Return a reference as the IEEE's journals print it, without its number."""
    authors = _people(work.author, lang)
    if not authors and work.editor:
        authors = _editors(work, lang)
    if work.type in _WHOLE:
        first = pieces.join(
            (pieces.plain(authors), pieces.italic(pieces.title_of(work.title))), ", "
        )
        first = pieces.join((first, pieces.plain(pieces.edition(work.edition))), ", ")
        return pieces.closed(pieces.join((pieces.closed(first), _imprint(work)), " "))
    rest = _rest(work, lang)
    title = pieces.quoted(work.title, lang, mark="," if rest else ".")
    named = pieces.join((pieces.plain(authors), title), ", ")
    whole = pieces.join((named, rest), " ")
    return pieces.closed(whole) if rest else whole


def _people(names: tuple[Name, ...], lang: str) -> str:
    known, is_cut = split_others(names)
    if len(known) > _LIMIT:
        known, is_cut = known[:1], True
    shown = tuple(initials_first(name) for name in known)
    if is_cut or len(shown) < 3 or not lang.lower().startswith("en"):  # noqa: PLR2004 -- a series
        return join_names(shown, lang, is_cut=is_cut)
    # the IEEE's English has a comma before the "and" of a series
    return ", ".join(shown[:-1]) + "," + terms(lang).last + shown[-1]


def _rest(work: Work, lang: str) -> Formatted:
    """Return what follows the title of a part of something, or of a preprint."""
    year = pieces.plain(str(work.issued[0]) if work.issued else "")
    container = pieces.italic(pieces.plain(work.container_title or work.event_title))
    if work.type == "article" and work.arxiv:
        arxiv = pieces.plain(f"arXiv:{work.arxiv.id}")
        return pieces.join((year, pieces.link(arxiv, work.url)), ", ")
    if work.type == "thesis":
        genre = pieces.plain(work.genre or "thesis")
        school, place = pieces.plain(work.publisher), pieces.plain(work.publisher_place)
        return pieces.join((genre, school, place, year, _found_at(work)), ", ")
    if work.type in {"paper-conference", "chapter"}:
        editors = pieces.plain(_editors(work, lang) if work.author else "")
        inside = pieces.plain("in ") + container if container else pieces.NOTHING
        imprint = pieces.plain(": ".join(filter(None, (work.publisher_place, work.publisher))))
        return pieces.join((inside, editors, imprint, year, _pages(work), _found_at(work)), ", ")
    volume = pieces.plain(f"vol. {work.volume}" if work.volume else "")
    issue = pieces.plain(f"no. {work.issue}" if work.issue else "")
    source = container or pieces.plain(work.publisher)
    return pieces.join((source, volume, issue, _pages(work), _date(work), _found_at(work)), ", ")


def _editors(work: Work, lang: str) -> str:
    people = _people(work.editor, lang)
    return people and people + (", Eds." if len(work.editor) > 1 else ", Ed.")


def _imprint(work: Work) -> Formatted:
    """Return place, publisher and year of a thing that stands by itself."""
    publisher = ": ".join(part for part in (work.publisher_place, work.publisher) if part)
    number = " ".join(part for part in (work.genre, work.number) if part)
    year = str(work.issued[0]) if work.issued else ""
    texts = (pieces.plain(text) for text in (publisher, number, year))
    return pieces.join((*texts, _found_at(work)), ", ")


def _date(work: Work) -> Formatted:
    """Return month and year."""
    year, month = (*work.issued, 0, 0)[:2]
    named = f"{_MONTHS[month - 1]} {year}" if month else str(year)
    return pieces.plain(named if year else "")


def _pages(work: Work) -> Formatted:
    number = f"Art. no. {work.number}" if work.number else ""
    return pieces.plain(pieces.counted_pages(work.page) or number)


def _found_at(work: Work) -> Formatted:
    """Return the DOI, or else the address."""
    url = pieces.found_at(work)
    if work.doi:
        return pieces.plain("doi: ") + pieces.link(pieces.plain(work.doi), url)
    online = pieces.plain("[Online]. Available: ")
    return online + pieces.link(pieces.plain(url), url) if url else pieces.NOTHING
