"""Bylines, titles and dates as people type them."""

from __future__ import annotations

import pytest

from digest.basics.text import iso_date
from digest.importing.papers.typed import authors_of, read_byline, read_paper_date, read_typed_title


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("By Yi Tay, Vinh Q. Tran, et al.", ["Yi Tay", "Vinh Q. Tran", "et al."]),
        ("A. Author and B. Author (Google)", ["A. Author", "B. Author"]),
        ("Yi Tay et al. (2022)", ["Yi Tay", "et al."]),
        (
            "Karan Goel, Albert Gu, and Christopher Ré",
            ["Karan Goel", "Albert Gu", "Christopher Ré"],
        ),
        ("De Cao, N., Izacard, G., & Petroni, F.", ["N. De Cao", "G. Izacard", "F. Petroni"]),
        ("[Yi Tay](https://x.org), **Ada Poe**", ["Yi Tay", "Ada Poe"]),
        ("Tay, Yi", ["Yi Tay"]),
        ("Tay and Tran", ["Tay", "Tran"]),
        ("Alice Smith¹, Bob Roe²*", ["Alice Smith", "Bob Roe"]),
        ("Alice Smith; Bob Roe", ["Alice Smith", "Bob Roe"]),
        ("Alice Smith · Bob Roe", ["Alice Smith", "Bob Roe"]),
        ("OpenAI", ["OpenAI"]),
        ("De Cao et al.", ["De Cao", "et al."]),
        ("", []),
    ],
)
def test_bylines(typed: str, names: list[str]) -> None:
    assert list(authors_of(read_byline(typed))) == names


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("**[A title](https://x.org/a_(b))**", "A title"),
        ("2. “A title.”", "A title"),
        ("`code` and *emphasis* \\[sic\\] &amp; more", "code and emphasis [sic] & more"),
        ("Is it so?", "Is it so?"),
        ("3D Gaussians", "3D Gaussians"),
        ("1) Depth- and Speed -- Phase (2) of it", "Depth- and Speed -- Phase (2) of it"),
    ],
)
def test_titles(typed: str, title: str) -> None:
    assert read_typed_title(typed) == title


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2022", "2022"),
        ("16 Feb 2022", "2022-02-16"),
        ("2022/02", "2022-02"),
        ("2022-02-31", "2022-02"),
        ("WSDM 2022", "2022"),
        ("last week", ""),
        ("", ""),
    ],
)
def test_dates(typed: str, date: str) -> None:
    assert iso_date(read_paper_date(typed)) == date
