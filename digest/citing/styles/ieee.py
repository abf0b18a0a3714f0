"""The style `ieee`, after the IEEE Reference Guide, version 3.28.2025.

Journals are abbreviated as their records say, and conferences printed as the record has them: the
IEEE's own abbreviations are a list of thousands, and the whole name is never wrong.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.citing.dates import year_of
from digest.citing.styles import pieces
from digest.citing.styles.ieeeparts import (
    VIDEOS,
    say_no_date,
    show_authors,
    show_date,
    show_doi,
    show_editors,
    show_genre,
    show_imprint,
    show_journal,
    show_number,
    show_online,
    show_pages,
    show_people,
    show_term,
    show_titled,
)
from digest.citing.styles.people import credited
from digest.records.csltypes import IN_BOOKS

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.citing.styles.item import Item
    from digest.citing.styles.pieces import Formatted


def format_ieee(item: Item) -> Formatted:
    """Return a reference as the IEEE's journals print it, without its number."""
    kind = item.work.type
    if kind == "paper-conference" and not item.work.container_title:
        kind = "speech"
    other = _article if item.work.container_title else _report
    layout = _LAYOUTS.get(kind, other)
    no_date = "" if layout is _product else say_no_date(item)
    undated = pieces.plain(f"({no_date})." if no_date else "")
    return pieces.join((pieces.closed(layout(item)), undated, *show_online(item)), " ")


def _article(item: Item) -> Formatted:
    work, words = item.work, item.words
    journal = show_journal(item)
    container = pieces.italic(pieces.rich(journal or item.given(work.event_title)))
    source = container or item.shown(item.work.publisher)
    volume = pieces.plain(item.volume())
    issue = show_term(item, words.issue, pieces.counted(work.issue))
    ahead = pieces.NOTHING
    if item.is_ahead():
        ahead = pieces.plain("early access" if words.is_english else words.ahead)
    return show_titled(
        item,
        (source, volume, issue, show_pages(item), ahead, show_date(item), show_number(item)),
    )


def _preprint(item: Item) -> Formatted:
    work = item.work
    id_ = item.preprint_id()
    if not id_:
        holder = item.given(work.container_title) or item.given(item.work.publisher)
        return show_titled(item, (show_date(item), pieces.rich(holder)))
    year = pieces.plain(year_of(work, item.lang, item.letter) if work.issued else "")
    return show_titled(item, (year, pieces.link(pieces.plain(id_), work.url)))


def _chapter(item: Item) -> Formatted:
    """Lay out a part of a book: `in Book, vol. 3, 2nd ed. City: Publisher, 2020`.

    Its editors come before the edition. Where they are the last, a comma follows them.
    """
    if not item.container():
        # BibTeX's @inbook has the book's title, and no other
        return _book(item)
    edition = pieces.plain(item.edition())
    book = pieces.join((*_container(item), edition), ", ")
    imprint = pieces.plain(show_imprint(item))
    chapter = show_term(item, item.words.chapter, item.work.chapter_number)
    where = (imprint, show_date(item), chapter, show_pages(item))
    authors = show_people(item, item.work.author)
    if not imprint or (not edition and show_editors(item)):
        return show_titled(item, (book, *where), authors)
    published = pieces.join((*where, show_doi(item)), ", ")
    return show_titled(item, (pieces.join((pieces.closed(book), published), " "),), authors)


def _paper(item: Item) -> Formatted:
    """Lay out a paper in proceedings. The guide names where people met, and no publisher."""
    work = item.work
    # BibTeX's `address`: of no publisher, it is where people met
    place = item.shown(work.event_place or ("" if work.publisher else work.publisher_place))
    rest = (*_container(item), place, show_date(item), show_pages(item), show_number(item))
    return show_titled(item, rest, show_people(item, work.author))


def _container(item: Item) -> tuple[Formatted, ...]:
    work, words = item.work, item.words
    container = pieces.italic(pieces.rich(item.container()))
    before, _, after = words.within.partition("{}")
    # within a sentence
    before = before.lower() if words.within[:1].isascii() else before
    inside = pieces.plain(before) + container + pieces.plain(after) if container else container
    editors = show_editors(item)
    series, volume = _series(item), pieces.plain(item.volume())
    issue = show_term(item, words.issue, pieces.counted(work.issue))
    rest = (issue, pieces.plain(item.version()), editors)
    if series:
        named = pieces.join((inside, series), " ")
        return (named, *((volume,) if work.collection_number else ()), *rest)
    return (inside, volume, *rest)


def _series(item: Item) -> Formatted:
    """Return `(Lecture Notes in Computer Science, vol. 11353)`."""
    work, words = item.work, item.words
    series = item.given(work.collection_title)
    if not series:
        return pieces.NOTHING
    number = show_term(item, words.issue, work.collection_number)
    volume = number or pieces.plain(item.volume())
    return pieces.rich(f"({', '.join(filter(None, (series, volume.text)))})")


def _book(item: Item) -> Formatted:
    work = item.work
    series = _series(item)
    is_told = series and not work.collection_number
    volume = pieces.NOTHING if is_told else pieces.plain(item.volume())
    title = pieces.join((pieces.italic(item.title()), series), " ")
    number = item.number().replace(item.words.number.format(""), item.words.issue.format(""), 1)
    texts = (number, item.edition(), item.version(), item.container())
    told = (volume, *map(pieces.rich, texts))
    is_edited = work.author or not credited(work)
    editors = show_editors(item) if is_edited else pieces.NOTHING
    first = pieces.join((show_authors(item), title, *told, editors), ", ")
    # a single number says how many there are
    is_range = work.type in IN_BOOKS or re.search(r"[-\u2013,]", work.page)
    pages = show_pages(item) if is_range else pieces.NOTHING
    chapter = show_term(item, item.words.chapter, work.chapter_number)
    imprint = (pieces.plain(show_imprint(item)), show_date(item), chapter, pages, show_doi(item))
    if editors:
        # as in a chapter, a comma follows them
        return pieces.join((first, *imprint), ", ")
    return pieces.join((pieces.closed(first), pieces.join(imprint, ", ")), " ")


def _thesis(item: Item) -> Formatted:
    work = item.work
    genre = pieces.plain(show_genre(item) or item.words.thesis)
    school, place = item.shown(work.publisher), item.shown(work.publisher_place)
    return show_titled(item, (genre, school, place, show_date(item)))


def _report(item: Item) -> Formatted:
    return show_titled(item, _issuer(item))


def _manuscript(item: Item) -> Formatted:
    """Lay out what is not published, which is said where nothing else is told of it."""
    work = item.work
    if work.container_title:
        return _article(item)
    rest = _issuer(item)
    is_bare = not (any(rest) or work.doi or work.url.strip()) and item.words.is_english
    return show_titled(item, (pieces.plain("unpublished"),) if is_bare else rest)


def _issuer(item: Item) -> tuple[Formatted, ...]:
    """Return who brought out a report, where, its kind with its number, and the date."""
    work = item.work
    school, place = item.shown(work.publisher), item.shown(work.publisher_place)
    genre = show_genre(item) or item.given(work.collection_title or work.container_title)
    number = item.given(work.number)
    if not genre and item.is_in_title(work.number):
        number = ""
    if number.casefold().startswith(genre.casefold()):
        genre = ""
    named = pieces.rich(" ".join(filter(None, (genre, number))))
    if number.isdigit() and not genre:
        named = show_term(item, item.words.issue, number)
    volume = pieces.plain(item.volume())
    return (school, place, named, volume, pieces.plain(item.version()), show_date(item))


def _standard(item: Item) -> Formatted:
    """Lay out a standard, which begins with its title."""
    number = item.number().replace(item.words.number.format(""), "")
    body = show_authors(item) or item.shown(item.work.publisher)
    # `IEEE Standard 308` has said whose it is
    is_told = number.casefold().startswith(body.text.casefold())
    maker = () if is_told else (body, item.shown(item.work.publisher_place))
    title = pieces.italic(item.title())
    shown = (title, pieces.plain(number), *maker, show_date(item), show_doi(item))
    return pieces.join(shown, ", ")


def _patent(item: Item) -> Formatted:
    work = item.work
    kind = show_genre(item) or item.words.patent
    number = item.given(work.number)
    named = number if number.casefold().startswith(kind.casefold()) else f"{kind} {number}".strip()
    return show_titled(item, (pieces.plain(named), show_date(item)))


def _product(item: Item) -> Formatted:
    """Lay out software or a film, as `Title. (version, year). Publisher`."""
    work = item.work
    date = show_date(item).text or say_no_date(item)
    shown = ", ".join(filter(None, (item.version(), date)))
    place = item.shown(work.publisher_place if work.type in VIDEOS else "")
    holder = item.given(item.work.publisher) or item.given(work.container_title)
    parts = (
        pieces.closed(pieces.join((show_authors(item), place), ", ")),
        pieces.closed(pieces.italic(item.title())),
        pieces.plain(f"({shown})." if shown else ""),
        pieces.closed(pieces.rich(holder)),
        show_doi(item),
    )
    return pieces.join(parts, " ")


def _dataset(item: Item) -> Formatted:
    """Lay out a data set, whose date comes before its title."""
    work, words = item.work, item.words
    version = pieces.plain(item.version())
    holder = pieces.rich(item.given(item.work.publisher) or item.given(work.container_title))
    authors, date = show_authors(item), show_date(item)
    before, behind = (date, pieces.NOTHING) if authors else (pieces.NOTHING, date)
    rest = pieces.join((version, item.shown(work.number), holder, behind, show_doi(item)), ", ")
    title = pieces.quoted(work.title, words, mark="," if rest else ".")
    named = pieces.join((authors, before, title), ", ")
    return pieces.join((named, rest), " ")


def _page(item: Item) -> Formatted:
    """Lay out a page of the web, as `Author. “Title.” Site, date`."""
    work = item.work
    site = item.container() or item.publisher()
    told = (pieces.rich(site), pieces.plain(item.version()), show_date(item), show_doi(item))
    parts = (
        pieces.closed(show_authors(item)),
        pieces.quoted(work.title, item.words, mark="."),
        pieces.closed(pieces.join(told, ", ")),
    )
    return pieces.join(parts, " ")


def _talk(item: Item) -> Formatted:
    work = item.work
    event = item.given(work.event_title or work.container_title)
    presented = item.words.presented
    if item.words.is_english and not event.lower().startswith("the "):
        presented = presented.replace(" {}", " the {}")
    given = pieces.rich(presented.format(event) if event else item.given(item.work.publisher))
    return show_titled(item, (given, item.shown(work.event_place), show_date(item)))


_LAYOUTS: dict[str, Callable[[Item], Formatted]] = {
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
