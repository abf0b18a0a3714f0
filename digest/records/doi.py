"""Records from the DOI system, by content negotiation (https://citation.doi.org/docs.html)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from digest.records.identifiers import Identifier, parse_doi

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.records.reply import Reply

API = "https://doi.org/"
"""Where DIGEST_DOI_API does not say otherwise."""


def fetch_dois(dois: Iterable[str], contact: str) -> Iterator[Reply]:
    """Ask for the records of DOIs.

    There is one reply for each, in the order in which they come. A ValueError says that one can be
    no DOI.
    """
    ids = dict.fromkeys(_parse_id(doi) for doi in dois)
    if ids:
        # requests takes 80 ms to import, and most commands never need it
        from digest.records.doiclient import DoiClient  # noqa: PLC0415

        yield from DoiClient(os.environ.get("DIGEST_DOI_API") or API, contact).ask_all(ids)


def _parse_id(doi: str) -> Identifier:
    found = parse_doi(doi)
    if isinstance(found, Identifier):
        return found
    raise ValueError(found.message)
