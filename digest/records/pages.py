"""Ranges of pages, and the hyphens that are part of a page's own name."""

from __future__ import annotations

import re

_DASH = re.compile(r"\s*[-\u2010-\u2015]+\s*")
_RANGE = re.compile(r"\s*(?:--+|[\u2012-\u2015]+)\s*")


def parse_pages(typed: str) -> str:
    """Return pages as BibTeX has them in the form of CSL: `274-290` for `274--290`.

    Where pages have hyphens of their own an en dash stands between them: `1-1\u20131-22`.
    """
    parts = _RANGE.split(typed)
    own = any(_DASH.search(part) for part in parts)
    return "\u2013".join(parts) if own and len(parts) > 1 else _DASH.sub("-", typed)


def join_pages(page: str, dash: str) -> str:
    """Return pages with `dash` between first and last; of `I-511-I-518` the hyphens stay."""
    if "\u2013" in page:
        return dash.join(re.split(r"\s*\u2013\s*", page))
    parts = _DASH.split(page)
    half = len(parts) // 2
    if len(parts) > 2 and len(parts) % 2 == 0 and "," not in page:  # noqa: PLR2004 -- one range
        return "-".join(parts[:half]) + dash + "-".join(parts[half:])
    return dash.join(parts)
