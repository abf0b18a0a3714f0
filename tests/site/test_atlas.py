"""Links that editors write lead to the right place of the right page, or are named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

INDEX = "editions/2022-03/index.md"


@pytest.fixture
def two(newsletter: Newsletter) -> Newsletter:
    """Return a newsletter of two editions, a page and a file."""
    newsletter.paper("arxiv:2202.00001")
    newsletter.edition("2022-02", "## News\n\nOld.\n")
    newsletter.edition("2022-03", "## Compute\n\nText.\n\n## News\n\nText [@arxiv:2202.00001].\n")
    newsletter.entry("2022-03/01-compute", "## Part one\n\nText.\n", arxiv="2202.00001")
    newsletter.write("content/editions/2022-02/data.csv", "1,2\n")
    newsletter.write("content/pages/about/team.md", "---\ntitle: Team\n---\n## Ada\n")
    return newsletter


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("index.md", "../../editions/2022-02/"),
        (".", "../../editions/2022-02/"),
        ("../2022-03/", "../../editions/2022-03/"),
        ("../2022-03/index.md#news", "../../editions/2022-03/#edition.news"),
        ("../2022-03/#compute", "../../editions/2022-03/#compute"),
        ("../2022-03/#compute.part-one", "../../editions/2022-03/#compute.part-one"),
        ("../2022-03/01-compute.md#part-one", "../../editions/2022-03/compute/#part-one"),
        ("/editions/2022-03/compute", "../../editions/2022-03/compute/"),
        ("/about/team/#ada", "../../about/team/#ada"),
        ("../../pages/about/team.md", "../../about/team/"),
        ("data.csv", "../../editions/2022-02/data.csv"),
        ("/editions/2022-02/data.csv", "../../editions/2022-02/data.csv"),
        ("/archive/", "../../archive/"),
        ("/", "../../"),
        ("#news", "#news"),
    ],
)
def test_a_link_leads_to_its_page(two: Newsletter, target: str, href: str) -> None:
    two.edition("2022-02", f"## News\n\n[here]({target})\n")
    assert two.check() == []
    two.build()
    assert re.findall(r'href="([^"]*)"[^>]*>here', two.page("editions/2022-02/")) == [href]


@pytest.mark.parametrize(
    ("target", "rule"),
    [
        ("02-nope.md", "link-broken"),
        ("/nope/", "link-broken"),
        ("../../papers/arxiv/2202.00001.json", "link-broken"),
        ("../../site.yaml", "link-broken"),
        ("../../../../../etc/passwd", "link-broken"),
        ("#nope", "anchor-broken"),
        ("#references", "anchor-broken"),
        ("../2022-03/#nope", "anchor-broken"),
        ("/about/team/#bob", "anchor-broken"),
        ("/archive/#nope", "anchor-broken"),
    ],
)
def test_a_link_to_nothing_is_named(two: Newsletter, target: str, rule: str) -> None:
    two.edition("2022-02", f"## News\n\nSo [here]({target})\n")
    assert two.check() == [f"editions/2022-02/index.md:7:4 error {rule}"]


def test_links_within_a_page_lead_to_its_own_parts(two: Newsletter) -> None:
    links = "[a](#news) [b](#compute) [c](#references)"
    two.edition("2022-03", f"## Compute\n\n{links}\n\n## News\n\n[@arxiv:2202.00001]\n")
    entry = "## Part one\n\n[d](#part-one) [e](#references) [@compute]\n"
    two.entry("2022-03/01-compute", entry, arxiv="2202.00001")
    two.build()
    html = two.page("editions/2022-03/")
    hrefs = dict(re.findall(r'href="#([^"]*)">(\w)</a>', html))
    assert hrefs == {
        "edition.news": "a",
        "edition.compute": "b",
        "references": "e",
        "compute.part-one": "d",
    }
    assert set(hrefs) <= set(re.findall(r'\bid="([^"]*)"', html))
    own = two.page("editions/2022-03/compute/")
    assert 'href="#part-one">d' in own
    assert 'href="#references">e' in own
