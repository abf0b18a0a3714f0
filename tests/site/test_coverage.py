"""The web of papers: references lead to entries here, and entries say where else they are met."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest

from tests.newsletter import plain

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

DSI, OTHER = "2202.00001", "2202.00002"


@pytest.fixture
def archive(newsletter: Newsletter) -> Newsletter:
    """Return a newsletter whose first edition covers DSI."""
    newsletter.paper(f"arxiv:{DSI}", "Transformer Memory", "Yi Tay")
    newsletter.paper(f"arxiv:{OTHER}", "Something Else", "Ada Lovelace")
    newsletter.edition("2022-02", title="February")
    newsletter.entry("2022-02/01-dsi", arxiv=DSI, name="DSI")
    return newsletter


def references(newsletter: Newsletter, address: str) -> list[str]:
    """Return what a page's references say of entries here: address and text of each link."""
    (found,) = re.findall(
        r'<section class="references.*?</section>', newsletter.page(address), re.DOTALL
    )
    return [
        f"{href} {unescape(text)}"
        for span in re.findall(r'<span class="covered">.*?</li>', found, re.DOTALL)
        for href, text in re.findall(r'<a href="([^"]+)" dir="auto">(.*?)</a>', span)
    ]


def mentions(newsletter: Newsletter, address: str) -> list[str]:
    """Return the lines of a page's list of mentions, each with where it leads."""
    found = re.search(
        r'<section class="part mentions">.*?</section>', newsletter.page(address), re.DOTALL
    )
    lines = re.findall(r'<li><a href="([^"]+)"(.*?)</li>', found[0], re.DOTALL) if found else []
    return [f"{href} {plain('<a' + rest)}" for href, rest in lines]


KEYS = ("2022-02/dsi", f"arxiv:{DSI}", f"doi:10.48550/arXiv.{DSI}", "bib-key")


@pytest.mark.parametrize("key", KEYS)
def test_whichever_key_cites_a_work_its_reference_leads_to_the_entry_here(
    archive: Newsletter, key: str
) -> None:
    fields = f"title={{T}}, author={{A, B}}, eprint={{{DSI}}}, archiveprefix={{arXiv}}"
    archive.write("content/references.bib", f"@misc{{bib-key, {fields}}}\n")
    archive.edition("2022-03", title="March")
    archive.entry("2022-03/01-new", f"See [@{key}].\n", arxiv=OTHER)
    archive.build()
    for page in ("editions/2022-03/", "editions/2022-03/new/"):
        up = "../" * page.count("/")
        assert references(archive, page) == [f"{up}editions/2022-02/dsi/ DSI"]
        assert "Covered here: DSI , February" in archive.text(page)
        assert f"https://arxiv.org/abs/{DSI}" in archive.page(page)
    assert mentions(archive, "editions/2022-02/dsi/") == [
        "../../../editions/2022-03/new/ Something Else March cited"
    ]


def test_on_an_editions_page_a_reference_leads_to_the_place_of_its_own_entry(
    archive: Newsletter,
) -> None:
    archive.edition("2022-02", "Read [@dsi].\n", title="February")
    archive.build()
    assert references(archive, "editions/2022-02/") == ["#dsi DSI"]
    assert "Covered here: DSI" in archive.text("editions/2022-02/")


def test_an_entrys_own_page_does_not_lead_to_itself(archive: Newsletter) -> None:
    archive.entry("2022-02/01-dsi", "As it says [@dsi].\n", arxiv=DSI, name="DSI")
    archive.build()
    assert references(archive, "editions/2022-02/dsi/") == []
    assert mentions(archive, "editions/2022-02/dsi/") == []
    assert references(archive, "editions/2022-02/") == ["#dsi DSI"]


def test_an_entry_says_who_covers_and_cites_its_work_newest_first(archive: Newsletter) -> None:
    archive.edition("2022-02", "Read [@dsi].\n", title="February")
    archive.entry("2022-02/02-b", "Beside [@dsi].\n", arxiv=OTHER, name="B")
    archive.edition("2022-03", "[@2022-02/dsi]\n", title="March", description=f"Of @arxiv:{DSI}.")
    archive.entry("2022-03/01-again", f"Again [@arxiv:{DSI}].\n", arxiv=DSI, name="Again")
    archive.entry("2022-03/02-c", "Text.\n", arxiv=OTHER, name="C", note=f"After @arxiv:{DSI}")
    archive.build()
    assert mentions(archive, "editions/2022-02/dsi/") == [
        "../../../editions/2022-03/ March March 2, 2022 cited",
        "../../../editions/2022-03/again/ Again March covered",
        "../../../editions/2022-03/c/ C March cited",
        "../../../editions/2022-02/ February February 2, 2022 cited",
        "../../../editions/2022-02/b/ B February cited",
    ]
    assert mentions(archive, "editions/2022-03/again/")[1:] == [
        "../../../editions/2022-03/c/ C March cited",
        "../../../editions/2022-02/ February February 2, 2022 cited",
        "../../../editions/2022-02/dsi/ DSI February covered",
        "../../../editions/2022-02/b/ B February cited",
    ]
    assert references(archive, "editions/2022-02/b/") == [
        "../../../editions/2022-03/again/ Again",
        "../../../editions/2022-02/dsi/ DSI",
    ]


@pytest.mark.parametrize("kept_back", ["draft", "future"])
def test_what_is_not_published_is_neither_led_to_nor_listed(
    archive: Newsletter, kept_back: str
) -> None:
    later = "2022-03" if kept_back == "draft" else "2099-01"
    archive.edition("2022-01", f"See [@arxiv:{OTHER}].\n", title="January")
    archive.edition(later, f"Secret [@arxiv:{DSI}].\n", title="Hidden", draft=kept_back == "draft")
    archive.entry(f"{later}/01-x", f"Secret [@arxiv:{DSI}].\n", arxiv=OTHER, name="Hidden")
    archive.entry("2022-02/02-y", f"Secret [@arxiv:{DSI}].\n", arxiv=OTHER, name="Y", draft=True)
    archive.build()
    assert mentions(archive, "editions/2022-02/dsi/") == []
    assert references(archive, "editions/2022-01/") == []
    assert not any(b"Hidden" in made for made in archive.tree().values())
    archive.build(drafts=True, future=True)
    day = "March 2, 2022" if kept_back == "draft" else "January 2, 2099"
    # an edition of the future is finished, and not labelled
    mark = " Draft" if kept_back == "draft" else ""
    assert mentions(archive, "editions/2022-02/dsi/") == [
        f"../../../editions/{later}/ Hidden {day} cited{mark}",
        f"../../../editions/{later}/x/ Hidden Hidden cited{mark}",
        "../../../editions/2022-02/y/ Y February cited Draft",
    ]


def test_two_entries_about_one_page_of_the_web_cover_one_work(archive: Newsletter) -> None:
    blog: dict[str, Any] = {
        "url": "https://example.com/post",
        "authors": ["A B"],
        "date": "2022-01-01",
    }
    archive.entry("2022-02/02-secret", title="Secret", draft=True, **blog)
    archive.entry("2022-02/03-post", title="Post", name="Post", **blog)
    archive.edition("2022-03", "See [@post] and [@2022-02/post].\n", title="March")
    archive.entry("2022-03/01-post", title="The Post", name="Again", **blog)
    archive.build()
    assert mentions(archive, "editions/2022-02/post/") == [
        "../../../editions/2022-03/ March March 2, 2022 cited",
        "../../../editions/2022-03/post/ Again March covered",
    ]
    assert references(archive, "editions/2022-03/") == [
        "#post Again",
        "../../editions/2022-02/post/ Post",
    ]
    assert not any(b"Secret" in made for made in archive.tree().values())


def test_an_edit_makes_only_the_pages_that_show_it(archive: Newsletter) -> None:
    archive.edition("2022-03", title="March")
    archive.entry("2022-03/01-new", "Text.\n", arxiv=OTHER, name="New")
    archive.edition("2022-01", title="January")
    archive.build()
    archive.entry("2022-03/01-new", f"See [@arxiv:{DSI}].\n", arxiv=OTHER, name="New")
    made = {path for path, _ in archive.build(email="none").reasons if path.endswith("index.html")}
    assert made == {
        f"site/editions/{page}index.html" for page in ("2022-03/", "2022-03/new/", "2022-02/dsi/")
    }


def test_a_long_list_is_folded_behind_its_newest_lines(archive: Newsletter) -> None:
    archive.edition("2022-03", title="March")
    for number in range(1, 13):
        archive.paper(f"arxiv:2203.{number:05}")
        archive.entry(f"2022-03/{number}-e{number}", "[@2022-02/dsi]\n", arxiv=f"2203.{number:05}")
    archive.build()
    shown, folded = archive.page("editions/2022-02/dsi/").split("<summary>4 more</summary>")
    assert shown.count("March</span> <span>cited") == 8
    assert folded.count("March</span> <span>cited") == 4


@pytest.mark.parametrize("drafts", [(), ("01-x",), ("02-x",), ("01-x", "02-x")])
def test_two_files_of_one_name_are_told_of_as_that_alone(
    newsletter: Newsletter, drafts: tuple[str, ...]
) -> None:
    newsletter.edition("2022-03")
    facts: dict[str, Any] = {"authors": ["Ada Lovelace"], "date": "2022"}
    for name, title in (("01-x", "One"), ("02-x", "Another")):
        url = f"https://example.org/{name}"
        newsletter.entry(f"2022-03/{name}", url=url, title=title, draft=name in drafts, **facts)
    # a draft costs what is published nothing
    at = "01-x" if drafts == ("01-x",) else "02-x"
    severity = "warning" if drafts else "error"
    assert newsletter.check() == [f"editions/2022-03/{at}.md:1:1 {severity} address-clash"]
