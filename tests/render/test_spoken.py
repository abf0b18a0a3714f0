"""What is in another language than its page is marked so, wherever it is shown."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from digest.basics.diagnostics import Place
from digest.basics.text import language_tags
from digest.citing.languages import LANGUAGES
from digest.settings.config import ThemeChoice
from digest.settings.theme import Theme, read_theme
from tests.newsletter import plain

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

HEBREW = "שלום עולם, מאמר חשוב (2024)."
SPOKEN = 'lang="he" dir="rtl"'


@pytest.fixture
def paper() -> Theme:
    """Return the bundled theme."""
    theme = read_theme(Path("/nowhere"), ThemeChoice("paper", Place("", 1, 1))).value
    assert theme
    return theme


@pytest.fixture
def mixed(newsletter: Newsletter) -> Newsletter:
    """Return an English newsletter with an entry in Hebrew."""
    newsletter.settings("sections: {why: {title: Why}}\n")
    newsletter.paper("arxiv:2202.00001", "One", "A B, C D, E F, G H, I J")
    newsletter.paper("arxiv:2202.00002", "Two")
    newsletter.edition("2022-03", "Text.\n")
    fields = {"lang": "he", "name": "שם", "description": "תיאור", "note": "פרס"}
    body = f"{HEBREW}[^1]\n\n## Why\n\n{HEBREW}\n\n[^1]: הערה\n"
    newsletter.entry("2022-03/01-a", body, arxiv="2202.00001", **fields)
    newsletter.entry("2022-03/02-b", "English.\n", arxiv="2202.00002")
    newsletter.build()
    return newsletter


def test_an_entry_in_another_language_than_its_edition(mixed: Newsletter) -> None:
    page = mixed.page("editions/2022-03/")
    hebrew, english = re.findall(r"<article .*?</article>", page, re.DOTALL)
    assert hebrew.startswith(f'<article class="paper" id="a" {SPOKEN}>')
    assert english.startswith('<article class="paper" id="b">')
    # what is not the editor's is in the language of the page
    for words in ("Why</h3>", "Notes</h3>"):
        assert re.search(rf'<h3 class="label" lang="en" dir="ltr">{words}', hebrew)
    assert '<ul class="links" lang="en" dir="ltr">' in hebrew
    assert f'<span class="distinction" {SPOKEN}>' in hebrew
    assert "lang=" not in english
    # a name keeps its direction, and its line in the contents that of the page
    assert '<a href="#a"><span class="place">1</span> <span dir="auto">שם</span></a>' in page


def test_what_is_the_sites_around_a_page_in_another_language(mixed: Newsletter) -> None:
    mixed.write("content/pages/about.md", "---\ntitle: About us\n---\nText.\n")
    mixed.build()
    page, english = mixed.page("editions/2022-03/a/"), mixed.page("editions/2022-03/b/")
    assert f"<html {SPOKEN}>" in page
    for words in ("About us</a>", "News for tests</span>", "Two</span>"):
        assert f' lang="en" dir="ltr">{words}' in page
    assert f"<span {SPOKEN}>שם</span>" in english
    assert english.count('lang="en"') == 2  # the page's own, and the thanks to arXiv


@pytest.mark.parametrize("address", ["", "tags/x/"])
def test_lists_mark_what_the_editor_says(mixed: Newsletter, address: str) -> None:
    mixed.entry("2022-03/03-c", arxiv="2202.00003", lang="he", description="תיאור", tags=["x"])
    mixed.paper("arxiv:2202.00003", "Three")
    mixed.build()
    assert f'<p class="about" {SPOKEN}>תיאור</p>' in mixed.page(address)


def test_mail_and_feeds_mark_it_too(mixed: Newsletter) -> None:
    mail = mixed.mails()["2022-03/message.html"].decode()
    (cell,) = re.findall(r'<tr data-entry="a"><td ([^>]*)>', mail)
    assert 'dir="rtl" lang="he"' in cell
    assert "text-align:right" in cell.replace(" ", "")
    # its line at the head of the mail is the other
    assert mail.count('lang="he"') == 2
    feed = mixed.page("feed.xml").replace("&lt;", "<").replace("&gt;", ">").replace("&#34;", '"')
    part = re.search(r'<div lang="he" dir="rtl">.*?</div>', feed, re.DOTALL)
    assert part
    assert HEBREW in part[0]
    assert "English." not in part[0]
    # the heading stands at the side of its text
    assert '<h3><span lang="en" dir="ltr">Why</span></h3>' in part[0]
    facts = '<span dir="auto">cs.CL</span> · <span dir="auto">February 14, 2022</span></span>'
    assert facts in part[0]
    assert '<p><span lang="en" dir="ltr"><span dir="auto"><a href=' in part[0]
    # readers that know little HTML take it away
    assert "<bdi" not in feed


@pytest.mark.parametrize(("lang", "other"), [("en", "ja"), ("zh-Hant", "en")])
def test_letters_without_italics_are_not_slanted_in_a_mail(
    newsletter: Newsletter, lang: str, other: str
) -> None:
    newsletter.paper("arxiv:2202.00001")
    newsletter.edition("2022-03", "> Said\n\n*so*\n", description="Deck", lang=lang)
    fields = {"arxiv": "2202.00001", "description": "One", "lang": other}
    newsletter.entry("2022-03/01-e", "> Said\n\n*so*\n", **fields)
    newsletter.build()
    mail = newsletter.mails()["2022-03/message.html"].decode()
    parts = mail.partition('data-entry="e"')
    for spoken, part, said in ((lang, parts[0], "deck"), (other, parts[2], "standfirst")):
        styles = re.findall(rf'class="(?:{said}|quote)" style="([^"]*)"', part)
        slanted = [style.rpartition("font-style:")[2] for style in styles]
        assert len(styles) == 2
        is_upright = spoken != "en"
        assert all((style == "normal") == is_upright for style in slanted)
        assert ("<em>so</em>" in part) != is_upright
        assert ('<em style="font-style:normal;font-weight:bold">so</em>' in part) == is_upright


def test_an_edition_in_another_language_than_the_site(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", f"{HEBREW}\n", title="מרץ", description="תיאור", lang="he")
    newsletter.edition("2022-04", "Text.\n")
    newsletter.build()
    assert f"<span {SPOKEN}>מרץ</span>" in newsletter.page("archive/")
    assert f'<p class="about" {SPOKEN}>תיאור</p>' in newsletter.page("")
    assert f"<span {SPOKEN}>מרץ</span>" in newsletter.page("editions/2022-04/")
    own = newsletter.page("editions/2022-03/")
    assert f"<html {SPOKEN}>" in own
    assert '<span lang="en" dir="ltr">Edition 2022-04</span>' in own


@pytest.mark.parametrize("lang", ["sv", "fa", "ru"])
def test_english_words_are_marked_where_the_theme_has_no_others(
    newsletter: Newsletter, lang: str
) -> None:
    newsletter.write("content/site.yaml", f"title: T\nurl: https://example.org/\nlang: {lang}\n")
    newsletter.paper("arxiv:2202.00001", "One")
    newsletter.edition("2022-03", "X [@arxiv:2202.00001].\n", number=3)
    newsletter.entry("2022-03/01-a", "X[^1]\n\n[^1]: Y\n", arxiv="2202.00001", tags=["t"])
    newsletter.build()
    mark = ' lang="en" dir="ltr">'
    for address, words in {
        "": ["Newest edition", "Subscribe", "Topics", "No. 3"],
        "editions/2022-03/": [
            "References",
            "Notes",
            "Topics",
            "Made with digest",
        ],
        "editions/2022-03/a/": ["Paper 1 of 1"],
        "404.html": ["Page not found", "To the newest edition"],
    }.items():
        for word in words:
            assert f"{mark}{word}<" in newsletter.page(address), word
    mail = newsletter.mails()["2022-03/message.html"].decode()
    for word in ("Read on the web", "Notes", "References"):
        assert f"{word}<" in mail
        assert re.search(rf'<(?=[^>]* lang="en")[^>]* dir="ltr"[^>]*>{word}<', mail), word


def test_the_theme_has_words_wherever_references_have(paper: Theme) -> None:
    for lang in (*LANGUAGES, "en"):
        words = paper.words_in(lang)
        assert paper.words_lang(lang) == lang
        for name, english in paper.words["en"].items():
            holes = re.findall(r"\{\w+\}", english)
            assert sorted(re.findall(r"\{\w+\}", words[name])) == sorted(holes), (lang, name)
        # what a language does not say itself are names that it has from English
        base = language_tags(lang)[0]
        own = paper.words[base].keys() | {"link_pdf", "link_html", "link_doi"}
        assert own == paper.words["en"].keys(), lang


@pytest.mark.parametrize(
    ("lang", "word", "date"),
    [
        ("zh", "参考文献", "2022年3月2日"),
        ("zh-CN", "参考文献", "2022年3月2日"),
        ("zh-Hans-HK", "参考文献", "2022年3月2日"),
        ("zh-TW", "參考文獻", "2022年3月2日"),
        ("zh-Hant", "參考文獻", "2022年3月2日"),
        ("zh-HK", "參考文獻", "2022年3月2日"),
        ("pt", "Referências", "2 de março de 2022"),
        ("pt-BR", "Referências", "2 de março de 2022"),
        ("no", "Referanser", "2. mars 2022"),
        ("nb", "Referanser", "2. mars 2022"),
        ("nb-NO", "Referanser", "2. mars 2022"),
        ("ja", "参考文献", "2022年3月2日"),
        ("it", "Riferimenti", "2 marzo 2022"),
        ("pl", "Bibliografia", "2 marca 2022"),
        ("he", "מקורות", "2 במרץ 2022"),
        ("ar", "المراجع", "2 مارس 2022"),
    ],
)
def test_a_page_in_a_language(newsletter: Newsletter, lang: str, word: str, date: str) -> None:
    newsletter.write("content/site.yaml", f"title: T\nurl: https://example.org/\nlang: {lang}\n")
    newsletter.paper("arxiv:2202.00001", "One")
    newsletter.edition("2022-03", "X [@arxiv:2202.00001].\n")
    newsletter.build()
    page = newsletter.page("editions/2022-03/")
    assert f">{word}</h2>" in page
    assert date in plain(page)
    assert 'lang="en"' not in re.sub(r'<p lang="en" dir="ltr">Thank.*?</p>', "", page)


def test_a_site_says_a_word_in_its_own_way(newsletter: Newsletter) -> None:
    newsletter.write("themes/paper/words/en.yaml", "archive: Back issues\n")
    newsletter.write("themes/paper/words/sv.yaml", "archive: Arkiv\n")
    newsletter.build()
    page = newsletter.page("archive/")
    assert "Back issues" in page
    assert "Topics" in newsletter.page("tags/")
    newsletter.write("themes/paper/words/en.yaml", "archive: [Back, issues]\n")
    assert newsletter.check() == ["themes/paper/words/en.yaml:1:10 error theme-error"]
