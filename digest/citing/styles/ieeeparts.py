"""What references in the style `ieee` are put together from: people, dates, numbers, addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.citing.bylines import join_names
from digest.citing.dates import date_year_last, year_of
from digest.citing.styles import pieces
from digest.citing.styles.people import credited, initials_first, split_groups, split_others

if TYPE_CHECKING:
    from digest.basics.works import Name
    from digest.citing.styles.draft import Draft
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
_AUDIO = re.compile(r"\baudio|\bpodcast|\bradio", re.IGNORECASE)
_YEAR_AT_END = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}$")


def show_titled(
    draft: Draft, rest: tuple[Formatted, ...], people: Formatted | None = None
) -> Formatted:
    """Return people, or else those who made the work, its title, and what follows it."""
    doi = show_doi(draft)
    if doi and not (rest and rest[-1].text.endswith(doi.text)):
        rest = (*rest, doi)
    shown = pieces.join(rest, ", ")
    title = pieces.quoted(draft.work.title, draft.words, mark="," if shown else ".")
    named = pieces.join((show_authors(draft) if people is None else people, title), ", ")
    return pieces.join((named, shown), " ")


def show_authors(draft: Draft) -> Formatted:
    """Return the authors, or else the editors."""
    authors = show_people(draft, draft.work.author)
    return authors or (show_editors(draft) if credited(draft.work) else pieces.NOTHING)


def show_people(draft: Draft, names: tuple[Name, ...]) -> Formatted:
    """Join names; "et al." is in italics, as in the IEEE's own journals."""
    known, is_cut = split_others(names)
    groups: tuple[str, ...] = ()
    if is_cut or len(known) > _LIMIT:
        known, groups = split_groups(known)
        known, is_cut = known[:1], True
    shown = [one for one in (draft.given(initials_first(name)) for name in known) if one]
    if not shown:
        return pieces.NOTHING
    if is_cut:
        others = pieces.italic(pieces.plain(draft.words.et_al))
        told = pieces.plain(f"({', '.join(map(draft.given, groups))})" if groups else "")
        return pieces.join((pieces.plain(shown[0]), others, told), " ")
    if len(shown) < 3 or not draft.words.is_english:  # noqa: PLR2004 -- a series
        return pieces.plain(join_names(tuple(shown), draft.lang))
    # the IEEE's English has a comma before the "and" of a series
    return pieces.plain(", ".join(shown[:-1]) + "," + draft.words.last + shown[-1])


def show_editors(draft: Draft) -> Formatted:
    """Return editors and translators, `J. Peters, Ed., A. Weaver, Trans.`, for behind a book."""
    work, words = draft.work, draft.words
    called = words.editor[len(work.editor) > 1]
    if work.editor == work.translator:
        both = join_names((called, words.translator), draft.lang)
        return _called(show_people(draft, work.editor), both)
    editors = _called(show_people(draft, work.editor), called)
    translators = _called(show_people(draft, work.translator), words.translator)
    return pieces.join((editors, translators), ", ")


def _called(people: Formatted, called: str) -> Formatted:
    return people and people + pieces.plain(f", {called}")


def show_genre(draft: Draft) -> str:
    """Return what kind of its type a work is, as the IEEE abbreviates it."""
    genre = draft.genre()
    return _GENRES.get(genre.lower(), genre) if draft.words.is_english else genre


def show_imprint(draft: Draft) -> str:
    """Return `Cambridge, MA: MIT Press`."""
    publisher = draft.given(draft.work.publisher)
    place = draft.given(draft.work.publisher_place)
    return ": ".join(filter(None, (place, publisher)))


def show_term(draft: Draft, term: str, value: str) -> Formatted:
    """Return a value with its term, `vol. 3`; nothing where there is none."""
    shown = draft.given(value)
    return pieces.plain(term.format(shown) if shown else "")


def show_pages(draft: Draft) -> Formatted:
    """Return `pp. 274–290`."""
    return pieces.plain(draft.pages())


def show_date(draft: Draft) -> Formatted:
    """Return the date: to the day for what appears on a day, else month and year, or the year."""
    work = draft.work
    if not work.issued or work.circa:
        is_told = work.issued or draft.letter
        return pieces.plain(year_of(work, draft.lang, draft.letter) if is_told else _state(draft))
    is_full = work.type in _TO_THE_DAY or draft.is_ahead()
    known = 3 if is_full else 1 if work.type in _TO_THE_YEAR else 2
    return pieces.plain(date_year_last(work.issued[:known], draft.lang, draft.letter))


def _state(draft: Draft) -> str:
    """Return `to be published` of what is; in other languages in press, or as the record has it."""
    status = draft.work.status.strip()
    known = _STATES.get(status.lower(), "")
    if status.lower() == "in press" and not draft.words.is_english:
        return draft.words.in_press
    return known if draft.words.is_english or not known else draft.given(status)


def say_no_date(draft: Draft) -> str:
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


def show_doi(draft: Draft) -> Formatted:
    """Return `doi: 10.…`; nothing for a preprint, whose id says as much."""
    doi = pieces.NOTHING if draft.preprint_id() else draft.doi()
    return pieces.plain("doi: ") + doi if doi else doi


def show_online(draft: Draft) -> tuple[Formatted, ...]:
    """Return where a work without a DOI is read, and when it was looked at."""
    work, words = draft.work, draft.words
    if not _is_online(draft):
        return ()
    url = work.url.strip()
    seen = date_year_last(work.accessed, draft.lang)
    accessed = pieces.closed(pieces.plain(words.accessed.format(seen) if seen else ""))
    is_named = work.type in VIDEOS and words.is_english and not _AUDIO.search(work.genre)
    medium = "[Online Video]" if is_named else "[Online]"
    online = words.online.replace("[Online]", medium)
    return (accessed, pieces.plain(f"{online} ") + pieces.link(pieces.plain(url), url))


def _is_online(draft: Draft) -> bool:
    work = draft.work
    return bool(work.url.strip()) and not (work.doi or draft.preprint_id())


def show_number(draft: Draft) -> Formatted:
    """Return `Art. no. 061103`, of an article that has no pages."""
    # the abbreviation is the IEEE's own; other languages have a word
    label = "Art. no. {}" if draft.words.is_english else draft.words.article
    number = draft.article()
    return pieces.plain(label.format(number) if number else "")
