"""On which day arXiv announces what is submitted when, and what its API is asked for."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.candidates.sources.arxivdates import find_announcement, find_missed


@pytest.mark.parametrize(
    ("submitted", "day"),
    [
        # in the east of the United States it is four hours earlier, and five in winter
        ("2025-06-16T17:59:00Z", "2025-06-17"),
        ("2025-06-16T18:00:00Z", "2025-06-18"),
        ("2025-06-19T17:00:00Z", "2025-06-20"),
        ("2025-06-19T18:30:00Z", "2025-06-23"),
        ("2025-06-20T17:59:00Z", "2025-06-23"),
        ("2025-06-20T18:00:00Z", "2025-06-24"),
        ("2025-06-21T12:00:00Z", "2025-06-24"),
        ("2025-06-22T12:00:00Z", "2025-06-24"),
        ("2025-12-15T18:30:00Z", "2025-12-16"),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_the_day_follows_from_the_time(submitted: str, day: str) -> None:
    assert find_announcement(submitted) == day


@given(st.datetimes(dt.datetime(2024, 1, 1), dt.datetime(2026, 12, 31)), st.integers(0, 9))  # noqa: DTZ001 -- the zone is in the text
def test_what_is_announced_on_a_day_is_asked_for(time: dt.datetime, more: int) -> None:
    day = find_announcement(f"{time.isoformat()}Z")
    days = [(dt.date.fromisoformat(day) + dt.timedelta(days=one)) for one in range(more + 1)]
    wanted = [one.isoformat() for one in days if one.weekday() < 5]
    query = parse_qs(urlsplit(find_missed(["cs.CL", "math"], wanted, "").address).query)
    asked = re.fullmatch(
        r"\(cat:cs\.CL OR cat:math\.\*\) AND submittedDate:\[(\d+) TO (\d+)\]",
        query["search_query"][0],
    )
    assert asked
    assert asked[1] <= f"{time:%Y%m%d%H%M}"
    # the last of several days tells how long it goes
    assert more or f"{time:%Y%m%d%H%M}" <= asked[2]
