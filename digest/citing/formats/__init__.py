"""The formats in which the works of an edition are exported. One file a format."""

from __future__ import annotations

import pkgutil

import msgspec

from digest.citing.formats.keys import KeyedWork


class Format(msgspec.Struct, frozen=True):
    """A format of exported works."""

    name: str
    """As people call it."""
    media_type: str
    file: str
    """The name of the file beside an edition's page."""
    function: str
    """What writes it, from a tuple of KeyedWork to a text. It is imported when it has something to
    write."""


FORMATS = {
    "bibtex": Format(
        "BibTeX",
        "application/x-bibtex",
        "references.bib",
        "digest.citing.formats.bibtex:format_bibtex",
    ),
    "ris": Format(
        "RIS",
        "application/x-research-info-systems",
        "references.ris",
        "digest.citing.formats.ris:format_ris",
    ),
    "csl-json": Format(
        "CSL-JSON",
        "application/vnd.citationstyles.csl+json",
        "references.json",
        "digest.citing.formats.csljson:format_csl_json",
    ),
}
"""By the names that `digest export` knows them by."""


class Export(msgspec.Struct, frozen=True):
    """The works of an edition, in the order in which its page covers and cites them."""

    format: str
    """A key of `FORMATS`."""
    works: tuple[KeyedWork, ...]


def format_export(export: Export) -> bytes:
    """Return the exported file: UTF-8, without a byte order mark."""
    write = pkgutil.resolve_name(FORMATS[export.format].function)
    text: str = write(export.works)
    return text.encode()
