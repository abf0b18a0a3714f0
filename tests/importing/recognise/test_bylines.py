"""Names, dates and places of publication in lines under a title."""

from __future__ import annotations

import pytest

from digest.importing.recognise.bylines import (
    Byline,
    are_names,
    find_end_of_names,
    is_venue,
    read_byline,
    read_date,
)


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Yi Tay, Vinh Q. Tran, et al.", Byline("Yi Tay, Vinh Q. Tran, et al.", by="By")),
        ("by Ada One (A Lab) | 14 Feb 2022", Byline("Ada One", "14 Feb 2022", "A Lab", "by")),
        ("*By A. One et al. — Lab, May 2022*", Byline("A. One et al.", "", "Lab, May 2022", "By")),
        ("Von Jörg Müller und Ada One", Byline("Jörg Müller und Ada One", by="Von")),
        ("By Feilong Chen, et al. at CASIA", Byline("Feilong Chen, et al. at CASIA", by="By")),
        ("By the end of the year we will know", None),
        ("By combining X and Y, they win.", None),
        ("Yi Tay", None),
    ],
)  # fmt: skip
def test_lines_that_begin_with_by(line: str, byline: Byline | None) -> None:
    assert read_byline(line) == byline


@pytest.mark.parametrize(
    ("text", "is_sure"),
    [
        ("Yi Tay, Vinh Q. Tran and Mostafa Dehghani", True),
        ("Zhang et al.", True),
        ("Ada One\\*, Ben Two", True),
        ("K. Goel, A. Gu", True),
        ("Google Research", False),
        ("Deep Learning, New Models", False),
        ("Vision and Language", False),
    ],
)
def test_names_without_by(text: str, is_sure: bool) -> None:  # noqa: FBT001 -- a parameter
    assert are_names(text, surely=True) is is_sure


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Yi Tay et al.: a model", "Yi Tay et al."),
        ("A. One, B. Two. 2022.", "A. One, B. Two"),
        ("Ada One (A Lab) and Ben Two (B Lab): words", "Ada One (A Lab) and Ben Two (B Lab)"),
        ("Ada One ([pdf](https://a.b))", "Ada One"),
        ("kqr and words", ""),
    ],
)
def test_names_at_a_beginning(text: str, names: str) -> None:
    assert text[: find_end_of_names(text)] == names


@pytest.mark.parametrize(
    ("text", "date", "says_venue"),
    [
        ("14 Feb 2022", "14 Feb 2022", True),
        ("(Published February 14, 2022)", "February 14, 2022", True),
        ("2021.11", "2021.11", False),
        ("ICLR 2022", "", True),
        ("Best paper award", "", True),
        ("another thing of 2022", "", False),
        ("Words", "", False),
    ],
)
def test_dates_and_places(text: str, date: str, says_venue: bool) -> None:  # noqa: FBT001 -- a parameter
    assert (read_date(text), is_venue(text)) == (date, says_venue)
