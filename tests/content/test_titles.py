"""Where the title of a record stands."""

from __future__ import annotations

import msgspec

from digest.basics.works import Work
from digest.content.titles import check_record_title
from digest.records.record import format_record


def test_the_title_of_a_record_as_fetch_writes_it() -> None:
    work = Work("arxiv:2202.00001", "article", r"É: $\no$")
    data = format_record(work)
    (found,) = check_record_title(work, data, "content/papers/arxiv/2202.00001.json")
    assert (found.line, found.column) == (4, 13)
    assert data.decode().split("\n")[3][12:] == r'É: $\\no$"'


def test_a_title_without_a_place_is_reported_for_the_file() -> None:
    work = Work("arxiv:2202.00001", "article", r"$\no$")
    data = msgspec.json.encode({"id": work.id})
    (found,) = check_record_title(work, data, "content/papers/arxiv/2202.00001.json")
    assert (found.line, found.column) == (1, 1)
