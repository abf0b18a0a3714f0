"""Buttondown's export: `emails.csv` or `emails.json`, and `emails/SLUG.md` with the texts.

A text is Markdown, or HTML where it was written in the other editor; its first comment says which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.importing.cleanaddresses import clean_link
from digest.importing.dates import read_day
from digest.importing.dialects.convert import Dialect, convert
from digest.importing.dialects.leftouts import LeftOuts
from digest.importing.htmltext import make_markdown
from digest.importing.markdownposts.permalinks import join_address
from digest.importing.plaintext import plain_html
from digest.importing.post import Archive, LeftOut, Place, Post
from digest.importing.sources.fields import (
    choose_state,
    is_about_readers,
    list_readers,
    most_common,
    parse_json,
    parse_rows,
    site_of,
    state_by_text,
    words_of_slug,
)
from digest.importing.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digest.importing.files import Files
    from digest.importing.post import State
    from digest.importing.sources.source import Options

_TABLE = lazy_regex(r"(?:.*/)?emails\.(?:csv|json)")
_TEXT = lazy_regex(r"(?:.*/)?emails/(?P<slug>[^/]+)\.(?:md|markdown|html|txt)")
_MODE = lazy_regex(r"\A\s*<!--\s*buttondown-editor-mode:\s*(?P<mode>\w+)\s*-->")
_TEMPLATE = lazy_regex(r"\[[^\[\]]*\]\(\s*\{\{[^}]*\}\}[^)]*\)|\{\{.{1,300}?\}\}|\{%.{1,300}?%\}")
_MARKDOWN = Dialect(is_python=True)
_STATES: dict[str, State | None] = {
    **dict.fromkeys(("", "sent", "imported", "in_flight", "resending", "throttled"), None),
    **dict.fromkeys(("scheduled", "about_to_send", "managed_by_rss"), "scheduled"),
}
"""Of every other one nobody knows whether it went out: it is a draft."""
_FOR_ALL = frozenset({"", "public", "archival"})
"""Kinds of e-mails that are in the archive on the web."""


def matches(files: Files) -> bool:
    """Tell whether there is a table of e-mails, or a folder of them with Buttondown's comments."""
    tables = [name for name in files.names if _TABLE.fullmatch(name)]
    if any("publish_date" in files.read_beginning(name) for name in tables):
        return True
    texts = [name for name in files.names if _TEXT.fullmatch(name)]
    return any(_MODE.match(files.read_beginning(name, 512)) for name in texts[:20])


def read(files: Files, options: Options) -> Archive:
    """Read the e-mails that are in a table, and those that only have a file."""
    left_out = list(list_readers(files))
    rows: dict[str, Mapping[str, str]] = {}
    for name in files.names:
        if _TABLE.fullmatch(name) and not is_about_readers(name):
            text = files.read_text(name)
            if isinstance(text, LeftOut):
                left_out.append(text)
                continue
            rows = {row["slug"]: row for row in _read_rows(name, text) if row.get("slug")} | rows
    names = {found["slug"]: name for name in files.names if (found := _TEXT.fullmatch(name))}
    base = options.url or most_common(
        site_of(row.get("absolute_url") or "") for row in rows.values()
    )
    posts: list[Post] = []
    for slug in dict.fromkeys((*rows, *names)):
        row = rows.get(slug, {})
        name = names.get(slug, "")
        typed = files.read_text(name) if name else row.get("body") or None
        if isinstance(typed, LeftOut):
            left_out.append(typed)
        elif typed is None:
            reason = f"the table has it, and no file 'emails/{slug}.md' is there"
            left_out.append(
                LeftOut(plain_html(row.get("subject") or slug), reason, Place("emails"))
            )
        else:
            posts.append(_make_post(name or f"emails#{slug}", slug, typed, row, base))
    return Archive("buttondown", tuple(posts), url=base, left_out=tuple(left_out))


def _read_rows(name: str, text: str) -> Iterator[Mapping[str, str]]:
    if name.endswith(".csv"):
        yield from parse_rows(text)
        return
    found = parse_json(text)
    found = found.get("results", found.get("emails")) if isinstance(found, dict) else found
    for row in found if isinstance(found, list) else ():
        if isinstance(row, dict):
            yield {key: str(value) for key, value in row.items() if isinstance(value, str | int)}


def _make_post(name: str, slug: str, typed: str, row: Mapping[str, str], base: str) -> Post:
    place = Place(name, 1)
    mode = _MODE.match(typed)
    typed = typed[mode.end() :] if mode else typed
    templates = tuple(
        LeftOut(one, "a place that the service fills in for each reader", place)
        for one in dict.fromkeys(found[0] for found in _TEMPLATE.finditer(typed))
    )
    text = _TEMPLATE.sub("", typed)
    if (mode and mode["mode"] == "fancy") or name.endswith(".html"):
        made = make_markdown(text, place, base)
        text, left_out = made.text, (*templates, *made.left_out)
    else:
        leftouts = LeftOuts(name, 1)
        text = convert(text, _MARKDOWN, name, leftouts)
        left_out = (*templates, *leftouts.found)
    kind = (row.get("email_type") or "").strip().lower()
    number = row.get("secondary_id") or ""
    address = clean_link(row.get("absolute_url") or row.get("canonical_url") or "")
    told = () if row else (LeftOut("when it was sent", "no table has it", place),)
    return Post(
        place,
        plain_html(row.get("subject") or "") or words_of_slug(slug),
        text,
        date=read_day(row.get("publish_date") or row.get("creation_date") or ""),
        address=address or join_address(base, f"archive/{slug}/"),
        description=plain_html(row.get("description") or ""),
        number=number if number.isdigit() else "",
        state=choose_state(
            _STATES.get((row.get("status") or "").strip().lower(), "draft"),
            None if kind in _FOR_ALL else "paid",
            state_by_text(typed),
            None if row else "draft",
        ),
        left_out=(*told, *left_out),
    )


BUTTONDOWN = Source("buttondown", "a Buttondown export", matches, read)
