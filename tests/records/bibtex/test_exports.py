"""An export of our own is read as the works that it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from digest.citing.formats.bibtex import format_bibtex
from digest.citing.formats.keys import KeyedWork
from tests.citing.corpus import read_works
from tests.records.bibtex.texts import problems, work

if TYPE_CHECKING:
    from digest.basics.works import Work


@pytest.mark.parametrize("one", read_works(), ids=lambda one: one.id)
def test_an_export_that_is_read_again_is_exported_as_it_was(one: Work) -> None:
    # the address of a DOI is written one way
    whole = msgspec.structs.replace(one, url=one.url.replace("http://dx.doi", "https://doi"))
    exported = format_bibtex([KeyedWork("k", whole)])
    assert problems(exported) == []
    assert format_bibtex([KeyedWork("k", work(exported))]).lower() == exported.lower()


@pytest.mark.parametrize(
    "entry",
    [
        "article{k, journal={J}, entrysubtype={newspaper}, eid={e12}",
        "article{k, journal={J}, volume=2, eid={12}",
        "video{k", "presentation{k, eventtitle={Event}", "legislation{k, number={3}",
        "inreference{k",
        "movie{k, director={Doe, Ann}", "inbook{k, booktitle={tales}, bookauthor={Roe, Bo}",
        "techreport{k, entrysubtype={standard}, type={FIPS}", "misc{k", "mastersthesis{k",
        "article{k, journal={bioRxiv}, doi={10.1101/2020.01.01.123456}", "periodical{k, number=4",
    ],
)  # fmt: skip
def test_an_export_is_read_as_the_same_work(entry: str) -> None:
    made = work(f"@{entry}, author={{Doe, Ann}}, title={{A study}}, year=2020}}")
    again = work(format_bibtex([KeyedWork("k", made)]))
    # the names of books are protected throughout
    assert msgspec.structs.replace(again, kept_words=made.kept_words) == made
