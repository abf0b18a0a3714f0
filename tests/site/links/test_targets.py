"""Links that editors write lead to the right place of the right page, or are named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.newsletter import Newsletter

if TYPE_CHECKING:
    from pathlib import Path

INDEX = "editions/2022-03/index.md"
HOME = "https://example.org/news/"
"""The address of the newsletter that `told` returns."""


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


PUBLISHED = """
/editions/2022-03/references.bib ../2022-03/references.bib ../2022-03/references.ris
/editions/2022-03/references.json /sitemap.xml /robots.txt /feed.xml /rss.xml /tags/nlp/feed.xml
/editions/2022-03/card.png card.png /editions/2022-03/index.md /editions/2022-03/compute/index.md
/about/team/index.md /llms.txt /index.md
"""


@pytest.mark.parametrize("target", PUBLISHED.split())
def test_a_link_to_anything_that_is_published_is_right(two: Newsletter, target: str) -> None:
    two.entry("2022-03/01-compute", "Text.\n", arxiv="2202.00001", tags=["nlp"])
    two.edition("2022-02", f"So [here]({target})\n")
    assert two.check() == []
    two.build()
    (href,) = re.findall(r'href="([^"]*)"[^>]*>here', two.page("editions/2022-02/"))
    assert (two.out / "site/editions/2022-02" / href).is_file()


MEANT = """
../2022-03/compute/ ../2022-03/01-compute.md
../2022-03/compute ../2022-03/01-compute.md
../../about/team/ ../../pages/about/team.md
../../archive/ /archive/
/about/team/index.html /about/team/
/about/team.html /about/team/
/about/team.md /about/team/
/pages/about/team.md /about/team/
/content/pages/about/team.md /about/team/
/editions/2022-03/01-compute.md /editions/2022-03/compute/
/editions/2022-03/01-compute/ /editions/2022-03/compute/
/editions/2022-03/index.html /editions/2022-03/
/2022-03/ /editions/2022-03/
01-compute.md ../2022-03/01-compute.md
07-compute.md ../2022-03/01-compute.md
editions/2022-03/01-compute.md ../2022-03/01-compute.md
pages/about/team.md ../../pages/about/team.md
compute.md ../2022-03/01-compute.md
../2022-03/01-Compute.md ../2022-03/01-compute.md
../2022-03/data.csv data.csv
team.md ../../pages/about/team.md
../2022-03/01-copmute.md ../2022-03/01-compute.md
/archiv/ /archive/
www.example.org https://www.example.org
lab.example.com/news https://lab.example.com/news
ada@example.org mailto:ada@example.org
"""
"""What was typed and what was meant: as on the web, in another folder, with another number."""


@pytest.mark.parametrize(("target", "meant"), [line.split() for line in MEANT.strip().split("\n")])
def test_a_broken_link_is_told_what_it_may_have_meant(
    two: Newsletter, target: str, meant: str
) -> None:
    two.edition("2022-02", f"So [here]({target})\n")
    (found,) = two.diagnose()
    assert (found.rule, found.hint) == ("link-broken", f"did you mean '{meant}'?")
    # followed to the letter
    two.edition("2022-02", f"So [here]({meant})\n")
    assert two.check() == []


@pytest.mark.parametrize("target", ["../../pages/notes.md", "notes.md", "/Notes.md", "/notes/"])
def test_a_text_that_makes_no_page_is_not_suggested(two: Newsletter, target: str) -> None:
    two.write("content/pages/Notes.MD", "# Notes\n")
    two.edition("2022-02", f"So [here]({target})\n")
    hint, told = (
        next(one.hint for one in two.diagnose() if one.rule == rule)
        for rule in ("link-broken", "file-unused")
    )
    assert "Notes.MD" not in hint
    assert "Notes.md" in told


def test_a_link_to_an_old_address_is_told_the_new_one(two: Newsletter) -> None:
    two.write("content/pages/who.md", "---\ntitle: Who\naliases: [/people/, /a.html]\n---\nUs.\n")
    two.edition("2022-02", "[a](/people/) [b](/people) [c](/a.html)\n")
    assert {(one.rule, one.hint) for one in two.diagnose()} == {
        ("link-broken", "link to '/who/', where it leads")
    }


@pytest.mark.parametrize("target", ["/editions/2022-05/", "../2022-05/", "../2022-05/index.md"])
def test_a_link_to_what_waits_says_so(two: Newsletter, target: str) -> None:
    two.edition("2022-05", draft=True)
    two.edition("2022-02", f"[a]({target})\n")
    assert [one.message for one in two.diagnose()] == [f"'{target}' is not published yet"]


@pytest.mark.parametrize(("link", "rule"), [("[a]", "link-broken"), ("![a]", "image-missing")])
def test_a_file_that_is_not_published_is_not_called_missing(
    two: Newsletter, link: str, rule: str
) -> None:
    two.write("content/evil.svg", "x")
    two.edition("2022-02", f"{link}(../../evil.svg)\n")
    (found,) = (one for one in two.diagnose() if one.rule == rule)
    assert found.message == "'../../evil.svg' is not published"
    where = "content/editions/, content/pages/ or static/"
    assert found.hint == f"only what is in {where} is; move it there"


@pytest.mark.parametrize(
    ("anchor", "meant"),
    [
        ("conclusion--future-work", "conclusion-future-work"),
        ("Conclusion-future-work", "conclusion-future-work"),
        ("conclusion-and-future-work", "conclusion-future-work"),
        ("conclusion-futur-work", "conclusion-future-work"),
    ],
)
@pytest.mark.parametrize("page", ["", "/about/", "about.md"])
def test_a_broken_anchor_is_told_the_heading(
    two: Newsletter, anchor: str, meant: str, page: str
) -> None:
    body = f"## Conclusion & Future Work\n\nSo [here]({page}#{anchor})\n"
    two.write("content/pages/about.md", f"---\ntitle: About\n---\n{body}")
    (found,) = two.diagnose()
    assert (found.rule, found.hint) == ("anchor-broken", f"did you mean '#{meant}'?")


# --- whole addresses of the site itself ---


@pytest.fixture
def told(tmp_path: Path) -> Newsletter:
    """Return a newsletter with an edition that is published, and one that is not yet."""
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
        (f"{HOME}editions/2022-03/index.html#part", ""),
        (f"{HOME}feed.xml", ""),
        (f"{HOME}data.csv", ""),
        (f"{HOME}sitemap.xml", ""),
        (HOME.rstrip("/"), ""),
        ("https://example.org/newsroom/", ""),
    ],
)
def test_a_whole_address_of_the_site_that_leads_nowhere_is_told(
    told: Newsletter, address: str, said: str
) -> None:
    told.write("content/pages/about.md", f"---\ntitle: A\n---\nSee <{address}>.\n")
    found = [(one.rule, one.severity, one.message) for one in told.diagnose()]
    assert found == ([("link-unpublished", "warning", said)] if said else [])


def test_a_site_beside_that_of_its_owner_is_left_alone(told: Newsletter) -> None:
    site = told.root / "content/site.yaml"
    site.write_text(site.read_text("utf-8").replace(HOME, "https://group.github.io/"), "utf-8")
    own = "See <https://group.github.io/a-paper/> and <https://group.github.io/editons/2022-03/>.\n"
    told.write("content/pages/about.md", f"---\ntitle: A\n---\n{own}")
    assert [one.hint for one in told.diagnose()] == [
        "did you mean 'https://group.github.io/editions/2022-03/'?"
    ]


def test_a_whole_address_in_a_footer_is_told(told: Newsletter) -> None:
    told.settings(f"footer: See <{HOME}gone/> and <{HOME}archive/>.\n")
    assert told.check() == ["site.yaml:5:13 warning link-unpublished"]


def test_what_is_meant_is_a_whole_address(told: Newsletter) -> None:
    told.write("content/pages/about.md", f"---\ntitle: A\n---\n<{HOME}editons/2022-03/>\n")
    assert [one.hint for one in told.diagnose()] == [f"did you mean '{HOME}editions/2022-03/'?"]
