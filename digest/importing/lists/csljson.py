"""Papers of a list in CSL-JSON, as Zotero and other reference managers export it."""

from __future__ import annotations

from typing import Any

import msgspec

from digest.importing.lists.paperlist import ListedPaper, ListFault, PaperList, find_id, find_url
from digest.records.csl import parse_item

_KEY = "doi:10.0000/item"
"""What stands in place of a title that is missing."""
_FIELDS = ("DOI", "URL", "number", "archive_location", "id")
_NOTES = ("note", "archive", "annote", "number")


def is_csl_json(beginning: str) -> bool:
    """Tell whether a text begins as a list of items of CSL-JSON does."""
    start = beginning.lstrip()
    return start.startswith(("[", "{")) and any(
        f'"{name}"' in beginning for name in ("type", "citation-key", "title", "DOI")
    )


def read_csl_json(text: str) -> PaperList:
    """Read the papers of a list in CSL-JSON: a list of items, one item, or `{"items": […]}`."""
    try:
        items = _split(text)
    except (msgspec.DecodeError, RecursionError) as error:
        return PaperList((), (ListFault(_line_of(text, error), f"this is no JSON: {error}"),))
    papers, faults = [], []
    position = line = 0
    for raw in items:
        found = text.find(raw, position)
        line += text.count("\n", position, found)
        position = found
        paper = _read_item(line + 1, raw)
        if paper.is_nothing:
            message = "an item has neither an id, an address nor a title"
            faults.append(ListFault(line + 1, message))
        else:
            papers.append(paper)
    return PaperList(tuple(papers), tuple(faults))


def _split(text: str) -> list[str]:
    """Return the items as they stand in a text."""
    whole = msgspec.json.decode(text.encode(errors="replace"), type=msgspec.Raw)
    if bytes(whole).lstrip().startswith(b"["):
        return [bytes(one).decode() for one in msgspec.json.decode(whole, type=list[msgspec.Raw])]
    fields = msgspec.json.decode(whole, type=dict[str, msgspec.Raw])
    if "items" in fields:
        return _split(bytes(fields["items"]).decode())
    return [bytes(whole).decode()]


def _read_item(line: int, raw: str) -> ListedPaper:
    try:
        item: Any = msgspec.json.decode(raw)
    except (msgspec.DecodeError, RecursionError):
        return ListedPaper(line)
    if not isinstance(item, dict):
        return ListedPaper(line)
    work = parse_item(item, _KEY).work
    return ListedPaper(
        line,
        find_id(_texts(item, _FIELDS), _texts(item, _NOTES)),
        find_url(_texts(item, ("URL",))),
        work.title if work.title != _KEY else "",
        work.author,
        work.issued,
    )


def _texts(item: dict[str, Any], names: tuple[str, ...]) -> list[str]:
    return [item[name] for name in names if isinstance(item.get(name), str)]


def _line_of(text: str, error: Exception) -> int:
    """Return the line that an error of msgspec names by a byte."""
    digits = str(error).rpartition("(byte ")[2].rstrip(")")
    return text.encode(errors="replace")[: int(digits)].count(b"\n") + 1 if digits.isdigit() else 1
