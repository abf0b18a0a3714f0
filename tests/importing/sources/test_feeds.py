"""Feeds."""

# ruff: noqa: E501 -- as services write it

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest

from tests.importing.exports import left, read_export, write_export
from tests.importing.folders import by_title

if TYPE_CHECKING:
    from pathlib import Path

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Our news</title>
<subtitle>Just news</subtitle><link href="https://example.org/feed.xml" rel="self"/><link href="https://example.org/"/>
<entry><title type="html">One &amp;amp; two</title><link href="https://example.org/one?utm_source=feed"/>
<published>2022-02-14T23:30:00-05:00</published><updated>2022-03-01T00:00:00Z</updated>
<author><name>Ada Example</name><email>reader@example.net</email></author><category term="news" label="News"/>
<content type="html">&lt;p&gt;a &lt;a href="/x"&gt;b&lt;/a&gt;&lt;/p&gt;</content></entry>
<entry><title>Three</title><link href="https://example.org/three"/><updated>2022-03-01T00:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>c <b>d</b></p></div></content></entry>
<entry><title>Begins</title><link href="https://example.org/begins"/><summary>It begins</summary></entry></feed>"""
RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Our news</title><description>Just news</description>
<link>https://example.org/</link><language>en</language><item><title>One &amp; two</title>
<guid>https://example.org/one</guid><pubDate>Mon, 14 Feb 2022 23:30:00 -0500</pubDate><dc:creator>Ada Example</dc:creator>
<author>reader@example.net (Ada Example)</author><category>News</category><description>Sub</description>
<content:encoded><![CDATA[<p>a <a href="https://example.org/x">b</a></p>]]></content:encoded></item>
<item><title>Three</title><link>https://example.org/three</link><description>&lt;p&gt;c &lt;b&gt;d&lt;/b&gt;&lt;/p&gt;</description></item>
<item><title>Begins</title><link>https://example.org/begins</link><description>It begins</description></item></channel></rss>"""
RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Our news</title><description>Just news</description>
<link>https://example.org/</link></channel><item><title>One &amp; two</title><link>https://example.org/one</link>
<dc:date>2022-02-14T23:30:00-05:00</dc:date><dc:creator>Ada Example</dc:creator>
<description>&lt;p&gt;a &lt;a href="https://example.org/x"&gt;b&lt;/a&gt;&lt;/p&gt;</description></item>
<item><title>Three</title><link>https://example.org/three</link><description>&lt;p&gt;c &lt;b&gt;d&lt;/b&gt;&lt;/p&gt;</description></item>
<item><title>Begins</title><link>https://example.org/begins</link><description>It begins</description></item></rdf:RDF>"""
JSON = json.dumps({
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Our news",
    "description": "Just news",
    "home_page_url": "https://example.org/",
    "items": [
        {
            "id": "1",
            "url": "https://example.org/one",
            "title": "One & two",
            "content_html": '<p>a <a href="/x">b</a></p>',
            "date_published": "2022-02-14T23:30:00-05:00",
            "authors": [{"name": "Ada Example"}],
            "tags": ["News"],
        },
        {"id": "2", "url": "https://example.org/three", "title": "Three", "content_html": "<p>c <b>d</b></p>"},
        {"id": "3", "url": "https://example.org/begins", "title": "Begins", "summary": "It begins"},
    ],
})  # fmt: skip


@pytest.mark.parametrize(
    ("name", "feed"), [("a.xml", ATOM), ("a.rss", RSS), ("rdf.xml", RDF), ("feed.json", JSON)]
)
def test_every_kind_of_feed_says_the_same(tmp_path: Path, name: str, feed: str) -> None:
    archive = read_export(write_export(tmp_path, {name: feed}), "feed")
    assert (archive.title, archive.tagline, archive.url) == (
        "Our news",
        "Just news",
        "https://example.org/",
    )
    posts = by_title(archive)
    one = posts["One & two"]
    assert (one.text, one.address) == ("a [b](https://example.org/x)", "https://example.org/one")
    assert (one.date, one.authors) == (dt.date(2022, 2, 14), ("Ada Example",))
    assert one.tags == (() if feed == RDF else ("News",))
    assert posts["Three"].text == "c **d**"
    begins = posts["Begins"]
    assert begins.text == "It begins"
    assert [(it.what, it.reason) for it in begins.left_out] == [
        ("the rest of the text", "the feed has only how it begins")
    ]


@pytest.mark.parametrize(
    ("feed", "reason"),
    [
        (
            ATOM.replace("<feed", '<!DOCTYPE x [<!ENTITY a "b">]><feed'),
            "it defines entities of its own, as no export does",
        ),
        (JSON[:-20], "it is not JSON, or has no 'items'"),
    ],
)
def test_hostile_and_broken_feeds_are_refused(tmp_path: Path, feed: str, reason: str) -> None:
    archive = read_export(write_export(tmp_path, {"feed": feed}), "feed")
    assert (archive.posts, left(archive)) == ((), {"feed": reason})


def test_a_feed_with_what_only_html_knows_is_read(tmp_path: Path) -> None:
    feed = RSS.replace("It begins", "It&nbsp;begins & ends").replace("</channel></rss>", "")
    posts = by_title(read_export(write_export(tmp_path, {"a.xml": feed}), "feed"))
    assert posts["Begins"].text == "It begins & ends"


def test_addresses_are_read_from_the_bases_around_them(tmp_path: Path) -> None:
    feed = (
        ATOM.replace("<feed", '<feed xml:base="https://example.org/news/"')
        .replace("<entry", '<entry xml:base="2022/"')
        .replace('href="https://example.org/one', 'href="one')
        .replace('&lt;a href="/x"', '&lt;a href="x"')
    )
    posts = by_title(read_export(write_export(tmp_path, {"a.xml": feed}), "feed"))
    assert posts["One & two"].address == "https://example.org/news/2022/one"
    assert posts["One & two"].text == "a [b](https://example.org/news/2022/x)"
    assert posts["Three"].address == "https://example.org/three"
