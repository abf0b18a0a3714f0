"""Dates and numbers as people write them."""

from __future__ import annotations

import datetime as dt

import pytest

from digest.importing.dates import find_date, find_month, find_number, nearest_year, read_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Top Papers of the Week (May 8 - May 14) - 2023", "2023-05-14"),
        ("Week of May 29 – June 4, 2023", "2023-06-04"),
        ("Papers May 1st – 7th 2024", "2024-05-07"),
        ("(Dec 29 - Jan 4, 2026)", "2026-01-04"),
        ("8-14 May 2023", "2023-05-14"),
        ("8.–14. Mai 2023", "2023-05-14"),
        ("Issue 12 (2024-03-02)", "2024-03-02"),
        ("the 3rd of March 2022", "2022-03-03"),
        ("March 2nd, 2022", "2022-03-02"),
        ("Sept. 2, 2022", "2022-09-02"),
        ("Trends — March 2022", "2022-03-31"),
        ("In May 2023, 10 papers", "2023-05-31"),
        ("15. März 2022", "2022-03-15"),
        ("1er mars 2022", "2022-03-01"),
        ("5 de mayo de 2022", "2022-05-05"),
        ("15 марта 2022", "2022-03-15"),
        ("15 marca 2022", "2022-03-15"),
        ("15 במרץ 2022", "2022-03-15"),
        ("مارس ٢٠٢٢", "2022-03-31"),
        ("2022年3月15日", "2022-03-15"),
        ("2022년 3월 15일", "2022-03-15"),
        ("2022-w05", "2022-02-06"),
        ("Week 5, 2022", "2022-02-06"),
        ("Q1 2023", "2023-03-31"),
        ("2021-9-1-alt", "2021-09-01"),
        ("20220302", "2022-03-02"),
        ("3/14/2022", "2022-03-14"),
        ("14/3/2022", "2022-03-14"),
        ("14.3.2022", "2022-03-14"),
    ],
)
def test_date_of_a_heading_is_its_last_day(text: str, day: str) -> None:
    found = find_date(text)
    assert found is not None
    assert str(found.resolve()) == day


@pytest.mark.parametrize(
    "text",
    [
        *("3/4/2022", "202203", "2024-13-40", "arXiv:2202.06991", "GPT-4", "Data set 12", "2022"),
        *("issue-537", "doi:10.1145/3523227", "", "top 10", "v1.2.3"),
    ],
)
def test_what_may_be_no_date_is_none(text: str) -> None:
    found = find_date(text)
    assert found is None or found.resolve() is None


@pytest.mark.parametrize(
    ("text", "near", "day"),
    [
        ("(June 19-25)", "2023-06-18", "2023-06-25"),
        ("Dec 29 - Jan 4", "2025-12-28", "2026-01-04"),
        ("3月15日", "2022-03-08", "2022-03-15"),
        ("Week 1", "2022-12-31", "2023-01-08"),
    ],
)
def test_year_is_that_of_the_neighbour(text: str, near: str, day: str) -> None:
    found = find_date(text)
    assert found is not None
    assert str(found.resolve(nearest_year(found, dt.date.fromisoformat(near)))) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2022-03-02 23:30:00 -0500", "2022-03-02"),
        ("2022-03-02T10:00:00.000Z", "2022-03-02"),
        ("Wed, 02 Mar 2022 10:00:00 +0000", "2022-03-02"),
        ("Wed, 02 Mar 22 10:00:00 GMT", "2022-03-02"),
        ("1646214000", "2022-03-02"),
        ("1646214000000", "2022-03-02"),
        ("2022/03/02", "2022-03-02"),
        ("2022-02-30", "None"),
        ("soon", "None"),
    ],
)
def test_dates_of_programs(text: str, day: str) -> None:
    assert str(read_day(text)) == day


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("Issue #12: news", "12"), ("#12", "12"), ("No. 7", "7"), ("issue-537", "537")),
        *(("Nr. 012", "12"), ("N° 12", "12"), ("第12期", "12"), ("제12호", "12")),
        *(("Vol. 3, No. 4", "4"), ("volume_12", "12"), ("Week 23", "23")),
        *(("выпуск 12", "12"), ("Newsletter #418", "418")),
        *(
            ("Week 12 – 18 March", ""),
            ("Week 12: news", "12"),
            ("Issue 2024", ""),
            ("C#7", ""),
            ("ten of 12", ""),
            ("arXiv:2202.06991", ""),
        ),
    ],
)
def test_numbers_of_issues(text: str, number: str) -> None:
    assert find_number(text) == number


def test_a_month_alone() -> None:
    assert [find_month(word) is not None for word in ("March", "sept.", "juin", "Marching")] == [
        *(True, True, True, False)
    ]
