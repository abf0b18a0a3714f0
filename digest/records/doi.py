"""Records from the DOI system, by content negotiation."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import quote

from digest.records.csl import parse_item
from digest.records.service import ServiceError, make_user_agent

if TYPE_CHECKING:
    from digest.model import Work

API = "https://doi.org/"
_CSL_JSON = "application/vnd.citationstyles.csl+json"


def fetch_doi(doi: str, *, contact: str) -> Work | None:
    """Ask for the record of a DOI, given bare and in lower case.

    Returns None where there is no such DOI, or none with a record. Raises ServiceError when the
    service stays away.
    """
    import requests  # noqa: PLC0415 -- slow, and needed by few commands

    address = os.environ.get("DIGEST_DOI_API", API).rstrip("/") + "/" + quote(doi, safe="/")
    headers = {"Accept": _CSL_JSON, "User-Agent": make_user_agent(contact)}
    try:
        answer = requests.get(address, headers=headers, timeout=30)
        if answer.status_code in {404, 406}:
            return None
        answer.raise_for_status()
        return parse_item(answer.json(), f"doi:{doi}").work
    except requests.RequestException as error:
        raise ServiceError(f"doi.org did not answer: {error}") from error
