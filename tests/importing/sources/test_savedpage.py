"""Web pages that were saved."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from digest.importing.post import Picture
from tests.importing.exports import read_export, write_export

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
<title>One &amp; two - Our news</title><link rel="canonical" href="https://example.org/one/">
<meta property="og:description" content="Sub"><meta property="article:tag" content="News">
<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["BlogPosting"],
"headline": "One & two", "datePublished": "2022-02-14T10:00:00+01:00",
"author": {"@type": "Person", "name": "Ada Example"}}]}</script></head><body>
<nav>Home reader@example.net</nav><header>Signed in as Rita Reader</header><main><article>
<h1>One &amp; two</h1><div class="entry-content"><p>The text of the post, which is long enough.</p>
<img src="One_files/a%20b.png" alt="A"><p><a href="https://example.org/two/">two</a></p></div>
<section class="comments">Rita Reader says s3cret</section></article></main>
<footer>About us</footer></body></html>"""


def test_the_article_is_found_and_all_around_it_left(tmp_path: Path) -> None:
    files = {"One.html": PAGE, "One_files/a b.png": "png", "One_files/frame.html": "<p>s3cret</p>"}
    (post,) = read_export(write_export(tmp_path, files), "page").posts
    assert post.text.split("\n\n") == [
        "The text of the post, which is long enough.",
        "![A](One_files/a%20b.png)",
        "[two](https://example.org/two/)",
    ]
    assert (post.title, post.date, post.lang) == ("One & two", dt.date(2022, 2, 14), "en-GB")
    assert (post.address, post.description) == ("https://example.org/one/", "Sub")
    assert (post.authors, post.tags) == (("Ada Example",), ("News",))
    assert post.pictures == (Picture("One_files/a%20b.png", "One_files/a b.png"),)
    assert [one.reason for one in post.left_out] == ["menus, comments and the like"]


def test_a_page_that_says_nothing_of_itself_is_read_whole(tmp_path: Path) -> None:
    page = "<html><body><h2>News</h2><p>Just a text, with nothing around it.</p></body></html>"
    (post,) = read_export(write_export(tmp_path, {"old page.htm": page}), "page").posts
    assert post.text == "## News\n\nJust a text, with nothing around it."
    assert (post.title, post.date, post.address) == ("old page", None, "")


def test_what_stands_around_a_text_is_cut_within_it_too(tmp_path: Path) -> None:
    around = (
        '<div class="speechify-ignore">Ada Example, 3 min read</div><nav>Next</nav>',
        '<div class="comments">s3cret</div><footer>F</footer><aside><nav>Ad</nav></aside>',
    )
    kept = "<blockquote><p>Said</p><footer>Ada</footer></blockquote>"
    page = PAGE.replace("<p>The text", f"{around[0]}{kept}{around[1]}<p>The text")
    (post,) = read_export(write_export(tmp_path, {"One.html": page}), "page").posts
    assert post.text.startswith("> Said\n>\n> Ada\n\nThe text of the post")


@pytest.mark.parametrize(
    ("old", "new", "state"),
    [
        ("", "", "published"),
        ('"headline"', '"isAccessibleForFree": false, "headline"', "paid"),
        ('"headline"', '"isAccessibleForFree": "True", "headline"', "published"),
        ("<p>The text", '<div class="paywall">Upgrade</div><p>The text', "paid"),
        ("<footer>", '<footer class="paywall">', "published"),
    ],
)
def test_a_page_that_says_it_is_not_free_is_paid(
    tmp_path: Path, old: str, new: str, state: str
) -> None:
    files = {"One.html": PAGE.replace(old, new, 1)}
    (post,) = read_export(write_export(tmp_path, files), "page").posts
    assert post.state == state
