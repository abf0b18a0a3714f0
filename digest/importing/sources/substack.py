"""Substack's export: `posts.csv`, and `posts/ID.SLUG.html` for each post.

In the same folder are lists of readers and of what they opened, which are not read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.importing.cleanaddresses import clean_link, is_private
from digest.importing.dates import read_day
from digest.importing.htmltext import make_markdown
from digest.importing.markdownposts.permalinks import join_address
from digest.importing.plaintext import plain_html
from digest.importing.post import Archive, LeftOut, Place, Post
from digest.importing.sources.fields import (
    choose_state,
    is_about_readers,
    list_readers,
    most_common,
    parse_rows,
    state_by_text,
    words_of_slug,
)
from digest.importing.sources.source import Source

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from digest.importing.files import Files
    from digest.importing.sources.source import Options

_TABLE = lazy_regex(r"(?:.*/)?posts\.csv")
_FILE = lazy_regex(r"(?:.*/)?(?P<id>\d{2,})(?:\.(?P<slug>[^/]*))?\.html")
_SWALLOWED = lazy_regex(r"\n\"?\d{2,}\.[\d_-]*[^\W\d_][\w-]*\"?,")
"""A row within a field of the one before it."""
_OPEN_QUOTE = "a quotation mark that nothing closes takes rows behind it in; close it in the table"
_ALONE = lazy_regex(r"posts/\d{2,}(?:\.[^/]*)?\.html|(?!(?:19|20)\d{6}\.)\d{5,}\.[^/]+\.html")
"""The file of a post, in its folder or where that was given; no page of a day."""
_OWN = lazy_regex(
    r"https?://(?P<host>[\w.-]+\.[a-z]+)/(?:(?P<form>subscribe|account)\b|p/(?P<slug>[\w-]+))"
)
_APP = lazy_regex(
    r"https?://(?:open\.substack\.com/pub/(?P<name>[\w-]+)/p/(?P<slug>[\w-]+)"
    r"|(?:www\.)?substack\.com/(?:home/post|@[\w-]+)/p-(?P<id>\d+))"
)
"""Addresses that Substack's app gives to posts of any newsletter."""


def matches(files: Files) -> bool:
    """Tell whether there is a table of posts with Substack's columns, or files of its names.

    Where no table can be read, nobody knows which are drafts: none may come in as a saved page.
    """
    tables = (name for name in files.names if _TABLE.fullmatch(name))
    heads = (files.read_beginning(name).partition("\n")[0].lower() for name in tables)
    return any("post_id" in head for head in heads) or any(map(_ALONE.fullmatch, files.names))


def read(files: Files, options: Options) -> Archive:
    """Read the posts that are in the table, and those that only have a file."""
    left_out = list(list_readers(files))
    rows: dict[str, Mapping[str, str]] = {}
    for name in files.names:
        text = files.read_text(name) if _TABLE.fullmatch(name) else ""
        if isinstance(text, LeftOut):
            left_out.append(text)
            continue
        table, broken = _read_table(name, text)
        rows |= table
        left_out += broken
    pages = {
        found["id"]: name
        for name in files.names
        if (found := _FILE.fullmatch(name)) and not is_about_readers(name)
    }
    posts: list[Post] = []
    texts: dict[str, str] = {}
    for name in pages.values():
        text = files.read_text(name)
        if isinstance(text, LeftOut):
            left_out.append(text)
        else:
            texts[name] = text
    slugs = {key.partition(".")[0]: _slug_of(key) for key in rows}
    slugs |= {number: slug for number, name in pages.items() if (slug := _slug_of(name))}
    base = options.url or _find_base(texts, set(slugs.values()))
    texts = {name: _lead_home(text, base, slugs) for name, text in texts.items()}
    for key, row in rows.items():
        name = pages.pop(key.partition(".")[0], "")
        if name in texts:
            posts.append(_make_post(name, texts[name], key, row, base))
        elif not name:
            what = plain_html(row.get("title") or "") or key
            reason = f"posts.csv has it, and no file 'posts/{key}.html' is there"
            left_out.append(LeftOut(what, reason, Place("posts.csv")))
    posts += (_make_lone_post(name, texts[name], base) for name in pages.values() if name in texts)
    return Archive("substack", tuple(posts), url=base, left_out=tuple(left_out))


def _read_table(name: str, text: str) -> tuple[dict[str, dict[str, str]], list[LeftOut]]:
    """Return the rows of a table by their posts' ids, and those that took others in."""
    rows: dict[str, dict[str, str]] = {}
    broken: list[LeftOut] = []
    for row in parse_rows(text):
        key = row.get("post_id", "")
        if any(map(_SWALLOWED.search, row.values())):
            line = text.partition(f"\n{key},")[0].count("\n") + 2
            broken.append(LeftOut(f"the row of {key}", _OPEN_QUOTE, Place(name, line)))
        elif key:
            rows[key] = row
    return rows, broken


def _slug_of(key: str) -> str:
    found = _FILE.fullmatch(key)
    return (found["slug"] or "") if found else key.partition(".")[2]


def _find_base(texts: Mapping[str, str], slugs: set[str]) -> str:
    """Return the newsletter's address, as the links to its own pages have it."""
    hosts = (
        found["host"]
        for text in texts.values()
        for found in _OWN.finditer(text)
        if found["form"] or found["slug"] in slugs
    )
    host = most_common(one for one in hosts if one not in {"substack.com", "www.substack.com"})
    return f"https://{host}" if host else ""


def _lead_home(text: str, base: str, slugs: Mapping[str, str]) -> str:
    """Return a text with the app's links to posts of this newsletter as links to its own pages."""
    own = base.partition("://")[2].partition(".substack.com")
    known = set(slugs.values())

    def lead(found: re.Match[str]) -> str:
        slug = found["slug"] or slugs.get(found["id"], "")
        is_other = bool(own[1]) and found["name"] not in {None, own[0]}
        is_own = bool(base) and not is_other and slug in known
        return join_address(base, f"p/{slug}") if is_own else found[0]

    return _APP.sub(lead, text)


def _make_post(name: str, text: str, key: str, row: Mapping[str, str], base: str) -> Post:
    place = Place(name)
    made = make_markdown(text, place, base)
    slug = _slug_of(key) or _slug_of(name)
    sound = (row.get("podcast_url") or "").strip()
    is_linked = sound.startswith(("https://", "http://")) and not is_private(sound)
    # a field that is not there, as in a row that is cut off, tells nothing
    is_published = (row.get("is_published") or "").strip().lower() in {"true", "1", "yes"}
    return Post(
        place,
        plain_html(row.get("title") or "") or words_of_slug(slug),
        "\n\n".join(filter(None, (f"<{clean_link(sound)}>" if is_linked else "", made.text))),
        date=read_day(row.get("post_date") or ""),
        address=join_address(base, f"p/{slug}") if slug else "",
        description=plain_html(row.get("subtitle") or row.get("description") or ""),
        state=choose_state(
            None if is_published else "draft",
            None if (row.get("audience") or "").strip() == "everyone" else "paid",
            state_by_text(text),
            "page" if (row.get("type") or "").strip().lower() == "page" else None,
        ),
        left_out=made.left_out,
    )


def _make_lone_post(name: str, text: str, base: str) -> Post:
    """Make a post of a file that no table names: nobody knows whether it was published."""
    place = Place(name)
    made = make_markdown(text, place, base)
    slug = _slug_of(name)
    told = LeftOut("whether it was published, and when", "posts.csv does not have it", place)
    address = join_address(base, f"p/{slug}") if slug else ""
    title = words_of_slug(slug) or name
    left_out = (told, *made.left_out)
    return Post(place, title, made.text, address=address, state="draft", left_out=left_out)


SUBSTACK = Source("substack", "a Substack export", matches, read)
