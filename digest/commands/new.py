"""`digest new` and `digest add`: the files that an editor fills in. Nothing is overwritten."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from digest.basics.files import cannot
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify
from digest.basics.works import Work
from digest.content.frontmatter import SLUG
from digest.records.identifiers import Identifier
from digest.render.dates import date_text
from digest.settings.yamlerrors import quote_in_flow
from digest.settings.yamlnodes import MapNode, Reading, Scalar, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from digest.basics.editions import Edition
    from digest.content.load import Content
    from digest.settings.config import SectionRule


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
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as opened:
                opened.write(file.text.encode() if file.data is None else file.data)
        except OSError as error:
            if isinstance(error, FileExistsError) and path.parent.is_dir():
                message = f"'{file.path}' exists already; it was left as it is"
                raise NewFileError(message) from error
            raise cannot("write", path, error) from error


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


# --- entries ----------------------------------------------------------------------------------


class Paper(msgspec.Struct, frozen=True):
    """A paper to be covered."""

    id: Identifier | None
    """As the editor named it; None for a paper that has only an address."""
    work: Work
    """Of one without an id, what its page says."""
    name: str = ""
    """A short name, where the editor gave one."""
    by: tuple[str, ...] = ()
    """Who writes of it, where the editor said."""


def make_entries(
    papers: Iterable[Paper], edition: str, names: Collection[str], content: Content
) -> tuple[NewFile, ...]:
    """Make an entry file for each paper, ready to be filled in.

    `edition` is an edition's id, and `names` are those of the files in its folder. The files
    come behind those that are there, by the numbers before their names.
    """
    folders = [folder for folder in content.editions if folder.edition.id == edition]
    taken = {entry.slug.casefold() for folder in folders for entry in folder.entries}
    # a key of references.bib would not be told from a slug that is the same
    taken |= {entry.key.casefold() for entry in content.bibliography} | _PAGE_IDS
    numbers = _Numbers(names)
    files = []
    for paper in papers:
        slug = _free(_slug_of(paper), taken)
        taken.add(slug.casefold())
        path = f"content/editions/{edition}/{numbers.next()}{slug}.md"
        files.append(NewFile(path, _entry_text(paper, content.settings.sections)))
    return tuple(files)


_PAGE_IDS = frozenset({"content", "contents", "references"})
"""Ids that an edition's page has of its own."""


class _Numbers:
    """The numbers before the names of entry files, in the form that an edition's files have."""

    def __init__(self, names: Iterable[str]) -> None:
        notes = [name for name in names if name.endswith(".md") and name != "index.md"]
        found = [re.match(r"([0-9]+)[-_. ]+(?=.)", name) for name in notes]
        digits = [match[1] for match in found if match]
        self._last = max((int(one) for one in digits), default=0)
        self._width = max((len(one) for one in digits), default=2)
        self._is_used = bool(digits) or not notes

    def next(self) -> str:
        """Return the next, as `03-`; nothing where files go without."""
        self._last += 1
        return f"{self._last:0{self._width}d}-" if self._is_used else ""


_LONGEST_SLUG = 40
_MOST_WORDS = 4
_MOST_NAME_WORDS = 3
_APOSTROPHE = lazy_regex(r"(?<=\w\w)['\u2019](?:s\b)?")
"""`It's`, `Bayes'`, `don't`: no end of a word. Behind one letter, as in `l'ordre`, it is one."""
# words that tell nothing of a paper
_SMALL = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "by", "can", "do", "does", "for", "from", "how",
    "in", "into", "is", "it", "its", "of", "on", "or", "our", "over", "that", "the", "their",
    "this", "to", "toward", "towards", "under", "using", "via", "we", "what", "when", "which",
    "why", "with", "without",
})  # fmt: skip


def _slug_of(paper: Paper) -> str:
    """Return a slug made of the short name, else of the title's first words, else of the id."""
    has_title = paper.work.title != paper.work.id
    slug = slugify(paper.name) or (_slug_of_title(paper.work.plain_title) if has_title else "")
    # marks of some scripts are letters to readers, and not to addresses
    if SLUG.fullmatch(slug):
        return slug
    return slugify(paper.id.value) if paper.id else _slug_of_address(paper.work.url)


def _slug_of_address(url: str) -> str:
    """Return a slug made of where a page is on its site, else of the site."""
    parts = urlsplit(url)
    last = parts.path.strip("/").rpartition("/")[2].partition(".")[0]
    slug = next(filter(SLUG.fullmatch, map(slugify, (last, parts.hostname or ""))), "paper")
    return slug[:_LONGEST_SLUG].strip("-")


def _name_of_title(title: str) -> str:
    """Return the short name that a title begins with, as `DataMUX: …`; nothing where it has none.

    One with a formula is none: what stands for it in a list is the editor's to say.
    """
    name, colon, _ = title.partition(":")
    is_name = colon and 0 < len(name.split()) <= _MOST_NAME_WORDS and "$" not in name
    return name.strip() if is_name and slugify(name) else ""


def _slug_of_title(title: str) -> str:
    text = _APOSTROPHE.sub("", re.sub(r"\$[^$]*\$", " ", title))
    if name := _name_of_title(text):
        return slugify(name)[:_LONGEST_SLUG].strip("-")
    words = slugify(text).split("-")
    telling = [word for word in words if word not in _SMALL] or words
    slug = ""
    for word in telling[:_MOST_WORDS]:
        longer = f"{slug}-{word}" if slug else word[:_LONGEST_SLUG]
        if len(longer) > _LONGEST_SLUG:
            break
        slug = longer
    return slug


def _free(slug: str, taken: Collection[str]) -> str:
    """Return the slug, with a number behind it where it is taken."""
    count, free = 1, slug
    while free.casefold() in taken:
        count += 1
        free = f"{slug}-{count}"
    return free


def _entry_text(paper: Paper, sections: Iterable[SectionRule]) -> str:
    fields: dict[str, Field] = {
        **_naming(paper),
        "name": paper.name or _name_of_title(paper.work.plain_title),
        "description": "",
        "tags": "",
        "by": paper.by or None,
        # its sections are still to be written, and no site should wait for that
        "draft": "true",
    }
    # of a title without letters, only the id is known again as the section's
    titles = (one.title if slugify(one.title) else one.id for one in sections)
    headings = "\n".join(f"## {' '.join(title.split())}\n" for title in titles)
    return format_front_matter(fields) + (headings or "\n")


def _naming(paper: Paper) -> dict[str, Field]:
    """Return the fields that say which paper it is."""
    if id_ := paper.id:
        return {id_.kind: id_.value + (f"v{id_.version}" if id_.version else "")}
    work = paper.work
    day = "-".join(f"{part:0{2 if place else 4}}" for place, part in enumerate(work.issued))
    authors = tuple(name.literal for name in work.author)
    return {"url": work.url, "title": work.title, "authors": authors or "", "date": day}


# --- front matter -----------------------------------------------------------------------------

Field = str | tuple[str, ...] | None
"""A text, a list of texts, or what is left out."""


def format_front_matter(fields: Mapping[str, Field]) -> str:
    """Return fields as front matter: quoted where they must be, left out where they are None.

    An empty text leaves the field to be filled in.
    """
    given = {name: value for name, value in fields.items() if value is not None}
    lines = [f"{name}: {_format_field(value)}".rstrip() for name, value in given.items()]
    return "---\n" + "\n".join(lines) + "\n---\n"


def _format_field(value: str | tuple[str, ...]) -> str:
    if isinstance(value, str):
        return format_value(value)
    return f"[{', '.join(map(quote_in_flow, value))}]"


def format_value(text: str) -> str:
    """Write a text in YAML: as it is where it is read back as it is, else between quotes."""
    text = " ".join(text.split())
    reading = Reading("")
    node = parse_yaml(f"key: {text}", reading)
    read = node.pairs[0].value if isinstance(node, MapNode) else None
    if isinstance(read, Scalar) and read.plain and read.text == text:
        # `null` would be taken for nothing
        return text if not text or not read.is_null else f'"{text}"'
    # YAML 1.2 takes every JSON text for what it says in JSON
    return json.dumps(text, ensure_ascii=False)
