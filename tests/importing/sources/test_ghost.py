"""Ghost's export."""

# ruff: noqa: E501 -- as services write it

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest

from digest.importing.post import Picture
from tests.importing.exports import left, read_export, write_export
from tests.importing.folders import by_title

if TYPE_CHECKING:
    from pathlib import Path

Row = dict[str, Any]


def post(number: int, title: str, **fields: Any) -> Row:
    usual = {
        "id": str(number),
        "title": title,
        "slug": title.lower(),
        "html": f"<p>{title}</p>",
        "status": "published",
        "visibility": "public",
        "type": "post",
        "published_at": "2022-02-14T10:00:00.000Z",
    }
    return usual | fields


DATA: Row = {
    "posts": [
        post(
            1,
            "One",
            html='<p>See <a href="__GHOST_URL__/two/">two</a></p><img src="__GHOST_URL__/content/images/2022/a.png">',
            custom_excerpt="Sub &amp; more",
            feature_image="__GHOST_URL__/content/images/top.png",
        ),
        post(2, "Two", visibility="members"),
        post(3, "Three", status="draft", visibility="paid"),
        post(4, "Four", status="scheduled"),
        post(5, "About", type="page"),
        post(6, "Sent", status="sent"),
        post(
            7,
            "Gated",
            html="a<!--kg-gated-block:begin nonMember:false -->b<!--kg-gated-block:end-->",
        ),
        post(
            9,
            "Mailed",
            html='<div class="kg-card kg-email-card">s3cret</div><p>for all</p>'
            '<div data-gh-segment="status:free">s3cret</div>',
        ),
        post(
            10,
            "Classed",
            html=None,
            lexical=json.dumps(
                {"root": {"children": [{"type": "html", "html": '<div class="kg-paywall">'}]}}
            ),
        ),
        post(8, "Walled", html=None, lexical='{"root":{"children":[{"type":"paywall"}]}}'),
    ],
    "posts_meta": [
        {"post_id": "1", "feature_image_alt": "A top", "feature_image_caption": "The <b>top</b>"}
    ],
    "tags": [{"id": "t", "name": "News"}, {"id": "u", "name": "#hidden", "visibility": "internal"}],
    "posts_tags": [
        {"post_id": "1", "tag_id": "u"},
        {"post_id": "1", "tag_id": "t", "sort_order": 1},
    ],
    "users": [{"id": "a", "name": "Ada", "email": "reader@example.net", "password": "s3cret"}],
    "posts_authors": [{"post_id": "1", "author_id": "a"}],
    "members": [{"email": "reader@example.net", "name": "Rita Reader"}],
    "api_keys": [{"secret": "s3cret"}],
    "settings": [
        {"key": "title", "value": "Our news"},
        {"key": "locale", "value": "de"},
        {"key": "stripe_secret_key", "value": "s3cret"},
    ],
}


@pytest.mark.parametrize(
    "outer", [lambda data: {"db": [{"data": data}]}, lambda data: {"data": data}, lambda data: data]
)
def test_posts_have_their_tags_authors_and_states(tmp_path: Path, outer: Any) -> None:
    files = {"ghost.json": json.dumps(outer(DATA)), "content/images/2022/a.png": "png"}
    archive = read_export(write_export(tmp_path, files), "ghost", "https://example.org")
    posts = by_title(archive)
    one = posts["One"]
    assert one.text == (
        '![A top](https://example.org/content/images/top.png "The **top**")\n\n'
        "See [two](https://example.org/two/)\n\n![](https://example.org/content/images/2022/a.png)"
    )
    assert (one.date, one.description, one.tags, one.authors) == (
        dt.date(2022, 2, 14),
        "Sub & more",
        ("News",),
        ("Ada",),
    )
    assert one.address == "https://example.org/one/"
    assert one.pictures == (
        Picture("https://example.org/content/images/2022/a.png", "content/images/2022/a.png"),
    )
    assert {title: post.state for title, post in posts.items()} == {
        "One": "published",
        "Two": "paid",
        "Three": "draft",
        "Four": "scheduled",
        "About": "page",
        "Sent": "published",
        "Gated": "paid",
        "Walled": "paid",
        "Mailed": "published",
        "Classed": "paid",
    }
    assert posts["Mailed"].text == "for all"
    assert (archive.title, archive.lang) == ("Our news", "de")
    assert left(archive) == {
        "1 members": "a list of readers, which is never read",
        "1 api_keys": "keys and the like, which are never read",
        "the settings": "only the title and the language are read",
        "the authors' e-mail addresses": "only names are read",
    }


def test_a_text_of_lexical_is_read(tmp_path: Path) -> None:
    def text(words: str, bits: int = 0) -> Row:
        return {"type": "extended-text", "text": words, "format": bits}

    children: list[Row] = [
        {"type": "extended-heading", "tag": "h2", "children": [text("News")]},
        {
            "type": "paragraph",
            "children": [
                text("a "),
                text("b", 1),
                {"type": "link", "url": "https://x.org", "children": [text("l")]},
            ],
        },
        {
            "type": "list",
            "listType": "number",
            "children": [{"type": "listitem", "children": [text("i")]}],
        },
        {"type": "image", "src": "https://x.org/a.png", "alt": "A", "caption": "C"},
        {"type": "markdown", "markdown": "*typed* [x](y)"},
        {"type": "codeblock", "language": "python", "code": "a < b"},
        {
            "type": "bookmark",
            "url": "https://x.org/b",
            "metadata": {"title": "T", "description": "D"},
        },
        {"type": "callout", "calloutEmoji": "💡", "calloutText": "<p>note</p>"},
        {"type": "toggle", "heading": "More", "content": "<p>in</p>"},
        {"type": "button", "buttonText": "Read", "buttonUrl": "https://x.org/c"},
        {"type": "signup", "header": "Join us"},
        {"type": "something-new", "heading": "New words"},
        {"type": "email", "html": "<p>s3cret</p>"},
        {"type": "email-cta", "html": "<p>s3cret</p>", "buttonText": "Pay", "buttonUrl": "/"},
        {"type": "html", "html": "<p>s3cret</p>", "visibility": {"showOnWeb": False}},
        {
            "type": "html",
            "html": "<p>s3cret</p>",
            "visibility": {"web": {"nonMember": False, "memberSegment": ""}},
        },
    ]
    data = {
        "posts": [post(1, "One", html=None, lexical=json.dumps({"root": {"children": children}}))]
    }
    archive = read_export(
        write_export(tmp_path, {"g.json": json.dumps({"db": [{"data": data}]})}), "ghost"
    )
    assert archive.posts[0].state == "published"
    assert archive.posts[0].text.split("\n\n") == [
        "## News",
        "a **b**[l](https://x.org)",
        "1. i",
        '![A](https://x.org/a.png "C")',
        "*typed* [x](y)",
        "```python\na < b\n```",
        "[T](https://x.org/b) D",
        "> 💡\n>\n> note",
        "<details><summary>More</summary>",
        "in",
        "</details>",
        "[Read](https://x.org/c)",
        "New words",
    ]
    assert [(it.what, it.reason) for it in archive.posts[0].left_out] == [
        ("Join us", "a button to subscribe"),
        ("a part", "it was in members' mails only"),
    ]


def test_a_text_of_mobiledoc_is_read(tmp_path: Path) -> None:
    document = {
        "version": "0.3.1",
        "atoms": [["soft-return", "", {}]],
        "cards": [
            ["markdown", {"markdown": "## Typed"}],
            ["hr", {}],
            ["email", {"html": "<p>s3cret</p>"}],
        ],
        "markups": [["strong"], ["a", ["href", "https://x.org"]]],
        "sections": [
            [10, 0],
            [1, "p", [[0, [], 0, "a "], [0, [0, 1], 2, "b"], [1, [], 0, 0], [0, [], 0, "c"]]],
            [3, "ul", [[[0, [], 0, "i"]]]],
            [10, 1],
            [10, 9],
            [10, 2],
            [2, "https://x.org/a.png"],
            "broken",
        ],
    }
    data = {"posts": [post(1, "One", html=None, mobiledoc=json.dumps(document))]}
    archive = read_export(write_export(tmp_path, {"g.json": json.dumps({"data": data})}), "ghost")
    assert archive.posts[0].text == (
        "## Typed\n\na [**b**](https://x.org)\\\nc\n\n- i\n\n---\n\n![](https://x.org/a.png)"
    )


@pytest.mark.parametrize("cut", [200, 800, 1500])
def test_half_a_file_is_said_and_not_read(tmp_path: Path, cut: int) -> None:
    typed = json.dumps({"db": [{"data": DATA}]})[:cut]
    archive = read_export(write_export(tmp_path, {"g.json": typed}), "ghost")
    assert (archive.posts, left(archive)) == (
        (),
        {"g.json": "it is not JSON, or only the half of it"},
    )
