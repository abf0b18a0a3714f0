"""`digest add`: the file of an entry, ready to be filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.text import iso_date, slugify
from digest.basics.works import Work
from digest.commands.new import NewFile
from digest.content.slugs import PAGE_IDS, free_slug, make_slug, name_of_title
from digest.records.identifiers import Identifier
from digest.settings.writeyaml import Field, format_front_matter

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from digest.content.load import Content
    from digest.settings.config import SectionRule


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
    taken |= {entry.key.casefold() for entry in content.bibliography} | PAGE_IDS
    numbers = _Numbers(names)
    files = []
    for paper in papers:
        title = paper.work.plain_title if paper.work.title != paper.work.id else ""
        id_ = paper.id.value if paper.id else ""
        slug = free_slug(make_slug(paper.name, title, id_, paper.work.url), taken)
        taken.add(slug.casefold())
        path = f"content/editions/{edition}/{numbers.next()}{slug}.md"
        files.append(NewFile(path, _entry_text(paper, content.settings.sections)))
    return tuple(files)


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


def _entry_text(paper: Paper, sections: Iterable[SectionRule]) -> str:
    fields: dict[str, Field] = {
        **_naming(paper),
        "name": paper.name or name_of_title(paper.work.plain_title),
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
    authors = tuple(name.literal for name in work.author)
    return {
        "url": work.url,
        "title": work.title,
        "authors": authors or "",
        "date": iso_date(work.issued),
    }
