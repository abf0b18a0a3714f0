"""A whole newsletter's folder, read and parsed; what did not change comes from the memo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Allowance, Diagnostic
from digest.basics.editions import FreePage, SiteTexts
from digest.basics.works import Work
from digest.content.discover import scan_folder
from digest.content.units import EditionFolder, Units
from digest.settings.config import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from digest.content.texts import Memory
    from digest.records.bibtex import BibEntry  # noqa: TC004 -- nothing converts this value


class Content(msgspec.Struct, frozen=True):
    """All that a newsletter's folder says."""

    settings: Settings
    editions: tuple[EditionFolder, ...]
    """By id."""
    pages: tuple[FreePage, ...]
    records: tuple[Work, ...]
    bibliography: tuple[BibEntry, ...]
    allowances: tuple[Allowance, ...]
    site: SiteTexts = SiteTexts()
    found: tuple[Diagnostic, ...] = ()
    """What is wrong with each file by itself, to be judged by the settings."""


def load(root: Path, memory: Memory) -> Content:
    """Read and parse everything below `root`/content: as complete as the files allow."""
    return read_all(Units(root, memory, scan_folder(root)))


def read_all(units: Units) -> Content:
    """Read and parse all units."""
    editions = [units.edition(unit.id) for unit in units.of_kind("edition")]
    pages = [units.page(unit.id) for unit in units.of_kind("page")]
    records = [units.record(unit.id) for unit in units.of_kind("record")]
    bibliography = units.bibliography()
    allowances = [*units.allowances]
    allowances += (one for read in editions for one in read.allowances)
    allowances += (one for read in pages for one in read.allowances)
    found = [*units.found, *bibliography.diagnostics]
    for reads in (editions, pages, records):
        found += (one for read in reads for one in read.diagnostics)
    return Content(
        units.settings,
        tuple(read.value for read in editions if read.value),
        tuple(read.value for read in pages),
        tuple(read.value for read in records if read.value),
        bibliography.value,
        tuple(allowances),
        units.site_texts,
        tuple(found),
    )
