"""Raised numbers stand close to the words, and behind the signs."""

from __future__ import annotations

import pytest

from digest.basics.diagnostics import Place
from digest.basics.fragments import Citation, CiteItem
from digest.render.superscripts import raise_citations

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
        ("<p><em>it ", "</em>. So", ("<p><em>it</em>.", " So")),
        ("<p><em>it ", "</em> so", ("<p><em>it", "</em> so")),
        ("<p>it <strong>", "</strong>, so", ("<p>it,", " so")),
        ("<p>it <strong>", "</strong> so", ("<p>it<strong>", "</strong> so")),
        ("<p>“it ", "” so", ("<p>“it”", " so")),
        ("<p>“it ", ".” So", ("<p>“it.", "” So")),
        ("<p>“<em>it ", "</em>”, so", ("<p>“<em>it</em>”,", " so")),
        ("<p>(it ", "). So", ("<p>(it", "). So")),
        ("<p>it ", "—so", ("<p>it", "—so")),
        ("<p>it ", "’s", ("<p>it", "’s")),
        ("<p>数 ", "。", ("<p>数", "。")),
        ("<p><math>x</math> ", " so", ("<p><math>x</math>\u202f", " so")),
        ("<p><math>x</math> ", ", so", ("<p><math>x</math>,", " so")),
        ("<p>8.4 ", " and", ("<p>8.4\u202f", " and")),
        ("<p>8.4 ", ", and", ("<p>8.4,", " and")),
        ("<p>m\xb2 ", " and", ("<p>m\xb2\u202f", " and")),
        (
            '<p>so<sup><a href="#n">a</a></sup> ',
            "",
            ('<p>so<sup><a href="#n">a</a></sup>\u202f', ""),
        ),
        ("<p>so ", "<sup>a</sup>", ("<p>so", "\u202f<sup>a</sup>")),
    ],
)
def test_a_number_is_raised(before: str, after: str, raised: tuple[str, str]) -> None:
    assert raise_citations((before, CITE, after)) == (raised[0], CITE, raised[1])


def test_names_in_running_text_stay_where_they_are() -> None:
    assert raise_citations(("<p>as ", IN_TEXT, ".")) == ("<p>as ", IN_TEXT, ".")


def test_a_citation_alone_is_left_alone() -> None:
    assert raise_citations((CITE,)) == (CITE,)


def test_citations_side_by_side_are_one() -> None:
    both = Citation(CITE.items + CITE.items)
    assert raise_citations(("<p>it ", CITE, CITE, ".")) == ("<p>it.", both, "")
    assert raise_citations(("<p>it ", CITE, " ", CITE, ".")) == ("<p>it.", both, "")
    assert raise_citations(("<p>it ", CITE, " ", IN_TEXT)) == ("<p>it", CITE, " ", IN_TEXT)


def test_what_has_words_is_not_raised() -> None:
    worded = Citation((CiteItem("a", Place("x.md", 1, 1), ("see ",)),))
    assert raise_citations(("<p>it ", worded, ".")) == ("<p>it ", worded, ".")
    assert raise_citations(("<p>it", worded, ".")) == ("<p>it ", worded, ".")
