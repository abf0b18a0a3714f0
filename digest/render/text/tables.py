"""Tables as plain text: columns where the lines are long enough for them, or else rows."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from digest.render.text.wrapping import BREAK, columns, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GAP = "  "
_BAR = " | "


def write_table(rows: Sequence[Sequence[str]], align: Sequence[str], width: int) -> list[str]:
    """Return a table's lines; the first row has the headings.

    Rows that do not fit are written one cell behind another, so that they can be read out.
    """
    cells = [[_lines(cell) for cell in row] for row in rows]
    head, *body = cells
    widths = [
        max(columns(line) for row in cells for line in row[index]) for index in range(len(head))
    ]
    if sum(widths) + len(_GAP) * (len(widths) - 1) <= width:
        lines = [line for row in body for line in _row(row, widths, align)]
        rule = _GAP.join("-" * max(size, 1) for size in widths)
        return [*_row(head, widths, align), rule, *lines]
    return [
        *_wide_row(head, width),
        "-" * width,
        *(line for row in body for line in _wide_row(row, width)),
    ]


def _lines(cell: str) -> list[str]:
    """Return a cell's lines: one, unless the editor wants it broken."""
    return [" ".join(line.split()) for line in cell.split(BREAK)]


def _row(row: Sequence[Sequence[str]], widths: Sequence[int], align: Sequence[str]) -> list[str]:
    lines = zip_longest(*row, fillvalue="")
    return [_GAP.join(map(_pad, line, widths, align)).rstrip() for line in lines]


def _pad(cell: str, width: int, alignment: str) -> str:
    space = width - columns(cell)
    before = {"right": space, "center": space // 2}.get(alignment, 0)
    return " " * before + cell + " " * (space - before)


def _wide_row(row: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    yield from wrap(_BAR.join(map(BREAK.join, row)), width, rest="    ")
