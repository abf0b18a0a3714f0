"""What crawlers are told: every page that is to be found, once, with a date from the content."""

from __future__ import annotations

import shutil
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from digest.site.together import sitemap
from digest.site.views.sitemap import Location

if TYPE_CHECKING:
    import pytest

    from tests.newsletter import Newsletter

SITE = "https://example.org/news/"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def read(newsletter: Newsletter, name: str = "sitemap.xml") -> dict[str, str]:
    """Return the dates of what a sitemap lists, by address; `none` without one."""
    root = ET.fromstring(newsletter.tree()[name])  # noqa: S314 -- our own
    return {
        item.findtext(f"{SPACE}loc", ""): item.findtext(f"{SPACE}lastmod", "none") for item in root
    }


def fill(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.00001", authors="Bo Lee")
    newsletter.paper("arxiv:2202.00002", authors="Bo Lee")
    newsletter.edition("2022-02", aliases=["/old/"])
    newsletter.edition("2022-03")
    newsletter.entry("2022-02/01-a", arxiv="2202.00001", tags=["early & first"])
    newsletter.entry("2022-03/01-b", arxiv="2202.00002")
    newsletter.write("content/pages/about.md", "---\ntitle: About\n---\nWe are.\n")


def test_every_page_is_listed_with_the_date_of_its_newest_edition(newsletter: Newsletter) -> None:
    fill(newsletter)
    newsletter.build()
    assert read(newsletter) == {
        SITE: "2022-03-02",
        f"{SITE}about/": "none",
        f"{SITE}archive/": "2022-03-02",
        f"{SITE}authors/bo-lee/": "2022-03-02",
        f"{SITE}editions/2022-02/": "2022-02-02",
        f"{SITE}editions/2022-02/a/": "2022-02-02",
        f"{SITE}editions/2022-03/": "2022-03-02",
        f"{SITE}editions/2022-03/b/": "2022-03-02",
        f"{SITE}tags/": "none",
        f"{SITE}tags/early-first/": "2022-02-02",
    }


def test_an_address_in_another_script_is_encoded(newsletter: Newsletter) -> None:
    newsletter.edition("märz", date="2022-03-02")
    newsletter.build()
    assert f"{SITE}editions/m%C3%A4rz/" in read(newsletter)


def test_robots_are_told_where_the_sitemap_is(newsletter: Newsletter) -> None:
    newsletter.build()
    lines = newsletter.tree()["robots.txt"].decode().splitlines()
    assert f"Sitemap: {SITE}sitemap.xml" in lines
    assert not any(line.startswith("Disallow") for line in lines)
    assert newsletter.tree()[".nojekyll"] == b""


def test_a_site_too_large_for_one_sitemap_has_several(
    newsletter: Newsletter, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(newsletter)
    newsletter.build()
    whole = read(newsletter)
    monkeypatch.setattr(sitemap, "MOST_PAGES", 4)
    shutil.rmtree(newsletter.out)
    newsletter.build()
    parts = read(newsletter)
    assert [*parts] == [f"{SITE}sitemap-{number}.xml" for number in (1, 2, 3)]
    listed = [read(newsletter, part.removeprefix(SITE)) for part in parts]
    assert {url: date for part in listed for url, date in part.items()} == whole
    assert [len(part) for part in listed] == [4, 4, 2]
    assert parts[f"{SITE}sitemap-1.xml"] == "2022-03-02"


def test_a_sitemap_never_has_more_bytes_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MOST_BYTES", 1000)
    long = [Location(f"https://example.org/{'x' * 300}/{number}/") for number in range(7)]
    parts = list(sitemap.split(long))
    assert [one for part in parts for one in part] == long
    assert [len(part) for part in parts] == [2, 2, 2, 1]


def test_an_edit_of_a_text_leaves_the_sitemap_as_it_was(newsletter: Newsletter) -> None:
    fill(newsletter)
    newsletter.build()
    newsletter.entry("2022-03/01-b", "Another text.\n", arxiv="2202.00002")
    changed = {change.path for change in newsletter.build().changes}
    assert changed
    assert "site/sitemap.xml" not in changed


def test_a_list_of_topics_without_any_is_not_to_be_found(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03")
    newsletter.build()
    assert f"{SITE}tags/" not in read(newsletter)
