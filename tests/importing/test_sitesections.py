"""The parts that most entries of an archive have."""

from __future__ import annotations

from digest.importing.sitesections import find_sections, list_missing_sections, name_sections
from digest.settings.config import SectionRule

WHY = SectionRule("why", "Why", "❓", required=True)
INSIGHTS = SectionRule("key-insights", "Key insights", "💡", required=True)
ENTRY = "## ❓ Why\n\nSo.\n\n## 💡 **Key insights:**\n\nThese."


def test_what_all_entries_have_is_required() -> None:
    assert find_sections([ENTRY] * 3, {}) == (WHY, INSIGHTS)


def test_what_most_have_is_a_section_and_what_few_have_is_none() -> None:
    texts = [ENTRY, ENTRY, ENTRY, "## Why\n\nSo.", "## Limits\n\nNone.", ""]
    assert [(one.title, one.required) for one in find_sections(texts, {})] == [
        ("Why", False),
        ("Key insights", False),
    ]


def test_icons_may_be_known_from_elsewhere() -> None:
    (found,) = find_sections(["## Why\n\nSo."] * 3, {"why": "❓"})
    assert found == WHY


def test_two_entries_are_too_few() -> None:
    assert find_sections([ENTRY] * 2, {}) == ()


def test_headings_in_code_are_none() -> None:
    assert find_sections(["```\n## Why\n```"] * 3, {}) == ()


def test_headings_are_named_as_the_site_has_them() -> None:
    named = name_sections(ENTRY + "\n\n## Limits", [WHY, INSIGHTS])
    assert named == "## Why\n\nSo.\n\n## Key insights\n\nThese.\n\n## Limits"


def test_entries_that_lack_a_required_section_are_counted() -> None:
    missing = list_missing_sections([ENTRY, "## Why\n\nSo."], [WHY, INSIGHTS])
    assert list(missing) == [(INSIGHTS, 1)]
