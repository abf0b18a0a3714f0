"""The judges of feeds themselves: a fault of each kind is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.feedrules import check_feed, check_html

if TYPE_CHECKING:
    from tests.newsletter import Newsletter


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("feed.xml", "<title>Edition 2022-03</title>", ""),
        ("feed.xml", "T00:00:00+00:00</updated>", "</updated>"),
        ("feed.xml", "T00:00:00+00:00</updated>", "T00:00:00</updated>"),
        ("feed.xml", "<published>", "<modified>x</modified><published>"),
        ("feed.xml", '<feed xmlns="http://www.w3.org/2005/Atom"', '<feed xmlns="http://x.org/"'),
        ("feed.xml", ' rel="self"', ' rel="alternate" hreflang="en"'),
        ("feed.xml", "<id>https://example.org/news/editions/2022-03/", "<id>2022-03/"),
        ("feed.xml", "<name>Test News</name>", "<name></name>"),
        ("feed.xml", "<name>Test News</name>", ""),
        ("feed.xml", 'type="html"', 'type="xhtml"'),
        ("rss.xml", 'version="2.0"', 'version="0.91"'),
        ("rss.xml", "<description>News for tests</description>", ""),
        ("rss.xml", "Wed, 02 Mar 2022", "Thu, 02 Mar 2022"),
        ("rss.xml", "Wed, 02 Mar 2022", "02 Mar 22"),
        ("rss.xml", ' isPermaLink="false">https://example.org/news/', ">"),
        ("rss.xml", "<pubDate>", "<author>Ada</author><pubDate>"),
        ("rss.xml", "<pubDate>", "<updated>x</updated><pubDate>"),
        ("rss.xml", "<pubDate>", "<title>x</title><pubDate>"),
        ("rss.xml", ' rel="self"', ""),
        ("rss.xml", "<link>https://example.org", "<link>"),
        ("rss.xml", "<description>A deck</description>", ""),
        ("feed.json", "version/1.1", "version/1"),
        ("feed.json", '"id"', '"_id"'),
        ("feed.json", '"content_html"', '"html"'),
        ("feed.json", "T00:00:00+00:00", ""),
        ("feed.json", '"https://example.org/news/editions/2022-03/"', '"editions/2022-03/"'),
    ],
)
def test_a_fault_in_a_feed_is_found(newsletter: Newsletter, path: str, old: str, new: str) -> None:
    newsletter.edition("2022-03", "Text.\n", description="A deck")
    newsletter.build()
    good = newsletter.tree()[path].decode()
    assert check_feed(good.encode()) == []
    assert old in good
    assert check_feed(good.replace(old, new).encode()) != []


@pytest.mark.parametrize(
    "html",
    [
        '<p id="x">a</p>',
        '<p class="x">a</p>',
        '<p style="x">a</p>',
        "<script>a</script>",
        "<p>a",
        "<p>a</em></p>",
        '<a href="#ref-1">a</a>',
        '<a href="../">a</a>',
        '<a href="javascript:x">a</a>',
        '<img src="data:image/png;base64,x" alt="a">',
        '<img src="https://example.org/a.png">',
        "<math><mi>x</mi></math>",
    ],
)
def test_what_a_feed_reader_cannot_show_is_found(html: str) -> None:
    assert check_html(html) != []
