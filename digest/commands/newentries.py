"""`digest add`: the file of an entry, ready to be filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify
from digest.basics.works import Work
from digest.commands.new import Field, NewFile, format_front_matter
from digest.content.frontmatter import SLUG
from digest.records.identifiers import Identifier

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
