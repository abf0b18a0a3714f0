"""The parts of a fragment's text: finished HTML, and holes for what depends on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.fragments import Citation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.basics.fragments import Hole, Parts


def merge_parts(parts: Sequence[str | Hole]) -> Parts:
    """Join strings that stand side by side."""
    merged: list[str | Hole] = []
    text: list[str] = []
    for part in parts:
        if isinstance(part, str):
            text.append(part)
            continue
        if text:
            merged.append("".join(text))
            text = []
        merged.append(part)
    if joined := "".join(text):
        merged.append(joined)
    return tuple(merged)


def list_holes(parts: Parts) -> Iterator[Hole]:
    """List the holes of a text, those in the words of citations as well."""
    for part in parts:
        if isinstance(part, Citation):
            for item in part.items:
                yield from list_holes((*item.prefix, *item.suffix))
        if not isinstance(part, str):
            yield part
