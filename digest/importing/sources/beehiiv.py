"""beehiiv's export: a table, `posts.csv`, with the HTML of each post in a column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.importing.cleanaddresses import clean_link
from digest.importing.dates import read_day
from digest.importing.htmltext import make_markdown
from digest.importing.plaintext import plain_html
from digest.importing.post import Archive, LeftOut, Place, Post
from digest.importing.sources.fields import (
    choose_state,
    is_about_readers,
    list_readers,
    most_common,
    parse_rows,
    site_of,
    state_by_text,
    words_of_slug,
)
from digest.importing.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digest.importing.files import Files
    from digest.importing.post import State
    from digest.importing.sources.source import Options

_STATES: dict[str, State] = {
    **dict.fromkeys(("draft", "archived", "deleted"), "draft"),
    "scheduled": "scheduled",
}
_TITLES = ("web_title", "title", "email_subject_line")


def matches(files: Files) -> bool:
    """Tell whether there is a table with beehiiv's columns."""
    return any(_is_table(files, name) for name in files.names)


def _is_table(files: Files, name: str) -> bool:
    if not name.lower().endswith(".csv") or is_about_readers(name):
        return False
    head = files.read_beginning(name).partition("\n")[0].lower()
    return "content_html" in head and ("web_title" in head or "audience" in head)


def read(files: Files, options: Options) -> Archive:
    """Read the posts of each table."""
    left_out = list(list_readers(files))
    posts: list[Post] = []
    for name in files.names:
        if not _is_table(files, name):
            continue
        text = files.read_text(name)
        if isinstance(text, LeftOut):
            left_out.append(text)
            continue
        rows = parse_rows(text)
        posts += (_make_post(name, number, row) for number, row in enumerate(rows, 1))
    url = options.url or most_common(site_of(one.address) for one in posts)
    return Archive("beehiiv", tuple(posts), url=url, left_out=tuple(left_out))


def _make_post(name: str, number: int, row: Mapping[str, str]) -> Post:
    address = clean_link(row.get("url") or "")
    slug = (row.get("slug") or address.rstrip("/").rpartition("/")[2]).strip()
    place = Place(f"{name}#{slug or row.get('id') or number}")
    made = make_markdown(row.get("content_html") or "", place, address)
    titles = (plain_html(row.get(field) or "") for field in _TITLES)
    tags = (row.get("content_tags") or row.get("tags") or "").replace(",", ";").split(";")
    audience = (row.get("audience") or "free").strip().lower()
    days = ("published_at", "publish_date", "displayed_date", "created_at")
    return Post(
        place,
        next(filter(None, titles), "") or words_of_slug(slug),
        made.text,
        date=next(filter(None, (read_day(row.get(field) or "") for field in days)), None),
        address=address,
        description=plain_html(row.get("web_subtitle") or row.get("subtitle") or ""),
        tags=tuple(filter(None, map(plain_html, tags))),
        state=choose_state(
            _STATES.get((row.get("status") or "").strip().lower()),
            "paid" if "premium" in audience or "paid" in audience else None,
            state_by_text(row.get("content_html") or ""),
        ),
        left_out=made.left_out,
    )


BEEHIIV = Source("beehiiv", "a beehiiv export", matches, read)
