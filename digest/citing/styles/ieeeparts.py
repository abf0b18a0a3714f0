"""What references in the style `ieee` are put together from: people, dates, numbers, addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.citing.bylines import join_names
from digest.citing.dates import date_year_last, year_of
from digest.citing.styles import pieces
from digest.citing.styles.people import credited, initials_first, split_groups, split_others

if TYPE_CHECKING:
    from digest.basics.works import Name
    from digest.citing.styles.item import Item
    from digest.citing.styles.pieces import Formatted

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
VIDEOS = frozenset({"broadcast", "motion_picture"})
_AUDIO = lazy_regex(r"\baudio|\bpodcast|\bradio", re.IGNORECASE)
_BARE_WORD = lazy_regex(r"(?<![\w&-])[^\W\d_]+(?![\w.&'\u2019-])")
_YEAR_AT_END = lazy_regex(r"(?<![0-9])(?:19|20)[0-9]{2}$")


def show_titled(
    item: Item, rest: tuple[Formatted, ...], people: Formatted | None = None
) -> Formatted:
    """Return people, or else those who made the work, its title, and what follows it."""
    doi = show_doi(item)
    if doi and not (rest and rest[-1].text.endswith(doi.text)):
        rest = (*rest, doi)
    shown = pieces.join(rest, ", ")
    title = pieces.quoted(item.work.title, item.words, mark="," if shown else ".")
    named = pieces.join((show_authors(item) if people is None else people, title), ", ")
    return pieces.join((named, shown), " ")


def show_authors(item: Item) -> Formatted:
    """Return the authors, or else the editors."""
    authors = show_people(item, item.work.author)
    return authors or (show_editors(item) if credited(item.work) else pieces.NOTHING)


def show_people(item: Item, names: tuple[Name, ...]) -> Formatted:
    """Join names; "et al." is in italics, as in the IEEE's own journals."""
    known, is_cut = split_others(names)
    groups: tuple[str, ...] = ()
    if is_cut or len(known) > _LIMIT:
        known, groups = split_groups(known)
        known, is_cut = known[:1], True
    shown = [one for one in (item.given(initials_first(name)) for name in known) if one]
    if not shown:
        return pieces.NOTHING
    if is_cut:
        others = pieces.italic(pieces.plain(item.words.et_al))
        told = pieces.plain(f"({', '.join(map(item.given, groups))})" if groups else "")
        return pieces.join((pieces.plain(shown[0]), others, told), " ")
    if len(shown) < 3 or not item.words.is_english:  # noqa: PLR2004 -- a series
        return pieces.plain(join_names(tuple(shown), item.lang))
    # the IEEE's English has a comma before the "and" of a series
    return pieces.plain(", ".join(shown[:-1]) + "," + item.words.last + shown[-1])


def show_editors(item: Item) -> Formatted:
    """Return editors and translators, `J. Peters, Ed., A. Weaver, Trans.`, for behind a book."""
    work, words = item.work, item.words
    called = words.editor[len(work.editor) > 1]
    called_of_series = words.series_editor[len(work.collection_editor) > 1]
    of_series = _called(show_people(item, work.collection_editor), called_of_series)
    if work.editor == work.translator:
        both = join_names((called, words.translator), item.lang)
        return pieces.join((_called(show_people(item, work.editor), both), of_series), ", ")
    editors = _called(show_people(item, work.editor), called)
    translators = _called(show_people(item, work.translator), words.translator)
    return pieces.join((editors, translators, of_series), ", ")


def _called(people: Formatted, called: str) -> Formatted:
    return people and people + pieces.plain(f", {called}")


def show_journal(item: Item) -> str:
    """Return a journal's abbreviation, or else its name.

    Words that are cut short have full stops, as ISO 4 and the IEEE write them; the National Library
    of Medicine, whose abbreviations most records have, leaves them out.
    """
    short = item.given(item.work.container_title_short)
    whole = item.container().casefold()

    def close(word: re.Match[str]) -> str:
        is_whole = re.search(rf"\b{re.escape(word[0].casefold())}\b", whole)
        is_acronym = len(word[0]) > 1 and word[0].isupper()
        return word[0] if is_whole or is_acronym else f"{word[0]}."

    is_plain = bool(whole) and not set(short) & set("<$")
    return (_BARE_WORD.sub(close, short) if is_plain else short) or item.container()


def show_genre(item: Item) -> str:
    """Return what kind of its type a work is, as the IEEE abbreviates it."""
    genre = item.genre()
    return _GENRES.get(genre.lower(), genre) if item.words.is_english else genre


def show_imprint(item: Item) -> str:
    """Return `Cambridge, MA: MIT Press`."""
    publisher = item.given(item.work.publisher)
    place = item.given(item.work.publisher_place)
    return ": ".join(filter(None, (place, publisher)))


def show_term(item: Item, term: str, value: str) -> Formatted:
    """Return a value with its term, `vol. 3`; nothing where there is none."""
    shown = item.given(value)
    return pieces.plain(term.format(shown) if shown else "")


def show_pages(item: Item) -> Formatted:
    """Return `pp. 274–290`."""
    return pieces.plain(item.pages())


def show_date(item: Item) -> Formatted:
    """Return the date: to the day for what appears on a day, else month and year, or the year."""
    work = item.work
    if not work.issued or work.circa:
        is_told = work.issued or item.letter
        return pieces.plain(year_of(work, item.lang, item.letter) if is_told else _state(item))
    is_full = work.type in _TO_THE_DAY or item.is_ahead()
    known = 3 if is_full else 1 if work.type in _TO_THE_YEAR else 2
    return pieces.plain(date_year_last(work.issued[:known], item.lang, item.letter))


def _state(item: Item) -> str:
    """Return `to be published` of what is; in other languages in press, or as the record has it."""
    status = item.work.status.strip()
    known = _STATES.get(status.lower(), "")
    if status.lower() == "in press" and not item.words.is_english:
        return item.words.in_press
    return known if item.words.is_english or not known else item.given(status)


def say_no_date(item: Item) -> str:
    """Return `n.d.` for what tells no year, its own or that in which it was looked at."""
    work = item.work
    is_told = work.issued or item.letter or _state(item) or work.type == "manuscript"
    is_in_number = work.type == "standard" and _YEAR_AT_END.search(work.number.strip())
    is_dated = is_told or is_in_number or (work.accessed and _is_online(item))
    return "" if is_dated else item.words.no_date


_TO_THE_DAY = frozenset({
    "article-magazine", "article-newspaper", "broadcast", "dataset", "motion_picture", "patent",
    "post", "post-weblog", "report", "speech", "standard", "webpage",
})  # fmt: skip
_TO_THE_YEAR = frozenset({
    "article", "book", "chapter", "classic", "collection", "entry", "entry-dictionary",
    "entry-encyclopedia", "software", "thesis",
})  # fmt: skip


def show_doi(item: Item) -> Formatted:
    """Return `doi: 10.…`; nothing for a preprint, whose id says as much."""
    doi = pieces.NOTHING if item.preprint_id() else item.doi()
    return pieces.plain("doi: ") + doi if doi else doi


def show_online(item: Item) -> tuple[Formatted, ...]:
    """Return where a work without a DOI is read, and when it was looked at."""
    work, words = item.work, item.words
    if not _is_online(item):
        return ()
    url = work.url.strip()
    seen = date_year_last(work.accessed, item.lang)
    accessed = pieces.closed(pieces.plain(words.accessed.format(seen) if seen else ""))
    is_named = work.type in VIDEOS and words.is_english and not _AUDIO.search(work.genre)
    medium = "[Online Video]" if is_named else "[Online]"
    online = words.online.replace("[Online]", medium)
    return (accessed, pieces.plain(f"{online} ") + pieces.link(pieces.plain(url), url))


def _is_online(item: Item) -> bool:
    work = item.work
    return bool(work.url.strip()) and not (work.doi or item.preprint_id())


def show_number(item: Item) -> Formatted:
    """Return `Art. no. 061103`, of an article that has no pages."""
    # the abbreviation is the IEEE's own; other languages have a word
    label = "Art. no. {}" if item.words.is_english else item.words.article
    label = label if item.is_article else item.words.issue
    number = item.article()
    return pieces.plain(label.format(number) if number else "")
