"""Days as people write them are read where only one can be meant."""

from __future__ import annotations

import pytest

from digest.basics.days import meant_date


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2022-3-2", "2022-03-02"),
        ("2022/03/02", "2022-03-02"),
        ("2022.03.02", "2022-03-02"),
        ("20220302", "2022-03-02"),
        ("2022年3月2日", "2022-03-02"),
        ("2 March 2022", "2022-03-02"),
        ("March 2nd, 2022", "2022-03-02"),
        ("Mar. 2, 2022", "2022-03-02"),
        ("02-Mar-2022", "2022-03-02"),
        ("‘2022-03-02’", "2022-03-02"),
        # the day, or the month
        ("02/03/2022", ""),
        ("March 32, 2022", ""),
        ("2022-02-30", ""),
        ("March 2022", ""),
        ("20221301", ""),
    ],
)
def test_a_day_is_read(typed: str, meant: str) -> None:
    assert meant_date(typed, may_be_partial=False) == meant


def test_a_month_is_read_where_it_may_be_one() -> None:
    assert meant_date("March 2022", may_be_partial=True) == "2022-03"
    assert meant_date("2022/3", may_be_partial=True) == "2022-03"
