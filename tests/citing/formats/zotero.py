"""COinS as Zotero takes them from a page: its COinS translator and what it calls.

Told after zotero/translators, COinS.js (which spans it looks for), and zotero/utilities, openurl.js
(which item a format and a genre make, and which key fills which field) and utilities.js (how it
parts a name).
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote

Item = dict[str, Any]

_GENRES = {
    "bookitem": "bookSection",
    "conference": "conferencePaper",
    "proceeding": "conferencePaper",
    "report": "report",
    "document": "document",
}
_FORMATS = {
    "journal": "journalArticle",
    "dissertation": "thesis",
    "patent": "patent",
    "dc": "webpage",
}
_ITEM_TYPES = frozenset({
    "preprint", "dataset", "manuscript", "videoRecording", "forumPost", "blogPost",
    "computerProgram", "presentation", "webpage", "document",
})  # fmt: skip
_IN_PARTS = {"journalArticle": "title", "bookSection": "title", "conferencePaper": "title"}
_IN = dict.fromkeys(_IN_PARTS, "publicationTitle")
_ANY = ""
_FIELDS: dict[str, dict[str, str]] = {
    "rft.title": {_ANY: "title", **_IN},
    "rft.atitle": _IN_PARTS,
    "rft.btitle": {"book": "title", "report": "title", **_IN},
    "rft.jtitle": {"journalArticle": "publicationTitle"},
    "rft.stitle": {"journalArticle": "journalAbbreviation"},
    "rft.date": {_ANY: "date", "patent": "issueDate"},
    "rft.volume": {_ANY: "volume"},
    "rft.issue": {_ANY: "issue"},
    "rft.pages": {_ANY: "pages"},
    "rft.pub": {_ANY: "publisher"},
    "rft.publisher": {_ANY: "publisher"},
    "rft.place": {_ANY: "place"},
    "rft.edition": {_ANY: "edition"},
    "rft.series": {_ANY: "series"},
    "rft.isbn": {_ANY: "ISBN"},
    "rft.issn": {_ANY: "ISSN"},
    "rft.inst": {"thesis": "publisher"},
    "rft.degree": {"thesis": "type"},
    "rft.assignee": {"patent": "assignee"},
    "rft.number": {"patent": "patentNumber"},
    "rft.source": {_ANY: "publicationTitle"},
}
"""From a key to the field that it fills, by the kind of item."""


def take(page: str) -> list[Item]:
    """Return the items that Zotero offers on a page, in the order in which they stand."""
    finder = _Finder()
    finder.feed(page)
    return [item for title in finder.titles if (item := parse(title))]


class _Finder(HTMLParser):
    """Finds the titles of `<span class="Z3988" title="…">`."""

    def __init__(self) -> None:
        super().__init__()
        self.titles: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the title of a span of this class."""
        values = dict(attrs)
        if tag == "span" and "Z3988" in (values.get("class") or "").split() and values.get("title"):
            self.titles.append(values["title"] or "")


def parse(title: str) -> Item | None:
    """Return the item that a context object tells of, or None."""
    parts = title.split("&")
    kind = _kind(parts)
    if not kind:
        return None
    item: Item = {"itemType": kind, "creators": []}
    bodies = []
    for part in parts:
        key, value = part.split("=")[:2]
        # a plus is a space to it, encoded or not
        value = unquote(re.sub(r"\+|%2[bB]", " ", value))
        if not value:
            continue
        if key == "rft.aucorp":
            bodies.append(value)
        else:
            _fill(item, key, value)
    # organisations come first, the last of them before the others
    item["creators"] = [(body, "") for body in reversed(bodies)] + item["creators"]
    return item


def _kind(parts: list[str]) -> str:
    for part in parts:
        form = unquote(part.removeprefix("rft_val_fmt=")).removeprefix("info:ofi/fmt:kev:mtx:")
        if not part.startswith("rft_val_fmt="):
            continue
        if form == "book":
            return next((k for g, k in _GENRES.items() if f"rft.genre={g}" in parts), "book")
        return _FORMATS.get(form, "")
    return ""


def _fill(item: Item, key: str, value: str) -> None:
    if key == "rft_id" and value.startswith("info:doi"):
        item["DOI"] = value[9:]
    elif key == "rft_id" and value.startswith(("http://", "https://")):
        item["url"] = value
    elif key in {"rft.au", "rft.inventor"}:
        item["creators"].append(_part_name(value))
    elif key == "rft.type" and value in _ITEM_TYPES:
        item["itemType"] = value
    elif key == "rft.eissn":
        item.setdefault("ISSN", value)
    else:
        fields = _FIELDS.get(key, {})
        field = fields.get(item["itemType"], fields.get(_ANY))
        if field:
            item[field] = value


def _part_name(name: str) -> tuple[str, str]:
    """Return family and given name; without a comma the last word is the family's."""
    trimmed = re.sub(r"^[\s.,/\[\]:]+|[\s.,/\[\]:]+$", "", name)
    if "," in name:
        family, _, given = trimmed.partition(",")
        return family, given.split(",")[0].strip()
    given, _, family = trimmed.rpartition(" ")
    return family, given
