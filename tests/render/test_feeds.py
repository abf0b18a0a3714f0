"""Feeds as feed readers take them, and by the rules of their forms."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.render.atom import format_atom, format_entry
from digest.render.feeditem import PlainItem, PlainPaper
from digest.render.feedxml import clean
from digest.render.jsonfeed import format_json
from digest.render.rss import format_rss
from digest.site.views.feed import FeedHead
from digest.site.views.parts import Editor
from tests.feedrules import check_feed, read_feed
from tests.newsletter import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.feedrules import Feed
    from tests.newsletter import Newsletter

SETTINGS = """\
editors: [{name: Ada & Co, url: "https://example.org/ada"}, Bea]
sections: {why: {title: Why, icon: "❓"}, insights: Key insights}
"""
OPENING = """\
Opening of $x^2$, with a note.[^a] See [the entry](01-dsi.md#why), [a heading](#news) and
[@arxiv:2202.00002].

## News

1. First item
   - nested *item*
     - deeper item

| left | right |
|:-----|------:|
| cell |   1.5 |

> A quotation.

```python
if a < b & c: print("]]>")
```

$$\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}$$

Term
: Definition

![A blue box](a.svg "The caption [@arxiv:2202.00001]")

[^a]: The note [@arxiv:2202.00002].
"""
ENTRY = """\
Lead text.

## Why
Because $\\hat{x}$ is so [see @arxiv:2202.00002, p. 3].[^1]

## Insights
It says @arxiv:2202.00002, as does [@dsi]. [Subscribe](/feed.xml).

[^1]: Entry's note.
"""
SENTENCES = (
    *("The deck.", "Opening of", "First item", "nested item", "deeper item", "cell", "A quotation"),
    *("Term", "Definition", "The caption", "The note", "The description", "Best paper"),
    *("Figure’s caption", "Figure’s credit", "Lead text", "Because", "It says", "Entry’s note"),
)
PAGE = "https://example.org/news/editions/2022-03/"


@pytest.fixture
def rich(newsletter: Newsletter) -> Newsletter:
    """Return a newsletter with one of everything, built."""
    newsletter.settings(SETTINGS)
    newsletter.paper(
        "arxiv:2202.00001", "The $O(n^2)$ <Kernel> & its \U0001d518ses", "Ada Lovelace, B C"
    )
    newsletter.paper("arxiv:2202.00002", "Other", "Alan Turing")
    newsletter.write(
        "content/editions/2022-03/a.svg",
        '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
    )
    newsletter.edition("2022-03", OPENING, description="The deck.", number=2)
    newsletter.entry(
        "2022-03/01-dsi",
        ENTRY,
        arxiv="2202.00001",
        name="DSI & <co>",
        description="The description.",
        note="Best *paper*",
        tags=["C++", "Search engines"],
        links={"code": "https://example.org/code?a=1&b=2"},
        figure={
            "src": "a.svg",
            "alt": 'The "box"',
            "caption": "Figure's caption",
            "credit": "Figure's credit",
        },
    )
    newsletter.edition("2022-02", "Earlier.\n", editors=["Cy"], lang="nl")
    newsletter.entry("2022-02/01-two", "Kort.\n", arxiv="2202.00002", tags=["c++"])
    assert newsletter.build().diagnostics == ()
    return newsletter


def feeds(newsletter: Newsletter) -> dict[str, bytes]:
    """Return the bytes of every feed."""
    names = re.compile(r"(tags/[^/]+/)?feed\.xml|rss\.xml|feed\.json")
    return {path: data for path, data in newsletter.tree().items() if names.fullmatch(path)}


def feed(newsletter: Newsletter, path: str = "feed.xml") -> Feed:
    return read_feed(newsletter.tree()[path])


def test_feeds_keep_the_rules_of_their_forms(rich: Newsletter) -> None:
    found = {path: check_feed(data) for path, data in feeds(rich).items()}
    assert found == {
        path: []
        for path in (
            *("feed.json", "feed.xml", "rss.xml"),
            *("tags/c-plus-plus/feed.xml", "tags/search-engines/feed.xml"),
        )
    }


def test_the_three_forms_say_the_same(rich: Newsletter) -> None:
    atom, rss, json_feed = (feed(rich, path) for path in ("feed.xml", "rss.xml", "feed.json"))
    for one in (rss, json_feed):
        assert (one.title, one.page) == (atom.title, atom.page)
        for item, same in zip(one.items, atom.items, strict=True):
            assert item[:6] == same[:6]
            assert (item.authors, item.tags) == (same.authors, same.tags)
    assert [item.updated for item in json_feed.items] == [item.updated for item in atom.items]


def test_an_item_says_every_sentence_once(rich: Newsletter) -> None:
    said = plain(feed(rich).items[0].html)
    assert {sentence: said.count(sentence) for sentence in SENTENCES} == dict.fromkeys(SENTENCES, 1)


def test_an_item_leads_to_its_page_and_has_no_part_of_it(rich: Newsletter) -> None:
    html = feed(rich).items[0].html
    assert f'<a href="{PAGE}dsi/#why">the entry</a>' in html
    assert f'<a href="{PAGE}#news">a heading</a>' in html
    assert f'<sup><a href="{PAGE}#ref-1">1</a></sup>' in html
    assert re.search(rf'\(see\sreference\s<a href="{PAGE}#ref-1">1</a>, p\.\s3\)', html)
    assert f'<sup><a href="{PAGE}#dsi.fn-a">a</a></sup>' in html
    assert f'<img src="{PAGE}a.feed.png" alt="The &quot;box&quot;" width="4" height="3">' in html
    # a picture that not all readers show is one that they do, in its size
    assert f'<img src="{PAGE}a.feed.png" width="4" height="3" alt="A blue box">' in html
    assert "editions/2022-03/a.feed.png" in rich.tree()
    assert '<a href="https://example.org/news/feed.xml">Subscribe</a>' in html
    assert "↩" not in html


def test_what_follows_the_papers_is_not_the_last_ones(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.00001")
    newsletter.entry("2022-03/01-a", "Last of the entry.\n", arxiv="2202.00001")
    newsletter.edition("2022-03", ":::{papers}\n:::\n\nThat is all.\n")
    newsletter.build()
    closing = "<p>Last of the entry.</p>\n<hr>\n<p>That is all.</p>"
    assert closing in feed(newsletter).items[0].html
    newsletter.edition("2022-03", ":::{papers}\n:::\n\n## End\n\nThat is all.\n")
    newsletter.build()
    assert "<hr>" not in feed(newsletter).items[0].html


def test_math_is_text_and_tex_that_cannot_be_is_code(rich: Newsletter) -> None:
    html = feed(rich).items[0].html
    assert "Opening of <i>x</i><sup>2</sup>" in html
    assert r"<p><code>\begin{pmatrix}1&amp;2\\3&amp;4\end{pmatrix}</code></p>" in html
    assert feed(rich, "tags/c-plus-plus/feed.xml").items[0].title == (
        "DSI & <co>: The O(n²) <Kernel> & its \U0001d518ses"
    )


def test_references_are_a_list_at_the_end(rich: Newsletter) -> None:
    html = feed(rich).items[0].html
    references = html[html.index("<h2>References</h2>") :]
    assert re.findall(r"^<li>", references, re.MULTILINE) == ["<li>", "<li>"]
    assert references.endswith("</ol>")
    assert f'<br>\nCovered here: <a href="{PAGE}#dsi">DSI &amp; &lt;co&gt;</a></li>' in references
    assert (
        f'<br>\nCovered here: <a href="{PAGE[:-8]}2022-02/two/">Edition 2022-02</a></li>'
        in references
    )
    assert "Notes</h2>" in html[: html.index("<h2>References</h2>")]


def test_a_feed_reader_reads_them(rich: Newsletter) -> None:
    for path in ("feed.xml", "rss.xml", "tags/c-plus-plus/feed.xml"):
        read = feedparser.parse(rich.tree()[path])
        assert not read.bozo
        assert read.version == ("rss20" if path == "rss.xml" else "atom10")
        assert len(read.entries) == 2
        newest = read.entries[0]
        (content,) = newest.content
        assert content.type == "text/html"
        # it takes away what it holds for unsafe: there was nothing
        assert content.value.count("<a href=") == feed(rich, path).items[0].html.count("<a href=")
        assert plain(content.value) == plain(feed(rich, path).items[0].html)
        assert newest.published_parsed[:3] == (2022, 3, 2)
    atom = feedparser.parse(rich.tree()["feed.xml"])
    assert atom.feed.subtitle == "News for tests"
    assert [tag.term for tag in atom.entries[0].tags] == ["C++", "Search engines"]
    assert [author.name for author in atom.entries[0].authors] == ["Ada & Co", "Bea"]
    assert {link.rel: link.href for link in atom.entries[0].links} == {
        "alternate": PAGE,
        "related": "https://arxiv.org/abs/2202.00001",
    }
    assert {link.rel: link.href for link in atom.feed.links} == {
        "alternate": "https://example.org/news/",
        "self": "https://example.org/news/feed.xml",
    }


def test_the_authors_are_the_editors_and_never_the_papers(rich: Newsletter) -> None:
    for path in feeds(rich):
        assert [item.authors for item in feed(rich, path).items] == [
            *([("Ada & Co", "Bea")]),
            *([("Cy",)] if len(feed(rich, path).items) == 2 else []),
        ]


def test_where_no_editor_is_named_the_newsletter_is_the_author(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03")
    newsletter.build()
    assert [check_feed(data) for data in feeds(newsletter).values()] == [[], [], []]
    assert json.loads(newsletter.tree()["feed.json"])["authors"] == [
        {"name": "Test News", "url": "https://example.org/news/"}
    ]


def test_an_item_in_another_language_says_so(rich: Newsletter) -> None:
    html = feed(rich).items[1].html
    assert html.startswith('<div lang="nl" dir="ltr">')
    assert "14 februari 2022" in html
    assert '<entry xml:lang="nl">' in rich.tree()["feed.xml"].decode()
    assert json.loads(rich.tree()["feed.json"])["items"][1]["language"] == "nl"


def test_what_is_written_from_right_to_left_says_so(newsletter: Newsletter) -> None:
    newsletter.write("content/site.yaml", "title: عدد\nurl: https://example.org/\nlang: ar\n")
    newsletter.edition("2022-03", "مرحبا\n")
    newsletter.build()
    assert feed(newsletter).items[0].html.startswith('<div lang="ar" dir="rtl">')


def test_an_entry_in_its_topics_feed_leads_to_its_paper(rich: Newsletter) -> None:
    found = feed(rich, "tags/search-engines/feed.xml")
    assert found.title == "Test News: Search engines"
    assert found.page == "https://example.org/news/tags/search-engines/"
    (item,) = found.items
    assert item.html.startswith(
        '<p><strong><a href="https://arxiv.org/abs/2202.00001">The <i>O</i>'
    )
    assert item.summary == "The description."
    assert f'<a href="{PAGE}dsi/#ref-1">' in item.html
    assert f'<img src="{PAGE}a.feed.png"' in item.html
    assert "https://arxiv.org/abs/2202.00001" in item.addresses


def test_a_paper_without_a_record_is_named_and_leads_nowhere(newsletter: Newsletter) -> None:
    newsletter.settings("check: {paper-unfetched: warning}\n")
    newsletter.edition("2022-03")
    newsletter.entry("2022-03/01-dsi", arxiv="2202.06991", tags=["t"])
    newsletter.build()
    for path, data in feeds(newsletter).items():
        assert check_feed(data) == []
        (item,) = feed(newsletter, path).items
        assert item.addresses == (item.url,)
        assert "dsi" in plain(item.html)


def test_without_a_summary_rss_has_the_whole_as_its_description(rich: Newsletter) -> None:
    items = rich.tree()["rss.xml"].decode().split("<item>")[1:]
    assert ["<content:encoded>" in item for item in items] == [True, False]
    assert "Kort." in items[1].partition("<description>")[2]


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("bracket", rf'Opening <span>\[<a href="{PAGE}#ref-1">1</a>\]</span>'),
        ("author-year", rf'Opening <span>\(<a href="{PAGE}#ref-1">Turing, 2022</a>\)</span>'),
    ],
)
def test_citations_are_in_the_sites_style(newsletter: Newsletter, style: str, shown: str) -> None:
    newsletter.settings(f"citations: {{style: {style}}}\n")
    newsletter.paper("arxiv:2202.00002", "Other", "Alan Turing")
    newsletter.edition("2022-03", "Opening [@arxiv:2202.00002].\n")
    newsletter.build()
    assert re.search(shown, feed(newsletter).items[0].html)
    assert check_feed(newsletter.tree()["feed.xml"]) == []


def test_what_is_not_public_is_there_in_a_preview_alone_and_says_so(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.00001")
    newsletter.edition("2022-02")
    newsletter.edition("2022-03", draft=True)
    newsletter.entry("2022-02/01-a", arxiv="2202.00001", tags=["t"], draft=True)
    newsletter.build()
    assert [item.title for item in feed(newsletter).items] == ["Edition 2022-02"]
    assert "tags/t/feed.xml" not in feeds(newsletter)
    newsletter.build(drafts=True)
    first, second = feed(newsletter).items
    assert first.html.startswith("<p>Draft</p>")
    assert not second.html.startswith("<p>Draft</p>")
    assert second.html.count("Draft") == 1
    assert feed(newsletter, "tags/t/feed.xml").items[0].html.count("Draft") == 1


def test_signs_that_no_xml_may_have_are_left_out(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.00001", "A\x01 \ufffe]]> \U0001d4b3 title")
    newsletter.edition("2022-03", "Text ]]>.\n")
    note = json.dumps("Text and more ]]>.")
    newsletter.entry("2022-03/01-a", arxiv="2202.00001", tags=["t"], note=note)
    newsletter.build()
    for data in feeds(newsletter).values():
        assert check_feed(data) == []
        assert read_feed(data).items[0].html
    assert feed(newsletter, "tags/t/feed.xml").items[0].title == "A ]]> \U0001d4b3 title"
    assert "<p>Text ]]&gt;.</p>" in feed(newsletter).items[0].html
    assert "Text and more ]]&gt;." in feed(newsletter).items[0].html


FORMATS: dict[str, Callable[[FeedHead, list[PlainItem]], bytes]] = {
    "atom": lambda head, items: format_atom(head, [format_entry(one, "en") for one in items]),
    "rss": format_rss,
    "json": format_json,
}
texts = st.text(st.characters(codec=None, categories=None), min_size=1, max_size=40)


@pytest.mark.parametrize("form", FORMATS)
@given(text=texts)
def test_whatever_a_text_holds_is_read_again(form: str, text: str) -> None:
    head = FeedHead(
        form="atom",
        id="https://example.org/feed.xml",
        url="https://example.org/feed.xml",
        page_url="https://example.org/",
        site_url="https://example.org/",
        title=text,
        description=text,
        lang="en",
        updated="2022-03-02T00:00:00+01:00",
        editors=(Editor(text, ""),),
        words={},
    )
    item = PlainItem(
        id="https://example.org/1/",
        url="https://example.org/1/",
        external_url="",
        title=text,
        summary=text,
        html="",
        lang="en",
        published="2022-03-02T00:00:00+01:00",
        updated="2022-03-02T00:00:00+01:00",
        editors=(Editor(text, ""),),
        tags=(text,),
        papers=(PlainPaper(text, "https://example.org/paper"),),
        discussion="https://example.org/talk",
    )
    read = read_feed(FORMATS[form](head, [item]))

    def same(found: str) -> bool:
        # XML makes one line end of all kinds, and of a tab in an attribute a space
        return "".join(found.split()) == "".join(clean(text).split())

    assert same(read.title)
    (shown,) = read.items
    assert same(shown.title)
    assert same(shown.summary)
    assert all(same(author) for author in shown.authors)
    assert all(same(tag) for tag in shown.tags)


def test_what_a_feed_is_about_is_plain_text_and_escaped_once(newsletter: Newsletter) -> None:
    tagline = "Papers & people: a < b"
    newsletter.write(
        "content/site.yaml", f'title: T\nurl: https://example.org/news/\ntagline: "{tagline}"\n'
    )
    newsletter.build()
    assert "<description>Papers &amp; people: a &lt; b</description>" in newsletter.page("rss.xml")
    assert "<subtitle>Papers &amp; people: a &lt; b</subtitle>" in newsletter.page("feed.xml")
    assert json.loads(newsletter.page("feed.json"))["description"] == tagline


def test_the_title_of_an_item_is_what_plain_text_can_have_of_it(newsletter: Newsletter) -> None:
    newsletter.settings(SETTINGS)
    newsletter.paper("arxiv:2202.00001", "Over 10<sup>6</sup> $a<b$ words", "Ada Lovelace")
    newsletter.edition("2022-02", "Text.\n")
    newsletter.entry("2022-02/01-one", "Text.\n", arxiv="2202.00001", tags=["C++"])
    newsletter.build()
    assert feed(newsletter, "tags/c-plus-plus/feed.xml").items[0].title == "Over 10⁶ a < b words"
