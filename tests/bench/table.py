"""What was measured as a table: figures, their ratio, and what it must be and is to become."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COLD, SAME, TEXT, TITLE = "from cold", "nothing changed", "text edited", "title edited"
SAVE, START, MEMORY = "save to page, ms", "serve to page", "peak memory, MB"
TARGETS: dict[int, dict[str, tuple[float, float]]] = {
    1_000: {COLD: (3, 2), SAME: (0.4, 0.25), TEXT: (0.6, 0.4), SAVE: (150, 50)},
    10_000: {
        COLD: (3, 1.5),
        SAME: (0.08, 0.05),
        TEXT: (0.15, 0.08),
        TITLE: (0.25, 0.12),
        SAVE: (300, 80),
        START: (2, 0.5),
        MEMORY: (0.6, 0.35),
    },
}
"""By entries: what must be reached, and what is aimed at. As shares of Hugo's figure in the same
run; of what somebody waits for in a browser, in the row's own unit."""
_WAITS = (SAVE, START)


def format_table(entries: int, rows: Mapping[str, Mapping[str, Sequence[float]]]) -> list[str]:
    """Return lines; `rows` have what was measured by row and by program, digest being the last."""
    programs = list(next(iter(rows.values())))
    heads = [*programs, *(["ratio"] if len(programs) > 1 else []), "must", "aim"]
    lines = [f"{f'{entries:,} entries, s':22}" + "".join(f"{head:>9}" for head in heads)]
    for row, measured in rows.items():
        figures = [median(measured[program]) for program in programs]
        cells = [_format(figure) for figure in figures]
        if len(programs) > 1:
            cells.append(f"{figures[-1] / figures[0]:.2f}")
        targets = TARGETS.get(entries, {}).get(row, ())
        cells += (f"{one:g}" for one in targets)
        judged = figures[-1] if row in _WAITS else figures[-1] / figures[0]
        is_missed = targets and (len(programs) > 1 or row in _WAITS) and judged > targets[0]
        line = f"{row:22}" + "".join(f"{cell:>9}" for cell in cells)
        lines.append(f"{line}  missed" if is_missed else line)
    return lines


def _format(figure: float) -> str:
    return f"{figure:.2f}" if figure < 10 else f"{figure:.0f}"
