"""Medium's export."""

# ruff: noqa: E501 -- as services write it

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tests.importing.exports import left, read_export, write_export
from tests.importing.folders import by_title

if TYPE_CHECKING:
    from pathlib import Path


def page(title: str, body: str, footer: str = "", subtitle: str = "") -> str:
    summary = f'<section data-field="subtitle" class="p-summary">{subtitle}</section>' * bool(
        subtitle
    )
    return f"""<!DOCTYPE html><html><head><title>{title}</title></head><body><article class="h-entry">
    <header><h1 class="p-name">{title}</h1></header>{summary}
    <section data-field="body" class="e-content"><section class="section"><div class="section-divider"><hr></div>
    {body}</section></section><footer>{footer}</footer></article></body></html>"""


def published(slug: str) -> str:
    return f"""<p>By <a href="https://medium.com/@ada" class="p-author h-card">Ada Example</a> on
    <a href="https://medium.com/p/abc"><time class="dt-published" datetime="2018-08-11T11:23:34.123Z">x</time></a>.</p>
    <p><a href="https://blog.example.org/{slug}?source=rss&sk=s3cret" class="p-canonical">Canonical link</a></p>
    <p class="p-tags">Tagged in <a class="p-tag" href="x">News</a></p>"""


BODY = """<h3 class="graf graf--h3 graf--title">One</h3><h4 class="graf graf--h4 graf--subtitle">Sub</h4>
<p class="graf graf--p">Text</p><pre class="graf graf--pre">a<br>  b</pre>
<figure class="graf graf--figure"><img class="graf-image" src="https://cdn-images-1.medium.com/max/800/a.png">
<figcaption class="imageCaption">Caption</figcaption></figure>
<div class="graf graf--mixtapeEmbed"><a href="https://example.org/x" class="markup--anchor"><strong>Title</strong><br>
<em>About</em>example.org</a><a href="https://example.org/x" class="js-mixtapeImage mixtapeImage"></a></div>"""
FILES = {
    "posts/2018-08-11_One-abc.html": page("One", BODY, published("one-abc"), "Sub"),
    "posts/draft_Two-def.html": page(
        "Two", "<p>b</p>", '<p><a href="https://medium.com/p/def">View original.</a></p>', "S"
    ),
    "posts/2018_Thanks-a-lot.html": page(
        "Thanks a lot", "<p>Thanks a lot, Rita Reader</p>", published("t").replace("p-tag", "x")
    ),
    "posts/2018_Note.html": page(
        "Short", '<h3 class="graf--title">Short</h3><p>c</p>', published("short")
    ),
    "bookmarks/bookmarks-0001.html": page("Bookmarks", "s3cret"),
    "ips/ips-0001.html": "<p>s3cret</p>",
    "README.html": "<p>s3cret</p>",
}


def test_posts_drafts_and_responses(tmp_path: Path) -> None:
    archive = read_export(write_export(tmp_path, FILES), "medium")
    posts = by_title(archive)
    one = posts["One"]
    assert one.text.split("\n\n") == [
        "Text",
        "```\na\n  b\n```",
        '![](https://cdn-images-1.medium.com/max/800/a.png "Caption")',
        "[**Title**\\\n*About*example.org](https://example.org/x)",
    ]
    assert (one.date, one.description, one.state) == (dt.date(2018, 8, 11), "Sub", "published")
    assert (one.authors, one.tags) == (("Ada Example",), ("News",))
    assert one.address == "https://blog.example.org/one-abc?source=rss"
    assert one.aliases == ("https://medium.com/p/abc",)
    assert (posts["Two"].state, posts["Two"].text) == ("draft", "b")
    assert posts["Short"].text == "c"
    assert archive.url == "https://blog.example.org"
    assert left(archive) == {
        "Thanks a lot": "a response to somebody's post",
        **dict.fromkeys(
            ("README.html", "bookmarks/bookmarks-0001.html", "ips/ips-0001.html"),
            "bookmarks, followers, sessions and the like",
        ),
    }
