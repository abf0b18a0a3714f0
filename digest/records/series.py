"""Books told from the series that they are in.

Crossref gives the titles of both in one list, in no order (CrossRef/rest-api-doc, issue 11), and
the Astrophysics Data System gives one title as both. What a series is called tells it mostly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.records.csltypes import IN_BOOKS, IN_JOURNALS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.basics.works import Work

_SERIES = lazy_regex(
    r"(?:(?:[\w-]+ ){0,2}lecture notes|graduate texts|undergraduate texts|synthesis lectures)"
    r" (?:in|on|of)\b"
    r"|(?:communications|studies) in computer and information science|studies in computational\b"
    r"|(?:ifip )?advances in (?:information and communication technology|experimental medicine"
    r"|intelligent systems and computing|soft computing|computer vision and pattern recognition"
    r"|.* (?:technology|research|engineering|computing) book series)"
    r"|methods in (?:molecular biology|enzymology)\b|springer ?briefs\b|progress in brain research"
    r"|handbook of (?:clinical neurology|environmental chemistry|experimental pharmacology)"
    r"|springer (?:proceedings|texts|tracts|theses|optimization|monographs|handbooks)\b"
    r"|smart innovation, systems|intelligent systems reference library"
    r"|studies in (?:health technology|systems, decision|fuzziness|big data|classification)"
    r"|applied mathematical sciences"
    r"|frontiers in artificial intelligence and applications|understanding complex systems"
    r"|ceur workshop proceedings|aip conference proceedings"
    r"|proceedings of machine learning research"
    r"|nato (?:advanced|asi|science)\b|texts and monographs in\b|universitext\b"
    r"|ergebnisse der mathematik\b|(?:die )?grundlehren der mathematischen\b"
    r"|leibniz international proceedings|.*\bseries (?:in|on|of)\b|.*\b(?:symposium|conference"
    r"|proceedings?|monographs?|books?|lectures?|notes?|reports?|science|studies|springer) series\b"
)
"""Names that are a series' wherever they stand."""
_LIKE_SERIES = lazy_regex(
    r"(?:advances|communications|contributions|developments|frontiers|mathematics|methods|perspectives"
    r"|progress|research|studies|texts|topics|trends) (?:in|on|to|and its)\b"
    r"|(?!case|comparative|empirical|selected)(?:[\w-]+ ){1,2}studies in\b"
    r"|(?:current|emerging) topics in\b"
    r"|.*\bbookseries$|.*(?<!time )(?<!fourier )\bseries$"
    r"|.*\b(?:briefs|handbooks|library|monographs|texts|tracts)$"
)
"""Names that books may have as well."""
_LIKE_BOOK = lazy_regex(
    r".*(?:\d{4}|:| [\u2013\u2014] |\b(?:proceedings|handbook) of\b"
    r"|\b(?:conference|congress|symposium|workshop)\b)"
)
_IN_VOLUMES = lazy_regex(r"(?P<series>.+?)[,;]?\s\(?[Vv]ol(?:ume|\.)\s*(?P<volume>[0-9]{1,6})\)?")
_CERTAIN = 2


def split_titles(titles: Sequence[str]) -> tuple[str, str]:
    """Return the book's title and the series', of two titles or more.

    Where their names do not tell, the series stands first: so most records have it now.
    """
    series = max(titles, key=_rank)
    rest = [title for title in titles if title != series] or [series]
    return min(reversed(rest), key=_rank), series


def are_told_apart(titles: Sequence[str]) -> bool:
    """Tell whether the names of a book and its series say which is which."""
    return len({_rank(title) for title in titles}) > 1 or len(set(map(_letters, titles))) == 1


def with_series(work: Work) -> Work:
    """Return a work whose book and series are not taken for each other, and are named once each.

    A volume that a series' name ends in is put in its place.
    """
    told = _IN_VOLUMES.fullmatch(work.collection_title)
    if told and not (work.volume or work.collection_number):
        series, volume = told.groups()
        work = msgspec.structs.replace(work, collection_title=series, volume=volume)
    book, series = work.container_title, work.collection_title
    if not (book or series):
        return work
    if work.type in IN_BOOKS and _rank(book) == _CERTAIN > _rank(series) and _is_whole(series):
        book, series = series, book
    # an editorial in `Nature` may have its name
    if work.type not in IN_BOOKS | IN_JOURNALS:
        title = _letters(work.plain_title)
        book = "" if _letters(book) == title else book
        series = "" if _letters(series) == title else series
    # or once more with the volume, as in the abstracts of astronomers' meetings
    if book and _letters(series) in {_letters(book), _letters(book).removesuffix(work.volume)}:
        series = ""
    if (book, series) == (work.container_title, work.collection_title):
        return work
    return msgspec.structs.replace(work, container_title=book, collection_title=series)


def _is_whole(title: str) -> bool:
    """Tell whether a title is more than an abbreviation, as `LNCS 11353`."""
    return " " in title and not title.isupper()


def _rank(title: str) -> int:
    """Return how surely a title is a series': from -1, for a book's, to 2."""
    name = " ".join(title.casefold().split()).removeprefix("the ")
    if _SERIES.match(name):
        return _CERTAIN
    return -1 if _LIKE_BOOK.match(name) else int(bool(_LIKE_SERIES.match(name)))


def _letters(title: str) -> str:
    """Return the letters and digits of a title, in small letters."""
    return "".join(one for one in title.casefold() if one.isalnum())
