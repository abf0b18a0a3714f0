"""What is understood besides CommonMark: on an edition's page, in its mail and in the feed."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest

from tests.mails import write_picture

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

BODY = """\
The <abbr title="World *Health* &amp; so">WHO</abbr>, <mark>H<sub>2</sub>O</mark>,
[below](#results), https://x.org/a--b.^[A note.]

<details><summary>More</summary>

Folded.

</details>

> [!WARNING]
> Mind the gap.

- [x] done

https://youtu.be/dQw4w9WgXcQ

## Results {#results}

![Half](a plot.png "Its caption"){width=50%}

![Small](a plot.png){width=100px}
"""

PAPER: dict[str, Any] = {
    "url": "https://example.org/paper",
    "title": "X",
    "authors": ["A B"],
    "date": "2022-02",
}


@pytest.fixture
def shown(newsletter: Newsletter) -> dict[str, str]:
    """Return the page, the mail and the feed, each as HTML."""
    newsletter.edition("2022-03", BODY, lang="de")
    text = "A text. [To it](#own)\n\n### Other {#own}\n\nSee [there](index.md#results).\n"
    newsletter.entry("2022-03/01-x", text, **PAPER)
    write_picture(newsletter, "2022-03/a plot.png", (1200, 600))
    assert newsletter.build().diagnostics == ()
    out = newsletter.out
    feed = (out / "site/feed.xml").read_text()
    return {
        "page": (out / "site/editions/2022-03/index.html").read_text(),
        "entry": (out / "site/editions/2022-03/x/index.html").read_text(),
        "mail": (out / "email/2022-03/message.html").read_text(),
        "feed": feed.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"),
    }


def _tags(html: str, name: str) -> list[str]:
    # a mail has its styles on the elements
    return [
        re.sub(r' style="(?!width)[^"]*"', "", tag) for tag in re.findall(f"<{name}\\b[^>]*>", html)
    ]


def test_a_width_is_kept_everywhere(shown: dict[str, str]) -> None:
    source = 'src="../../editions/2022-03/a%20plot.png"'
    half = 'width="1200" height="600" alt="Half" style="width:50%" decoding="async"'
    assert _tags(shown["page"], "img") == [
        f"<img {source} {half}>",
        f'<img {source} width="100" height="50" alt="Small" loading="lazy" decoding="async">',
    ]
    for away in ("mail", "feed"):
        sizes = [
            re.search(r'width="(\d+)" height="(\d+)"', tag) for tag in _tags(shown[away], "img")
        ]
        assert [size and size.groups() for size in sizes] == [("276", "138"), ("100", "50")]


def test_the_policy_of_a_page_allows_the_width_of_its_pictures(shown: dict[str, str]) -> None:
    assert "style-src-attr 'unsafe-hashes'" in shown["page"]
    assert "style-src-attr" not in shown["entry"]


def test_what_is_folded_on_the_page_is_open_away_from_it(shown: dict[str, str]) -> None:
    assert "<details>\n<summary>More</summary>\n<p>Folded.</p>\n</details>" in shown["page"]
    for away in ("mail", "feed"):
        assert "details>" not in shown[away]
        assert "summary>" not in shown[away]
        assert re.search(r"<strong>More</strong></p>\s*<p[^>]*>Folded\.</p>", shown[away])


def test_an_abbreviation_is_told_where_no_title_shows(shown: dict[str, str]) -> None:
    assert '<abbr title="World *Health* &amp; so">WHO</abbr>' in shown["page"]
    for away in ("mail", "feed"):
        assert "WHO (World *Health* &amp; so)," in shown[away]


def test_an_abbreviation_that_says_nothing_is_none(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", 'Of <abbr title=" ">WHO</abbr>.\n')
    (found,) = newsletter.build().diagnostics
    assert found.hint.startswith("write '<abbr title=\"…\">WHO</abbr>'")
    assert "&lt;abbr" in (newsletter.out / "email/2022-03/message.html").read_text()


def test_titles_of_alerts_and_videos_are_in_the_language_of_the_page(shown: dict[str, str]) -> None:
    for html in (shown["page"], shown["mail"], shown["feed"]):
        assert "<strong>Warnung</strong>" in html
        assert re.search(
            r'href="https://youtu.be/dQw4w9WgXcQ"[^>]*><span[^>]*>▶︎</span> Ansehen auf', html
        )


def test_a_heading_with_an_id_of_its_own_is_found_from_everywhere(shown: dict[str, str]) -> None:
    whole = "https://example.org/news/editions/2022-03/"
    assert 'id="results"' in shown["page"]
    assert 'href="#results">below' in shown["page"]
    assert re.findall(r'id="([^"]*own)"', shown["page"]) == ["x.own"]
    assert 'href="#x.own">To it' in shown["page"]
    assert 'id="own"' in shown["entry"]
    assert 'href="../../../editions/2022-03/#results">there' in shown["entry"]
    for away in ("mail", "feed"):
        assert re.search(rf'href="{whole}#results"[^>]*>below', shown[away])


def test_an_own_id_stays_whatever_the_entries_are_called(newsletter: Newsletter) -> None:
    body = "## Results {#results}\n\n## X\n\n[a](#results) [b](#x)\n"
    newsletter.edition("2022-03", body)
    newsletter.entry("2022-03/01-x", "See [r](index.md#results).\n", **PAPER)
    assert newsletter.build().diagnostics == ()
    page = newsletter.page("editions/2022-03/")
    assert 'href="#results">a' in page
    assert 'href="#edition.x">b' in page
    assert re.findall(r'<h2 id="([^"]+)"', page)[:2] == ["results", "edition.x"]
    assert page.count('href="#results"') > 1
    entry = newsletter.page("editions/2022-03/x/")
    assert 'editions/2022-03/#results">r' in entry
    twin = (newsletter.out / "site/editions/2022-03/index.md").read_text()
    assert "[a](https://example.org/news/editions/2022-03/#results)" in twin


def test_an_own_id_that_an_entry_has_is_told(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "## Results {#x}\n")
    newsletter.entry("2022-03/01-x", **PAPER)
    told = [(one.rule, one.line, one.column, one.message) for one in newsletter.diagnose()]
    assert told == [("address-clash", 5, 14, "'#x' is the entry of this name")]


def test_words_that_the_theme_has_in_english_alone_are_marked(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", lang="sv", body="> [!NOTE]\n> Text.\n\nhttps://vimeo.com/12345\n")
    newsletter.build()
    for html in (newsletter.page("editions/2022-03/"), unescape(newsletter.page("feed.xml"))):
        assert '<span lang="en">Note</span>' in html
        assert '<span lang="en">Watch on Vimeo</span>' in html
