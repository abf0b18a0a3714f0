"""Works from what the DOI system answers.

Crossref and DataCite answer alike (https://citation.doi.org/docs.html): with a CSL-JSON item.
What the item says beyond CSL is Crossref's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.records.csl import ReadItem, parse_item
from digest.records.csldates import read_csl_date
from digest.records.csltypes import IN_BOOKS, IN_JOURNALS
from digest.records.richtitles import read_title
from digest.records.series import are_told_apart
from digest.records.states import NOTICE, is_notice, state_of_notices
from digest.records.subtitles import is_running_head, join_subtitle

if TYPE_CHECKING:
    from digest.basics.works import Work

_BOOKS = frozenset({"book", "collection"})
_NO_TITLE = lazy_regex(
    r"\W*(?:no title(?: available| given)?|title (?:not available|unavailable))\W*", re.IGNORECASE
)
"""What some records have where there is none."""
_STAR = lazy_regex(r"(?<=[\w)?!.])\s*(?:<sup>)?[\u2606\u22c6\u2729\u2730]+(?:</sup>)?$")
"""The mark of a footnote that thanks somebody, as Elsevier's titles end in it."""
_FIRST_YEAR = 1000
_LONGEST_AHEAD = 5
"""Years before its publication in which a work is registered."""


def make_doi_work(item: dict[str, Any], key: str) -> ReadItem | None:
    """Return the work that a service's item tells of; None where the item has no title."""
    read = parse_item(item, key, is_answer=True)
    work = read.work
    title = _whole_title(item, work)
    if not title:
        return None
    fields: dict[str, Any] = {"title": title, "container_title_short": _abbreviation(work)}
    if work.type in _BOOKS and not work.collection_title:
        # what a book is in is a series
        fields |= {"container_title": "", "collection_title": work.container_title}
    if work.type in IN_JOURNALS:
        # who handled an article has no part in it
        fields["editor"] = ()
    if status := state_of_notices(item):
        fields["status"] = status
    elif work.is_withdrawn and is_notice(item):
        fields |= {"genre": NOTICE, "status": ""}
    work = msgspec.structs.replace(work, **fields)
    checks = (_check_doi, _check_series, _check_year)
    found = (problem for check in checks for problem in check(item, work))
    return ReadItem(work, (*read.problems, *found))


def _check_doi(item: dict[str, Any], work: Work) -> tuple[str, ...]:
    """Say that the record has another DOI, unless it names the one asked for as an alias of its."""
    asked = work.id.removeprefix("doi:")
    aliases = item.get("aliases")
    others = [str(one).lower() for one in aliases] if isinstance(aliases, list) else []
    if not work.doi or asked in (work.doi.lower(), *others):
        return ()
    return (f"the DOI is '{work.doi}': see whether that is the work that is meant",)


def _check_series(item: dict[str, Any], work: Work) -> tuple[str, ...]:
    """Say which title is taken for the series', where the names do not tell."""
    titles = item.get("container-title")
    if work.type not in IN_BOOKS or not isinstance(titles, list) or len(titles) < 2:  # noqa: PLR2004 -- a book, and its series
        return ()
    book, series = work.container_title, work.collection_title
    if not (book and series) or are_told_apart((book, series)):
        return ()
    return (f"'{book}' is taken for the book, and '{series}' for its series: see whether it is so",)


def _check_year(item: dict[str, Any], work: Work) -> tuple[str, ...]:
    """Say that a year is hardly meant: with three digits, or long after the record was made."""
    year = next(iter(work.issued), _FIRST_YEAR)
    made = next(iter(read_csl_date(item.get("created")).parts), year)
    if 0 < year < _FIRST_YEAR or year > made + _LONGEST_AHEAD:
        return (f"the year of publication is {year}: see whether that is right",)
    return ()


def _abbreviation(work: Work) -> str:
    """Return a journal's abbreviation: publishers give the whole title for one, or a series'."""
    short = work.container_title_short
    return "" if work.type in IN_BOOKS or len(short) >= len(work.container_title) else short


def _whole_title(item: dict[str, Any], work: Work) -> str:
    """Return the title with the subtitle that Crossref keeps apart."""
    title = _STAR.sub("", work.title)
    title = "" if title == work.id or _NO_TITLE.fullmatch(title) else title
    subtitles = item.get("subtitle")
    if isinstance(subtitles, list) and subtitles and isinstance(subtitles[0], str):
        subtitles = subtitles[0]
    subtitle = read_title(subtitles) if isinstance(subtitles, str) else ""
    is_none = not any(sign.isalnum() for sign in subtitle)
    if not title or is_none or subtitle.casefold() in title.casefold():
        return title
    if work.type in IN_JOURNALS and is_running_head(subtitle, title, work.publisher):
        return title
    return join_subtitle(title, subtitle)
