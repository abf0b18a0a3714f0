"""Wherever a work can be named, its mention is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.content.load import load
from digest.content.mentions import list_mentions
from digest.output.memo import open_memo
from tests.newsletter import Newsletter

if TYPE_CHECKING:
    from pathlib import Path


def mentions(root: Path) -> list[tuple[str, str]]:
    """Return what is named, and where: path below content/, line and column."""
    with open_memo(None) as memo:
        content = load(root, memo)
    return [
        (one.key, f"{one.place.path.removeprefix('content/')}:{one.place.line}:{one.place.column}")
        for one in list_mentions(content)
    ]


def test_every_place_that_names_a_work(tmp_path: Path) -> None:
    newsletter = Newsletter(tmp_path, "sections: {why: Why}\n")
    newsletter.edition(
        "2022-03",
        "Body [@a].[^1]\n\n[^1]: Note [@b].\n",
        description="Deck @c",
        references=["doi:10.1000/d"],
    )
    newsletter.entry(
        "2022-03/01-x",
        "Lead [@g].\n\n## Why\n\nSection [see @h, p. 3; -@i].\n\n## Own\n\nText @j.\n",
        arxiv="arXiv:2202.00001v2",
        description="Line @e",
        note="Note @f",
        figure={"src": "a.png", "alt": "A", "caption": "By [@k]", "credit": "From [@l]"},
    )
    newsletter.entry("2022-03/02-draft", doi="10.1000/M", draft="true")
    newsletter.write("content/pages/about.md", "---\ntitle: About\n---\nPage [@n].\n")
    found = mentions(tmp_path)
    assert sorted(key for key, _ in found) == [
        "a", "arxiv:2202.00001", "b", "c", "doi:10.1000/d", "doi:10.1000/m", *"efghijkln"
    ]  # fmt: skip
    assert ("arxiv:2202.00001", "editions/2022-03/01-x.md:2:8") in found
    assert ("n", "pages/about.md:4:7") in found
    assert ("h", "editions/2022-03/01-x.md:11:14") in found
