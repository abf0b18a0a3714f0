"""What the head and the name of a post's file say of it, whichever tool it was written for."""

from __future__ import annotations

import datetime as dt
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.importing.dates import find_number, read_day
from digest.importing.markdownposts.fields import (
    is_false,
    is_true,
    list_of,
    mapping_of,
    plain_of,
    text_of,
)
from digest.importing.markdownposts.matter import Split
from digest.importing.plaintext import plain_text
from digest.importing.post import State

if TYPE_CHECKING:
    from collections.abc import Mapping

_DATED = lazy_regex(r"(?P<date>\d{4}[-_.]?\d{1,2}[-_.]?\d{1,2})[-_. T]*(?P<rest>.*)")
_DATES = ("date", "publishdate", "pubdate", "published", "published_at", "created", "date-created")
_CHANGES = ("updated", "lastmod", "modified", "last_modified_at", "last-modified", "date-modified")
_DECKS = ("description", "subtitle", "summary", "excerpt", "deck", "dek", "lead", "abstract")
_TAGS, _TAG = ("tags", "categories", "keywords"), ("tag", "category")
_ALIASES = ("redirect_from", "aliases", "alias", "old_url", "redirect_from_old")
_NUMBERS = ("number", "issue", "issue_number", "no", "edition", "volume")
_COVERS = ("image", "cover", "featured_image", "thumbnail", "banner", "header", "feature_image")
_SOURCES = ("src", "image", "path", "url", "teaser", "overlay_image")
_HELD_BACK = frozenset({"draft", "hidden", "private", "unpublished", "skip"})


class Head(msgspec.Struct, frozen=True):
    """A post of which all but the text is known."""

    file: str
    split: Split
    title: str
    date: dt.date | None
    state: State
    is_named: bool = False
    """Whether the title is the file's name, for nothing else says one."""
    address: str = ""

    @property
    def fields(self) -> dict[str, object]:
        """What the head says, as it is written."""
        return self.split.fields


def split_name(name: str) -> tuple[str, str]:
    """Return the date that a file's name begins with, and the rest of it, without its ending.

    Of `index.md` the folder's name counts.
    """
    path = PurePosixPath(name)
    stem = path.stem
    if stem.lower() in {"index", "_index", "readme"} and path.parent.name:
        stem = path.parent.name
    found = _DATED.match(stem)
    if found and read_day(found["date"]):
        return found["date"], found["rest"] or stem
    return "", stem


def read_head(file: str, split: Split, state: State, title: str = "") -> Head:
    """Read a head. `title` is that of its text, for where the head has none."""
    fields = split.fields
    dated, rest = split_name(file)
    date = next(filter(None, (read_day(text_of(fields, name)) for name in _DATES)), None)
    date = date or read_day(dated)
    named = rest.replace("-", " ").replace("_", " ").strip()
    shown = plain_text(text_of(fields, "title", "headline", "name"), has_pictures=False) or title
    return Head(
        file,
        split,
        shown or named[:1].upper() + named[1:],
        date,
        _find_state(fields, state),
        is_named=not shown,
    )


def _find_state(fields: dict[str, object], state: State) -> State:
    is_held_back = (
        is_true(fields, "draft")
        or is_false(fields, "published")
        or is_false(fields, "publish")
        or text_of(fields, "status", "visibility").lower() in _HELD_BACK
        or is_true(fields, "hidden")
    )
    return "draft" if is_held_back else state


def find_updated(head: Head) -> dt.date | None:
    """Return the day on which a post was changed, where it is not that of its publication."""
    found = (read_day(text_of(head.fields, name)) for name in _CHANGES)
    day = next(filter(None, found), None)
    return day if day and head.date and day > head.date else None


def find_description(head: Head) -> str:
    """Return the subtitle; one that says no more than the title is none."""
    found = plain_of(head.fields, *_DECKS)
    return found if found != head.title else ""


def find_authors(head: Head) -> tuple[str, ...]:
    """Return the names of those who wrote a post."""
    return list_of(head.fields, "authors", "author", "by")


def find_tags(head: Head, *, parted_by: str = ",") -> tuple[str, ...]:
    """Return its tags and categories."""
    of_zola = head.fields.get("taxonomies")
    found = (
        *list_of(head.fields, *_TAGS, parted_by=parted_by),
        *list_of(head.fields, *_TAG),
        *(list_of(of_zola, *_TAGS) if isinstance(of_zola, dict) else ()),
    )
    return tuple(dict.fromkeys(found))


def find_covers(fields: Mapping[str, object]) -> tuple[str, ...]:
    """Return the pictures that a head names, which stand in no place of the text."""
    found = (list_of(mapping_of(fields, name), *_SOURCES) for name in _COVERS)
    return (*list_of(fields, *_COVERS), *(one for some in found for one in some))


def find_aliases(head: Head) -> tuple[str, ...]:
    """Return its earlier addresses, as typed."""
    return list_of(head.fields, *_ALIASES)


def find_issue(head: Head) -> str:
    """Return its number."""
    typed = text_of(head.fields, *_NUMBERS).lstrip("#")
    return str(int(typed)) if typed.isdecimal() else find_number(head.title)
