"""Links to the site itself by its whole address; `tests/site/test_links.py` has the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.newsletter import Newsletter

if TYPE_CHECKING:
    from pathlib import Path

HOME = "https://example.org/news/"


@pytest.fixture
def told(tmp_path: Path) -> Newsletter:
    site = Newsletter(tmp_path)
    site.edition("2022-03", "## Part\n\nText.\n")
    site.edition("2022-12", date="2022-12-01")
    site.write("static/data.csv", "a,b\n")
    return site


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (f"{HOME}gone/", "the site has no page '/gone/'"),
        (f"{HOME}editons/2022-03/", "the site has no page '/editons/2022-03/'"),
        (f"{HOME}editions/2022-12/", "'/editions/2022-12/' is not published yet"),
        (f"{HOME}editions/2022-03/#prat", "'/editions/2022-03/' has no heading '#prat'"),
        (f"{HOME}editions/2022-03/#part", ""),
        (f"{HOME}editions/2022-03?utm_source=mail", ""),
        (f"{HOME}feed.xml", ""),
        (f"{HOME}data.csv", ""),
        (f"{HOME}sitemap.xml", ""),
        (HOME.rstrip("/"), ""),
        ("https://example.org/newsroom/", ""),
    ],
)
def test_one_that_leads_nowhere_is_told(told: Newsletter, address: str, said: str) -> None:
    told.write("content/pages/about.md", f"---\ntitle: A\n---\nSee <{address}>.\n")
    found = [(one.rule, one.severity, one.message) for one in told.diagnose()]
    assert found == ([("link-unpublished", "warning", said)] if said else [])


def test_one_of_a_footer_is_told(told: Newsletter) -> None:
    told.settings(f"footer: See <{HOME}gone/> and <{HOME}archive/>.\n")
    assert told.check() == ["site.yaml:5:13 warning link-unpublished"]


def test_what_is_meant_is_a_whole_address(told: Newsletter) -> None:
    told.write("content/pages/about.md", f"---\ntitle: A\n---\n<{HOME}editons/2022-03/>\n")
    assert [one.hint for one in told.diagnose()] == [f"did you mean '{HOME}editions/2022-03/'?"]
