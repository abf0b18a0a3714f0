"""Blocks of plain HTML, which a converter lays out as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digest.importing.htmltext.nodes import children_of
from digest.importing.htmltext.signs import BREAK, NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from selectolax.lexbor import LexborNode


class Block(NamedTuple):
    """A block of plain HTML."""

    kind: str
    """`p`, `heading`, `list`, `quote`, `table`, `code`, `line` or `raw`."""
    html: str
    """With its tags; of a paragraph without them."""


def join_blocks(blocks: Iterable[Block]) -> str:
    """Return blocks as HTML; lines across the page part blocks, and stand at no end."""
    parts: list[str] = []
    before = ""
    for kind, html in blocks:
        if kind == "line" and before in {"", "line"}:
            continue
        if before and "quote" in {kind, before}:
            # the converter puts no empty line beside a quotation
            parts.append(f"<p>{NOTHING}</p>")
        parts.append(f"<p>{html}</p>" if kind == "p" else html)
        before = kind
    if before == "line":
        parts.pop()
    return "".join(parts)


def write_item(blocks: Sequence[Block]) -> str:
    """Return what is in an item; where it is one paragraph, and lists, no empty lines part them."""
    first, *others = blocks
    if first.kind == "p" and all(one.kind == "list" for one in others):
        return first.html + join_blocks(others)
    return join_blocks(blocks)


def write_list(node: LexborNode, items: Iterable[str]) -> str:
    """Return the items of a list, each as HTML, as the list that `node` is."""
    inner = "".join(f"<li>{item.replace(BREAK, '<br>')}</li>" for item in items)
    if node.tag != "ol":
        return f"<ul>{inner}</ul>"
    first = next((one for one in children_of(node) if one.tag == "li"), node)
    typed = first.attributes.get("value") or node.attributes.get("start") or "1"
    start = typed if typed.isascii() and typed.isdigit() and len(typed) < 10 else "1"  # noqa: PLR2004 -- CommonMark's longest number
    return f'<ol start="{int(start)}">{inner}</ol>'


def write_table(rows: Sequence[Sequence[str]]) -> str:
    """Return a table of which the first row is the head."""
    head, *body = rows
    cells = "".join(f"<th>{cell}</th>" for cell in head)
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in body)
    return f"<table><thead><tr>{cells}</tr></thead><tbody>{lines}</tbody></table>"
