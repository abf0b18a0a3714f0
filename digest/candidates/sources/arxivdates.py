"""arXiv's papers of days on which its announcements were not read, from its query API.

Its manual (https://info.arxiv.org/help/api/user-manual.html) has `submittedDate`; on which day a
paper that was submitted then is announced, says https://info.arxiv.org/help/availability.html.
"""

from __future__ import annotations

import datetime as dt
import functools
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from digest.basics.text import one_line
from digest.basics.zones import find_zone
from digest.candidates.sources.arxivfeed import INTERVAL, make_arxiv_candidate
from digest.candidates.sources.feedxml import parse_items
from digest.candidates.sources.source import Page, Source
from digest.records.arxiv import api_address
from digest.records.politeclient import WrongQuestionError
from digest.records.service import Fault
from digest.settings.arxivcategories import is_one_of

if TYPE_CHECKING:
    from collections.abc import Sequence


_PAGE: Final = 500
"""Papers with each request."""
_MOST: Final = 20_000
"""That are asked for at all: the API gives no more than 30,000."""
_BATCH_ENDS: Final = 14
"""The hour, in the east of the United States, until which papers come into a day's batch; that is
18 or 19 in the time of the API."""
_MONDAY: Final = 0
_AFTER_WEEKEND: Final = (0, 1)
"""What is announced on Monday has come since Thursday, and on Tuesday since Friday."""
_SATURDAY: Final = 5


def find_missed(categories: Sequence[str], days: Sequence[str], today: str) -> Source:
    """Return the source of what arXiv announced on some `days`, `YYYY-MM-DD` and sorted.

    Of `today`, in the east of the United States, there may be more to be had later.
    """
    named = " OR ".join(f"cat:{_pattern(one)}" for one in categories)
    first, last = map(dt.date.fromisoformat, (days[0], days[-1]))
    # over a weekend it takes two days more
    begin = first - dt.timedelta(days=4 if first.weekday() in _AFTER_WEEKEND else 2)
    end = last - dt.timedelta(days=3 if last.weekday() == _MONDAY else 1)
    span = f"{begin:%Y%m%d}1700 TO {end:%Y%m%d}2000"
    query = {
        "search_query": f"({named}) AND submittedDate:[{span}]",
        "start": 0,
        "max_results": _PAGE,
        "sortBy": "submittedDate",
        "sortOrder": "ascending",
    }
    address = api_address()
    joint = "&" if "?" in address else "?"
    return Source(
        name="arXiv's API",
        address=f"{address}{joint}{urlencode(query)}",
        read=functools.partial(
            _read, categories=frozenset(categories), days=tuple(days), today=today
        ),
        interval=INTERVAL,
        scope=tuple(categories),
    )


def _pattern(category: str) -> str:
    """Return what the API calls a category, or all those of an archive."""
    return category if "." in category or "-" in category else f"{category}.*"


def _read(
    data: bytes, address: str, categories: frozenset[str], days: tuple[str, ...], today: str
) -> Page:
    feed = parse_items(data)
    if problem := next((one.text for one in feed.items if "/api/errors" in one.id), ""):
        raise WrongQuestionError(one_line(problem))
    parts = urlsplit(address)
    query = dict(parse_qsl(parts.query))
    behind = int(query["start"]) + len(feed.items)
    if not feed.items and behind < feed.total:
        # it happens, and the same question is answered a moment later
        raise Fault("answered with nothing")
    found = []
    for item in feed.items:
        listed = find_announcement(item.time)
        one = make_arxiv_candidate(item, listed)
        # and not only cross-listed there
        if one and listed in days and one.categories and is_one_of(one.categories[0], categories):
            found.append(one)
    if behind >= feed.total:
        over = tuple(one for one in days if one < today)
        return Page(tuple(found), days=over, so_far=days[len(over) :])
    if behind >= _MOST:
        return Page(tuple(found), cut=True)
    following = urlencode(query | {"start": behind})
    return Page(tuple(found), (urlunsplit(parts._replace(query=following)),))


def find_announcement(submitted: str) -> str:
    """Return the day whose feed has a paper that was submitted at a time of RFC 3339.

    `YYYY-MM-DD`; empty where the time cannot be read. Holidays are not known.
    """
    try:
        time = dt.datetime.fromisoformat(submitted).astimezone(find_zone("America/New_York"))
    except ValueError:
        return ""
    batch = time.date() + dt.timedelta(days=int(time.hour >= _BATCH_ENDS))
    return _next_weekday(_weekday_from(batch)).isoformat()


def _weekday_from(day: dt.date) -> dt.date:
    """Return the day, or the Monday behind it."""
    return day + dt.timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= _SATURDAY else 0)


def _next_weekday(day: dt.date) -> dt.date:
    return _weekday_from(day + dt.timedelta(days=1))
