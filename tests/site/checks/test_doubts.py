"""What can be read, and hardly is what was meant, is told; what may well be meant is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.newsletter import TODAY, Newsletter
from tests.pictures import encode, photograph

if TYPE_CHECKING:
    from pathlib import Path


def told(newsletter: Newsletter) -> list[tuple[str, str]]:
    """Return place and message of what is doubtful, at 2022-06-01."""
    found = [one for one in newsletter.diagnose() if one.rule == "field-doubtful"]
    places = [f"{one.path.removeprefix('content/editions/')}:{one.line}" for one in found]
    return list(zip(places, (one.message for one in found), strict=True))


@pytest.mark.parametrize(
    "date", ["2062-03-02", "2024-01-01", "9999-12-31", "1022-03-02", "0202-03-02"]
)
def test_a_date_that_is_far_off_is_told(newsletter: Newsletter, date: str) -> None:
    newsletter.edition("a", date=date)
    ((place, message),) = told(newsletter)
    assert place == "a/index.md:3"
    assert message.startswith(f"'{date}' is ")


@pytest.mark.parametrize("date", ["2023-03-02", "2022-06-30", TODAY, "1999-12-31", "1967-01-01"])
def test_one_of_an_archive_or_of_next_year_is_not(newsletter: Newsletter, date: str) -> None:
    newsletter.edition("a", date=date)
    assert told(newsletter) == []


@pytest.mark.parametrize(
    ("updated", "said"),
    [
        ("2022-03-01", ["is before the day of the edition"]),
        ("2022-03-02", []),
        (TODAY, []),
        ("2022-06-02", ["is later than today"]),
        ("soon", []),
    ],
)
def test_a_change_before_the_edition_or_later_than_today_is_told(
    newsletter: Newsletter, updated: str, said: list[str]
) -> None:
    newsletter.edition("2022-03", date="2022-03-02", updated=updated)
    newsletter.paper("arxiv:2202.00001")
    newsletter.entry("2022-03/01-a", arxiv="2202.00001", updated=updated)
    places = ("2022-03/01-a.md:3", "2022-03/index.md:4")
    assert told(newsletter) == [(place, f"'{updated}' {one}") for place in places for one in said]


def test_a_paper_is_hardly_years_younger_than_its_edition(newsletter: Newsletter) -> None:
    own: dict[str, Any] = {"url": "https://example.org/", "title": "T", "authors": ["Ada Example"]}
    newsletter.edition("2022-03")
    newsletter.entry("2022-03/01-a", **own, date="2062-01-01")
    newsletter.entry("2022-03/02-b", **own, date="0202")
    newsletter.entry("2022-03/03-c", **own, date="2023-02")
    newsletter.entry("2022-03/04-d", **own, date="1543")
    assert sorted(told(newsletter)) == [
        ("2022-03/01-a.md:5", "'2062-01-01' is long after the edition"),
        ("2022-03/02-b.md:5", "'0202' is long ago"),
    ]


def test_two_editions_of_one_number_are_told(newsletter: Newsletter) -> None:
    newsletter.edition("2022-02", number=1)
    newsletter.edition("2022-03", number=2)
    newsletter.edition("2022-04", number=1)
    newsletter.edition("2022-01")
    newsletter.edition("2022-05")
    assert told(newsletter) == [
        ("2022-04/index.md:4", "the edition '2022-02' has the number 1, too")
    ]


def test_a_translation_may_have_the_number_of_its_original(newsletter: Newsletter) -> None:
    newsletter.edition("2022-02", number=1)
    newsletter.edition("2022-02-fr", number=1, lang="fr")
    assert told(newsletter) == []
    newsletter.edition("2022-03-fr", number=1, lang="fr")
    newsletter.edition("2022-03-en", number=1, lang="en", date="2022-03-05")
    assert sorted(told(newsletter)) == [
        ("2022-03-en/index.md:4", "the edition '2022-02' has the number 1, too"),
        ("2022-03-fr/index.md:4", "the edition '2022-02-fr' has the number 1, too"),
    ]


@pytest.mark.parametrize(
    "typed", ["description:", "description: ~", 'description: ""', "description:  # to do"]
)
def test_a_description_that_is_empty_is_told(newsletter: Newsletter, typed: str) -> None:
    text = f"---\ntitle: T\ndate: 2022-03-02\n{typed}\n---\nText.\n"
    newsletter.write("content/editions/2022-03/index.md", text)
    assert told(newsletter) == [("2022-03/index.md:4", "the description is empty")]
    newsletter.write(
        "content/editions/2022-03/index.md", text.replace("---\nText", "draft: true\n---\n")
    )
    assert told(newsletter) == []


def tag(newsletter: Newsletter, *tags: list[str]) -> list[str]:
    newsletter.edition("2022-03")
    for number, some in enumerate(tags, start=1):
        newsletter.paper(f"arxiv:2202.0000{number}")
        newsletter.entry(f"2022-03/0{number}-a{number}", arxiv=f"2202.0000{number}", tags=some)
    return [one.hint for one in newsletter.diagnose()]


@pytest.mark.parametrize(
    ("typo", "meant"),
    [
        ("visoin", "vision"),
        ("vison", "vision"),
        ("visiion", "vision"),
        ("retreival", "retrieval"),
        ("Quatum computing", "quantum computing"),
        ("langauge models", "language models"),
        ("reinforcment learning", "reinforcement learning"),
    ],
)
def test_a_tag_that_is_a_slip_for_another_is_told(
    newsletter: Newsletter, typo: str, meant: str
) -> None:
    assert tag(newsletter, [meant], [meant], ["x", typo]) == [f"did you mean '{meant}'?"]
    assert tag(newsletter, [meant], [typo], []) == [f"did you mean '{meant}'?"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("NLP", "NLG"), ("graph", "graphs"), ("GPT-3", "GPT-4"), ("training", "trailing")),
        *(("supervised", "unsupervised"), ("human", "humane"), ("vision", "Vision")),
        *(("agent", "agents"), ("physics", "physic"), ("weather", "leather"), ("C++", "C#")),
        *(("ethics", "ethnic"), ("speech", "speech recognition"), ("2D", "3D")),
    ],
)
def test_tags_that_are_two_are_left_in_peace(newsletter: Newsletter, one: str, other: str) -> None:
    assert tag(newsletter, [one], [one], [other]) == []


@pytest.mark.parametrize("alt", ["plot.png", "My Plot.PNG", "figures/a.svg"])
def test_a_files_name_is_no_text_for_an_image(newsletter: Newsletter, alt: str) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    newsletter.write("content/editions/2022-03/plot.svg", svg)
    newsletter.edition("2022-03", f"![{alt}](plot.svg)\n")
    newsletter.paper("arxiv:2202.00001")
    figure = {"src": "plot.svg", "alt": alt}
    newsletter.entry("2022-03/01-a", arxiv="2202.00001", figure=figure)
    assert newsletter.check() == [
        "editions/2022-03/01-a.md:3:17 warning image-alt",
        "editions/2022-03/index.md:5:1 warning image-alt",
    ]


def test_a_broken_record_that_nothing_needs_is_a_warning(newsletter: Newsletter) -> None:
    newsletter.write("content/papers/arxiv/2202.00001.json", "{")
    newsletter.paper("arxiv:2202.00002", title="Of $\\nosuch$")
    newsletter.edition("2022-03")
    records = [f"papers/arxiv/2202.0000{number}.json" for number in (1, 2)]
    found = [(one.path.removeprefix("content/"), one.severity) for one in newsletter.diagnose()]
    assert found == [(path, "warning") for path in records]
    newsletter.edition("2022-03", "As [@arxiv:2202.00001; @arxiv:2202.00002] say.\n")
    found = [(one.path.removeprefix("content/"), one.severity) for one in newsletter.diagnose()]
    assert found == [(path, "error") for path in records]


@pytest.mark.parametrize(
    ("folder", "is_told"),
    [
        ("2022-01", False),
        ("2023-03", True),
        ("2021-03-02", True),
        ("2021-03-weekly", False),
        ("20220302", False),
    ],
)
def test_a_year_that_is_not_the_folders_is_told(
    newsletter: Newsletter, folder: str, *, is_told: bool
) -> None:
    newsletter.edition(folder, date="2022-03-02")
    assert len(told(newsletter)) == is_told


def test_a_tag_that_places_nothing_is_told(newsletter: Newsletter) -> None:
    body = ":::{papers}\n:tag: visoin\n:::\n\n:::{papers}\n:::\n"
    newsletter.edition("2022-03", body)
    assert told(newsletter) == []
    newsletter.paper("arxiv:2202.00001")
    # that of a draft will place it
    newsletter.entry("2022-03/01-a", arxiv="2202.00001", tags=["Vision"], draft=True)
    assert [message for _, message in told(newsletter)] == [
        "no entry of the edition has the tag 'visoin'"
    ]
    newsletter.edition("2022-03", body.replace("visoin", "vision"))
    assert told(newsletter) == []


def test_what_is_published_with_nothing_in_it_is_told(tmp_path: Path) -> None:
    news = Newsletter(tmp_path)
    news.edition("2022-03", "")
    news.edition("2022-04", "![A plot](a.png)\n")
    news.write("content/editions/2022-04/a.png", encode(photograph(4, 3)))
    news.edition("2022-05", ":::{papers}\n:::\n")
    news.entry("2022-05/01-a", arxiv="2202.06991")
    news.paper("arxiv:2202.06991")
    news.edition("2022-06", "", draft=True)
    news.edition("2022-07", "")
    news.entry("2022-07/01-a", arxiv="2202.06992", draft=True)
    news.paper("arxiv:2202.06992")
    news.write("content/pages/draft.md", "---\ntitle: A\ndraft: true\n---\n")
    news.write("content/pages/about.md", "---\ntitle: A\n---\n<!-- later -->\n")
    assert news.check() == [
        "editions/2022-03/index.md:1:1 warning text-missing",
        "editions/2022-07/index.md:1:1 warning text-missing",
        "pages/about.md:1:1 warning text-missing",
    ]
