"""What kinds of works entries are."""

from __future__ import annotations

import pytest

from tests.records.bibtex.texts import work


@pytest.mark.parametrize(
    ("kind", "csl"),
    [
        ("article", "article-journal"),
        ("inproceedings", "paper-conference"),
        ("InCollection", "chapter"),
        ("book", "book"),
        ("phdthesis", "thesis"),
        ("techreport", "report"),
        ("online", "webpage"),
        ("audio", "broadcast"),
        ("jurisdiction", "legal_case"),
        ("commentary", "book"),
        ("legal", "treaty"),
        ("misc", "document"),
        ("anything", "document"),
    ],
)
def test_types(kind: str, csl: str) -> None:
    assert work(f"@{kind}{{k, title = {{T}}, journal = {{J}}}}").type == csl
