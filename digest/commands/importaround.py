"""The newsletter that an archive comes into: what it has, and how a new one is made."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from digest.basics.files import check_links, read_existing, write_file
from digest.basics.lazyregex import lazy_regex
from digest.commands.init.newsletter import (
    DEFAULT_SECTIONS,
    Start,
    format_sections,
    make_newsletter,
)
from digest.commands.init.write import write_missing
from digest.content.discover import is_newsletter, scan_folder
from digest.content.units import BIBLIOGRAPHY, Units
from digest.importing.papers.differences import Typed
from digest.importing.papers.doubles import Covered
from digest.importing.resolve import Newsletter
from digest.importing.writing.destinations import EDITIONS, PAGES, TakenNames
from digest.importing.writing.present import Present
from digest.output.memo import recall_memo
from digest.settings.config import SectionRule
from digest.settings.sitefile import SITE_FILE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from digest.basics.editions import Entry
    from digest.basics.works import Work
    from digest.content.units import EditionFolder
    from digest.importing.writing.destinations import Destination
    from digest.importing.writing.ledger import Record


class Around(msgspec.Struct, frozen=True):
    """What a newsletter has already."""

    url: str
    """Its address."""
    lang: str
    sections: tuple[SectionRule, ...] | None
    """None where they are still to be found: in a new newsletter, and in one whose settings have
    those that `digest init` wrote."""
    taken: TakenNames
    newsletter: Newsletter
    present: tuple[Present, ...] = ()
    """Its editions and pages that the ledger does not have."""
    contact: str = ""
    """An address that services may write to."""
    has_abstracts: bool = True
    """Whether records keep abstracts."""

    @property
    def base(self) -> str:
        """The path of its address, with a slash at both ends."""
        return urlsplit(self.url).path

    def without_covered(self, paths: Collection[str]) -> Around:
        """Return the same without what the editions cover that have these paths."""
        folders = {path.rpartition("/")[0] for path in paths}
        covered = self.newsletter.covered
        left = tuple(one for one in covered if one.path.rpartition("/")[0] not in folders)
        return msgspec.structs.replace(
            self, newsletter=msgspec.structs.replace(self.newsletter, covered=left)
        )

    def with_works(self, works: Iterable[Work]) -> Around:
        """Return the same with works in its references.bib that are to be added there."""
        listed = (*self.newsletter.listed, *works)
        keys = frozenset(work.id.removeprefix("bib:") for work in listed)
        return msgspec.structs.replace(
            self,
            taken=msgspec.structs.replace(self.taken, keys=self.taken.keys | keys),
            newsletter=msgspec.structs.replace(self.newsletter, listed=listed),
        )


def read_around(root: Path, ledger: Mapping[str, Record], start: Start) -> Around:
    """Read what the newsletter in the folder `root` has; where there is none, what `start` says."""
    if not is_newsletter(root):
        return Around(start.url, start.lang, None, _list_taken(root, ()), Newsletter())
    with recall_memo(root / "build") as memo:
        units = Units(root, memo, scan_folder(root))
        ours = {record.path for record in ledger.values()}
        folders = _read_editions(units, ours)
        records = [units.record(unit.id).value for unit in units.of_kind("record")]
        bibliography = units.bibliography().value
        newsletter = Newsletter(
            tuple(work for work in records if work),
            tuple(entry.work for entry in bibliography),
            tuple(_list_covered(folders)),
        )
        settings = units.settings
        is_untouched = format_sections(DEFAULT_SECTIONS) in units.site
        return Around(
            settings.url,
            settings.lang,
            None if is_untouched else settings.sections,
            _list_taken(root, [entry.key for entry in bibliography]),
            newsletter,
            tuple(_list_present(folders, units, ours)),
            settings.contact,
            settings.abstracts,
        )


def _list_taken(root: Path, keys: Collection[str]) -> TakenNames:
    editions, pages = root / EDITIONS, root / PAGES
    return TakenNames(
        frozenset(one.name for one in editions.iterdir()) if editions.is_dir() else frozenset(),
        frozenset(one.stem for one in pages.iterdir()) if pages.is_dir() else frozenset(),
        frozenset(keys),
    )


def _read_editions(units: Units, ours: Collection[str]) -> list[EditionFolder]:
    """Read the editions that the ledger does not have."""
    others = (unit for unit in units.of_kind("edition") if f"{unit.id}/index.md" not in ours)
    return [folder for unit in others if (folder := units.edition(unit.id).value)]


def _list_present(
    folders: Iterable[EditionFolder], units: Units, ours: Collection[str]
) -> Iterator[Present]:
    for edition in (folder.edition for folder in folders):
        aliases = tuple(alias.value for alias in edition.aliases)
        date = edition.date if edition.date_place else ""
        yield Present(edition.path, edition.title, date, aliases)
    for unit in units.of_kind("page"):
        if unit.id not in ours:
            page = units.page(unit.id).value
            yield Present(page.path, page.title, "", tuple(one.value for one in page.aliases))


def _list_covered(folders: Iterable[EditionFolder]) -> Iterator[Covered]:
    for entry in (entry for folder in folders for entry in folder.entries):
        yield Covered(entry.path, 1, entry.work_key, entry.url, _typed(entry))


def _typed(entry: Entry) -> Typed:
    return Typed(entry.title.value if entry.title else entry.name)


def make_around(
    root: Path,
    start: Start,
    sections: tuple[SectionRule, ...],
    destinations: Iterable[Destination],
    cache: Path,
) -> None:
    """Make the newsletter in the folder `root`, or give it its sections.

    A page about it comes with it where none of the `destinations` is one.

    Raises NewFileError where something is in the way, and FileError where it cannot be written.
    """
    site = root / SITE_FILE
    if not is_newsletter(root):
        start = msgspec.structs.replace(start, sections=sections)
        has_about = any(
            destination.path.startswith(f"{PAGES}about") for destination in destinations
        )
        write_missing(
            root,
            (
                file
                for file in make_newsletter(start, with_edition=False)
                if not (has_about and file.path == f"{PAGES}about.md")
            ),
        )
        return
    default = format_sections(DEFAULT_SECTIONS)
    text = site.read_text("utf-8")
    new = text.replace(default, format_sections(_merge(sections)))
    if new != text:
        write_file(site, new.encode(), cache, keep_mode=True)


def _merge(found: Sequence[SectionRule]) -> Iterator[SectionRule]:
    """List the sections of a new newsletter, none required that entries lack, and those found."""
    by_id = {one.id: one for one in found}
    for rule in DEFAULT_SECTIONS:
        same = [one for one in found if rule.title == one.title or rule.id == one.id]
        is_required = any(one.required for one in same)
        yield msgspec.structs.replace(rule, required=is_required)
        for one in same:
            del by_id[one.id]
    yield from by_id.values()


def write_bibliography(root: Path, text: str, citing: Iterable[str], cache: Path) -> None:
    """Add those entries of BibTeX to references.bib whose keys are in a text that is written.

    What is there stays as it is. Raises FileError where it cannot be written.
    """
    words = {word for one in citing for word in _KEY_WORD.findall(one)}
    entries = [one for one in _ENTRY.split(text) if (key := _KEY.match(one)) and key[1] in words]
    if not entries:
        return
    check_links(root, BIBLIOGRAPHY)
    file = root / BIBLIOGRAPHY
    before = read_existing(file)
    end = b"" if not before or before.endswith(b"\n") else b"\n"
    added = "".join(f"\n{one.strip()}\n" for one in entries).encode()
    write_file(file, before + end + (added if before else added.lstrip()), cache)


_ENTRY = lazy_regex(r"(?m)^(?=@)")
_KEY = lazy_regex(r"@\w+\{\s*([^,\s]+)")
_KEY_WORD = lazy_regex(r"[\w:.+/-]*\w")
