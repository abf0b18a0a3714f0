"""The formats in which the works of an edition are exported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.citing.formats.keys import KeyedWork

if TYPE_CHECKING:
    from collections.abc import Callable


class Format(msgspec.Struct, frozen=True):
    """A format of exported works."""

    name: str
    """As people call it."""
    media_type: str
    file: str
    """The name of the file beside an edition's page."""


FORMATS = {
    "bibtex": Format("BibTeX", "application/x-bibtex", "references.bib"),
    "ris": Format("RIS", "application/x-research-info-systems", "references.ris"),
    "csl-json": Format("CSL-JSON", "application/vnd.citationstyles.csl+json", "references.json"),
}
"""By the names that `digest export` knows them by."""


class Export(msgspec.Struct, frozen=True):
    """The works of an edition, in the order in which its page covers and cites them."""

    format: str
    """A key of `FORMATS`."""
    works: tuple[KeyedWork, ...]


def format_export(export: Export) -> bytes:
    """Return the exported file: UTF-8, without a byte order mark."""
    return _formatter(export.format)(export.works).encode()


def _formatter(name: str) -> Callable[[tuple[KeyedWork, ...]], str]:
    # each is imported when there is something for it to write
    match name:
        case "bibtex":
            from digest.citing.formats.bibtex import format_bibtex  # noqa: PLC0415

            return format_bibtex
        case "ris":
            from digest.citing.formats.ris import format_ris  # noqa: PLC0415

            return format_ris
        case "csl-json":
            from digest.citing.formats.csljson import format_csl_json  # noqa: PLC0415

            return format_csl_json
        case _:
            raise ValueError(name)
