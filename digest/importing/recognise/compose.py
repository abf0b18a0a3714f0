"""The text of an entry, from blocks of a post: parts with a name get a heading of level 2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.importing.recognise.labels import is_label, read_label, split_labelled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.markdown.outline import Block, Outline

_PART = "## "
_SUB = 2
_DEEPEST = 6


def compose(outline: Outline, blocks: Sequence[Block], known: frozenset[str]) -> str:
    """Return what blocks say, as Markdown; `known` are the slugs of the names of parts."""
    top = min((one.level for one in blocks if one.kind == "heading"), default=_SUB)
    return "\n\n".join(
        text for block in blocks if (text := _compose_block(outline, block, top, known))
    )


def _compose_block(outline: Outline, block: Block, top: int, known: frozenset[str]) -> str:
    match block.kind:
        case "heading":
            return _compose_heading(block, top, known)
        case "paragraph":
            return compose_paragraph(dedent(outline, block), known)
        case "list" if _is_labelled(block, known):
            return "\n\n".join(compose(outline, item.children, known) for item in block.children)
        case "rule":
            return ""
        case _:
            return dedent(outline, block)


def _compose_heading(block: Block, top: int, known: frozenset[str]) -> str:
    label = read_label(block.text)
    if label and not label.rest and is_label(label, known):
        return _PART + label.name
    level = min(block.level - top + _SUB, _DEEPEST)
    return f"{'#' * level} {block.text}"


def compose_paragraph(text: str, known: frozenset[str]) -> str:
    """Return a paragraph, with a heading for each label in it."""
    return "\n\n".join(
        part
        for name, rest in split_labelled(text, known)
        for part in (f"{_PART}{name}" if name else "", rest)
        if part.strip()
    )


def _is_labelled(block: Block, known: frozenset[str]) -> bool:
    """Tell whether each item of a list is a part with a name."""
    firsts = [item.children[0] if item.children else None for item in block.children]
    labels = [read_label(one.text) if one and one.kind == "paragraph" else None for one in firsts]
    return all(label is not None and is_label(label, known) for label in labels)


def dedent(outline: Outline, block: Block) -> str:
    """Return the lines of a block without what stands before all of them."""
    if block.kind in {"paragraph", "heading"}:
        return block.text
    lines = outline.lines[block.first : block.end]
    width = min((len(one) - len(one.lstrip()) for one in lines if one.strip()), default=0)
    return "\n".join(line[width:].rstrip() for line in lines).strip("\n")
