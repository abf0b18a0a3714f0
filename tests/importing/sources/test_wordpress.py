"""WordPress's export."""

# ruff: noqa: E501 -- as services write it

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.importing.exports import left, read_export, write_export
from tests.importing.folders import by_title

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Our &amp; news</title>
<link>https://example.org</link><description>Just news</description><language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version><wp:author><wp:author_login>ada</wp:author_login>
<wp:author_email>reader@example.net</wp:author_email>
<wp:author_display_name><![CDATA[Ada Example]]></wp:author_display_name></wp:author>
"""
END = "</channel></rss>"
COMMENT = """<wp:comment><wp:comment_author>Rita Reader</wp:comment_author>
<wp:comment_author_email>reader@example.net</wp:comment_author_email>
<wp:comment_content>s3cret</wp:comment_content></wp:comment>"""

ACCESS = """<wp:postmeta><wp:meta_key>_jetpack_newsletter_access</wp:meta_key>
<wp:meta_value>{}</wp:meta_value></wp:postmeta>"""


def item(
    title: str, content: str, more: str = "", status: str = "publish", kind: str = "post"
) -> str:
    return f"""<item><title><![CDATA[{title}]]></title><link>https://example.org/{title.lower()}/</link>
<dc:creator>ada</dc:creator><content:encoded><![CDATA[{content}]]></content:encoded>
<excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:post_id>{len(title)}</wp:post_id>
<wp:post_date>2022-02-14 23:30:00</wp:post_date><wp:post_date_gmt>2022-02-15 04:30:00</wp:post_date_gmt>
<wp:post_name>{title.lower()}</wp:post_name><wp:status>{status}</wp:status>
<wp:post_type>{kind}</wp:post_type>{more}</item>"""


def read_text(tmp_path: Path, content: str, more: str = "", others: str = "") -> str:
    files = {"wp.xml": HEAD + item("One", content, more) + others + END}
    return by_title(read_export(write_export(tmp_path, files), "wordpress"))["One"].text


def test_posts_have_what_the_export_says(tmp_path: Path) -> None:
    more = """<category domain="category" nicename="u">Uncategorized</category>
    <category domain="post_tag" nicename="t"><![CDATA[Tag &amp; more]]></category>"""
    items = (
        item("One", "a", more + COMMENT),
        item("Private", "a", status="private"),
        item("Locked", "a", "<wp:post_password>s3cret</wp:post_password>"),
        item("Draft", "a", status="draft"),
        item("Pending", "a", status="pending"),
        item("Later", "a", status="future"),
        item("About", "a", kind="page"),
        item("Binned", "a", status="trash"),
        item("Menu", "a", kind="nav_menu_item"),
        item("Bought", "s3cret", kind="shop_subscription"),
        item("Logged", "s3cret", kind="email_log"),
        item("Asked", "s3cret", kind="wpforms"),
        item("Letter", "a", kind="newsletter"),
        item("Walled", "a<!-- wp:jetpack/paywall /-->b"),
        item("Members", "a", ACCESS.format("paid_subscribers")),
        item("All", "a", ACCESS.format("everybody")),
    )
    archive = read_export(
        write_export(tmp_path, {"wp.xml": HEAD + "".join(items) + END}), "wordpress"
    )
    posts = by_title(archive)
    assert {title: post.state for title, post in posts.items()} == {
        "One": "published",
        "Private": "paid",
        "Locked": "paid",
        "Draft": "draft",
        "Pending": "draft",
        "Later": "scheduled",
        "About": "page",
        "Letter": "published",
        "Walled": "paid",
        "Members": "paid",
        "All": "published",
    }
    one = posts["One"]
    assert (one.date, one.authors, one.tags) == (
        dt.date(2022, 2, 14),
        ("Ada Example",),
        ("Tag & more",),
    )
    assert (one.address, one.place.path) == ("https://example.org/one/", "wp.xml#one")
    assert (archive.title, archive.tagline, archive.lang) == ("Our & news", "Just news", "en-GB")
    assert left(archive) == {
        "1 comment": "what readers wrote",
        "1 nav_menu_item item": "menus",
        "1 shop_subscription item": "what readers sent, bought or are",
        "1 email_log item": "what readers sent, bought or are",
        "1 wpforms item": "settings of the site",
        "1 post": "in the bin",
    }


@pytest.mark.parametrize(
    ("content", "markdown"),
    [
        ("one\ntwo\n\n<b>three</b>\n<ul>\n<li>i</li>\n</ul>four", "one\\\ntwo\n\n**three**\n\n- i\n\nfour"),
        ("<pre>a\n\nb</pre>", "```\na\n\nb\n```"),
        ("<!-- wp:paragraph -->\n<p>a\nb</p>\n<!-- /wp:paragraph -->\n<!-- wp:more --><!--more--><!-- /wp:more -->", "a b"),
        (
            '[caption id="x" width="300"]<a href="https://example.org/b.png"><img src="https://example.org/a.png" alt="A"/></a> The <em>caption</em>[/caption]',
            '![A](https://example.org/a.png "The *caption*")',
        ),
        ("[embed]https://www.youtube.com/watch?v=dQw4w9WgXcQ[/embed]", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
        ("[code language=python]\na < b\n[/code]", "```python\na < b\n```"),
        ("as [6] says [sic] [[caption]]", "as [6] says [sic] [caption]"),
        ('a [contact-form-7 id="3"] b', "a b"),
        ('a [audio mp3="https://example.org/a.mp3"][/audio]', "a\n\nhttps://example.org/a.mp3"),
        ('[vc_row][vc_col width="1/2"]two[ref]A note[/ref] words[/vc_col][/vc_row]', "two A note words"),
        ("$latex x^2$ is", "$x^2$ is"),
        ("a\r\n\r\nb", "a\n\nb"),
    ],
)  # fmt: skip
def test_texts_of_both_editors_and_shortcodes(tmp_path: Path, content: str, markdown: str) -> None:
    assert read_text(tmp_path, content) == markdown


def test_a_shortcode_that_is_left_out_is_said(tmp_path: Path) -> None:
    files = {"wp.xml": HEAD + item("One", 'a [jetpack_subscription_form title="x"]') + END}
    post = read_export(write_export(tmp_path, files), "wordpress").posts[0]
    assert [one.what for one in post.left_out] == ['[jetpack_subscription_form title="x"]']


def test_blocks_have_the_words_that_they_stand_for_or_are_said(tmp_path: Path) -> None:
    content = """<!-- wp:block {"ref":6} /--><!-- wp:latest-posts {"postsToShow":3} /-->
<!-- wp:block {"ref":9} /--><!-- wp:cover {"url":"https://example.org/b.jpg"} --><div class="wp-block-cover"
style="background-image:url(https://example.org/b.jpg?token=s3cret)"><p>over</p></div><!-- /wp:cover -->"""
    shared = item("Shared", '<p>twice</p><!-- wp:block {"ref":6} /-->', kind="wp_block")
    hidden = item("Not shown", "s3cret", status="draft", kind="wp_block")
    files = {"wp.xml": HEAD + item("One", content) + shared + hidden + END}
    archive = read_export(write_export(tmp_path, files), "wordpress")
    assert archive.posts[0].text == "twice\n\nover"
    assert {one.what for one in archive.posts[0].left_out} == {
        "the block 'latest-posts'",
        "the block 'block' 6",
        "the block 'block' 9",
        "https://example.org/b.jpg",
    }


def attachment(number: int, parent: int) -> str:
    more = (
        f"<wp:attachment_url>https://example.org/{number}.png?a=1&b=2</wp:attachment_url>"
        f"<wp:post_parent>{parent}</wp:post_parent>"
    )
    return item("x" * number, "", more, "inherit", "attachment")


def test_galleries_and_the_picture_above_a_post(tmp_path: Path) -> None:
    meta = "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>12</wp:meta_value></wp:postmeta>"
    others = attachment(11, 3) + attachment(12, 0)
    assert read_text(tmp_path, '[gallery ids="11"]\n\n[gallery]', meta, others).split("\n\n") == [
        "![](https://example.org/12.png?a=1&b=2)",
        "![](https://example.org/11.png?a=1&b=2)",
        "![](https://example.org/11.png?a=1&b=2)",
    ]


def test_footnotes_stand_beside_the_text(tmp_path: Path) -> None:
    meta = """<wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value><![CDATA[[{"content":
    "Note","id":"u"}]]]></wp:meta_value></wp:postmeta>"""
    content = '<!-- wp:paragraph --><p>a<sup data-fn="u" class="fn"><a href="#u" id="u-link">1</a></sup></p>'
    assert read_text(tmp_path, content, meta) == "a[^1]\n\n[^1]: Note"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (HEAD.replace("<rss", '<!DOCTYPE x [<!ENTITY a "b">]><rss') + END, "it defines entities of its own, as no export does"),
        ("<!-- <wp:wxr_version> -->", "it is not XML"),
    ],
)  # fmt: skip
def test_hostile_and_broken_files_are_refused(tmp_path: Path, text: str, reason: str) -> None:
    archive = read_export(write_export(tmp_path, {"wp.xml": text}), "wordpress")
    assert (archive.posts, left(archive)) == ((), {"wp.xml": reason})


def test_half_a_file_gives_its_whole_posts(tmp_path: Path) -> None:
    text = HEAD + item("One", "a & b") + item("Two", "c")[:200]
    archive = read_export(write_export(tmp_path, {"wp.xml": text}), "wordpress")
    assert by_title(archive)["One"].text == "a & b"
