"""The style `ieee`, after the IEEE Reference Guide, version 3.28.2025.

Names of journals and conferences are printed as the record has them: the IEEE's abbreviations
are a list of thousands, and the whole name is never wrong.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.citing.bylines import join_names
from digest.citing.dates import date_year_last, year_of
from digest.citing.styles import pieces
from digest.citing.styles.people import initials_first, split_others

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.citing.styles.draft import Draft
    from digest.citing.styles.pieces import Formatted
    from digest.model import Name, Work

_LIMIT = 6
"""More authors than this are "et al." (section "Reference formatting")."""
_GENRES = {
    "phd thesis": "Ph.D. dissertation",
    "technical report": "Tech. Rep.",
    "research report": "Res. Rep.",
}
"""How the IEEE abbreviates what BibTeX's types are called."""
_STATES = {
    "forthcoming": "to be published",
    "in press": "to be published",
    "submitted": "submitted for publication",
}
"""What stands in place of a date that is still to come (section "Periodicals")."""
_AHEAD = frozenset({"early access", "prepublished"})
"""States of an article that is out before its issue is."""
_VIDEOS = frozenset({"broadcast", "motion_picture"})
_YEAR_AT_END = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}$")


def format_ieee(draft: Draft) -> Formatted:
    """Return a reference as the IEEE's journals print it, without its number."""
    kind = draft.work.type
    if kind == "paper-conference" and not draft.work.container_title:
        kind = "speech"
    other = _article if draft.work.container_title else _report
    layout = _LAYOUTS.get(kind, other)
    no_date = "" if layout is _product else _no_date(draft)
    undated = pieces.plain(f"({no_date})." if no_date else "")
    return pieces.join((pieces.closed(layout(draft)), undated, *_online(draft)), " ")


def _article(draft: Draft) -> Formatted:
    work, words = draft.work, draft.words
    container = pieces.italic(pieces.plain(draft.container() or draft.given(work.event_title)))
    source = container or draft.shown(draft.work.publisher)
    volume = _term(draft, words.volume, work.volume)
    issue = _term(draft, words.issue, pieces.counted(work.issue))
    ahead = pieces.NOTHING
    if _is_ahead(work):
        ahead = pieces.plain("early access" if words.is_english else draft.given(work.status))
    return _titled(
        draft, (source, volume, issue, _pages(draft), ahead, _date(draft), _number(draft))
    )


def _number(draft: Draft) -> Formatted:
    """Return `Art. no. 061103`, of an article that has no pages."""
    # the abbreviation is the IEEE's own; other languages have a word
    label = "Art. no. {}" if draft.words.is_english else draft.words.article
    number = draft.article()
    return pieces.plain(label.format(number) if number else "")


def _preprint(draft: Draft) -> Formatted:
    work = draft.work
    id_ = draft.preprint_id()
    if not id_:
        holder = draft.given(work.container_title) or draft.given(draft.work.publisher)
        return _titled(draft, (_date(draft), pieces.plain(holder)))
    year = pieces.plain(year_of(work, draft.lang, draft.letter) if work.issued else "")
    return _titled(draft, (year, pieces.link(pieces.plain(id_), work.url)))


def _chapter(draft: Draft) -> Formatted:
    """Lay out a part of a book: `in Book, vol. 3, 2nd ed. City: Publisher, 2020`.

    Its editors come before the edition. Where they are the last, a comma follows them.
    """
    edition = pieces.plain(draft.edition())
    book = pieces.join((*_container(draft), edition), ", ")
    imprint = pieces.plain(_imprint(draft))
    where = (imprint, _date(draft), _pages(draft))
    authors = _people(draft, draft.work.author)
    if not imprint or (not edition and _editors(draft)):
        return _titled(draft, (book, *where), authors)
    published = pieces.join((*where, _doi(draft)), ", ")
    return _titled(draft, (pieces.join((pieces.closed(book), published), " "),), authors)


def _paper(draft: Draft) -> Formatted:
    """Lay out a paper in proceedings. The guide names where people met, and no publisher."""
    work = draft.work
    # BibTeX's `address`: of no publisher, it is where people met
    place = draft.shown(work.event_place or ("" if work.publisher else work.publisher_place))
    rest = (*_container(draft), place, _date(draft), _pages(draft), _number(draft))
    return _titled(draft, rest, _people(draft, work.author))


def _container(draft: Draft) -> tuple[Formatted, ...]:
    work, words = draft.work, draft.words
    container = pieces.italic(pieces.plain(draft.container()))
    before, _, after = words.within.partition("{}")
    # within a sentence
    before = before.lower() if words.within[:1].isascii() else before
    inside = pieces.plain(before) + container + pieces.plain(after) if container else container
    editors = _editors(draft)
    series, volume = _series(draft), _term(draft, words.volume, work.volume)
    if series:
        return (pieces.join((inside, series), " "), editors)
    return (inside, volume, editors)


def _series(draft: Draft) -> Formatted:
    """Return `(Lecture Notes in Computer Science, vol. 11353)`."""
    work, words = draft.work, draft.words
    series = draft.given(work.collection_title)
    if not series or series.casefold() == draft.given(work.container_title).casefold():
        return pieces.NOTHING
    volume = _term(draft, words.volume, work.volume).text
    # the number of a paper is that of an article without pages
    if not volume and work.type != "paper-conference":
        volume = _term(draft, words.issue, work.number).text
    return pieces.plain(f"({', '.join(filter(None, (series, volume)))})")


def _book(draft: Draft) -> Formatted:
    work = draft.work
    series = _series(draft)
    volume = pieces.NOTHING if series else _term(draft, draft.words.volume, work.volume)
    title = pieces.join((pieces.italic(draft.title()), series), " ")
    edition = pieces.plain(draft.edition())
    first = pieces.join((_authors(draft), title, volume, edition), ", ")
    # a single number says how many there are
    pages = _pages(draft) if re.search(r"[-\u2013,]", work.page) else pieces.NOTHING
    imprint = (pieces.plain(_imprint(draft)), _date(draft), pages, _doi(draft))
    return pieces.join((pieces.closed(first), pieces.join(imprint, ", ")), " ")


def _thesis(draft: Draft) -> Formatted:
    work = draft.work
    genre = pieces.plain(_genre(draft) or draft.words.thesis)
    school, place = (
        draft.shown(draft.work.publisher),
        draft.shown(work.publisher_place),
    )
    return _titled(draft, (genre, school, place, _date(draft)))


def _report(draft: Draft) -> Formatted:
    return _titled(draft, _issuer(draft))


def _manuscript(draft: Draft) -> Formatted:
    """Lay out what is not published, which is said where nothing else is told of it."""
    work = draft.work
    if work.container_title:
        return _article(draft)
    rest = _issuer(draft)
    is_bare = not (any(rest) or work.doi or work.url.strip()) and draft.words.is_english
    return _titled(draft, (pieces.plain("unpublished"),) if is_bare else rest)


def _issuer(draft: Draft) -> tuple[Formatted, ...]:
    """Return who brought out a report, where, its kind with its number, and the date."""
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
    return (school, place, named, _date(draft))


def _standard(draft: Draft) -> Formatted:
    """Lay out a standard, which begins with its title."""
    number = draft.number().replace(draft.words.number.format(""), "")
    body = _authors(draft) or draft.shown(draft.work.publisher)
    # `IEEE Standard 308` has said whose it is
    is_told = number.casefold().startswith(body.text.casefold())
    maker = () if is_told else (body, draft.shown(draft.work.publisher_place))
    title = pieces.italic(draft.title())
    shown = (title, pieces.plain(number), *maker, _date(draft), _doi(draft))
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
    date = _date(draft).text or _no_date(draft)
    shown = ", ".join(filter(None, (draft.version(), date)))
    place = draft.shown(work.publisher_place if work.type in _VIDEOS else "")
    holder = draft.given(draft.work.publisher) or draft.given(work.container_title)
    parts = (
        pieces.closed(pieces.join((_authors(draft), place), ", ")),
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
    "manuscript": _manuscript,
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


def _titled(
    draft: Draft, rest: tuple[Formatted, ...], people: Formatted | None = None
) -> Formatted:
    """Return people, or else those who made the work, its title, and what follows it."""
    doi = _doi(draft)
    if doi and not (rest and rest[-1].text.endswith(doi.text)):
        rest = (*rest, doi)
    shown = pieces.join(rest, ", ")
    title = pieces.quoted(draft.work.title, draft.words, mark="," if shown else ".")
    named = pieces.join((_authors(draft) if people is None else people, title), ", ")
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
        letter = draft.letter
        return pieces.plain(year_of(work, draft.lang, letter) if letter else _state(draft))
    is_full = work.type in _TO_THE_DAY or _is_ahead(work)
    known = 3 if is_full else 1 if work.type in _TO_THE_YEAR else 2
    return pieces.plain(date_year_last(work.issued[:known], draft.lang, draft.letter))


def _state(draft: Draft) -> str:
    """Return `to be published` of what is; in other languages as the record has it."""
    status = draft.work.status.strip()
    known = _STATES.get(status.lower(), "")
    return known if draft.words.is_english or not known else draft.given(status)


def _is_ahead(work: Work) -> bool:
    return work.status.strip().lower() in _AHEAD


def _no_date(draft: Draft) -> str:
    """Return `n.d.` for what tells no year, its own or that in which it was looked at."""
    work = draft.work
    is_told = work.issued or draft.letter or _state(draft) or work.type == "manuscript"
    is_in_number = work.type == "standard" and _YEAR_AT_END.search(work.number.strip())
    is_dated = is_told or is_in_number or (work.accessed and _is_online(draft))
    return "" if is_dated else draft.words.no_date


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
    if not _is_online(draft):
        return ()
    url = work.url.strip()
    seen = date_year_last(work.accessed, draft.lang)
    accessed = pieces.closed(pieces.plain(words.accessed.format(seen) if seen else ""))
    medium = "[Online Video]" if work.type in _VIDEOS else "[Online]"
    online = words.online.replace("[Online]", medium)
    return (accessed, pieces.plain(f"{online} ") + pieces.link(pieces.plain(url), url))


def _is_online(draft: Draft) -> bool:
    work = draft.work
    return bool(work.url.strip()) and not (work.doi or draft.preprint_id())
