"""Buttondown's and beehiiv's exports."""

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

EMAILS = [
    {
        "id": "1",
        "secondary_id": "7",
        "subject": "One",
        "publish_date": "2023-01-02 16:55:00+00:00",
        "slug": "one",
    },
    {
        "id": "2",
        "secondary_id": "8",
        "subject": "Two",
        "publish_date": "2023-01-05",
        "slug": "two",
        "status": "draft",
    },
    {
        "id": "3",
        "subject": "Three",
        "publish_date": "2023-01-06",
        "slug": "three",
        "email_type": "premium",
    },
    {"id": "5", "subject": "Five", "slug": "five", "status": "suppressed"},
    {"id": "6", "subject": "Six", "slug": "six", "status": "sent", "email_type": "churned"},
    {"id": "4", "subject": "Gone", "publish_date": "2023-01-07", "slug": "gone"},
]
TEXTS = {
    "emails/one.md": "<!-- buttondown-editor-mode: plaintext -->## News\n\n* a[^1]\n* <b>b</b>\n\n[^1]: Note\n\nBye {{ subscriber.email }}[Leave]({{ unsubscribe_url }})\n",
    "emails/two.md": '<!-- buttondown-editor-mode: fancy --><h2>News</h2><p>a <a href="https://example.org/?utm_source=x">b</a></p>',
    "emails/three.md": "c\n",
    "emails/five.md": "f",
    "emails/six.md": "g",
    "emails/lone.md": "d\n",
    "subscribers.csv": "email,notes\nreader@example.net,s3cret\n",
}


def write_csv(rows: list[dict[str, str]]) -> str:
    names = ("id", "secondary_id", "subject", "publish_date", "slug", "status", "email_type")
    return "\n".join(
        [",".join(names), *(",".join(row.get(one, "") for one in names) for row in rows)]
    )


@pytest.mark.parametrize(
    "table", [{"emails.csv": write_csv(EMAILS)}, {"emails.json": json.dumps(EMAILS)}]
)
def test_buttondown(tmp_path: Path, table: dict[str, str]) -> None:
    archive = read_export(
        write_export(tmp_path, TEXTS | table), "buttondown", "https://buttondown.com/us"
    )
    posts = by_title(archive)
    one = posts["One"]
    assert one.text == "## News\n\n* a[^1]\n* **b**\n\n[^1]: Note\n\nBye \n"
    assert (one.number, one.date) == ("7", dt.date(2023, 1, 2))
    assert one.address == "https://buttondown.com/us/archive/one/"
    assert [it.what for it in one.left_out] == [
        "{{ subscriber.email }}",
        "[Leave]({{ unsubscribe_url }})",
    ]
    assert posts["Two"].text == "## News\n\na [b](https://example.org/)"
    states = {title: post.state for title, post in posts.items()}
    assert states == {
        "One": "published",
        "Two": "draft",
        "Three": "paid",
        "Five": "draft",
        "Six": "paid",
        "Lone": "draft",
    }
    assert left(archive) == {
        "subscribers.csv": "a list of readers, which is never read",
        "Gone": "the table has it, and no file 'emails/gone.md' is there",
    }


ROWS = """id,web_title,status,audience,content_tags,url,web_subtitle,email_subject_line,content_html,created_at
1,One,confirmed,free,A; B,https://us.beehiiv.com/p/one,Sub,Subject,"<style>p{}</style><table role=""presentation""><tr><td><h2>News</h2><p>a, b</p></td></tr></table>",2023-01-18 21:25:27
2,,confirmed,premium,,https://us.beehiiv.com/p/two,,Two,<p>b</p>,2023-01-19 21:25:27
4,Four,confirmed,both,,https://us.beehiiv.com/p/four,,,"<p>d</p><div class=""paywall""></div><p>e</p>",2023-01-20 21:25:27
3,Three,draft,free,,https://us.beehiiv.com/p/three,,,<p>c</p>,2023-01-20 21:25:27
"""


def test_beehiiv(tmp_path: Path) -> None:
    files = {"posts.csv": ROWS, "subscribers.csv": "email\nreader@example.net\n"}
    archive = read_export(write_export(tmp_path, files), "beehiiv")
    posts = by_title(archive)
    one = posts["One"]
    assert (one.text, one.tags, one.description) == ("## News\n\na, b", ("A", "B"), "Sub")
    assert (one.address, one.date) == ("https://us.beehiiv.com/p/one", dt.date(2023, 1, 18))
    states = {title: post.state for title, post in posts.items()}
    assert states == {"One": "published", "Two": "paid", "Three": "draft", "Four": "paid"}
    assert left(archive) == {"subscribers.csv": "a list of readers, which is never read"}
