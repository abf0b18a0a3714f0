"""Directives place every entry once; numbers follow the order in which a page is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

INDEX = "editions/2022-03/index.md"
REST = ":::{papers}\n:::\n"


@pytest.fixture
def four(newsletter: Newsletter) -> Newsletter:
    """Return a newsletter with an edition of four entries, Paper1 to Paper4."""
    for number, tag in enumerate(("vision", "nlp", "Vision", "speech"), start=1):
        newsletter.paper(f"arxiv:2202.0000{number}", f"Paper{number}")
        newsletter.entry(f"2022-03/0{number}-e{number}", arxiv=f"2202.0000{number}", tags=[tag])
    newsletter.edition("2022-03")
    return newsletter


def order(newsletter: Newsletter, body: str) -> list[str]:
    """Return what an edition's page shows in which order."""
    newsletter.edition("2022-03", body)
    assert newsletter.check() == []
    newsletter.build()
    html = newsletter.page("editions/2022-03/").partition('<main id="content">')[2]
    found = re.findall(r'<article[^>]* id="(e\d)"|(MIDDLE)|id="(references)"', html)
    return ["".join(groups) for groups in found]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("MIDDLE\n", "MIDDLE e1 e2 e3 e4"),
        (f"{REST}\nMIDDLE\n", "e1 e2 e3 e4 MIDDLE"),
        (f":::{{papers}}\n:tag: vision\n:::\n\nMIDDLE\n\n{REST}", "e1 e3 MIDDLE e2 e4"),
        (f"{REST}\nMIDDLE\n\n:::{{papers}}\n:tag: vision\n:::\n", "e2 e4 MIDDLE e1 e3"),
        (f":::{{papers}}\n:only: [e4, e2]\n:::\n\nMIDDLE\n\n{REST}", "e2 e4 MIDDLE e1 e3"),
        (f":::{{papers}}\n:only: e4\n:tag: nlp\n:::\nMIDDLE\n\n{REST}", "e2 e4 MIDDLE e1 e3"),
        (f":::{{papers}}\n:tag: vision, nlp\n:::\nMIDDLE\n\n{REST}", "e1 e2 e3 MIDDLE e4"),
        # a name goes before a tag
        (f":::{{papers}}\n:tag: vision\n:::\nMIDDLE\n\n:::{{papers}}\n:only: e1\n:::\n{REST}", ""),
    ],
)
def test_entries_stand_where_directives_place_them(four: Newsletter, body: str, shown: str) -> None:
    assert " ".join(order(four, body)) == (shown or "e3 MIDDLE e1 e2 e4")


def test_references_may_stand_in_the_middle(four: Newsletter) -> None:
    body = f"See [@e1].\n\n:::{{references}}\n:::\n\nMIDDLE\n\n{REST}"
    assert order(four, body) == ["references", "MIDDLE", "e1", "e2", "e3", "e4"]


def test_entries_are_numbered_as_they_are_read(four: Newsletter) -> None:
    order(four, f":::{{papers}}\n:only: e4\n:::\n{REST}")
    assert "Paper 1 of 4" in four.text("editions/2022-03/e4/")
    assert "Paper 2 of 4" in four.text("editions/2022-03/e1/")
    home = four.text("")
    assert home.index("Paper4") < home.index("Paper1")


def test_a_draft_leaves_no_gap_in_the_numbers(four: Newsletter) -> None:
    four.entry("2022-03/02-e2", arxiv="2202.00002", draft=True)
    order(four, "")
    assert "Paper 2 of 3" in four.text("editions/2022-03/e3/")


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (f"{REST}{REST}", f"{INDEX}:7:5 error entry-unplaced"),
        (f":::{{papers}}\n:only: e9\n:::\n{REST}", f"{INDEX}:6:2 error entry-unplaced"),
        (f":::{{papers}}\n:only: e1, e1\n:::\n{REST}", f"{INDEX}:6:2 error entry-unplaced"),
        (f":::{{papers}}\n:foo: x\n:::\n{REST}", f"{INDEX}:6:2 error directive-unknown"),
        (":::{references}\n:::\n" * 2, f"{INDEX}:7:5 error directive-unknown"),
        (":::{Papers}\n:::\n", f"{INDEX}:5:5 error directive-unknown"),
        (
            ":::{papers}\n:only: e1, e2, e4\n:::\n",
            "editions/2022-03/03-e3.md:1:1 error entry-unplaced",
        ),
    ],
)
def test_what_is_wrong_with_directives_is_named(four: Newsletter, body: str, problem: str) -> None:
    four.edition("2022-03", body)
    assert problem in four.check()


def test_entries_and_pages_have_no_directives(four: Newsletter) -> None:
    four.entry("2022-03/01-e1", REST, arxiv="2202.00001")
    four.write("content/pages/about.md", f"---\ntitle: About\n---\n{REST}")
    assert four.check() == [
        "editions/2022-03/01-e1.md:4:5 error directive-unknown",
        "pages/about.md:4:5 error directive-unknown",
    ]
