"""Substack's export."""

# ruff: noqa: E501 -- as services write it

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.importing.exports import left, read_export, write_export
from tests.importing.folders import by_title

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "post_id,post_date,is_published,email_sent_at,type,audience,title,subtitle,podcast_url\n"
FILES = {
    "posts.csv": HEAD
    + "11.one,2022-02-14T23:48:19.814Z,TRUE,,newsletter,everyone,One &amp; two,&#x201C;Sub&#x201D;,\n"
    + '12.two,2022-03-14T20:48:19.814Z,TRUE,,newsletter,only_paid,"Two, paid",,\n'
    + "13.three,2022-04-14T20:48:19.814Z,FALSE,,newsletter,everyone,Three,,\n"
    + "14.about,2022-01-01T20:48:19.814Z,TRUE,,page,everyone,About,,\n"
    + "15.talk,2022-05-01T20:48:19.814Z,TRUE,,podcast,everyone,Talk,,https://example.org/a.mp3\n"
    + "18.walled,2022-05-01T20:48:19.814Z,TRUE,,newsletter,everyone,Walled,,\n"
    + "19.thanks,2022-05-01T20:48:19.814Z,TRUE,,page,only_paid,Thanks,,\n"
    + "20.unsaid,2022-05-01T20:48:19.814Z,,,newsletter,everyone,Unsaid,,\n"
    + "21.sound,2022-05-01T20:48:19.814Z,TRUE,,podcast,everyone,Sound,,https://example.org/private/s3cret.mp3\n"
    + "16.gone,2022-05-01T20:48:19.814Z,TRUE,,newsletter,everyone,Gone,,\n",
    "posts/11.one.html": '<p>See <a href="https://us.substack.com/p/two?utm_source=x&token=s3cret">two</a>.'
    '</p><p class="button-wrapper" data-attrs="{}"><a class="button" href="https://us.substack.com/'
    'subscribe?">Subscribe</a></p>',
    "posts/12.two.html": "<p>b</p>",
    "posts/13.three.html": "<p>c</p>",
    "posts/14.about.html": "<p>d</p>",
    "posts/15.talk.html": "<p>e</p>",
    "posts/18.walled.html": '<p>g</p><div class="paywall-jump"></div><p>h</p>',
    "posts/19.thanks.html": "<p>i</p>",
    "posts/20.unsaid.html": "<p>j</p>",
    "posts/21.sound.html": "<p>k</p>",
    "posts/17.lone-page.html": "<p>f</p>",
    "posts/11.one.opens.csv": "email\nreader@example.net\n",
    "posts/11.one.delivers.csv": "email\nreader@example.net\n",
    "email_list.us.csv": "email,name\nreader@example.net,Rita Reader\n",
    "us_mailing_list.csv": "email\nreader@example.net\n",
    "subscribers_2024.csv": "email\nreader@example.net\n",
}


@pytest.mark.parametrize("packed", [True, False])
def test_posts_have_what_the_table_says(tmp_path: Path, packed: bool) -> None:  # noqa: FBT001 -- from the table
    archive = read_export(write_export(tmp_path, FILES, packed=packed), "substack")
    posts = by_title(archive)
    one = posts["One & two"]
    assert one.text == "See [two](https://us.substack.com/p/two)."
    assert (one.date, one.description, one.state) == (dt.date(2022, 2, 14), "“Sub”", "published")
    assert one.address == "https://us.substack.com/p/one"
    assert [(it.what, it.reason) for it in one.left_out] == [("Subscribe", "a button to subscribe")]
    states = {title: post.state for title, post in posts.items()}
    assert states == {
        "One & two": "published",
        "Two, paid": "paid",
        "Three": "draft",
        "About": "page",
        "Talk": "published",
        "Lone page": "draft",
        "Walled": "paid",
        "Thanks": "paid",
        "Unsaid": "draft",
        "Sound": "published",
    }
    assert posts["Talk"].text == "<https://example.org/a.mp3>\n\ne"
    assert archive.url == "https://us.substack.com"


def test_readers_are_not_read_and_what_is_lacking_is_said(tmp_path: Path) -> None:
    archive = read_export(write_export(tmp_path, FILES), "substack")
    readers = "a list of readers, which is never read"
    assert left(archive) == {
        "Gone": "posts.csv has it, and no file 'posts/16.gone.html' is there",
        "email_list.us.csv": readers,
        "posts/11.one.delivers.csv": readers,
        "posts/11.one.opens.csv": readers,
        "subscribers_2024.csv": readers,
        "us_mailing_list.csv": readers,
    }
    lone = by_title(archive)["Lone page"]
    assert lone.left_out[0].reason == "posts.csv does not have it"


@pytest.mark.parametrize(
    "files",
    [
        FILES | {"posts.csv": ""},
        FILES | {"posts.csv": "11.one,2022-02-14,TRUE\n"},
        FILES | {"posts.csv": "id,date\n11,2022-02-14\n"},
        FILES | {"posts.csv": "post_id,title\n11.one,One\n"},
        {"123401.one.html": "<p>a</p>"},
    ],
)
def test_none_is_published_where_no_table_says_so(tmp_path: Path, files: dict[str, str]) -> None:
    archive = read_export(write_export(tmp_path, files), "substack")
    assert {post.state for post in archive.posts} <= {"draft", "paid"}


def test_links_of_the_app_lead_to_the_newsletters_own_pages(tmp_path: Path) -> None:
    links = ("open.substack.com/pub/us/p/one?r=s3cret", "substack.com/home/post/p-11")
    others = ("open.substack.com/pub/them/p/one", "substack.com/home/post/p-99")
    html = "".join(f'<p>to <a href="https://{one}">x</a></p>' for one in (*links, *others))
    files = FILES | {"posts/15.talk.html": html}
    text = by_title(read_export(write_export(tmp_path, files), "substack"))["Talk"].text
    assert text.split("\n\n")[1:] == [
        *("to [x](https://us.substack.com/p/one)",) * 2,
        *(f"to [x](https://{one})" for one in others),
    ]


def test_the_address_may_be_said(tmp_path: Path) -> None:
    archive = read_export(write_export(tmp_path, FILES), "substack", "https://example.org/")
    assert by_title(archive)["Three"].address == "https://example.org/p/three"


def test_a_table_that_is_cut_off_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    files = FILES | {"posts.csv": HEAD + '11.one,2022-02-14,TRUE,,newsletter,everyone,"One'}
    archive = read_export(write_export(tmp_path, files), "substack")
    assert by_title(archive)["One"].date == dt.date(2022, 2, 14)


def test_a_quotation_mark_that_nothing_closes_is_said_at_its_line(tmp_path: Path) -> None:
    table = FILES["posts.csv"].replace("One &amp; two,", '"One &amp; two,')
    archive = read_export(write_export(tmp_path, FILES | {"posts.csv": table}), "substack")
    posts = by_title(archive)
    assert (posts["One"].state, posts["Two"].state, posts["About"].state) == (
        "draft",
        "draft",
        "page",
    )
    (said,) = [one for one in archive.left_out if one.place.line]
    assert (said.what, said.place.line) == ("the row of 11.one", 2)
    assert "quotation mark" in said.reason
