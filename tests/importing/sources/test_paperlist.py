"""Lists of papers as archives: an edition of each file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.importing.recognise import recognise
from tests.importing.folders import read_written

if TYPE_CHECKING:
    from pathlib import Path

BIB = (
    "@misc{a, title={On *stars* [2]}, author={Poe, Ada and others}, year=2022,"
    " eprint={2202.06991}}\n"
    "@misc{b, title={A page}, author={Roe, Bob}, url={https://openreview.net/forum?id=x_(1)}}\n"
    "@misc{c, title={Broken\n"
)
TABLE = "title,doi,authors\nA study of things,10.1000/xyz,Ada Poe; Bob Roe\n"
ITEMS = '[{"type": "article", "title": "A study of things", "DOI": "10.1000/xyz"}]'
RIS = "TY  - JOUR\nTI  - A study of things\nDO  - 10.1000/xyz\nER  - \n"


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("library.bib", BIB, "bibtex"),
        ("a.csv", TABLE, "csv"),
        ("a.json", ITEMS, "csl-json"),
        ("a.ris", RIS, "ris"),
    ],
)
def test_each_file_is_an_edition(tmp_path: Path, name: str, text: str, kind: str) -> None:
    archive = read_written(tmp_path, {name: text}, kind)
    (post,) = archive.posts
    found = [entry for one in recognise(post).stretches for entry in one.entries]
    assert found[0].paper in {
        "https://arxiv.org/abs/2202.06991",
        "https://doi.org/10.1000/xyz",
    }


def test_what_a_list_says_of_a_paper_comes_in(tmp_path: Path) -> None:
    archive = read_written(tmp_path, {"reading_list.bib": BIB}, "bibtex")
    (post,) = archive.posts
    assert post.title == "Reading list"
    first, second = (entry for one in recognise(post).stretches for entry in one.entries)
    assert first.title == "On \\*stars\\* \\[2\\]"
    assert (first.byline, second.byline) == ("Ada Poe, et al. (2022)", "Bob Roe")
    assert second.paper == "https://openreview.net/forum?id=x_(1)"
    assert [(one.place.line, "cannot be read" in one.reason) for one in archive.left_out] == [
        (3, True)
    ]


def test_a_paper_with_an_address_alone_is_one(tmp_path: Path) -> None:
    bib = "@misc{a, title={An Odd Thing}, author={Poe, Ada}, year=2020, url={https://x.org/a.pdf}}"
    archive = read_written(tmp_path, {"a.bib": bib}, "bibtex")
    (entry,) = (entry for one in recognise(archive.posts[0]).stretches for entry in one.entries)
    assert (entry.title, entry.paper) == ("An Odd Thing", "https://x.org/a.pdf")


def test_a_table_says_more_than_which_papers_it_has(tmp_path: Path) -> None:
    table = (
        "Title,Description,PaperURL,TweetURL,Stars\n"
        'Bench,"so, and so",https://arxiv.org/abs/2202.06991,https://x.com/a/1,4\n'
    )
    archive = read_written(tmp_path, {"a.csv": table}, "csv")
    (entry,) = (entry for one in recognise(archive.posts[0]).stretches for entry in one.entries)
    assert (entry.title, entry.text) == ("Bench", "so, and so")
    assert entry.paper == "https://arxiv.org/abs/2202.06991"
    assert entry.links == (("tweet", "https://x.com/a/1"),)
    assert [one.what for one in archive.left_out] == ["the column 'Stars'"]
