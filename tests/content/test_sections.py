"""A section that is missing is told at the line that was meant as its heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

SETTINGS = "sections:\n  why: {title: Why, icon: '❓', required: true}\n"
SETTINGS += "  insights: {title: Key insights, required: true}\n  more: {title: Why not}\n"
WHY = "## Why\n\nFor this.\n\n"
MEANT = "## Key insights"


def tell(newsletter: Newsletter, body: str) -> list[tuple[int, str]]:
    newsletter.settings(SETTINGS)
    newsletter.paper("arxiv:2202.00001")
    newsletter.edition("2022-03")
    newsletter.entry("2022-03/01-a", body, arxiv="2202.00001")
    found = [one for one in newsletter.diagnose() if one.rule == "section-missing"]
    # the body begins on line 4
    return [(one.line - 3 if one.line > 1 else 1, one.hint) for one in found]


@pytest.mark.parametrize("typed", ["##Key insights", "####### Key insights"])
def test_a_heading_that_is_none_is_told_once(newsletter: Newsletter, typed: str) -> None:
    assert tell(newsletter, f"{WHY}{typed}\n\nThese.\n") == [(5, f"write '{MEANT}' in its place")]
    assert newsletter.check() == ["editions/2022-03/01-a.md:8:1 error section-missing"]


def test_a_second_section_of_one_name_is_told(newsletter: Newsletter) -> None:
    assert tell(newsletter, f"{WHY}{MEANT}\n\nThese.\n\n{WHY}{WHY}") == []
    places = ["editions/2022-03/01-a.md:12:1", "editions/2022-03/01-a.md:16:1"]
    assert newsletter.check() == [f"{place} warning field-doubtful" for place in places]


def test_what_is_empty_is_not_called_missing(newsletter: Newsletter) -> None:
    tell(newsletter, f"{MEANT}\n")
    told = [one.message for one in newsletter.diagnose() if one.rule == "section-missing"]
    assert told == ["the section 'Why' is missing", "the section 'Key insights' is empty"]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        (f"{MEANT}\n", "write a text under it"),
        (f"{MEANT}\n\n## Why not\n\nSo.\n", "write a text under it"),
        ("## 💡 Key Insights\n\n<!-- to do -->\n", "write a text under it"),
        ("## Insights\n", "write a text under it"),
        ("# Key insights\n\nSo.\n", f"write '{MEANT}' in its place"),
        ("### Key insights\n\nSo.\n", f"write '{MEANT}' in its place"),
        ("##Key insights\n\nSo.\n", f"write '{MEANT}' in its place"),
        ("**Key insights**\n\nSo.\n", f"write '{MEANT}' in its place"),
        ("Key insights:\n\nSo.\n", f"write '{MEANT}' in its place"),
        ("**Key insights**\nSo.\n", f"write '{MEANT}' in its place"),
        ("**Key insights:** So.\n", f"write '{MEANT}' in a line of its own, above the text"),
        ("## Key Insight\n\nSo.\n", f"did you mean '{MEANT}'?"),
        ("## Key inisghts\n\nSo.\n", f"did you mean '{MEANT}'?"),
        ("### Kye insights\n\nSo.\n", f"did you mean '{MEANT}'?"),
        ("## Key insights [@arxiv:2202.00001]\n\nSo.\n", f"write '{MEANT}' alone, and"),
        ("## Key insights of it\n\nSo.\n", f"write '{MEANT}' alone, and"),
    ],
)
def test_a_heading_that_is_there_is_where_the_problem_stands(
    newsletter: Newsletter, typed: str, hint: str
) -> None:
    ((line, told),) = tell(newsletter, WHY + typed)
    assert (line, told[: len(hint)]) == (5, hint)
    # followed to the letter
    heading = typed.split("\n", maxsplit=1)[0] if "under it" in hint else MEANT
    assert tell(newsletter, f"{WHY}{heading}\n\nA text.\n") == []


@pytest.mark.parametrize(
    "typed",
    ["", "Key insights are these.\nSo.\n", "```\n## Key insights\n```\n", "## Why not\n\nSo.\n"],
)
def test_without_one_it_is_to_be_added(newsletter: Newsletter, typed: str) -> None:
    assert tell(newsletter, WHY + typed) == [(1, f"add a heading '{MEANT}' and a text under it")]


def test_each_is_told_by_itself(newsletter: Newsletter) -> None:
    told = tell(newsletter, "## Why\n\n## Key insights\n")
    assert told == [(1 if line == 0 else line, "write a text under it") for line in (1, 3)]
