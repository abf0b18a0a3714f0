"""Works to CSL-JSON items.

The fields are those of the Citation Style Language 1.0.2, appendix "CSL-JSON schema".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.basics.works import Name, Work

Item = dict[str, Any]
"""An item as JSON has it, from us or from anybody."""

TEXTS = {
    "container_title": "container-title",
    "container_title_short": "container-title-short",
    "collection_title": "collection-title",
    "collection_number": "collection-number",
    "publisher": "publisher",
    "publisher_place": "publisher-place",
    "edition": "edition",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "number": "number",
    "chapter_number": "chapter-number",
    "genre": "genre",
    "version": "version",
    "event_title": "event-title",
    "event_place": "event-place",
    "status": "status",
    "note": "note",
    "isbn": "ISBN",
    "issn": "ISSN",
}
"""From a field of `Work` to CSL's name for it, in the order in which they are written."""
FIELDS = frozenset({
    *TEXTS.values(),
    *("id", "type", "title", "author", "editor", "director", "collection-editor"),
    *("container-author", "translator", "issued", "DOI", "URL", "accessed", "original-date"),
    *("abstract", "custom"),
})  # fmt: skip
"""All fields that are written."""


def make_item(work: Work, name_item: Callable[[Name], Item] | None = None) -> Item:
    """Return a work as a CSL-JSON item, keys in a fixed order, empty fields left out.

    `name_item` writes a name; without one it is written with all its fields, as records have it.
    """
    name_item = name_item or _name_item
    item: Item = {"id": work.id, "type": work.type, "title": work.title}
    item["author"] = [name_item(name) for name in work.author]
    item["editor"] = [name_item(name) for name in work.editor]
    item["collection-editor"] = [name_item(name) for name in work.collection_editor]
    item["director"] = [name_item(name) for name in work.director]
    item["container-author"] = [name_item(name) for name in work.container_author]
    item["translator"] = [name_item(name) for name in work.translator]
    item["issued"] = _date_item(work.issued)
    if work.issued and work.circa:
        item["issued"]["circa"] = True
    item |= {name: getattr(work, field) for field, name in TEXTS.items()}
    item["DOI"] = work.doi
    item["URL"] = work.url
    item["accessed"] = _date_item(work.accessed)
    item["original-date"] = _date_item(work.original_date)
    item["abstract"] = work.abstract
    if work.arxiv:
        facts = _without_empty(msgspec.to_builtins(work.arxiv))
        item["custom"] = {"arxiv": facts}
    return _without_empty(item)


def _date_item(date: tuple[int, ...]) -> Item:
    return {"date-parts": [list(date)]} if date else {}


def _name_item(name: Name) -> Item:
    return _without_empty(msgspec.to_builtins(name))


def _without_empty(item: Item) -> Item:
    return {name: value for name, value in item.items() if value not in ("", 0, False, [], (), {})}
