"""The style `apa`, after the Publication Manual of the APA, 7th edition, chapters 9 and 10.

Titles keep the capitals that their record has. The manual wants those of a sentence, but which
words are names, and keep theirs, no record says: `bert` and `china` would be worse than a capital
too many.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.citing.bylines import joint_before
from digest.citing.dates import date_in_text, date_year_first, say_year, year_of
from digest.citing.styles import pieces
from digest.citing.styles.people import (
    credited,
    family_first,
    initials_first,
    split_groups,
    split_others,
)
from digest.records.csltypes import IN_BOOKS

if TYPE_CHECKING:
    from digest.basics.works import Name
    from digest.citing.styles.item import Item
    from digest.citing.styles.pieces import Formatted

_LIMIT = 20
"""Of more authors than this, the first 19 and the last are named (section 9.8)."""
_DATED = frozenset({
    "article-magazine", "article-newspaper", "broadcast", "entry", "entry-dictionary",
    "entry-encyclopedia", "event", "interview", "motion_picture", "personal_communication",
    "post", "post-weblog", "speech", "webpage",
})  # fmt: skip
"""What is dated by month and day, where they are known (section 9.14)."""
_WHOLE = frozenset({
    "article", "book", "classic", "collection", "dataset", "manuscript", "motion_picture",
    "patent", "post", "report", "software", "speech", "standard", "thesis", "webpage",
})  # fmt: skip
"""What stands by itself, wherever it was found; its title is in italics (section 9.19)."""
_BOOKS = frozenset({"book", "classic", "collection"})
"""What may be a volume of a series (section 9.20)."""
_ARTICLES = frozenset({"article-journal", "article-magazine", "article-newspaper"})
"""What has its genre told where it is no common article but an editorial, say (section 9.21)."""
_EPISODES = frozenset({"broadcast"})
"""What is in a series of broadcasts as a chapter is in a book (section 10.12)."""
_KINDS = {
    "dataset": "dataset",
    "software": "software",
    "motion_picture": "video",
    "speech": "talk",
    "paper-conference": "talk",
    "post": "post",
    "manuscript": "manuscript",
    "thesis": "thesis",
}
"""What a title is followed by in brackets (section 9.21), by its name among the terms."""

_GENRES = {"PhD thesis": "Doctoral dissertation"}
"""How the manual calls what BibTeX's types are called (section 10.6)."""


def format_apa(item: Item) -> Formatted:
    """Return a reference: author, date, title, source."""
    work, words = item.work, item.words
    authors = _people(item, work.author)
    if work.director == work.author and authors:
        # section 10.12
        authors += f" ({words.director[len(work.author) > 1]})"
    if not authors and credited(work):
        authors = _people(item, work.editor)
        authors += f" ({words.editor[len(work.editor) > 1]})" if authors else ""
    date = pieces.plain(f"({_date(item)}).")
    title, source = _title(item), _source(item)
    # without an author the title takes its place (section 9.12)
    opening = (pieces.closed(pieces.plain(authors)), date, title) if authors else (title, date)
    return pieces.join((*opening, source, _address(item), _original(item)), " ")


def _people(item: Item, names: tuple[Name, ...]) -> str:
    known, is_cut = split_others(names)
    known, groups = split_groups(known) if is_cut else (known, ())
    is_long = len(known) > _LIMIT
    named = known[: _LIMIT - 1] if is_long else known
    shown = [one for one in (item.given(family_first(name)) for name in named) if one]
    if is_cut:
        told = f" ({', '.join(map(item.given, groups))})" if groups else ""
        return ", ".join([*shown, item.words.et_al]) + told if shown else ""
    if is_long:
        return ", ".join(shown) + ", … " + item.given(family_first(known[-1]))
    if len(known) == 2 and not any(name.family for name in known):  # noqa: PLR2004 -- two bodies
        # none of them ends in initials, which a comma would have to set apart (section 9.8)
        return _joined(shown, item.words.ampersand.replace(", &", " &"))
    return _joined(shown, item.words.ampersand)


def _joined(names: list[str], joint: str) -> str:
    """Join names by commas and, before the last, a joint."""
    if not names:
        return ""
    before = ", ".join(names[:-1])
    return before + joint_before(names[-1], joint) + names[-1] if before else names[-1]


def _date(item: Item) -> str:
    work = item.work
    if work.issued and work.type in _DATED and not work.circa:
        return date_year_first(work.issued, item.lang, item.letter)
    return year_of(work, item.lang, item.letter)


def _is_whole(item: Item) -> bool:
    return item.work.type in _WHOLE or not item.work.container_title


def _title(item: Item) -> Formatted:
    title, translators = item.title(), _translators(item)
    if not _is_whole(item):
        kind = _kind(item) if item.work.type in _ARTICLES | _EPISODES else ""
        translated = f"({translators})" if translators else ""
        shown = (title, pieces.plain(translated), pieces.plain(kind))
        return pieces.closed(pieces.join(shown, " "))
    if item.work.type in _BOOKS:
        title = pieces.join((_series(item), title), " ")
    volume = "" if _series(item) else _volume(item)
    editors = _editors(item, "{}, {}")
    if editors and item.work.editor == item.work.translator:
        # `J. Strachey, Ed. & Trans.` (section 10.2, example 29)
        words = item.words
        translators = editors + words.ampersand.replace(", &", " &") + words.translator
        editors = ""
    details = [editors, _series_editors(item, "{}, {}"), translators]
    # of a part, whose book or journal nobody names
    part = () if item.work.type in _WHOLE else (_issue(item), item.pages())
    details += [", ".join(filter(None, (item.edition(), volume, *part)))]
    details += [item.preprint_id(), item.number(), item.version()]
    told = "; ".join(filter(None, details))
    after = " ".join(filter(None, (f"({told})" if told else "", _kind(item))))
    return pieces.closed(pieces.join((pieces.italic(title), pieces.plain(after)), " "))


def _volume(item: Item) -> str:
    """Return `Vol. 2`, or `Vols. 1\u20133`."""
    volume = item.volume()
    return volume[:1].upper() + volume[1:] if item.words.is_english else volume


def _issue(item: Item) -> str:
    issue = pieces.counted(item.given(item.work.issue))
    return item.words.number.format(issue) if issue else ""


def _series(item: Item) -> Formatted:
    """Return `Lecture notes: Vol. 2.`, for a series that numbers its volumes; else nothing.

    It stands before the title of the volume (section 10.3, example 45). Where the series has a
    number of its own the volume is another's.
    """
    series, volume = item.given(item.work.collection_title), _volume(item)
    if not (series and volume) or item.work.collection_number:
        return pieces.NOTHING
    return pieces.closed(pieces.rich(f"{series}: {volume.rstrip('.')}"))


def _kind(item: Item) -> str:
    """Return what a work is, in brackets; of a thesis also where it was written."""
    work = item.work
    term = _KINDS.get(work.type)
    # a number has the kind before it already
    genre = item.genre() if term or work.type in _ARTICLES or not work.number else ""
    genre = _GENRES.get(genre, genre) if item.words.is_english else genre
    if work.type in _ARTICLES and genre.casefold().endswith(("article", "jour")):
        # reference managers say of every article that it is one
        return ""
    kind = genre or (getattr(item.words, term) if term else "")
    if not kind or work.type in {"article", "book"}:
        return ""
    if work.type == "thesis" and _is_published(item):
        kind = ", ".join(filter(None, (kind, item.publisher())))
    return f"[{kind}]"


def _is_published(item: Item) -> bool:
    """Tell whether there is a place where a thesis is read, apart from the school's own shelves."""
    return bool(item.given(item.work.container_title) or item.address())


def _source(item: Item) -> Formatted:
    work = item.work
    if _is_whole(item):
        return _holder(item)
    if work.type in IN_BOOKS | _EPISODES:
        return _book(item)
    volume = pieces.italic(item.shown(work.volume))
    issue = pieces.counted(item.given(work.issue))
    volume += pieces.plain(f"({issue})" if issue else "")
    pages = pieces.plain(item.page() or _article(item))
    container = pieces.italic(pieces.rich(item.container()))
    source = pieces.closed(pieces.join((container, volume, pages), ", "))
    ahead = pieces.plain(item.words.ahead if item.is_ahead() else "")
    return pieces.join((source, pieces.closed(ahead)), " ")


def _article(item: Item) -> str:
    number = item.article()
    label = item.words.article if item.is_article else item.words.number
    return label.format(number) if number else ""


def _holder(item: Item) -> Formatted:
    """Return who published what stands by itself, or where it was given."""
    work = item.work
    if work.type in {"speech", "paper-conference"} and work.event_title:
        where = (work.event_title, work.event_place)
        return pieces.closed(pieces.join((item.shown(one) for one in where), ", "))
    series = work.container_title
    if work.type == "thesis" and _is_published(item):
        return pieces.closed(pieces.rich(item.given(series)))
    if work.type in {"webpage", "post", "motion_picture"}:
        holder = item.given(series) or item.publisher()
    else:
        holder = item.publisher() or item.given(series)
    named = {name.literal.casefold() for name in work.author}
    if series.casefold() in named and holder == item.given(series):
        holder = item.publisher()
    if not holder and work.type == "article" and work.arxiv:
        holder = "arXiv"
    # a book that came out in something, and a manuscript that is to
    both = (
        work.type in {"book", "collection", "manuscript"}
        and series
        and holder != item.given(series)
    )
    found = pieces.closed(pieces.rich(item.given(series) if both else ""))
    return pieces.join((found, pieces.closed(pieces.rich(holder))), " ")


def _book(item: Item) -> Formatted:
    """Return the book that a chapter or a paper is part of: `In A. Editor (Ed.), Title (pp. …)`."""
    words = item.words
    named, series, volume = pieces.rich(item.container()), _series(item), _volume(item)
    if series:
        named, volume = pieces.join((series, named), " "), ""
    before, _, after = words.within.partition("{}")
    book = pieces.plain(before + _book_editors(item)) + pieces.italic(named)
    numbers = (item.edition(), item.version(), volume, _issue(item))
    told = ", ".join(filter(None, (*numbers, item.pages() or _article(item))))
    editors = _editors(item, "{}, {}") if _book_authors(item) else ""
    told = "; ".join(filter(None, (editors, told)))
    whole = pieces.join(
        (book + pieces.plain(after), pieces.plain(f"({told})" if told else "")), " "
    )
    return pieces.join((pieces.closed(whole), pieces.closed(pieces.plain(item.publisher()))), " ")


def _editors(item: Item, form: str) -> str:
    """Return editors and what they are called, in a form; nothing where they stand as authors."""
    editors = item.work.editor
    is_told = not item.work.author and credited(item.work)
    listed = "" if is_told else _listed(item, editors)
    return form.format(listed, item.words.editor[len(editors) > 1]) if listed else ""


def _series_editors(item: Item, form: str) -> str:
    """Return the editors of a series and what they are called, in a form."""
    editors = item.work.collection_editor
    listed = _listed(item, editors)
    return form.format(listed, item.words.series_editor[len(editors) > 1]) if listed else ""


def _book_editors(item: Item) -> str:
    """Return `P. Roe (Series Ed.) & B. Poe (Vol. Ed.), `: as their titles stand, series first.

    Before a book that somebody else wrote its author stands.
    """
    words = item.words
    if authors := _book_authors(item):
        return f"{authors}, "
    of_series = _series_editors(item, "{} ({})")
    of_volume = _editors(item, "{} (Vol. {})" if of_series and words.is_english else "{} ({})")
    joint = words.ampersand.replace(", &", " &")
    both = joint.join(filter(None, (of_series, of_volume)))
    return f"{both}, " if both else ""


def _book_authors(item: Item) -> str:
    """Return who wrote the book that a work is part of, where others wrote the work."""
    authors = item.work.container_author
    return "" if authors == item.work.author else _listed(item, authors)


def _translators(item: Item) -> str:
    """Return `H. Weaver, Trans.` (section 10.2, example 28)."""
    listed = _listed(item, item.work.translator)
    return f"{listed}, {item.words.translator}" if listed else ""


def _listed(item: Item, names: tuple[Name, ...]) -> str:
    """Return people who are not the authors, first names first."""
    known, is_cut = split_others(names)
    shown = [one for one in (item.given(initials_first(name)) for name in known[:_LIMIT]) if one]
    if not shown:
        return ""
    words = item.words
    if is_cut or len(known) > _LIMIT:
        # a name in its own order needs no comma behind it
        parting = ", " if len(shown) > 1 else " "
        return parting.join([*shown, words.et_al])
    is_pair = len(shown) == 2  # noqa: PLR2004 -- two have no comma between
    return _joined(shown, words.ampersand.replace(", &", " &") if is_pair else words.ampersand)


def _address(item: Item) -> Formatted:
    work = item.work
    address = item.address()
    # what has no date may have changed since it was looked at (section 9.16)
    if not address or work.issued or not work.accessed or work.doi:
        return address
    seen = item.words.retrieved.format(date_in_text(work.accessed, item.lang))
    return pieces.join((pieces.plain(seen), address), " ")


def _original(item: Item) -> Formatted:
    """Return when a work came out first; no full stop follows it (section 10.2, example 28)."""
    first = item.work.original_date
    return pieces.plain(
        f"({item.words.original.format(say_year(first[0], item.lang))})" if first else ""
    )
