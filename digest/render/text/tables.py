"""Tables as plain text: columns where the lines are long enough for them, or else rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.render.text.wrapping import columns, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GAP = "  "
_BAR = " | "


def write_table(rows: Sequence[Sequence[str]], align: Sequence[str], width: int) -> list[str]:
    """Return a table's lines; the first row has the headings.

    Rows that do not fit are written one cell behind another, so that they can be read out.
    """
    cells = [[" ".join(cell.split()) for cell in row] for row in rows]
    head, *body = cells
    widths = [max(columns(row[index]) for row in cells) for index in range(len(head))]
    if sum(widths) + len(_GAP) * (len(widths) - 1) <= width:
        lines = [_row(row, widths, align) for row in body]
        rule = _GAP.join("-" * max(size, 1) for size in widths)
        return [_row(head, widths, align), rule, *lines]
    return [
        *_wide_row(head, width),
        "-" * width,
        *(line for row in body for line in _wide_row(row, width)),
    ]


def _row(row: Sequence[str], widths: Sequence[int], align: Sequence[str]) -> str:
    return _GAP.join(map(_pad, row, widths, align)).rstrip()


def _pad(cell: str, width: int, alignment: str) -> str:
    space = width - columns(cell)
    before = {"right": space, "center": space // 2}.get(alignment, 0)
    return " " * before + cell + " " * (space - before)


def _wide_row(row: Sequence[str], width: int) -> Iterator[str]:
    yield from wrap(_BAR.join(row), width, rest="    ")
