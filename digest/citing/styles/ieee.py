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
    show_number,
    show_online,
    show_pages,
    show_people,
    show_term,
    show_titled,
)
from digest.citing.styles.people import credited

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.citing.styles.draft import Draft
    from digest.citing.styles.pieces import Formatted


def format_ieee(draft: Draft) -> Formatted:
    """Return a reference as the IEEE's journals print it, without its number."""
    kind = draft.work.type
    if kind == "paper-conference" and not draft.work.container_title:
        kind = "speech"
    other = _article if draft.work.container_title else _report
    layout = _LAYOUTS.get(kind, other)
    no_date = "" if layout is _product else say_no_date(draft)
    undated = pieces.plain(f"({no_date})." if no_date else "")
    return pieces.join((pieces.closed(layout(draft)), undated, *show_online(draft)), " ")


def _article(draft: Draft) -> Formatted:
    work, words = draft.work, draft.words
    journal = draft.given(work.container_title_short) or draft.container()
    container = pieces.italic(pieces.rich(journal or draft.given(work.event_title)))
    source = container or draft.shown(draft.work.publisher)
    volume = show_term(draft, words.volume, work.volume)
    issue = show_term(draft, words.issue, pieces.counted(work.issue))
    ahead = pieces.NOTHING
    if draft.is_ahead():
        ahead = pieces.plain("early access" if words.is_english else words.ahead)
    return show_titled(
        draft,
        (source, volume, issue, show_pages(draft), ahead, show_date(draft), show_number(draft)),
    )


def _preprint(draft: Draft) -> Formatted:
    work = draft.work
    id_ = draft.preprint_id()
    if not id_:
        holder = draft.given(work.container_title) or draft.given(draft.work.publisher)
        return show_titled(draft, (show_date(draft), pieces.rich(holder)))
    year = pieces.plain(year_of(work, draft.lang, draft.letter) if work.issued else "")
    return show_titled(draft, (year, pieces.link(pieces.plain(id_), work.url)))


def _chapter(draft: Draft) -> Formatted:
    """Lay out a part of a book: `in Book, vol. 3, 2nd ed. City: Publisher, 2020`.

    Its editors come before the edition. Where they are the last, a comma follows them.
    """
    edition = pieces.plain(draft.edition())
    book = pieces.join((*_container(draft), edition), ", ")
    imprint = pieces.plain(show_imprint(draft))
    chapter = show_term(draft, draft.words.chapter, draft.work.chapter_number)
    where = (imprint, show_date(draft), chapter, show_pages(draft))
    authors = show_people(draft, draft.work.author)
    if not imprint or (not edition and show_editors(draft)):
        return show_titled(draft, (book, *where), authors)
    published = pieces.join((*where, show_doi(draft)), ", ")
    return show_titled(draft, (pieces.join((pieces.closed(book), published), " "),), authors)


def _paper(draft: Draft) -> Formatted:
    """Lay out a paper in proceedings. The guide names where people met, and no publisher."""
    work = draft.work
    # BibTeX's `address`: of no publisher, it is where people met
    place = draft.shown(work.event_place or ("" if work.publisher else work.publisher_place))
    rest = (*_container(draft), place, show_date(draft), show_pages(draft), show_number(draft))
    return show_titled(draft, rest, show_people(draft, work.author))


def _container(draft: Draft) -> tuple[Formatted, ...]:
    work, words = draft.work, draft.words
    container = pieces.italic(pieces.rich(draft.container()))
    before, _, after = words.within.partition("{}")
    # within a sentence
    before = before.lower() if words.within[:1].isascii() else before
    inside = pieces.plain(before) + container + pieces.plain(after) if container else container
    editors = show_editors(draft)
    series, volume = _series(draft), show_term(draft, words.volume, work.volume)
    issue = show_term(draft, words.issue, pieces.counted(work.issue))
    rest = (issue, pieces.plain(draft.version()), editors)
    if series:
        named = pieces.join((inside, series), " ")
        return (named, *((volume,) if work.collection_number else ()), *rest)
    return (inside, volume, *rest)


def _series(draft: Draft) -> Formatted:
    """Return `(Lecture Notes in Computer Science, vol. 11353)`."""
    work, words = draft.work, draft.words
    series = draft.given(work.collection_title)
    if not series:
        return pieces.NOTHING
    number = show_term(draft, words.issue, work.collection_number)
    volume = number or show_term(draft, words.volume, work.volume)
    return pieces.rich(f"({', '.join(filter(None, (series, volume.text)))})")


def _book(draft: Draft) -> Formatted:
    work = draft.work
    series = _series(draft)
    is_told = series and not work.collection_number
    volume = pieces.NOTHING if is_told else show_term(draft, draft.words.volume, work.volume)
    title = pieces.join((pieces.italic(draft.title()), series), " ")
    number = draft.number().replace(draft.words.number.format(""), draft.words.issue.format(""), 1)
    texts = (number, draft.edition(), draft.version(), draft.container())
    told = (volume, *map(pieces.rich, texts))
    is_edited = work.author or not credited(work)
    editors = show_editors(draft) if is_edited else pieces.NOTHING
    first = pieces.join((show_authors(draft), title, *told, editors), ", ")
    # a single number says how many there are
    pages = show_pages(draft) if re.search(r"[-\u2013,]", work.page) else pieces.NOTHING
    imprint = (pieces.plain(show_imprint(draft)), show_date(draft), pages, show_doi(draft))
    if editors:
        # as in a chapter, a comma follows them
        return pieces.join((first, *imprint), ", ")
    return pieces.join((pieces.closed(first), pieces.join(imprint, ", ")), " ")


def _thesis(draft: Draft) -> Formatted:
    work = draft.work
    genre = pieces.plain(show_genre(draft) or draft.words.thesis)
    school, place = draft.shown(work.publisher), draft.shown(work.publisher_place)
    return show_titled(draft, (genre, school, place, show_date(draft)))


def _report(draft: Draft) -> Formatted:
    return show_titled(draft, _issuer(draft))


def _manuscript(draft: Draft) -> Formatted:
    """Lay out what is not published, which is said where nothing else is told of it."""
    work = draft.work
    if work.container_title:
        return _article(draft)
    rest = _issuer(draft)
    is_bare = not (any(rest) or work.doi or work.url.strip()) and draft.words.is_english
    return show_titled(draft, (pieces.plain("unpublished"),) if is_bare else rest)


def _issuer(draft: Draft) -> tuple[Formatted, ...]:
    """Return who brought out a report, where, its kind with its number, and the date."""
    work = draft.work
    school, place = draft.shown(work.publisher), draft.shown(work.publisher_place)
    genre = show_genre(draft) or draft.given(work.collection_title or work.container_title)
    number = draft.given(work.number)
    if not genre and draft.is_in_title(work.number):
        number = ""
    if number.casefold().startswith(genre.casefold()):
        genre = ""
    named = pieces.rich(" ".join(filter(None, (genre, number))))
    volume = show_term(draft, draft.words.volume, work.volume)
    return (school, place, named, volume, pieces.plain(draft.version()), show_date(draft))


def _standard(draft: Draft) -> Formatted:
    """Lay out a standard, which begins with its title."""
    number = draft.number().replace(draft.words.number.format(""), "")
    body = show_authors(draft) or draft.shown(draft.work.publisher)
    # `IEEE Standard 308` has said whose it is
    is_told = number.casefold().startswith(body.text.casefold())
    maker = () if is_told else (body, draft.shown(draft.work.publisher_place))
    title = pieces.italic(draft.title())
    shown = (title, pieces.plain(number), *maker, show_date(draft), show_doi(draft))
    return pieces.join(shown, ", ")


def _patent(draft: Draft) -> Formatted:
    work = draft.work
    kind = show_genre(draft) or draft.words.patent
    number = draft.given(work.number)
    named = number if number.casefold().startswith(kind.casefold()) else f"{kind} {number}".strip()
    return show_titled(draft, (pieces.plain(named), show_date(draft)))


def _product(draft: Draft) -> Formatted:
    """Lay out software or a film, as `Title. (version, year). Publisher`."""
    work = draft.work
    date = show_date(draft).text or say_no_date(draft)
    shown = ", ".join(filter(None, (draft.version(), date)))
    place = draft.shown(work.publisher_place if work.type in VIDEOS else "")
    holder = draft.given(draft.work.publisher) or draft.given(work.container_title)
    parts = (
        pieces.closed(pieces.join((show_authors(draft), place), ", ")),
        pieces.closed(pieces.italic(draft.title())),
        pieces.plain(f"({shown})." if shown else ""),
        pieces.closed(pieces.rich(holder)),
        show_doi(draft),
    )
    return pieces.join(parts, " ")


def _dataset(draft: Draft) -> Formatted:
    """Lay out a data set, whose date comes before its title."""
    work, words = draft.work, draft.words
    version = pieces.plain(draft.version())
    holder = pieces.rich(draft.given(draft.work.publisher) or draft.given(work.container_title))
    rest = pieces.join((version, draft.shown(work.number), holder, show_doi(draft)), ", ")
    title = pieces.quoted(work.title, words, mark="," if rest else ".")
    named = pieces.join((show_authors(draft), show_date(draft), title), ", ")
    return pieces.join((named, rest), " ")


def _page(draft: Draft) -> Formatted:
    """Lay out a page of the web, as `Author. “Title.” Site, date`."""
    work = draft.work
    site = draft.container() or draft.publisher()
    told = (pieces.rich(site), pieces.plain(draft.version()), show_date(draft), show_doi(draft))
    parts = (
        pieces.closed(show_authors(draft)),
        pieces.quoted(work.title, draft.words, mark="."),
        pieces.closed(pieces.join(told, ", ")),
    )
    return pieces.join(parts, " ")


def _talk(draft: Draft) -> Formatted:
    work = draft.work
    event = draft.given(work.event_title or work.container_title)
    presented = draft.words.presented
    if draft.words.is_english and not event.lower().startswith("the "):
        presented = presented.replace(" {}", " the {}")
    given = pieces.rich(presented.format(event) if event else draft.given(draft.work.publisher))
    return show_titled(draft, (given, draft.shown(work.event_place), show_date(draft)))


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
