"""The style `ieee`, after the IEEE Reference Guide of 2023.

Names of journals and conferences are printed as the record has them: the IEEE's abbreviations
are a list of thousands, and the whole name is never wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.citing.bylines import join_names
from digest.citing.dates import date_year_last, year_of
from digest.citing.styles import pieces
from digest.citing.styles.people import initials_first, split_others

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.citing.styles.draft import Draft
    from digest.citing.styles.pieces import Formatted
    from digest.model import Name

_LIMIT = 6
"""More authors than this are "et al." (section "Reference formatting")."""
_GENRES = {
    "phd thesis": "Ph.D. dissertation",
    "technical report": "Tech. Rep.",
    "research report": "Res. Rep.",
}
"""How the IEEE abbreviates what BibTeX's types are called."""


def format_ieee(draft: Draft) -> Formatted:
    """Return a reference as the IEEE's journals print it, without its number."""
    kind = draft.work.type
    if kind == "paper-conference" and not draft.work.container_title:
        kind = "speech"
    other = _article if draft.work.container_title else _report
    body = pieces.closed(_LAYOUTS.get(kind, other)(draft))
    return pieces.join((body, *_online(draft)), " ")


def _article(draft: Draft) -> Formatted:
    work, words = draft.work, draft.words
    container = pieces.italic(pieces.plain(draft.container() or draft.given(work.event_title)))
    source = container or draft.shown(draft.work.publisher)
    volume = _term(draft, words.volume, work.volume)
    issue = _term(draft, words.issue, pieces.counted(work.issue))
    number = "" if work.page else draft.given(work.number)
    # "Art. no." is the IEEE's own; other languages have a word
    label = "Art. no. {}" if words.is_english else words.article
    article = pieces.plain(label.format(number) if number else "")
    return _titled(draft, (source, volume, issue, _pages(draft), _date(draft), article))


def _preprint(draft: Draft) -> Formatted:
    work = draft.work
    id_ = draft.preprint_id()
    if not id_:
        holder = draft.given(work.container_title) or draft.given(draft.work.publisher)
        return _titled(draft, (_date(draft), pieces.plain(holder)))
    year = pieces.plain(year_of(work, draft.lang, draft.letter) if work.issued else "")
    return _titled(draft, (year, pieces.link(pieces.plain(id_), work.url)))


def _chapter(draft: Draft) -> Formatted:
    """Lay out a part of a book: `in Book, vol. 3, A. Editor, Ed. City: Publisher, 2020`."""
    book = pieces.join((*_container(draft), pieces.plain(draft.edition())), ", ")
    imprint = pieces.plain(_imprint(draft))
    where = (imprint, _date(draft), _pages(draft))
    if not imprint:
        return _titled(draft, (book, *where))
    published = pieces.join((*where, _doi(draft)), ", ")
    return _titled(draft, (pieces.join((pieces.closed(book), published), " "),))


def _paper(draft: Draft) -> Formatted:
    """Lay out a paper in proceedings. The guide names where people met, and no publisher."""
    work = draft.work
    # BibTeX's `address`: of no publisher, it is where people met
    place = draft.shown(work.event_place or ("" if work.publisher else work.publisher_place))
    number = "" if work.page else draft.given(work.number)
    label = "Art. no. {}" if draft.words.is_english else draft.words.article
    article = pieces.plain(label.format(number) if number else "")
    return _titled(draft, (*_container(draft), place, _date(draft), _pages(draft), article))


def _container(draft: Draft) -> tuple[Formatted, ...]:
    work, words = draft.work, draft.words
    container = pieces.italic(pieces.plain(draft.container()))
    before, _, after = words.within.partition("{}")
    # within a sentence
    before = before.lower() if words.within[:1].isascii() else before
    inside = pieces.plain(before) + container + pieces.plain(after) if container else container
    editors = _editors(draft) if work.author else pieces.NOTHING
    series, volume = _series(draft), _term(draft, words.volume, work.volume)
    if series:
        return (pieces.join((inside, series), " "), editors)
    return (inside, volume, editors)


def _series(draft: Draft) -> Formatted:
    """Return `(Lecture Notes in Computer Science, vol. 11353)`."""
    work = draft.work
    series = draft.given(work.collection_title)
    if not series or series.casefold() == draft.given(work.container_title).casefold():
        return pieces.NOTHING
    volume = _term(draft, draft.words.volume, work.volume or work.number).text
    return pieces.plain(f"({', '.join(filter(None, (series, volume)))})")


def _book(draft: Draft) -> Formatted:
    work = draft.work
    series = _series(draft)
    volume = pieces.NOTHING if series else _term(draft, draft.words.volume, work.volume)
    title = pieces.join((pieces.italic(draft.title()), series), " ")
    edition = pieces.plain(draft.edition())
    first = pieces.join((_authors(draft), title, volume, edition), ", ")
    imprint = pieces.join((pieces.plain(_imprint(draft)), _date(draft), _doi(draft)), ", ")
    return pieces.join((pieces.closed(first), imprint), " ")


def _thesis(draft: Draft) -> Formatted:
    work = draft.work
    genre = pieces.plain(_genre(draft) or draft.words.thesis)
    school, place = (
        draft.shown(draft.work.publisher),
        draft.shown(work.publisher_place),
    )
    return _titled(draft, (genre, school, place, _date(draft)))


def _report(draft: Draft) -> Formatted:
    work = draft.work
    school, place = (
        draft.shown(draft.work.publisher),
        draft.shown(work.publisher_place),
    )
    genre = _genre(draft) or draft.given(work.collection_title)
    number = draft.given(work.number)
    if number.casefold().startswith(genre.casefold()):
        genre = ""
    named = pieces.plain(" ".join(filter(None, (genre, number))))
    return _titled(draft, (school, place, named, _date(draft)))


def _standard(draft: Draft) -> Formatted:
    """Lay out a standard, which begins with its title."""
    number = draft.number().replace(draft.words.number.format(""), "")
    people = _authors(draft)
    # `IEEE Standard 308` has said whose it is
    is_told = number.casefold().startswith(people.text.casefold())
    title = pieces.italic(draft.title())
    body = pieces.NOTHING if is_told else people
    shown = (title, pieces.plain(number), body, _date(draft), _doi(draft))
    return pieces.join(shown, ", ")


def _patent(draft: Draft) -> Formatted:
    work = draft.work
    kind = _genre(draft) or draft.words.patent
    number = draft.given(work.number)
    named = number if number.casefold().startswith(kind.casefold()) else f"{kind} {number}".strip()
    return _titled(draft, (pieces.plain(named), _date(draft)))


def _product(draft: Draft) -> Formatted:
    """Lay out software or a film, as `Title. (version, year). Publisher`."""
    work = draft.work
    shown = ", ".join(filter(None, (draft.version(), _date(draft).text)))
    holder = draft.given(draft.work.publisher) or draft.given(work.container_title)
    parts = (
        pieces.closed(_authors(draft)),
        pieces.closed(pieces.italic(draft.title())),
        pieces.plain(f"({shown})." if shown else ""),
        pieces.closed(pieces.plain(holder)),
        _doi(draft),
    )
    return pieces.join(parts, " ")


def _dataset(draft: Draft) -> Formatted:
    """Lay out a data set, whose date comes before its title."""
    work, words = draft.work, draft.words
    version = pieces.plain(draft.version())
    holder = pieces.plain(draft.given(draft.work.publisher) or draft.given(work.container_title))
    rest = pieces.join((version, draft.shown(work.number), holder, _doi(draft)), ", ")
    title = pieces.quoted(work.title, words, mark="," if rest else ".")
    named = pieces.join((_authors(draft), _date(draft), title), ", ")
    return pieces.join((named, rest), " ")


def _page(draft: Draft) -> Formatted:
    """Lay out a page of the web, as `Author. “Title.” Site, date`."""
    work = draft.work
    site = draft.container() or draft.publisher()
    parts = (
        pieces.closed(_authors(draft)),
        pieces.quoted(work.title, draft.words, mark="."),
        pieces.closed(pieces.join((pieces.plain(site), _date(draft), _doi(draft)), ", ")),
    )
    return pieces.join(parts, " ")


def _talk(draft: Draft) -> Formatted:
    work = draft.work
    event = draft.given(work.event_title or work.container_title)
    presented = draft.words.presented
    if draft.words.is_english and not event.lower().startswith("the "):
        presented = presented.replace(" {}", " the {}")
    given = pieces.plain(presented.format(event) if event else draft.given(draft.work.publisher))
    return _titled(draft, (given, draft.shown(work.event_place), _date(draft)))


_LAYOUTS: dict[str, Callable[[Draft], Formatted]] = {
    "article": _preprint,
    "article-journal": _article,
    "article-magazine": _article,
    "article-newspaper": _article,
    "book": _book,
    "broadcast": _product,
    "chapter": _chapter,
    "classic": _book,
    "collection": _book,
    "dataset": _dataset,
    "entry": _chapter,
    "entry-dictionary": _chapter,
    "entry-encyclopedia": _chapter,
    "motion_picture": _product,
    "pamphlet": _book,
    "paper-conference": _paper,
    "patent": _patent,
    "periodical": _book,
    "post": _page,
    "post-weblog": _page,
    "report": _report,
    "software": _product,
    "speech": _talk,
    "standard": _standard,
    "thesis": _thesis,
    "webpage": _page,
}
"""By a CSL type; all others are laid out as articles, or as reports."""


def _titled(draft: Draft, rest: tuple[Formatted, ...]) -> Formatted:
    """Return authors, the title in quotation marks, and what follows it."""
    doi = _doi(draft)
    if doi and not (rest and rest[-1].text.endswith(doi.text)):
        rest = (*rest, doi)
    shown = pieces.join(rest, ", ")
    title = pieces.quoted(draft.work.title, draft.words, mark="," if shown else ".")
    named = pieces.join((_authors(draft), title), ", ")
    return pieces.join((named, shown), " ")


def _authors(draft: Draft) -> Formatted:
    """Return the authors, or else the editors."""
    return _people(draft, draft.work.author) or _editors(draft)


def _people(draft: Draft, names: tuple[Name, ...]) -> Formatted:
    """Join names; "et al." is in italics, as in the IEEE's own journals."""
    known, is_cut = split_others(names)
    if is_cut or len(known) > _LIMIT:
        known, is_cut = known[:1], True
    shown = [one for one in (draft.given(initials_first(name)) for name in known) if one]
    if not shown:
        return pieces.NOTHING
    if is_cut:
        others = pieces.italic(pieces.plain(draft.words.et_al))
        return pieces.join((pieces.plain(shown[0]), others), " ")
    if len(shown) < 3 or not draft.words.is_english:  # noqa: PLR2004 -- a series
        return pieces.plain(join_names(tuple(shown), draft.lang))
    # the IEEE's English has a comma before the "and" of a series
    return pieces.plain(", ".join(shown[:-1]) + "," + draft.words.last + shown[-1])


def _editors(draft: Draft) -> Formatted:
    people = _people(draft, draft.work.editor)
    called = draft.words.editor[len(draft.work.editor) > 1]
    return people and people + pieces.plain(f", {called}")


def _genre(draft: Draft) -> str:
    genre = draft.given(draft.work.genre)
    return _GENRES.get(genre.lower(), genre) if draft.words.is_english else genre


def _imprint(draft: Draft) -> str:
    """Return `Cambridge, MA: MIT Press`."""
    publisher = draft.given(draft.work.publisher)
    place = draft.given(draft.work.publisher_place)
    return ": ".join(filter(None, (place, publisher)))


def _term(draft: Draft, term: str, value: str) -> Formatted:
    shown = draft.given(value)
    return pieces.plain(term.format(shown) if shown else "")


def _pages(draft: Draft) -> Formatted:
    return pieces.plain(draft.pages())


def _date(draft: Draft) -> Formatted:
    """Return the date: to the day for what appears on a day, else month and year, or the year."""
    work = draft.work
    if not work.issued:
        return pieces.plain(year_of(work, draft.lang, draft.letter) if draft.letter else "")
    known = 3 if work.type in _TO_THE_DAY else 1 if work.type in _TO_THE_YEAR else 2
    return pieces.plain(date_year_last(work.issued[:known], draft.lang, draft.letter))


_TO_THE_DAY = frozenset({
    "article-magazine", "article-newspaper", "broadcast", "dataset", "motion_picture", "patent",
    "post", "post-weblog", "report", "speech", "standard", "webpage",
})  # fmt: skip
_TO_THE_YEAR = frozenset({
    "article", "book", "chapter", "classic", "collection", "entry", "entry-dictionary",
    "entry-encyclopedia", "software", "thesis",
})  # fmt: skip


def _doi(draft: Draft) -> Formatted:
    doi = pieces.NOTHING if draft.preprint_id() else draft.doi()
    return pieces.plain("doi: ") + doi if doi else doi


def _online(draft: Draft) -> tuple[Formatted, ...]:
    """Return where a work without a DOI is read, and when it was looked at."""
    work, words = draft.work, draft.words
    url = work.url.strip()
    if work.doi or draft.preprint_id() or not url:
        return ()
    seen = date_year_last(work.accessed, draft.lang)
    accessed = pieces.closed(pieces.plain(words.accessed.format(seen) if seen else ""))
    return (accessed, pieces.plain(f"{words.online} ") + pieces.link(pieces.plain(url), url))
