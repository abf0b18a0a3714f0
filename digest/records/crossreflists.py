"""Lists of works from Crossref's API (https://api.crossref.org/swagger-ui/)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from digest.records.service import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping

API = "https://api.crossref.org/"
"""Where DIGEST_CROSSREF_API does not say otherwise."""


def works_address(query: Mapping[str, object]) -> str:
    """Return the address at which a question for works is answered."""
    base = (os.environ.get("DIGEST_CROSSREF_API") or API).rstrip("/")
    return f"{base}/works?{urlencode(query)}"


def list_works(answer: Mapping[str, Any]) -> list[Any]:
    """Return the works of an answer, as it has them. Raises Fault where there is no list."""
    message = answer.get("message")
    items = message.get("items") if isinstance(message, dict) else None
    if not isinstance(items, list):
        raise Fault("answered with something that is no list of works")
    return items
