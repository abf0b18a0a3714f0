"""Ghost's export: tables of its database as JSON, and the form of it that other tools write.

Of the tables, those of posts, tags, authors' names and of the site's title are read; what is said
of members, keys and e-mail addresses is not.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from digest.basics.lazyregex import lazy_regex
from digest.importing.dates import read_day
from digest.importing.dialects.convert import Dialect, convert
from digest.importing.dialects.leftouts import LeftOuts
from digest.importing.htmltext import make_markdown
from digest.importing.markdownposts.permalinks import join_address
from digest.importing.plaintext import plain_html
from digest.importing.post import Archive, LeftOut, Picture, Place, Post
from digest.importing.sources.fields import (
    READERS,
    choose_state,
    dicts_of,
    list_readers,
    names_of,
    parse_json,
    state_by_text,
    string_of,
    words_of_slug,
)
from digest.importing.sources.ghostdocs import Stretch, read_lexical, read_mobiledoc
from digest.importing.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.importing.files import Files
    from digest.importing.post import State
    from digest.importing.sources.source import Options

_Row = dict[str, Any]
_Library = Mapping[str, Sequence[str]]
"""The files that came with the export, by the last part of their names."""
_SIGN = lazy_regex(r"\"(?:db|data|posts|meta)\"\s*:\s*[\[{]")
_HOST = "__GHOST_URL__"
_MARKDOWN = Dialect()
_TEXTS = ("html", "lexical", "mobiledoc")
_STATES: dict[str, State] = {"draft": "draft", "scheduled": "scheduled"}
_LIBRARY = lazy_regex(
    r"(?:__GHOST_URL__|https?://[^/\s()\"]+)?(/content/(?:images|media|files)/[^\s()\"]+)"
)
_SECRET = (
    (lazy_regex(r"members?(?:_.*)?|subscri.*|email_recipients|comments?(?:_.*)?"), READERS),
    (
        lazy_regex(
            r".*(?:keys?|integrations|webhooks|invites|sessions|tokens|stripe.*|redirects|donation.*"
            r"|payment_.*|brute|suppressions)"
        ),
        "keys and the like, which are never read",
    ),
)


def matches(files: Files) -> bool:
    """Tell whether a file is JSON with Ghost's tables."""
    return any(_is_export(files, name) for name in files.names)


def _is_export(files: Files, name: str) -> bool:
    if not name.lower().endswith(".json") and len(files.names) > 1:
        return False
    beginning = files.read_beginning(name, 65536).lstrip()
    is_ghost = any(f'"{one}"' in beginning for one in ("mobiledoc", "lexical", "db", "posts_meta"))
    # other tools write the posts alone; so do search pages of websites
    is_alone = all(one.lower().endswith(".json") for one in files.names)
    is_other = is_alone and '"posts"' in beginning and '"slug"' in beginning
    return beginning.startswith("{") and bool(_SIGN.search(beginning)) and (is_ghost or is_other)


def read(files: Files, options: Options) -> Archive:
    """Read the posts and pages of each file."""
    posts: list[Post] = []
    left_out = list(list_readers(files))
    about: _Row = {}
    library: dict[str, list[str]] = {}
    for name in files.names:
        library.setdefault(posixpath.basename(name), []).append(name)
    for name in files.names:
        if not _is_export(files, name):
            continue
        typed = files.read_text(name)
        found = typed if isinstance(typed, LeftOut) else parse_json(typed)
        if not isinstance(found, dict):
            why = LeftOut(name, "it is not JSON, or only the half of it", Place(name))
            left_out.append(found if isinstance(found, LeftOut) else why)
            continue
        data = _find_data(found)
        about = _read_settings(data) | about
        left_out += _tell_left(name, data)
        posts += _read_posts(library, name, data, options.url)
    return Archive(
        "ghost",
        tuple(posts),
        title=plain_html(string_of(about, "title")),
        tagline=plain_html(string_of(about, "description")),
        url=options.url or string_of(about, "url"),
        lang=string_of(about, "locale", "lang", "default_locale"),
        left_out=tuple(left_out),
    )


def _find_data(found: _Row) -> _Row:
    """Return the tables: below `db`, below `data`, or at the top."""
    outer = found.get("db")
    if isinstance(outer, list) and outer and isinstance(outer[0], dict):
        found = outer[0]
    data = found.get("data")
    return data if isinstance(data, dict) else found


def _rows(data: _Row, table: str) -> list[_Row]:
    """Return the rows of a table; where each has an address beside it, with that as `url`."""
    found = data.get(table)
    rows = [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
    return [_open(one) for one in rows]


def _open(row: _Row) -> _Row:
    inner = row.get("data")
    return {"url": row.get("url"), **inner} if isinstance(inner, dict) else row


def _read_settings(data: _Row) -> _Row:
    """Return what the settings say of the newsletter; nothing else of them."""
    wanted = {"title", "description", "locale", "lang", "default_locale", "url"}
    rows = ((row.get("key"), row.get("value")) for row in _rows(data, "settings"))
    return {str(key): value for key, value in rows if key in wanted}


def _tell_left(name: str, data: _Row) -> Iterator[LeftOut]:
    place = Place(name)
    for table, rows in data.items():
        why = next((why for pattern, why in _SECRET if pattern.fullmatch(table)), None)
        if why and isinstance(rows, list) and rows:
            yield LeftOut(f"{len(rows)} {table}", why, place)
    if _rows(data, "settings"):
        yield LeftOut("the settings", "only the title and the language are read", place)
    if any("email" in one for one in _rows(data, "users")):
        yield LeftOut("the authors' e-mail addresses", "only names are read", place)


def _read_posts(library: _Library, name: str, data: _Row, url: str) -> Iterator[Post]:
    tags = {one.get("id"): one for one in _rows(data, "tags")}
    users = {one.get("id"): one for one in _rows(data, "users")}
    more = {one.get("post_id"): one for one in _rows(data, "posts_meta")}
    tagged = _link(_rows(data, "posts_tags"), "tag_id", tags)
    written = _link(_rows(data, "posts_authors"), "author_id", users)
    for row in _rows(data, "posts"):
        key = row.get("id")
        own_tags = tagged.get(key) or [_open(one) for one in dicts_of(row.get("tags"))]
        people = written.get(key) or [_open(one) for one in dicts_of(row.get("authors"))]
        if not people:
            single = users.get(row.get("author_id"), row.get("author"))
            people = [_open(single)] if isinstance(single, dict) else []
        yield _make_post(library, name, row | more.get(key, {}), own_tags, people, url)


def _link(rows: list[_Row], name: str, others: dict[Any, _Row]) -> dict[Any, list[_Row]]:
    """Return the rows of another table that belong to each post, in their order."""
    linked: dict[Any, list[_Row]] = {}
    for row in sorted(rows, key=lambda one: _order(one.get("sort_order"))):
        other = others.get(row.get(name))
        if other is not None:
            linked.setdefault(row.get("post_id"), []).append(other)
    return linked


def _order(typed: object) -> int:
    return typed if isinstance(typed, int) else 0


def _make_post(
    library: _Library, name: str, row: _Row, tags: list[_Row], people: list[_Row], url: str
) -> Post:
    slug = string_of(row, "slug")
    place = Place(f"{name}#{slug or string_of(row, 'title')}")
    address = string_of(row, "canonical_url", "url") or join_address(url, f"{slug}/")
    parts: list[str] = []
    left_out: list[LeftOut] = []
    for text, is_markdown in _read_text(row):
        if is_markdown:
            leftouts = LeftOuts(place.path, 0)
            typed = text.replace(_HOST, url.rstrip("/"))
            parts.append(convert(typed, _MARKDOWN, place.path, leftouts).strip("\n"))
            left_out += leftouts.found
            continue
        made = make_markdown(text.replace(_HOST, url.rstrip("/")), place)
        parts.append(made.text)
        left_out += made.left_out
    text = "\n\n".join(filter(None, parts))
    visibility = string_of(row, "visibility") or "public"
    is_page = string_of(row, "type") == "page" or row.get("page") == 1
    days = (read_day(string_of(row, one)) for one in ("published_at", "created_at"))
    shown = (one for one in tags if string_of(one, "visibility") != "internal")
    names = (plain_html(string_of(one, "name")) for one in shown)
    return Post(
        place,
        plain_html(string_of(row, "title")) or words_of_slug(slug),
        text,
        date=next(filter(None, days), None),
        updated=read_day(string_of(row, "updated_at")),
        address=address,
        description=plain_html(string_of(row, "custom_excerpt")),
        authors=names_of(string_of(one, "name") for one in people),
        tags=tuple(one for one in names if one and not one.startswith("#")),
        lang=string_of(row, "locale"),
        state=choose_state(
            _STATES.get(string_of(row, "status")),
            None if visibility == "public" else "paid",
            next(filter(None, (state_by_text(string_of(row, one)) for one in _TEXTS)), None),
            "page" if is_page else None,
        ),
        pictures=tuple(_list_pictures(library, text)),
        left_out=tuple(left_out),
    )


def _read_text(row: _Row) -> list[Stretch]:
    """Return a post's text: as HTML where the export has that, with the picture above it."""
    html = string_of(row, "html")
    parts = [Stretch(html, is_markdown=False)] if html.strip() else []
    parts = parts or read_lexical(string_of(row, "lexical"))
    parts = parts or read_mobiledoc(string_of(row, "mobiledoc"))
    picture = string_of(row, "feature_image")
    if picture and not any(picture.rpartition("/")[2] in part.text for part in parts):
        alt = escape(string_of(row, "feature_image_alt"))
        caption = string_of(row, "feature_image_caption")
        below = f"<figcaption>{caption}</figcaption>" if caption else ""
        figure = f'<figure><img src="{escape(picture)}" alt="{alt}">{below}</figure>'
        parts.insert(0, Stretch(figure, is_markdown=False))
    return parts


def _list_pictures(library: _Library, text: str) -> Iterator[Picture]:
    """List the pictures of a text whose files came with the export."""
    for found in dict.fromkeys(one.group(0, 1) for one in _LIBRARY.finditer(text)):
        address, path = found
        within = path.removeprefix("/content")
        alike = library.get(posixpath.basename(path), ())
        file = next((name for name in alike if f"/{name}".endswith((path, within))), "")
        if file:
            yield Picture(address, file)


GHOST = Source("ghost", "a Ghost export", matches, read)
