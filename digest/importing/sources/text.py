"""Plain text: a file for each edition, as it is copied from a mail, a page or a PDF."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.importing.cleanaddresses import clean_link
from digest.importing.dates import find_date, find_number
from digest.importing.dialects.leftouts import LeftOuts
from digest.importing.dialects.plaintexts import convert_plain, drop_line_numbers
from digest.importing.files import decode_text
from digest.importing.markdownposts.folder import ending_of
from digest.importing.markdownposts.heads import split_name
from digest.importing.post import Archive, LeftOut, Place, Post
from digest.importing.sources.source import Source

if TYPE_CHECKING:
    import datetime as dt

    from digest.importing.files import Files
    from digest.importing.sources.source import Options

_ENDINGS = frozenset({"txt", "text"})
_URL = lazy_regex(r"https?://[^\s<>()\[\]]+")
_LONGEST_TITLE, _FEW = 120, 8
"""Characters of a title, and lines at a text's beginning in which its date may stand."""


def matches(files: Files) -> bool:
    """Tell whether files have texts among them."""
    return any(ending_of(name) in _ENDINGS for name in files.names)


def read(files: Files, options: Options) -> Archive:
    """Read each text as a post."""
    found = [_read(files, name) for name in files.names if _is_text(name, files)]
    return Archive(
        "text",
        tuple(one for one in found if isinstance(one, Post)),
        url=options.url,
        left_out=tuple(one for one in found if isinstance(one, LeftOut)),
    )


def _is_text(name: str, files: Files) -> bool:
    # one that was given by itself may be called as one likes
    return ending_of(name) in _ENDINGS or len(files.names) == 1


def _read(files: Files, name: str) -> Post | LeftOut:
    data = files.read(name)
    if isinstance(data, LeftOut):
        return data
    place = Place(name, 1)
    # else what parts pages would be a blank, as other control characters are
    pages = [decode_text(page) for page in data.split(b"\f")]
    text = "\f".join(page or "" for page in pages)
    if None in pages:
        return LeftOut(name, "it is not text", place)
    leftouts = LeftOuts(name, 1)
    text = drop_line_numbers(text, leftouts)
    title, body = _take_title(text)
    _, stem = split_name(name)
    named = posixpath.splitext(posixpath.basename(name))[0]
    shown = title or named.replace("-", " ").replace("_", " ").strip()
    date = _find_day(named) or _find_day(title)
    for line in text.split("\n")[:_FEW] if not date else ():
        date = date or (_find_day(line) if len(line) < _LONGEST_TITLE else None)
    made, lines = convert_plain(_URL.sub(lambda found: clean_link(found[0]), body), leftouts)
    return Post(
        place,
        shown,
        made,
        date,
        number=find_number(stem) or find_number(title),
        left_out=leftouts.found,
        lines=lines,
    )


def _take_title(text: str) -> tuple[str, str]:
    """Return the first line, where it is a title, and the text without it; it keeps its lines."""
    lines = text.split("\n")
    first = next((index for index, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return "", text
    title = lines[first].replace("\f", "").strip().strip("#*=_ ")
    following = lines[first + 1].strip() if first + 1 < len(lines) else ""
    is_underlined = bool(following) and not following.strip("=-")
    ends = title.endswith((".", ";", ",", "?", "!")) or len(title) > _LONGEST_TITLE
    if not title or ends or (following and not is_underlined and following[:1].islower()):
        return "", text
    lines[first] = ""
    if is_underlined:
        lines[first + 1] = ""
    return title, "\n".join(lines)


def _find_day(text: str) -> dt.date | None:
    found = find_date(text)
    return found.resolve() if found else None


TEXT = Source("text", "plain text", matches, read)
