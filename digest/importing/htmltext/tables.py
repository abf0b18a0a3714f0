"""Tables of HTML: which have data, and their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.importing.htmltext.nodes import children_of, classes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

_LAYOUT = "h1, h2, h3, h4, table table, hr, pre, blockquote, figure, iframe, ul ul, p + p + p + p"
"""What no cell of data has in it."""
_MOST_COLUMNS = 60


def is_layout(table: LexborNode) -> bool:
    """Tell whether a table only puts things beside each other, as in mails."""
    if table.attributes.get("role") in {"presentation", "none"}:
        return True
    if table.css_first("th") is not None and table.css_first("table table") is None:
        return table.css_first("h1, h2, hr, pre, iframe") is not None
    rows = list(list_rows(table))
    if max((len(row) for row in rows), default=0) < 2:  # noqa: PLR2004 -- one column is no table
        return True
    return table.css_first(_LAYOUT) is not None


def list_rows(table: LexborNode) -> Iterator[list[LexborNode]]:
    """List the cells of each row."""
    for part in children_of(table):
        if part.tag == "tr":
            yield list(_list_cells(part))
        elif part.tag in {"thead", "tbody", "tfoot"}:
            yield from (list(_list_cells(row)) for row in children_of(part) if row.tag == "tr")


def _list_cells(row: LexborNode) -> Iterator[LexborNode]:
    return (cell for cell in children_of(row) if cell.tag in {"td", "th"})


def make_grid(table: LexborNode) -> list[list[LexborNode | None]]:
    """Return the rows with a place for each column; None where a cell reaches from another."""
    grid: list[list[LexborNode | None]] = []
    reaching: dict[int, int] = {}
    for cells in list_rows(table):
        row: list[LexborNode | None] = []
        for cell in cells:
            _skip(row, reaching)
            row.append(cell)
            if (rows := _span(cell, "rowspan")) > 1:
                reaching[len(row) - 1] = rows - 1
            row += [None] * (min(_span(cell, "colspan"), _MOST_COLUMNS) - 1)
        _skip(row, reaching)
        if row:
            grid.append(row[:_MOST_COLUMNS] if not any(row[_MOST_COLUMNS:]) else row)
    width = max((len(row) for row in grid), default=0)
    return [row + [None] * (width - len(row)) for row in grid]


def _skip(row: list[LexborNode | None], reaching: dict[int, int]) -> None:
    while reaching.get(len(row), 0) > 0:
        reaching[len(row)] -= 1
        row.append(None)


def _span(cell: LexborNode, name: str) -> int:
    value = cell.attributes.get(name) or ""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 4 else 1  # noqa: PLR2004 -- no more columns are shown


def has_head(table: LexborNode) -> bool:
    """Tell whether the first row of a table names its columns."""
    first = next(list_rows(table), [])
    if table.css_first("thead th, thead td") is not None:
        return True
    return bool(first) and all(cell.tag == "th" or _is_bold(cell) for cell in first)


def _is_bold(cell: LexborNode) -> bool:
    inner = [
        one for one in children_of(cell) if one.tag != "-text" or (one.text_content or "").strip()
    ]
    while len(inner) == 1 and inner[0].tag in {"p", "div", "span"}:
        inner = [
            one
            for one in children_of(inner[0])
            if one.tag != "-text" or (one.text_content or "").strip()
        ]
    return len(inner) == 1 and (inner[0].tag in {"b", "strong"} or "bold" in classes_of(inner[0]))
