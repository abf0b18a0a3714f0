"""`menu:` in site.yaml, and the menu without it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.newsletter import Newsletter


@pytest.fixture
def filled(newsletter: Newsletter) -> Newsletter:
    newsletter.paper("arxiv:2202.06991")
    newsletter.edition("2022-03")
    newsletter.entry("2022-03/01-dsi", arxiv="2202.06991", tags=["search"])
    for name, title in (("about", "About"), ("team/us", "Us"), ("zebra", "Zebra")):
        newsletter.write(f"content/pages/{name}.md", f"---\ntitle: {title}\n---\nWords.\n")
    return newsletter


def menu(newsletter: Newsletter, address: str = "") -> list[tuple[str, str]]:
    """Return the titles in the menu of a page, and where each leads."""
    found = re.search(r'<nav aria-label="Pages.*?</nav>', newsletter.page(address), re.DOTALL)
    links = re.findall(r'<a href="([^"]*)"[^>]*>(.*?)</a>', found[0]) if found else []
    return [(title, href) for href, title in links]


def test_without_the_setting_it_has_lists_pages_and_the_form(filled: Newsletter) -> None:
    filled.settings("subscribe: {url: 'https://example.com/join'}\n")
    filled.build()
    pages = [("Archive", "./archive/"), ("Topics", "./tags/"), ("About", "./about/")]
    assert menu(filled) == [
        *pages,
        ("Zebra", "./zebra/"),
        ("Subscribe", "https://example.com/join"),
    ]


def test_it_has_what_is_listed_in_that_order(filled: Newsletter) -> None:
    filled.settings(
        "menu: [zebra, tags, {title: Papers, page: archive}, pages/team/us.md,\n"
        "  {title: Our lab, url: 'https://example.com/'}, {title: First, page: editions/2022-03},\n"
        "  {title: Feed, page: /feed.xml}]\n"
    )
    assert filled.build().diagnostics == ()
    assert menu(filled, "zebra/") == [
        ("Zebra", "../zebra/"),
        ("Topics", "../tags/"),
        ("Papers", "../archive/"),
        ("Us", "../team/us/"),
        ("Our lab", "https://example.com/"),
        ("First", "../editions/2022-03/"),
        ("Feed", "../feed.xml"),
    ]
    assert 'href="../zebra/" aria-current="page"' in filled.page("zebra/")
    # published all the same
    assert "Words." in filled.page("about/")
    # the twin of the first page has the same
    assert "[Papers](https://example.org/news/archive/index.md)" in filled.page("index.md")
    assert "[Our lab](https://example.com/)" in filled.page("llms.txt")


def test_an_empty_one_is_none(filled: Newsletter) -> None:
    filled.settings("menu: []\n")
    assert filled.build().diagnostics == ()
    assert menu(filled) == []
    assert "<nav" not in filled.page("zebra/")


def test_topics_stand_in_it_once_there_are_any(filled: Newsletter) -> None:
    filled.settings("menu: [tags, about]\n")
    filled.entry("2022-03/01-dsi", arxiv="2202.06991")
    assert filled.build().diagnostics == ()
    assert menu(filled) == [("About", "./about/")]
    filled.entry("2022-03/01-dsi", arxiv="2202.06991", tags=["search"])
    filled.build()
    assert menu(filled) == [("Topics", "./tags/"), ("About", "./about/")]


def test_a_page_with_a_new_title_is_called_by_it(filled: Newsletter) -> None:
    filled.settings("menu: [about]\n")
    filled.build()
    filled.write("content/pages/about.md", "---\ntitle: حول\nlang: ar\n---\nWords.\n")
    assert filled.build().diagnostics == ()
    assert '<a href="../about/" lang="ar" dir="rtl">حول</a>' in filled.page("zebra/")


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ("[abuot]", "5:8 error link-broken", "did you mean '/about/'?"),
        ("[archiv]", "5:8 error link-broken", "did you mean 'archive'?"),
        ("[topics]", "5:8 error link-broken", "did you mean 'tags'?"),
        ("[Home]", "5:8 error link-broken", "write {title: Home, page: /}"),
        ("[about, tag]", "5:15 error link-broken", "did you mean 'tags'?"),
        ("[{title: A, page: /abuot/}]", "5:25 error link-broken", "did you mean '/about/'?"),
        ("[subscribe]", "5:8 warning field-doubtful", "say how with 'subscribe', or take it out"),
        (
            "[editions/2022-03]",
            "5:8 error field-missing",
            "write {title: …, page: editions/2022-03}",
        ),
        ("[about, about]", "5:15 warning field-doubtful", "it is already on line 5"),
    ],
)
def test_what_is_not_there_is_told_at_its_place(
    filled: Newsletter, text: str, place: str, hint: str
) -> None:
    filled.settings(f"menu: {text}\n")
    assert filled.check() == [f"site.yaml:{place}"]
    assert filled.diagnose()[0].hint.startswith(hint)


def test_a_draft_is_told_and_stands_in_a_preview(filled: Newsletter) -> None:
    filled.settings("menu: [about]\n")
    filled.write("content/pages/about.md", "---\ntitle: About\ndraft: true\n---\nWords.\n")
    assert filled.diagnose()[0].hint == "it is a draft, or dated later"
    assert filled.build(drafts=True).diagnostics == ()
    assert menu(filled) == [("About", "./about/")]


def test_a_page_of_ones_own_on_subscribing_has_its_own_title(filled: Newsletter) -> None:
    filled.settings("menu: [subscribe]\nsubscribe: {form: 'https://a.org/j', privacy: /about/}\n")
    filled.build()
    assert menu(filled) == [("Subscribe", "./subscribe/")]
    filled.write("content/pages/subscribe.md", "---\ntitle: Join us\n---\nOften.\n")
    filled.build()
    assert menu(filled) == [("Join us", "./subscribe/")]


def test_a_file_that_only_the_menu_leads_to_is_published(filled: Newsletter) -> None:
    filled.write("content/pages/cv.pdf", "%PDF")
    filled.settings("menu: [{title: CV, page: cv.pdf}]\n")
    assert filled.build().diagnostics == ()
    assert menu(filled, "zebra/") == [("CV", "../cv.pdf")]
    assert (filled.out / "site/cv.pdf").is_file()
