"""Facts that others wrote, and that are hardly as they were meant."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.newsletter import Newsletter

if TYPE_CHECKING:
    from pathlib import Path

RECORD = "content/papers/doi/10.1000%2Fx.json"
KEPT = "; 'digest fetch --refresh' keeps what you write"
LOOK_UP = "look it up, and mend it here"


def told(root: Path, **facts: Any) -> list[tuple[int, str, str, str]]:
    """Return the line, the text at it, the message and the hint of what is told of a record."""
    newsletter = Newsletter(root)
    newsletter.edition("2022-03", "See [@doi:10.1000/x].\n")
    item = {"id": "doi:10.1000/x", "type": "article-journal", "title": "A study", **facts}
    text = json.dumps(item, indent=2, ensure_ascii=False)
    newsletter.write(RECORD, text)
    found = [one for one in newsletter.diagnose() if one.rule == "paper-doubtful"]
    assert all(one.severity == "warning" and one.path == RECORD for one in found)
    lines = text.split("\n")
    return [
        (one.line, lines[one.line - 1][one.column - 1 :].rstrip(',"'), one.message, one.hint)
        for one in found
    ]


def test_a_title_in_capitals_is_told(tmp_path: Path) -> None:
    title = "A NEW METHOD FOR TESTING OF DNA"
    message = f"the title '{title}' is in capitals throughout"
    hint = f"write it here with small letters{KEPT}"
    assert told(tmp_path, title=title) == [(4, title, message, hint)]


@pytest.mark.parametrize(
    "title",
    ["BERT", "COVID-19 AND SARS", "A $x$ NEW METHOD for DNA", "日本語の題名 一 二 三"],
)
def test_a_short_title_may_be_in_capitals(tmp_path: Path, title: str) -> None:
    assert told(tmp_path, title=title) == []


def test_styles_and_formulas_hide_no_capitals(tmp_path: Path) -> None:
    title = "THE <i>IN VIVO</i> STUDY OF $x_i$ AND MORE"
    (found,) = told(tmp_path, title=title)
    at = found[1]
    assert at == title


def test_a_lost_letter_is_told_where_it_stands(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        **{"container-title": "Zool. (S\ufffdo Paulo)"},
        author=[{"family": "Poe", "given": "A."}, {"family": "M???ller", "given": "B."}],
    )
    message = "a letter of 'M???ller' seems lost"
    assert [one[2] for one in found] == ["a letter of '(S\ufffdo' seems lost", message]
    assert found[0][1] == "Zool. (S\ufffdo Paulo)"
    assert {one[3] for one in found} == {LOOK_UP + KEPT}


def test_a_place_of_work_among_the_authors_is_told(tmp_path: Path) -> None:
    names = ["Paderborn University", "ATLAS Collaboration", "University of Oulu Team", "Red Hat"]
    author = [{"family": "Poe", "given": "A."}, *({"literal": name} for name in names)]
    (found,) = told(tmp_path, author=author)
    at, message = found[1:3]
    assert at == "Paderborn University"
    assert message == (
        "'Paderborn University' stands among the authors, and seems to be where they work"
    )
    # as the only author it has written it
    assert told(tmp_path, author=[{"literal": "Paderborn University"}]) == []


def test_references_bib_is_looked_at_as_well(tmp_path: Path) -> None:
    newsletter = Newsletter(tmp_path)
    newsletter.write(
        "content/references.bib",
        "@misc{k,\n  author={M\ufffdller, A.},\n  title={A NEW METHOD FOR ALL}, year=2020}\n",
    )
    found = [(one.line, one.message, one.hint) for one in newsletter.diagnose()]
    assert found == [
        (1, "a letter of 'M\ufffdller' seems lost", LOOK_UP),
        (
            3,
            "the title 'A NEW METHOD FOR ALL' is in capitals throughout",
            "write it here with small letters",
        ),
    ]


def test_facts_that_an_entry_types_are_looked_at_as_well(tmp_path: Path) -> None:
    newsletter = Newsletter(tmp_path)
    newsletter.edition("2022-03")
    title, names = "A NEW METHOD FOR ALL", ["Ada Lovelace", "University of Oulu"]
    work: dict[str, Any] = {
        "url": "https://example.org/x",
        "date": "2022",
        "title": title,
        "authors": names,
    }
    newsletter.entry("2022-03/01-x", **work)
    found = [(one.rule, one.line, one.message) for one in newsletter.diagnose()]
    assert [one[0] for one in found] == ["paper-doubtful"] * 2
    assert found[0][2] == "the title 'A NEW METHOD FOR ALL' is in capitals throughout"
    assert found[1][2].startswith("'University of Oulu' stands among the authors")
    # as the only author it has written it
    newsletter.entry("2022-03/01-x", **work | {"title": "Of All", "authors": names[1:]})
    assert newsletter.diagnose() == ()


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("authors: '?'", "a name must have a letter, not '?'"),
        ("authors: []", "an entry with neither 'arxiv' nor 'doi' needs 'authors'"),
        ("authors: ''", "an entry with neither 'arxiv' nor 'doi' needs 'authors'"),
        ("authors: [{name: Ada}]", "this must be a text, not a mapping"),
        ("authors: TBA", "'TBA' stands for a text that is not written yet"),
        ("authors: Bj\ufffdrn Lov", "a letter of 'Bj\ufffdrn' was lost"),
    ],
)
def test_an_entry_that_names_no_author_is_told(tmp_path: Path, typed: str, message: str) -> None:
    newsletter = Newsletter(tmp_path)
    newsletter.edition("2022-03")
    matter = f"url: https://example.org/x\ntitle: Of All\ndate: 2022\n{typed}"
    newsletter.write("content/editions/2022-03/01-x.md", f"---\n{matter}\n---\nText.\n")
    (found,) = newsletter.diagnose()
    assert (found.line, found.message) == (5, message)
