"""Marks in the titles of entries: such a number says which reference the paper itself is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.importing.citations.marks import WEAK, Mark, find_marks
from digest.importing.citations.references import read_reference

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from digest.importing.parts import FoundEntry, ListedReference, Parts

_TITLES = ("title", "byline")


def settle_titles(parts: Parts) -> Parts:
    """Take the marks out of titles and bylines that lead to the list of references.

    An entry without an address gets that of the reference which its mark leads to.
    """
    references = {one.label: one for one in parts.references if one.label}
    if not references:
        return parts
    return parts.change_entries(lambda entry: _settle(entry, references))


def _settle(entry: FoundEntry, references: Mapping[str, ListedReference]) -> FoundEntry:
    labels: list[str] = []
    texts = {}
    for name in _TITLES:
        text: str = getattr(entry, name)
        for mark in reversed(_leading(text, references)):
            labels += mark.labels
            text = text[: mark.start].rstrip() + text[mark.end :]
        texts[name] = text.strip()
    if not labels:
        return entry
    paper = entry.paper
    if not paper and len(set(labels)) == 1:
        read = read_reference(references[labels[0]].text)
        paper = read.id.key if read.id else read.url
    return msgspec.structs.replace(entry, paper=paper, **texts)


def _leading(text: str, labels: Collection[str]) -> list[Mark]:
    return [
        mark
        for mark in find_marks(text, labels)
        if mark.form not in WEAK and all(label in labels for label in mark.labels)
    ]
