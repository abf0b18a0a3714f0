"""Who made what: pages of people, and where editions and entries name them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from tests.newsletter import plain

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

PEOPLE = """\
people:
  ada:
    name: Ada Example
    url: https://ada.example.org/
    orcid: 0000-0002-1825-0097
    affiliation: Institute of Examples
    bio: |
      Ada reads *much*, as [here](/editions/2022-03/).
    picture: {src: /people/ada.svg, alt: Ada at her desk}
  ben: {name: Ben Otherman, affiliation: Nowhere}
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>'
ADA = "https://example.org/news/people/ada/"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def filled(newsletter: Newsletter) -> Newsletter:
    newsletter.settings(f"editors: [ada]\n{PEOPLE}")
    newsletter.write("static/people/ada.svg", SVG)
    newsletter.edition("2022-02")
    newsletter.edition("2022-03", editors=["Ben Otherman", "Guest"])
    for month in ("2022-02", "2022-03"):
        for number, by in enumerate(("ben", ["Ada Example", "Guest"], "")):
            key = f"arxiv:2202.{month[-1]}{number:04}"
            newsletter.paper(key, f"Paper {key[-5:]}")
            newsletter.entry(f"{month}/{number}-p{number}", arxiv=key[6:], by=by)
    return newsletter


def data(newsletter: Newsletter, address: str) -> dict[str, Any]:
    found = re.search(r"ld\+json\">(.*?)</script>", newsletter.page(address))
    assert found
    described: dict[str, Any] = json.loads(found[1])
    return described


def test_a_page_tells_what_a_person_wrote_and_edited(filled: Newsletter) -> None:
    assert filled.build().diagnostics == ()
    page = filled.text("people/ada/")
    assert page.startswith("People Ada Example Institute of Examples ada.example.org ORCID")
    assert "Ada reads much , as here ." in page
    assert re.findall("Paper (\\d+)", page) == ["30001", "20001"]
    assert re.findall("Edition (.{7})", page) == ["2022-02"]
    html = filled.page("people/ada/")
    picture = '<img src="../../people/ada.svg" width="40" height="30" alt="Ada at her desk"'
    assert f'<div class="portrait">{picture}' in html
    assert '<a rel="me" href="https://orcid.org/0000-0002-1825-0097">' in html
    assert '<meta name="description" content="Ada reads much, as here.">' in html
    assert "Edition 2022-03" in filled.text("people/ben/")
    assert "Texts by Ben Otherman in Test News: Paper" in filled.page("people/ben/")


def test_the_list_is_in_the_order_of_the_settings_and_is_led_to(filled: Newsletter) -> None:
    filled.build()
    assert filled.text("people/").startswith("People Ada Example Institute of Examples Ada reads")
    assert '<a href="./people/">People</a>' in filled.page("")
    twin = (filled.out / "site/people/index.md").read_text()
    assert f"- [Ada Example]({ADA}index.md) · Institute of Examples: Ada reads much" in twin
    assert (
        f"[People]({ADA.removesuffix('ada/')}index.md)"
        in (filled.out / "site/index.md").read_text()
    )
    assert f"[People]({ADA.removesuffix('ada/')}index.md)" in (
        (filled.out / "site/llms.txt").read_text()
    )


@pytest.mark.parametrize("menu", ["", "menu: [archive, people]\n"])
def test_one_person_has_no_list_and_the_menu_leads_to_the_page(
    filled: Newsletter, menu: str
) -> None:
    filled.settings(f"people: {{ben: Ben Otherman}}\n{menu}")
    assert filled.build().diagnostics == ()
    assert not (filled.out / "site/people/index.html").exists()
    assert '<a href="./people/ben/" dir="auto">Ben Otherman</a>' in filled.page("")


@pytest.mark.parametrize("menu", ["", "menu: [archive, people]\n"])
def test_a_page_of_ones_own_is_that_of_one_person_too(filled: Newsletter, menu: str) -> None:
    filled.settings(f"people: {{ben: Ben Otherman}}\n{menu}")
    filled.write("content/pages/people.md", "---\ntitle: Us\n---\nText.\n")
    assert filled.build().diagnostics == ()
    assert '<a href="./people/" dir="auto">Us</a>' in filled.page("")
    assert filled.page("").count("people/") == 1


def test_a_page_of_ones_own_stands_in_place_of_the_list(filled: Newsletter) -> None:
    filled.write("content/pages/people.md", "---\ntitle: Us\n---\n[Ada](/people/ada/)\n")
    assert filled.build().diagnostics == ()
    assert "Us Ada" in filled.text("people/")
    assert filled.page("").count("people/") == 1


def test_a_page_at_a_persons_address_is_told(filled: Newsletter) -> None:
    filled.write("content/pages/people/ada.md", "---\ntitle: Ada\n---\nText.\n")
    assert filled.check() == ["pages/people/ada.md:1:1 error address-clash"]


def test_the_sitemap_has_them(filled: Newsletter) -> None:
    filled.build()
    sitemap = (filled.out / "site/sitemap.xml").read_text()
    assert f"<loc>{ADA}</loc><lastmod>2022-03-02</lastmod>" in re.sub(r"\s", "", sitemap)
    assert "<loc>https://example.org/news/people/</loc>" in sitemap


def test_an_entry_says_who_wrote_it_and_not_as_its_authors(filled: Newsletter) -> None:
    filled.build(email="all")
    text = filled.text("editions/2022-03/p1/")
    assert "Text by Ada Example , Guest" in text
    assert text.index("Ada Lovelace") < text.index("Text by")
    link = '<a rel="author" href="../../../people/ada/">Ada Example</a>'
    assert link in filled.page("editions/2022-03/p1/")
    edition = filled.page("editions/2022-03/")
    assert '<a rel="author" href="../../people/ben/">Ben Otherman</a></bdi>, <bdi>Guest' in edition
    assert "Text by" not in filled.text("editions/2022-03/p2/")
    html = filled.mails()["2022-03/message.html"].decode()
    assert "Text by Ada Example, Guest" in re.sub(" ,", ",", plain(html))
    assert ADA in html
    assert f"Text by Ada Example <{ADA}>, Guest" in " ".join(
        filled.mails()["2022-03/message.txt"].decode().split()
    )
    twin = (filled.out / "site/editions/2022-03/p1/index.md").read_text()
    assert f"Text by [Ada Example]({ADA}index.md), Guest" in twin


def test_what_programs_are_told(filled: Newsletter) -> None:
    filled.entry("2022-03/1-p1", arxiv="2202.30001", by=["Ada Example", "Guest"], tags=["x"])
    filled.build()
    review = data(filled, "editions/2022-03/p1/")
    ada = {
        "@type": "Person",
        "name": "Ada Example",
        "url": ADA,
        "sameAs": ["https://orcid.org/0000-0002-1825-0097", "https://ada.example.org/"],
    }
    assert review["author"] == [ada, {"@type": "Person", "name": "Guest"}]
    assert [one["name"] for one in data(filled, "editions/2022-03/p2/")["author"]] == [
        "Ben Otherman",
        "Guest",
    ]
    profile = data(filled, "people/ada/")
    assert (profile["@type"], profile["mainEntity"]) == (
        "ProfilePage",
        ada
        | {
            "affiliation": {"@type": "Organization", "name": "Institute of Examples"},
            "image": "https://example.org/news/people/ada.svg",
        },
    )
    feed = ET.fromstring((filled.out / "site/tags/x/feed.xml").read_text())  # noqa: S314 -- ours
    authors = feed.findall(f"{ATOM}entry/{ATOM}author")
    told = [(one.findtext(f"{ATOM}name"), one.findtext(f"{ATOM}uri")) for one in authors]
    assert told == [("Ada Example", ADA), ("Guest", None)]
    items = json.loads((filled.out / "site/feed.json").read_text())["items"]
    names = [one["name"] for one in items[0]["authors"]]
    assert names == ["Ben Otherman", "Guest", "Ada Example"]
    assert "Text by" in items[0]["content_html"]


@pytest.mark.parametrize(
    ("by", "hint"),
    [
        ("adaa", "did you mean 'ada'?"),
        ("Ada Exampel", "did you mean 'Ada Example'?"),
        ("Ada", "did you mean 'ada'?"),
        ("zoe", "add it to 'people:' in site.yaml, or write the whole name"),
        ("Zoe Nobody", ""),
        ("李明", ""),
    ],
)
def test_names_that_are_nobodys(filled: Newsletter, by: str, hint: str) -> None:
    filled.entry("2022-03/2-p2", arxiv="2202.30002", by=by)
    assert [one.hint for one in filled.diagnose()] == ([hint] if hint else [])
    filled.edition("2022-03", editors=[by])
    filled.entry("2022-03/2-p2", arxiv="2202.30002")
    assert [one.hint for one in filled.diagnose()] == ([hint] if hint else [])


def test_one_who_is_no_longer_listed_is_told_where_named(filled: Newsletter) -> None:
    filled.settings("people: {ben: Ben Otherman}\n")
    filled.entry("2022-03/1-p1", arxiv="2202.30001", by="ada")
    assert filled.check() == ["editions/2022-03/1-p1.md:3:5 warning person-unknown"]
    filled.settings("")
    assert "editions/2022-03/1-p1.md:3:5 warning person-unknown" in filled.check()


def test_two_of_one_name_are_told_apart_by_their_ids(filled: Newsletter) -> None:
    filled.settings("people: {ada: {name: A B, url: https://a.net/}, bea: A B}\n")
    filled.edition("2022-03", editors=["A B"])
    filled.entry("2022-03/1-p1", arxiv="2202.30001", by=["ada", "bea"])
    filled.entry("2022-03/0-p0", arxiv="2202.30000")
    filled.delete("content/editions/2022-02/0-p0.md")
    (found,) = filled.diagnose()
    assert (found.message, found.hint) == ("2 people are called 'A B'", "write 'ada' or 'bea'")
    filled.build()
    assert "Text by A B , A B" in filled.text("editions/2022-03/p1/")
    assert "Edition 2022-03" not in filled.text("people/ada/")
    assert "Paper 30001" in filled.text("people/bea/")


def test_a_bio_is_checked_as_any_text(filled: Newsletter) -> None:
    filled.settings(
        "people:\n  ben:\n    name: Ada\n    bio: >-\n      See [x](/nowhere/) and\n"
        "      [y](javascript:z), @arxiv:2202.99999.\n    picture: pages/none.png\n"
    )
    assert filled.check() == [
        "site.yaml:9:11 error link-broken",
        "site.yaml:10:7 error link-scheme",
        "site.yaml:10:26 error paper-unfetched",
        "site.yaml:11:14 error image-missing",
    ]


def test_html_in_a_bio_is_text(filled: Newsletter) -> None:
    filled.settings('people: {ada: {name: "<b>Ada", bio: "<script>alert(1)</script>"}}\n')
    filled.build()
    page = filled.page("people/ada/")
    assert "<script>alert" not in page
    assert "<b>Ada" not in page


def test_a_draft_is_not_among_what_one_wrote(filled: Newsletter) -> None:
    filled.entry("2022-03/1-p1", arxiv="2202.30001", by="ada", draft=True)
    filled.build()
    assert "30001" not in filled.text("people/ada/")
    filled.build(drafts=True)
    assert "30001" in filled.text("people/ada/")


def test_another_bio_makes_anew_what_shows_it_alone(filled: Newsletter) -> None:
    filled.build()
    before = filled.tree()
    filled.settings(f"editors: [ada]\n{PEOPLE}".replace("much", "more"))
    result = filled.build()
    changed = {path for path, made in filled.tree().items() if before.get(path) != made}
    pages = {f"people/{one}" for one in ("", "ada/")}
    assert changed == {f"{page}index.{form}" for page in pages for form in ("html", "md")}
    assert {path for path, _ in result.reasons} == {f"site/{path}" for path in changed}


def test_nobody_is_unknown_while_the_settings_cannot_be_read(filled: Newsletter) -> None:
    filled.settings(f"editors: [ada\n{PEOPLE}")
    assert filled.check() == ["site.yaml:5:10 error yaml-syntax"]
