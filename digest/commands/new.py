"""`digest new`: the file of an edition, ready to be filled in. Nothing is overwritten."""

from __future__ import annotations

import datetime as dt
import os
import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.files import find_cache, write_file
from digest.basics.text import slugify
from digest.content.frontmatter import SLUG
from digest.render.dates import date_text
from digest.settings.writeyaml import format_front_matter

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from digest.basics.editions import Edition
    from digest.content.load import Content


class NewFileError(Exception):
    """A file or folder cannot be made; the message says why and what to do."""


class NewFile(msgspec.Struct, frozen=True):
    """A file to be made."""

    path: str
    """POSIX path from the site's root."""
    text: str = ""
    data: bytes | None = None
    """What it has in place of a text, if it is none."""


def write_new(root: Path, files: Iterable[NewFile]) -> None:
    """Write files that are not there yet.

    Raises NewFileError where one is there, and FileError where one cannot be made.
    """
    for file in files:
        path = root / file.path
        if os.path.lexists(path):
            raise NewFileError(f"'{file.path}' exists already; it was left as it is")
        data = file.text.encode() if file.data is None else file.data
        write_file(path, data, find_cache(root / "build"))


# --- editions ---------------------------------------------------------------------------------


def make_edition(id_: str, content: Content, today: str) -> NewFile:
    """Make the index.md of a new edition.

    `today` is `YYYY-MM-DD`. An id that is a month or a day gives the edition its title and date;
    others are dated today. Raises NewFileError where the id cannot be a folder's name, or is
    taken.
    """
    _check_id(id_, [folder.edition for folder in content.editions])
    number = _next_number([folder.edition for folder in content.editions])
    text = edition_text(id_, content.settings.lang, today, number)
    return NewFile(f"content/editions/{id_}/index.md", text)


def edition_text(
    id_: str, lang: str, today: str, number: int, description: str = "", body: str = ""
) -> str:
    """Return the index.md of an edition, titled and dated by its id.

    A `number` of 0 is none. Without a `body` it has one to be filled in.
    """
    fields = {
        "title": _title_of(id_, lang),
        "date": _date_of(id_, today),
        "number": str(number) if number else None,
        "description": description,
    }
    return format_front_matter(fields) + (body or _EDITION)


_EDITION = """\
<!-- What readers meet first: what the edition is about. -->

:::{papers}
:::

:::{references}
:::
"""


def _check_id(id_: str, editions: Iterable[Edition]) -> None:
    if not SLUG.fullmatch(id_) or id_.endswith("."):
        better = slugify(id_)
        hint = f"try '{better}'" if better else "use letters, digits and hyphens, as 2022-04"
        raise NewFileError(f"'{id_}' cannot be a folder's name and a part of an address; {hint}")
    _check_day(id_)
    # many file systems do not tell letters by their case
    same = [one.path for one in editions if one.id.casefold() == id_.casefold()]
    if same:
        raise NewFileError(f"there is an edition '{id_}' already: '{same[0]}'")


def _check_day(id_: str) -> None:
    """Refuse an id that is the date of no day, or is not written as one."""
    numbers = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?", id_)
    if not numbers or _day_of(id_):
        return
    written = "-".join(part.zfill(2) for part in numbers.groups() if part)
    if _day_of(written):
        raise NewFileError(f"'{id_}' lacks a zero; write '{written}', so that dates sort")
    if numbers[3]:
        raise NewFileError(f"there is no day '{id_}'")
    hint = f"for a week write '{numbers[1]}-w{numbers[2]}'"
    raise NewFileError(f"there is no month '{id_}'; {hint}")


def _day_of(id_: str) -> dt.date | None:
    """Return the day that an id names, or the first of the month; None where it is no date."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?", id_):
        return None
    try:
        return dt.date.fromisoformat(id_ if id_.count("-") > 1 else f"{id_}-01")
    except ValueError:
        return None


def _date_of(id_: str, today: str) -> str:
    day = _day_of(id_)
    return today if day is None or today.startswith(id_) else day.isoformat()


def _title_of(id_: str, lang: str) -> str:
    if _day_of(id_):
        title = date_text(id_, lang)
        return title[:1].upper() + title[1:]
    return title_of_name(id_)


def title_of_name(id_: str) -> str:
    """Return the name of a folder as a title: `neurips-special` as `Neurips special`."""
    if re.fullmatch(r"[\d-]+", id_):
        return id_
    words = re.sub(r"[-_]+", " ", id_).strip() or id_
    return words[:1].upper() + words[1:]


def _next_number(editions: Collection[Edition]) -> int:
    """Return the number behind the highest; 0 where the newsletter does not count its editions."""
    highest = max((edition.number for edition in editions), default=0)
    return highest + 1 if highest or not editions else 0
