"""The number of an edition, however it was written."""

from __future__ import annotations

import pytest

from digest.records.bookeditions import edition_number


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("2", 2),
        ("2nd", 2),
        ("Second", 2),
        ("second edition", 2),
        ("3rd ed.", 3),
        (" 10th ", 10),
        ("3. Auflage", 3),
        ("2e éd.", 2),
        ("1st", 1),
        ("Twenty-first", 21),
        ("Twelfth edition", 12),
        ("Thirtieth", 30),
        ("Sixteenth printing, April 2021", None),
        ("Anniversary", None),
        ("Winter 2019", None),
        ("", None),
        ("9" * 5000, None),
    ],
)
def test_edition_number(written: str, number: int | None) -> None:
    assert edition_number(written) == number
