"""The dates of entries."""

from __future__ import annotations

import pytest

from tests.records.bibtex.texts import work


@pytest.mark.parametrize(
    ("fields", "issued"),
    [
        ("year = 2022, month = feb", (2022, 2)),
        ("year = {2022}, month = {February}", (2022, 2)),
        ('year = "2022", month = "14~" # feb', (2022, 2, 14)),
        ("year = 2022, month = feb # {~14}", (2022, 2, 14)),
        ("year = 2022, month = {February 30}", (2022, 2)),
        ("year = 2022, month = {Feb. 2022}", (2022, 2)),
        ("year = 850", (850,)),
        ("year = {volume 12}", ()),
        ("year = 2022, month = 2", (2022, 2)),
        ("date = {2022-02-14}", (2022, 2, 14)),
        ("date = {2022/2023}", (2022,)),
        ("year = {in press}", ()),
        ("year = {c. 1999}", (1999,)),
        ("year = {1999--2001}", (1999,)),
        ("year = 2022, month = {5--6}", (2022, 5)),
        ("year = 2022, month = {January--February}", (2022, 1)),
        ("date = {2022-02~}", (2022, 2)),
        ("date = {2022-02~/2023}", (2022, 2)),
        ("date = {../2005}", (2005,)),
        ("date = {1999-XX}", (1999,)),
        ("date = {14 February 2022}", (2022, 2, 14)),
        ("date = {Feb 14, 2022}", (2022, 2, 14)),
        ("year = {03-2004}", (2004, 3)),
        ("year = {Spring-2004}", (2004,)),
        ("date = {2022-02-14T10:00:00Z}", (2022, 2, 14)),
        ("date={2020}, month=may", (2020, 5)),
        ("date={2020}, year={2019}", (2020,)),
        ("date={1990/1995}, month=may", (1990,)),
        ("date={2020/05/06}", (2020, 5, 6)),
        ("date={2020-05-06 10:00}", (2020, 5, 6)),
    ],
)
def test_dates(fields: str, issued: tuple[int, ...]) -> None:
    assert work(f"@misc{{k, title = {{T}}, {fields}}}").issued == issued


@pytest.mark.parametrize(
    ("fields", "issued"),
    [
        ("date={2004-02-31}", (2004, 2)),
        ("year={2004}, month={2}, day={31}", (2004, 2)),
        ("year={2004}, month={Dezember}", (2004,)),
        ("date={someday}, year={2004}", (2004,)),
    ],
)
def test_of_a_date_that_cannot_be_the_rest_is_kept(fields: str, issued: tuple[int, ...]) -> None:
    assert work(f"@misc{{k, title={{T}}, {fields}}}").issued == issued
