"""Raised numbers stand close to the words, and behind the signs."""

from __future__ import annotations

import pytest

from digest.model import Citation, CiteItem, Place
from digest.render.citations import raise_citations

CITE = Citation((CiteItem("a", Place("x.md", 1, 1)),))
IN_TEXT = Citation((CiteItem("a", Place("x.md", 1, 1)),), in_text=True)


@pytest.mark.parametrize(
    ("before", "after", "raised"),
    [
        ("<p>machine ", ". It", ("<p>machine.", " It")),
        ("<p>machine\n", " and", ("<p>machine", " and")),
        ("<p><em>machine</em> ", ", it", ("<p><em>machine</em>,", " it")),
        ("<p>machine", "</p>", ("<p>machine", "</p>")),
        ("<li>", ". It", ("<li>", ". It")),
        ("<li>\n", " It", ("<li>\n", " It")),
        ("<p>so ", "&amp; so", ("<p>so", "&amp; so")),
    ],
)
def test_a_number_is_raised(before: str, after: str, raised: tuple[str, str]) -> None:
    assert raise_citations((before, CITE, after)) == (raised[0], CITE, raised[1])


def test_names_in_running_text_stay_where_they_are() -> None:
    assert raise_citations(("<p>as ", IN_TEXT, ".")) == ("<p>as ", IN_TEXT, ".")


def test_a_citation_alone_is_left_alone() -> None:
    assert raise_citations((CITE,)) == (CITE,)
