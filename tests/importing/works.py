"""Works of which an import has records, for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.works import ArxivFacts, Work
from digest.records.csl import with_aliases
from digest.records.names.reading import read_names

if TYPE_CHECKING:
    from collections.abc import Sequence


def paper(
    id_: str, title: str, authors: Sequence[str], year: int, *, version: int = 1, doi: str = ""
) -> Work:
    """Return the record of a paper on arXiv."""
    return with_aliases(
        Work(
            f"arxiv:{id_}",
            "article",
            title,
            read_names(authors),
            issued=(year, 2, 16),
            arxiv=ArxivFacts(id_, version, doi=doi),
        )
    )


def article(doi: str, title: str, authors: Sequence[str], year: int) -> Work:
    """Return the record of a DOI."""
    return Work(
        f"doi:{doi}", "article-journal", title, read_names(authors), issued=(year,), doi=doi
    )


DSI = paper(
    "2202.06991",
    "Transformer Memory as a Differentiable Search Index",
    ["Yi Tay", "Vinh Q. Tran", "Mostafa Dehghani"],
    2022,
    version=3,
)
GENRE = paper(
    "2010.00904", "Autoregressive Entity Retrieval", ["Nicola De Cao", "Fabio Petroni"], 2020
)
S4 = paper(
    "2111.00396",
    "Efficiently Modeling Long Sequences with Structured State Spaces",
    ["Albert Gu", "Karan Goel", "Christopher Ré"],
    2021,
)
HIP = paper("2202.10890", "HiP: Hierarchical Perceiver", ["Joao Carreira", "Skanda Koppula"], 2022)
BRAIN = article(
    "10.1038/s41583-020-0277-3",
    "Backpropagation and the brain",
    ["Timothy P. Lillicrap", "Geoffrey Hinton"],
    2020,
)
RECORDS = (DSI, GENRE, S4, HIP, BRAIN)
