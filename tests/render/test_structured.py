"""What pages say of themselves to machines: that they are about papers, and never the papers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.published import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.newsletter import Newsletter

VOCABULARY = json.loads((Path(__file__).parent / "schema-org.json").read_text())["types"]
SITE = "https://example.org/news/"
EDITION = "editions/2022-03/"
ENTRY = f"{EDITION}a/"
PAPERS = {"ScholarlyArticle", "Book", "Dataset", "SoftwareSourceCode"}


def data(newsletter: Newsletter, address: str) -> dict[str, Any]:
    """Return what a page says of itself."""
    (found,) = Page(address, newsletter.page(address)).data
    assert isinstance(found, dict)
    return found


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """List all nodes of JSON-LD, those within others too."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, dict | list):
            yield from nodes(inner)


def types(node: dict[str, Any]) -> set[str]:
    found = node.get("@type", [])
    return {found} if isinstance(found, str) else set(found)


@pytest.fixture
def filled(newsletter: Newsletter) -> Newsletter:
    newsletter.settings("editors: [{name: Ada Example, url: 'https://ada.example/'}]\n")
    newsletter.edition("2022-03", number=14, description="All about it.")
    newsletter.paper(
        "arxiv:2202.00001", "A Paper", "Bo Lee, Cy Young", facts={"doi": "10.1000/Xyz"}
    )
    newsletter.entry("2022-03/01-a", arxiv="2202.00001", name="Short", tags=["vision"])
    newsletter.paper("doi:10.1000/book", "A Book", "Bo Lee", type="book")
    newsletter.entry("2022-03/02-b", doi="10.1000/book")
    newsletter.entry(
        "2022-03/03-c", url="https://else.example/", title="Elsewhere", date="2021", authors=["Di"]
    )
    newsletter.write("content/pages/about.md", "---\ntitle: About\n---\nWe are.\n")
    newsletter.build()
    return newsletter


def test_an_edition_is_an_article_of_the_editors_about_papers_of_others(
    filled: Newsletter,
) -> None:
    found = data(filled, EDITION)
    assert found["@type"] == ["Article", "PublicationIssue"]
    assert found["author"] == [
        {"@type": "Person", "name": "Ada Example", "url": "https://ada.example/"}
    ]
    assert found["publisher"] == {"@type": "Organization", "name": "Test News", "url": SITE}
    assert found["isPartOf"] == {"@type": "Periodical", "name": "Test News", "url": SITE}
    assert (found["issueNumber"], found["datePublished"]) == ("14", "2022-03-02")
    assert (found["headline"], found["description"]) == ("Edition 2022-03", "All about it.")
    assert [(paper["@type"], paper["name"]) for paper in found["about"]] == [
        ("ScholarlyArticle", "A Paper"),
        ("Book", "A Book"),
        ("WebPage", "Elsewhere"),
    ]


def test_an_entry_is_a_review_of_a_paper(filled: Newsletter) -> None:
    found = data(filled, ENTRY)
    assert found["@type"] == "Review"
    assert found["@id"] == SITE + ENTRY
    assert [author["name"] for author in found["author"]] == ["Ada Example"]
    assert found["datePublished"] == "2022-03-02"
    assert found["isPartOf"]["@id"] == data(filled, EDITION)["@id"]
    assert found["itemReviewed"] == {
        "@type": "ScholarlyArticle",
        "@id": "https://arxiv.org/abs/2202.00001",
        "name": "A Paper",
        "url": "https://arxiv.org/abs/2202.00001",
        "author": [{"@type": "Person", "name": "Bo Lee"}, {"@type": "Person", "name": "Cy Young"}],
        "datePublished": "2022-02-14",
        "sameAs": [
            "https://arxiv.org/abs/2202.00001",
            "https://doi.org/10.1000/xyz",
            "https://doi.org/10.48550/arxiv.2202.00001",
        ],
    }
    assert found["about"] == {"@id": found["itemReviewed"]["@id"]}


def test_no_page_claims_to_be_a_paper(filled: Newsletter) -> None:
    for path in filled.tree():
        if not path.endswith(".html"):
            continue
        page = Page(path, filled.page(path))
        for node in nodes(page.data):
            if types(node) & PAPERS:
                assert not node["@id"].startswith(SITE)
                assert not any(address.startswith(SITE) for address in node.get("sameAs", []))


@pytest.mark.parametrize(
    ("address", "kind", "trail"),
    [
        ("archive/", "CollectionPage", ["Test News", "Archive"]),
        ("tags/", "CollectionPage", ["Test News", "Topics"]),
        ("tags/vision/", "CollectionPage", ["Test News", "Topics", "vision"]),
        ("authors/bo-lee/", "CollectionPage", ["Test News", "Bo Lee"]),
        ("about/", "WebPage", ["Test News", "About"]),
    ],
)
def test_other_pages_say_what_they_are_and_where(
    filled: Newsletter, address: str, kind: str, trail: list[str]
) -> None:
    found = data(filled, address)
    assert (found["@type"], found["url"]) == (kind, SITE + address)
    steps = found["breadcrumb"]["itemListElement"]
    assert [step["name"] for step in steps] == trail
    assert [step["position"] for step in steps] == list(range(1, len(trail) + 1))


def test_the_first_page_is_the_website(filled: Newsletter) -> None:
    found = data(filled, "")
    assert (found["@type"], found["url"], found["name"]) == ("WebSite", SITE, "Test News")


def test_the_page_for_what_is_not_there_says_nothing_of_itself(filled: Newsletter) -> None:
    assert Page("404.html", filled.page("404.html")).data == []


def test_every_type_and_property_is_schema_org_s(filled: Newsletter) -> None:
    seen = set()
    for path in filled.tree():
        if path.endswith(".html"):
            for node in nodes(Page(path, filled.page(path)).data):
                own = types(node)
                allowed = {name for kind in own for name in VOCABULARY[kind]}
                assert {name for name in node if name[0] != "@"} <= allowed, (path, node)
                seen |= own
    assert seen >= {"Article", "Review", "ScholarlyArticle", "WebSite", "BreadcrumbList"}


def test_nothing_that_is_said_ends_the_element(newsletter: Newsletter) -> None:
    evil = "</script><!--<script>]]>&amp;\u2028"
    newsletter.paper("arxiv:2202.00001", evil, evil.replace(",", ""))
    newsletter.edition("2022-03", title=json.dumps(evil), description=json.dumps(evil))
    newsletter.entry("2022-03/01-a", arxiv="2202.00001", name=json.dumps(evil))
    newsletter.build()
    found = data(newsletter, ENTRY)
    assert found["itemReviewed"]["name"].startswith("</script><!--<script>")
    html = newsletter.page(ENTRY)
    assert html.count("</script>") == 1
    assert "<!--" not in html


def test_an_edition_of_sixty_papers_says_little_of_each(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03")
    for number in range(1, 61):
        count = 3000 if number == 1 else 100
        names = ", ".join(f"Author Number{number}x{author}" for author in range(count))
        newsletter.paper(f"arxiv:2202.{number:05}", f"Paper {number}", names)
        newsletter.entry(f"2022-03/{number:02}-e{number}", arxiv=f"2202.{number:05}")
    newsletter.build()
    assert len(json.dumps(data(newsletter, EDITION))) < 60 * 1000
    assert len(json.dumps(data(newsletter, f"{EDITION}e1/"))) < 8000


def test_a_newsletter_without_editors_speaks_for_itself(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03")
    newsletter.build()
    assert data(newsletter, EDITION)["author"]["@type"] == "Organization"
